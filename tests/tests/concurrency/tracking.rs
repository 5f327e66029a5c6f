//! Orders whose parcels are reported by several clerks at the same moment: one ships each, one correction of what was read stands,
//! and a table is done whole or not.

use shop_app::order::{import_tracking, set_tracking, ship_order};
use shop_app::runtime::Principal;
use shop_contract::{ImportTracking, Order, SetTracking, ShipOrder};

use crate::figures::hold_tally;
use crate::market::{Market, all_at_once, in_every_way};

const ORDERS: usize = 16;

async fn paid(market: &Market, count: usize) -> Vec<Order> {
    let scene = &market.scene;
    let (who, cup) = (scene.customer(1_000_000).await, scene.product(1_000, 1_000).await);
    let mut orders = Vec::new();
    for _ in 0..count {
        let order = scene.buy(who, cup).await;
        scene.pay(who, &order).await.expect("it is paid");
        orders.push(order);
    }
    orders
}

async fn clerks(market: &Market) -> [Principal; 2] {
    [market.scene.admin().await, market.scene.admin().await]
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_clerks_one_ships_with_one_number() {
    in_every_way(async |market| {
        let (clerks, orders) = (clerks(market).await, paid(market, ORDERS).await);
        let both = orders.iter().flat_map(|order| clerks.iter().enumerate().map(move |by| (by, order.id)));
        let ship = |((number, clerk), id): ((usize, &Principal), i64)| {
            let request = ShipOrder {
                id,
                carrier: Some(format!("택배 {number}")),
                tracking_number: Some(format!("{number}{number}{number}{number}")),
            };
            ship_order(market.call(number, *clerk), request)
        };
        let answers = all_at_once(both.map(ship)).await;
        hold_tally(&answers, &[("done", ORDERS), ("InvalidOrderState", ORDERS)], "one of the two");
        let mixed = "SELECT count(*) FROM \"order\" WHERE tracking_number NOT LIKE '%' || substr(carrier, -1) || '%'";
        assert_eq!(market.scene.count(mixed), 0, "carrier and number are of one clerk");
        let acts = market.scene.count("SELECT count(*) FROM audit_log WHERE action = 'ship_order'");
        assert_eq!(acts, ORDERS as i64, "and of one act");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_corrections_of_what_was_read_one_stands() {
    in_every_way(async |market| {
        let (clerks, orders) = (clerks(market).await, paid(market, ORDERS).await);
        let mut read = Vec::new();
        for order in &orders {
            let request = ShipOrder { id: order.id, carrier: None, tracking_number: None };
            let shipped = ship_order(market.scene.call(clerks[0]), request).await.expect("it is shipped");
            read.push((order.id, shipped.order.updated_at));
        }
        let both = read.iter().flat_map(|order| clerks.iter().enumerate().map(move |by| (by, *order)));
        let correct = |((number, clerk), (id, updated_at)): ((usize, &Principal), (i64, _))| {
            let request = SetTracking {
                id,
                carrier: Some(format!("택배 {number}")),
                tracking_number: Some("12345678".to_owned()),
                updated_at: Some(updated_at),
            };
            set_tracking(market.call(number, *clerk), request)
        };
        let answers = all_at_once(both.map(correct)).await;
        hold_tally(&answers, &[("done", ORDERS), ("Conflict", ORDERS)], "the other is told");
        let acts = market.scene.count("SELECT count(*) FROM audit_log WHERE action = 'set_tracking'");
        assert_eq!(acts, ORDERS as i64, "one act for each");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_meets_clerks_and_is_done_whole() {
    in_every_way(async |market| {
        let (clerks, orders) = (clerks(market).await, paid(market, ORDERS).await);
        let rows: String = orders.iter().map(|order| format!("{},한진택배,12345678\n", order.order_number)).collect();
        let csv = format!("orderNumber,carrier,trackingNumber\n{rows}");
        let table = |number: usize| {
            let request = ImportTracking { csv: Some(csv.clone()), ..ImportTracking::default() };
            import_tracking(market.call(number, clerks[number % 2]), request)
        };
        let answers = all_at_once((0..4).map(table)).await;
        hold_tally(&answers, &[("done", 4)], "each is answered");
        let shipped: i64 = answers.iter().flatten().map(|answer| answer.shipped).sum();
        assert_eq!(shipped, ORDERS as i64, "each order is shipped once");
        assert!(
            answers.iter().flatten().all(|answer| answer.shipped == 0 || answer.shipped == ORDERS as i64),
            "by one table"
        );
        let acts = market.scene.count("SELECT count(*) FROM audit_log WHERE action = 'ship_order'");
        assert_eq!(acts, ORDERS as i64, "one act for each");
    })
    .await;
}
