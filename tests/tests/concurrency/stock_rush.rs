//! A thousand people each order and pay one of a thousand units.

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way, order_and_pay};

const PEOPLE: usize = 1_000;
const PRICE: i64 = 3_000;
const POINTS: i64 = 10_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_units_go_to_a_thousand_people() {
    in_every_way(async |market| {
        let id = market.scene.product(PRICE, PEOPLE as i64).await;
        let people = market.queue_for(id, PEOPLE, POINTS).await;
        let bought = people.iter().enumerate().map(|(number, who)| order_and_pay(market.call(number, *who)));
        let answers = all_at_once(bought).await;
        hold_tally(&answers, &[("done", PEOPLE)], "there is one for everybody");
        let goods = market.goods(id, PEOPLE as i64);
        hold(goods.fault());
        assert_eq!(goods.left, 0, "the last one is sold");
        hold(market.money(PEOPLE as i64 * POINTS).fault());
        let numbers = market.scene.count("SELECT count(DISTINCT order_number) FROM \"order\"");
        assert_eq!(numbers, PEOPLE as i64, "no two orders have one number");
    })
    .await;
}
