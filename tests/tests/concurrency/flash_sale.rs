//! Twenty products, of which one is hot, and five hundred customers that each want two.

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way, order_and_pay};

const CUSTOMERS: usize = 500;
const POINTS: i64 = 10_000;
const HOT_STOCK: i64 = 100;
const OTHER_STOCK: i64 = 50;

#[tokio::test(flavor = "multi_thread")]
async fn the_hot_product_sells_out_and_its_crowd_takes_nothing_else_with_it() {
    in_every_way(async |market| {
        let hot = market.scene.product(1_000, HOT_STOCK).await;
        let mut others = Vec::new();
        for _ in 1..20 {
            others.push(market.scene.product(2_000, OTHER_STOCK).await);
        }
        let customers = market.scene.crowd(CUSTOMERS, POINTS).await;
        // Three in five want the hot one too; of the others there is more than enough.
        let lines = customers.iter().enumerate().flat_map(|(number, who)| {
            let other = (*who, others[number % others.len()], None, 1);
            let hot = (number % 5 < 3).then_some((*who, hot, None, 1));
            hot.into_iter().chain([other])
        });
        market.scene.put_all(lines.collect()).await;
        let bought = customers.iter().enumerate().map(|(number, who)| order_and_pay(market.call(number, *who)));
        let answers = all_at_once(bought).await;
        hold_tally(
            &answers,
            &[("done", 300), ("InsufficientStock", 200)],
            "a hundred of the hot one, and all the others",
        );
        let hot = market.goods(hot, HOT_STOCK);
        hold(hot.fault());
        assert_eq!(hot.left, 0, "the hot one is sold out");
        let sold = others.iter().map(|id| {
            let goods = market.goods(*id, OTHER_STOCK);
            hold(goods.fault());
            goods.sold
        });
        assert_eq!(sold.sum::<i64>(), 300, "an order that falls short takes nothing");
        hold(market.money(CUSTOMERS as i64 * POINTS).fault());
    })
    .await;
}
