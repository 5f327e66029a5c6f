//! Half of the customers have A before B in the cart, half B before A.

use shop_app::order::{cancel_order, place_order};
use shop_contract::ById;
use shop_tests::scene::order;

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way};

const CUSTOMERS: usize = 64;

#[tokio::test(flavor = "multi_thread")]
async fn nobody_waits_in_a_ring() {
    in_every_way(async |market| {
        let a = market.scene.product(1_000, CUSTOMERS as i64).await;
        let b = market.scene.product(1_000, CUSTOMERS as i64).await;
        let customers = market.scene.crowd(CUSTOMERS, 10_000).await;
        let lines = customers.iter().enumerate().flat_map(|(number, who)| {
            let (first, then) = if number % 2 == 0 { (a, b) } else { (b, a) };
            [(*who, first, None, 1), (*who, then, None, 1)]
        });
        market.scene.put_all(lines.collect()).await;
        let place = |(number, who): (usize, &_)| place_order(market.call(number, *who), order(&[]));
        let placed = all_at_once(customers.iter().enumerate().map(place)).await;
        hold_tally(&placed, &[("done", CUSTOMERS)], "all are served");
        for id in [a, b] {
            let goods = market.goods(id, CUSTOMERS as i64);
            hold(goods.fault());
            assert_eq!(goods.left, 0, "to the last piece");
        }
        let back = customers.iter().zip(placed.iter().flatten()).enumerate();
        let given_up = all_at_once(
            back.map(|(number, (who, placed))| cancel_order(market.call(number, *who), ById { id: placed.id })),
        )
        .await;
        hold_tally(&given_up, &[("done", CUSTOMERS)], "giving back takes the same keys");
        assert_eq!((market.goods(a, 64).left, market.goods(b, 64).left), (64, 64), "all is back");
    })
    .await;
}
