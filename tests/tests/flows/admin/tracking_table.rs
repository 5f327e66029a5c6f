//! Tables of parcels: out for a carrier's program, and in with tracking numbers: a dry run, then all rows or none.

use shop_app::order::{deliver_order, export_parcels, get_order, import_tracking, ship_order};
use shop_app::runtime::Principal;
use shop_contract::{
    ById, CsvReason, DeliveryState, ErrorCode, ExportParcels, ImportTracking, ImportedTracking, Language, Order,
    TrackingChange, TrackingReason,
};

use crate::scene::{Scene, refused};

/// Paid orders of one customer.
async fn paid(scene: &Scene, who: Principal, count: usize) -> Vec<Order> {
    let cup = scene.product(1_000, 100).await;
    let mut orders = Vec::new();
    for _ in 0..count {
        let order = scene.buy(who, cup).await;
        scene.pay(who, &order).await.expect("it is paid");
        orders.push(order);
    }
    orders
}

fn table(rows: &[(&str, &str, &str)]) -> String {
    let rows = rows.iter().map(|(number, carrier, tracking)| format!("{number},{carrier},{tracking}\n"));
    std::iter::once("주문 번호,택배사,운송장 번호\n".to_owned()).chain(rows).collect()
}

async fn import(scene: &Scene, admin: Principal, csv: String, dry_run: bool) -> ImportedTracking {
    let request = ImportTracking { csv: Some(csv), dry_run: Some(dry_run), ..ImportTracking::default() };
    import_tracking(scene.call(admin), request).await.expect("the table is answered")
}

#[tokio::test]
async fn a_table_ships_what_is_prepared_and_corrects_what_is_on_its_way() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let orders = paid(&scene, who, 4).await;
    let number = |at: usize| orders[at].order_number.as_str();
    ship_order(scene.call(admin), ById { id: orders[1].id }).await.expect("the second is on its way");
    let csv = table(&[(number(0), "한진택배", "11112222"), (number(1), "롯데택배", "33334444"), (number(2), "", "")]);
    let dry = import(&scene, admin, csv.clone(), true).await;
    assert_eq!((dry.done, dry.shipped, dry.corrected, dry.left_out), (false, 1, 1, 1), "what would be done");
    let changes: Vec<_> = dry.rows.iter().map(|row| (row.line, row.order_id, row.change)).collect();
    let expected = [(2, orders[0].id, TrackingChange::Shipped), (3, orders[1].id, TrackingChange::Corrected)];
    assert_eq!(changes, expected, "row by row");
    let state = async |at: usize| {
        let order = get_order(scene.call(who), ById { id: orders[at].id }).await.expect("it is there");
        (order.delivery_state, order.tracking_number)
    };
    assert_eq!(state(0).await, (Some(DeliveryState::Preparing), None), "a dry run does nothing");
    let done = import(&scene, admin, csv.clone(), false).await;
    assert_eq!((done.done, done.shipped, done.corrected, done.faults.len()), (true, 1, 1, 0), "it is done");
    assert_eq!(state(0).await, (Some(DeliveryState::Shipped), Some("11112222".into())), "shipped");
    assert_eq!(state(1).await, (Some(DeliveryState::Shipped), Some("33334444".into())), "corrected");
    assert_eq!(state(2).await, (Some(DeliveryState::Preparing), None), "a row that is not filled in");
    let again = import(&scene, admin, csv, false).await;
    assert_eq!((again.done, again.shipped, again.corrected, again.unchanged), (true, 0, 0, 2), "twice is once");
    let acts = "SELECT count(*) FROM audit_log WHERE action IN ('ship_order', 'set_tracking')";
    assert_eq!(scene.count(acts), 3, "each change of an order has its line");
}

#[tokio::test]
async fn one_faulty_row_keeps_all_from_being_done() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let orders = paid(&scene, who, 3).await;
    let unpaid = scene.buy(who, scene.product(1_000, 10).await).await;
    ship_order(scene.call(admin), ById { id: orders[1].id }).await.expect("it leaves");
    deliver_order(scene.call(admin), ById { id: orders[1].id }).await.expect("it arrives");
    let number = |at: usize| orders[at].order_number.as_str();
    let csv = table(&[
        (number(0), "한진택배", "11112222"),
        ("ORD-20200101-000001", "한진택배", "11112222"),
        (number(0), "한진택배", "11112223"),
        (number(1), "한진택배", "11112224"),
        (unpaid.order_number.as_str(), "한진택배", "11112225"),
        (number(2), "한진택배", "1/2"),
    ]);
    for dry_run in [true, false] {
        let answer = import(&scene, admin, csv.clone(), dry_run).await;
        let faults: Vec<_> = answer.faults.iter().map(|fault| (fault.line, fault.reason)).collect();
        let expected = [
            (3, TrackingReason::NoSuchOrder),
            (4, TrackingReason::SecondRow),
            (5, TrackingReason::Delivered),
            (6, TrackingReason::NotPaid),
            (7, TrackingReason::BadTrackingNumber),
        ];
        assert_eq!((answer.done, faults.as_slice()), (false, expected.as_slice()), "every fault is named");
    }
    assert_eq!(scene.count("SELECT count(*) FROM \"order\" WHERE carrier IS NOT NULL"), 0, "and nothing is done");
}

#[tokio::test]
async fn a_file_that_is_no_table_says_why() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let answer = import(&scene, admin, "a,b\n1,2\n".into(), true).await;
    assert_eq!(
        (answer.unreadable, answer.unreadable_line),
        (Some(CsvReason::NoNames), Some(1)),
        "the names are missing"
    );
    refused(import_tracking(scene.call(admin), ImportTracking::default()).await, ErrorCode::InvalidInput, "no table");
}

#[tokio::test]
async fn the_parcels_to_ship_go_out_and_come_back_with_their_numbers() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let orders = paid(&scene, who, 3).await;
    ship_order(scene.call(admin), ById { id: orders[2].id }).await.expect("the last is on its way");
    scene.buy(who, scene.product(1_000, 10).await).await;
    scene.sql("UPDATE \"order\" SET recipient_name = '=1+1', delivery_memo = '-문 앞' WHERE id = 1");
    let export = |request| export_parcels(scene.call(admin), request);
    let out =
        export(ExportParcels { language: Some(Language::Ko), ..ExportParcels::default() }).await.expect("a table");
    let lines: Vec<&str> = out.csv.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!((lines.len(), out.rows), (3, 2), "the prepared ones, the oldest first");
    assert!(lines[0].starts_with("주문 번호,받는 사람,") && lines[0].ends_with(",택배사,운송장 번호"), "{}", lines[0]);
    let first =
        format!("{},'=1+1,010-1234-5678,04524,서울시 중구 세종대로 110,,머그컵 x1,1,'-문 앞,,", orders[0].order_number);
    assert_eq!(lines[1], first, "and no cell is a formula");
    let picked = ExportParcels { ids: Some(format!("{},{}", orders[1].id, orders[2].id)), ..ExportParcels::default() };
    assert_eq!(export(picked).await.expect("a table").rows, 1, "of the picked ones those to ship");
    let filled = out.csv.replacen(",,\n", ",로젠택배,99998888\n", 1);
    let done = import(&scene, admin, filled, false).await;
    assert_eq!((done.done, done.shipped, done.left_out), (true, 1, 1), "the same table, filled in");
}
