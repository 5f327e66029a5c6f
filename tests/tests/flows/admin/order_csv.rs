//! Orders as a table: what the list finds, part by part, and nothing that a spreadsheet runs.

use std::collections::HashSet;

use shop_app::order::{cancel_order, export_orders, ship_order};
use shop_app::runtime::Principal;
use shop_contract::{ById, DeliveryState, ErrorCode, ExportOrders, Language, OrderState};

use crate::scene::{Scene, at, rate, refused};

/// Orders in a part at most.
const PART: usize = 200;
/// A part is small, whatever the shop: so much at most, in bytes.
const SMALL: usize = 200 * 1024;

/// The parts that a request is answered with, one after the other.
async fn parts(scene: &Scene, admin: Principal, request: ExportOrders) -> Vec<String> {
    let (mut parts, mut request) = (Vec::new(), request);
    loop {
        let part = export_orders(scene.call(admin), request.clone()).await.expect("a part");
        parts.push(part.csv);
        request.cursor = part.next_cursor;
        if request.cursor.is_none() {
            return parts;
        }
    }
}

#[tokio::test]
async fn the_table_holds_what_the_list_finds() {
    let scene = Scene::new();
    let (admin, one, two) = (scene.admin().await, scene.customer(100_000).await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 100).await;
    let paid = scene.buy(one, cup).await;
    scene.pay(one, &paid).await.expect("it is paid");
    ship_order(scene.call(admin), ById { id: paid.id }).await.expect("it leaves");
    scene.advance_minutes(24 * 60);
    let unpaid = scene.buy(two, cup).await;
    let (first, second) = (paid.order_number.as_str(), unpaid.order_number.as_str());
    let all = ExportOrders::default;
    for (why, request, expected) in [
        ("all, latest first", all(), vec![second, first]),
        ("a state", ExportOrders { state: Some(OrderState::Normal), ..all() }, vec![second]),
        ("on the way", ExportOrders { delivery_state: Some(DeliveryState::Shipped), ..all() }, vec![first]),
        ("one user's", ExportOrders { user_id: Some(one.user_id), ..all() }, vec![first]),
        ("since midnight", ExportOrders { from: Some(at("2026-03-10T15:00:00Z").into()), ..all() }, vec![second]),
        ("until midnight", ExportOrders { to: Some(at("2026-03-10T15:00:00Z").into()), ..all() }, vec![first]),
        ("a number", ExportOrders { q: Some(String::from(" ord-20260311 ")), ..all() }, vec![second]),
        ("nobody's", ExportOrders { q: Some(String::from("%")), ..all() }, vec![]),
    ] {
        let file = parts(&scene, admin, request).await.concat();
        assert!(file.starts_with("\u{FEFF}orderNumber,createdAt,state,"), "{why}: the names come first");
        let numbers: Vec<_> = file.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        assert_eq!(numbers, expected, "{why}");
    }
}

#[tokio::test]
async fn a_line_says_all_of_an_order_and_runs_nowhere() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 100).await;
    let coupon = scene.own(who, rate(10)).await;
    scene.put(who, cup, None, 3).await;
    let order = scene.place(who, &[coupon]).await.expect("it is placed");
    scene.pay(who, &order).await.expect("it is paid");
    scene.sql("UPDATE user SET name = '=1+1' WHERE type = 'CUSTOMER'");
    scene.sql(
        "UPDATE \"order\" SET recipient_name = '@SUM(A1)', detail_address = '\"3층\", 뒤', delivery_memo = '-문 앞'",
    );
    let file = parts(&scene, admin, ExportOrders::default()).await.concat();
    let line = file.lines().nth(1).expect("one order");
    let (noon, id) = ("2026-03-10T12:00:00.000+09:00", who.user_id);
    let begin = format!("ORD-20260310-000001,{noon},CONFIRMED,PREPARING,{id},'=1+1,");
    assert!(line.starts_with(&begin), "who and when, as the shop's own clock shows it: {line}");
    let sums = format!(",머그컵 x3,3,3000,10% 할인,300,2700,{noon},,'@SUM(A1),010-1234-5678,04524,");
    assert!(line.contains(&sums), "what, for how much, and to whom: {line}");
    assert!(line.ends_with(",\"\"\"3층\"\", 뒤\",'-문 앞"), "quoted as tables are, and the memo last: {line}");
}

#[tokio::test]
async fn in_a_language_of_the_panel_headings_and_states_are_words() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 100).await;
    let order = scene.buy(who, cup).await;
    scene.pay(who, &order).await.expect("it is paid");
    for (language, heading, line) in [
        (Language::Ko, "주문 번호,주문 일시,주문 상태,배송 상태,", "2026-03-10 12:00,결제 완료,배송 준비 중,"),
        (Language::En, "Order number,Ordered,Status,Delivery,", "2026-03-10 12:00,Paid,Preparing,"),
    ] {
        let request = ExportOrders { language: Some(language), ..ExportOrders::default() };
        let file = parts(&scene, admin, request).await.concat();
        let (first, second) = file.split_once('\n').expect("a heading and a line");
        assert!(first.starts_with(&format!("\u{FEFF}{heading}")), "{language:?}: {first}");
        assert!(second.starts_with(&format!("ORD-20260310-000001,{line}")), "{language:?}: {second}");
        assert_eq!(
            second.trim_end().split(',').count(),
            first.trim_end().split(',').count(),
            "{language:?}: as many cells"
        );
    }
}

#[tokio::test]
async fn each_part_is_small_and_of_its_own_moment() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(1_000_000).await);
    let cup = scene.product(1_000, 1_000).await;
    let first = scene.buy(who, cup).await;
    for _ in 1..=2 * PART {
        scene.buy(who, cup).await;
    }
    let ask = |cursor| export_orders(scene.call(admin), ExportOrders { cursor, ..ExportOrders::default() });
    let begun = ask(None).await.expect("the first part");
    let placed_meanwhile = scene.buy(who, cup).await;
    cancel_order(scene.call(who), ById { id: first.id }).await.expect("it is given up meanwhile");
    let mut seen = vec![begun.csv];
    let mut cursor = begun.next_cursor;
    while cursor.is_some() {
        let part = ask(cursor).await.expect("the next part");
        seen.push(part.csv);
        cursor = part.next_cursor;
    }
    assert_eq!(seen.len(), 3, "two full parts and what is left");
    for part in &seen {
        assert!(part.lines().count() <= PART + 1 && part.len() <= SMALL, "{} bytes are in memory at once", part.len());
    }
    let file = seen.concat();
    let numbers: HashSet<_> = file.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!((numbers.len(), file.lines().count()), (2 * PART + 1, 2 * PART + 2), "each order once");
    assert!(!file.contains(&placed_meanwhile.order_number), "what comes later is before the beginning");
    let last = file.lines().last().expect("a line");
    assert!(
        last.starts_with(&first.order_number) && last.contains(",CANCELLED,"),
        "no part waits in a snapshot for those before it: {last}"
    );
    let other = ExportOrders {
        cursor: seen_cursor(&scene, admin).await,
        state: Some(OrderState::Normal),
        ..ExportOrders::default()
    };
    refused(export_orders(scene.call(admin), other).await, ErrorCode::InvalidInput, "a cursor of another filter");
}

async fn seen_cursor(scene: &Scene, admin: Principal) -> Option<String> {
    export_orders(scene.call(admin), ExportOrders::default()).await.expect("a part").next_cursor
}
