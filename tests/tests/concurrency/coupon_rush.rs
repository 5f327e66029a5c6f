//! A thousand customers want one of a hundred coupons.

use shop_app::coupon::{CouponDraft, issue_coupon};
use shop_contract::ById;
use shop_tests::scene::rate;

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way};

#[tokio::test(flavor = "multi_thread")]
async fn just_as_many_get_a_coupon_as_there_are() {
    in_every_way(async |market| {
        let id = market.scene.coupon(CouponDraft { total_quantity: 100, ..rate(10) }).await;
        let customers = market.scene.crowd(1_000, 1_000).await;
        let ask = |(number, who): (usize, &_)| issue_coupon(market.call(number, *who), ById { id });
        let answers = all_at_once(customers.iter().enumerate().map(ask)).await;
        hold_tally(&answers, &[("done", 100), ("CouponSoldOut", 900)], "a hundred, and not one more or less");
        let pieces = market.pieces(id);
        hold(pieces.fault());
        assert_eq!(pieces.held, 100, "all of them are with customers");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_two_by_asking_often() {
    in_every_way(async |market| {
        let id = market.scene.coupon(CouponDraft { total_quantity: 100, ..rate(10) }).await;
        let customers = market.scene.crowd(16, 1_000).await;
        let asked = (0..8 * customers.len()).map(|number| {
            // From two devices at least, which are two programs where there are two.
            let who = customers[number / 8];
            issue_coupon(market.call(number, who), ById { id })
        });
        let answers = all_at_once(asked).await;
        hold_tally(&answers, &[("done", 16), ("CouponAlreadyIssued", 112)], "one each, however often it is asked for");
        hold(market.pieces(id).fault());
    })
    .await;
}
