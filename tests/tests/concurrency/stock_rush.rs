//! A thousand customers each order and pay one of a thousand units.

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way, order_and_pay};

const CUSTOMERS: usize = 1_000;
const PRICE: i64 = 3_000;
const POINTS: i64 = 10_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_units_go_to_a_thousand_customers() {
    in_every_way(async |market| {
        let id = market.scene.product(PRICE, CUSTOMERS as i64).await;
        let customers = market.queue_for(id, CUSTOMERS, POINTS).await;
        let bought = customers.iter().enumerate().map(|(number, who)| order_and_pay(market.call(number, *who)));
        let answers = all_at_once(bought).await;
        hold_tally(&answers, &[("done", CUSTOMERS)], "there is one for each");
        let goods = market.goods(id, CUSTOMERS as i64);
        hold(goods.fault());
        assert_eq!(goods.left, 0, "the last one is sold");
        hold(market.money(CUSTOMERS as i64 * POINTS).fault());
        let numbers = market.scene.count("SELECT count(DISTINCT order_number) FROM \"order\"");
        assert_eq!(numbers, CUSTOMERS as i64, "no two orders have one number");
    })
    .await;
}
