//! One coupon on two orders at once.

use shop_app::coupon::issue_coupon;
use shop_app::order::place_order;
use shop_contract::{ById, ErrorCode, PlaceOrder};
use shop_tests::scene::{order, rate, refused};

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way};

const CUSTOMERS: usize = 16;

#[tokio::test(flavor = "multi_thread")]
async fn a_coupon_is_used_for_one_order() {
    in_every_way(async |market| {
        let (cup, plate) = (market.scene.product(1_000, 100).await, market.scene.product(2_000, 100).await);
        let coupon_id = market.scene.coupon(rate(10)).await;
        let mut orders = Vec::new();
        for who in market.scene.crowd(CUSTOMERS, 10_000).await {
            let coupon =
                issue_coupon(market.scene.call(who), ById { id: coupon_id }).await.expect("there are a hundred");
            for line in market.scene.put_all(vec![(who, cup, None, 1), (who, plate, None, 1)]).await {
                let request = PlaceOrder { cart_item_ids: Some(vec![line]), ..order(&[coupon.id]) };
                orders.push((who, request));
            }
        }
        let placed = orders.into_iter().enumerate();
        let answers =
            all_at_once(placed.map(|(number, (who, request))| place_order(market.call(number, who), request))).await;
        hold_tally(
            &answers,
            &[("done", CUSTOMERS), ("InvalidCoupon", CUSTOMERS)],
            "one of each customer's two orders has it",
        );
        let used = market.scene.count("SELECT count(*) FROM user_coupon WHERE state = 'USED'");
        assert_eq!(used, CUSTOMERS as i64, "each is used");
        for late in answers.into_iter().filter(Result::is_err) {
            let details = refused(late, ErrorCode::InvalidCoupon, "it is used");
            assert_eq!(details["reason"], "NOT_AVAILABLE", "and the answer says so");
        }
        let sold = market.goods(cup, 100).sold + market.goods(plate, 100).sold;
        assert_eq!(sold, CUSTOMERS as i64, "a refused order takes nothing");
        hold(market.goods(cup, 100).fault().or(market.goods(plate, 100).fault()));
    })
    .await;
}
