//! Two orders at once against a wallet that is enough for one.

use shop_app::order::place_order;
use shop_app::payment::pay_order;
use shop_contract::PlaceOrder;
use shop_tests::scene::{order, payment};

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way};

const CUSTOMERS: usize = 32;

#[tokio::test(flavor = "multi_thread")]
async fn points_are_spent_once() {
    in_every_way(async |market| {
        let id = market.scene.product(1_000, 2 * CUSTOMERS as i64).await;
        let mut orders = Vec::new();
        for who in market.scene.crowd(CUSTOMERS, 1_500).await {
            for _ in 0..2 {
                let line = market.scene.put(who, id, None, 1).await;
                let request = PlaceOrder { cart_item_ids: Some(vec![line]), ..order(&[]) };
                orders.push((who, place_order(market.scene.call(who), request).await.expect("it can be ordered")));
            }
        }
        let paid = orders.iter().enumerate();
        let answers =
            all_at_once(paid.map(|(number, (who, placed))| pay_order(market.call(number, *who), payment(placed))))
                .await;
        hold_tally(
            &answers,
            &[("done", CUSTOMERS), ("InsufficientBalance", CUSTOMERS)],
            "one of each customer's two is paid",
        );
        let poor = market.scene.count("SELECT count(*) FROM user WHERE available_point = 500 AND used_point = 1000");
        assert_eq!(poor, CUSTOMERS as i64, "each has spent just one order's worth");
        hold(market.money(CUSTOMERS as i64 * 1_500).fault());
        hold(market.goods(id, 2 * CUSTOMERS as i64).fault());
    })
    .await;
}
