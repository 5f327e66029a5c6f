//! One request, sent sixteen times at once with one idempotency key: one effect, one answer.

use serde_json::{Value, json};
use shop_app::coupon::issue_coupon;
use shop_app::order::place_order;
use shop_app::point::charge_points;
use shop_contract::{ById, ChargePoints, ShopError};
use shop_tests::scene::{order, rate};

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way};

const TIMES: usize = 16;

/// All were answered, and alike.
fn alike<T: serde::Serialize>(answers: Vec<Result<T, ShopError>>) -> Value {
    hold_tally(&answers, &[("done", TIMES)], "all are answered");
    let answers: Vec<Value> = answers.iter().flatten().map(|answer| json!(answer)).collect();
    assert!(answers.iter().all(|answer| *answer == answers[0]), "word for word alike");
    answers[0].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_request_has_one_effect() {
    in_every_way(async |market| {
        let product_id = market.scene.product(1_000, 50).await;
        let coupon_id = market.scene.coupon(rate(10)).await;
        let who = market.queue_for(product_id, 1, 1_000).await[0];
        let charge = |number| charge_points(market.call_with_key(number, who, "charge"), ChargePoints::of(5_000));
        alike(all_at_once((0..TIMES).map(charge)).await);
        assert_eq!(market.scene.points(who), 6_000, "charged once");
        let issue = |number| issue_coupon(market.call_with_key(number, who, "issue"), ById { id: coupon_id });
        let coupon = alike(all_at_once((0..TIMES).map(issue)).await);
        assert_eq!(market.pieces(coupon_id).held, 1, "issued once");
        let coupons = [coupon["id"].as_i64().expect("the piece has an id")];
        let place = |number| place_order(market.call_with_key(number, who, "place"), order(&coupons));
        alike(all_at_once((0..TIMES).map(place)).await);
        hold(market.goods(product_id, 50).fault());
        assert_eq!((market.goods(product_id, 50).sold, market.orders_in("NORMAL")), (1, 1), "ordered once");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_stands_for_another_request_is_refused() {
    in_every_way(async |market| {
        let who = market.scene.crowd(1, 1_000).await[0];
        let charge = |number: usize| {
            let amount = if number < TIMES / 2 { 1_000 } else { 2_000 };
            charge_points(market.call_with_key(number, who, "one key"), ChargePoints::of(amount))
        };
        let answers = all_at_once((0..TIMES).map(charge)).await;
        let expected = [("done", TIMES / 2), ("IdempotencyKeyReused", TIMES / 2)];
        hold_tally(&answers, &expected, "the first request has the key, and its repetitions its answer");
        let charged = market.scene.points(who) - 1_000;
        assert!([1_000, 2_000].contains(&charged), "charged once, whichever came first: {charged}");
    })
    .await;
}
