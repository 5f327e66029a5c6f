//! What an order gives back when it is cancelled, refunded or expires: everything, once, on the right day.

use chrono::TimeDelta;
use serde_json::json;
use shop_app::coupon::CouponDraft;
use shop_app::order::ship_order;
use shop_contract::{ById, ErrorCode, OrderState, PaymentState};

use crate::scene::{Scene, at, noon, payment, rate, refused};

#[tokio::test]
async fn an_order_of_nothing_to_pay_is_confirmed_at_once() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 5).await;
    scene.put(who, cup, None, 2).await;
    let coupon = scene.own(who, rate(100)).await;
    let placed = scene.place(who, &[coupon]).await.expect("it is placed");
    assert_eq!(
        (placed.state, placed.total_amount, placed.expires_at),
        (OrderState::Confirmed, 0, None),
        "nothing to pay"
    );
    let paid = placed.payment.expect("a payment of 0");
    assert_eq!((paid.amount, paid.state, paid.balance), (0, PaymentState::Completed, None), "no points moved");
    assert_eq!(scene.count("SELECT count(*) FROM balance_transaction"), 0, "the ledger has no row of 0");
    assert_eq!(scene.count("SELECT quantity FROM daily_sales"), 2, "it is sold all the same");
    let again = scene.order(who, placed.id).await;
    let refunded = scene.cancel(who, &again).await.expect("it can be given back");
    assert_eq!((refunded.state, scene.level(cup)), (OrderState::Refunded, 5), "with its stock");
    scene.put(who, cup, None, 1).await;
    scene.place(who, &[coupon]).await.expect("and its coupon");
}

#[tokio::test]
async fn an_unpaid_order_expires_once_at_its_very_instant() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 1).await;
    let coupon = scene.own(who, rate(10)).await;
    scene.put(who, cup, None, 1).await;
    let placed = scene.place(who, &[coupon]).await.expect("it is placed");
    scene.clock.set(noon() + TimeDelta::minutes(30) - TimeDelta::milliseconds(1));
    assert_eq!((scene.expire().await, scene.level(cup)), (0, 0), "its time has not passed");
    scene.clock.advance(TimeDelta::milliseconds(1));
    let (one, two) = tokio::join!(scene.expire(), scene.expire());
    assert!(one + two >= 1, "one of two jobs finds it");
    let expired = scene.order(who, placed.id).await;
    assert_eq!((expired.state, scene.level(cup)), (OrderState::Cancelled, 1), "the piece is back, once");
    refused(scene.cancel(who, &placed).await, ErrorCode::InvalidOrderState, "what is over is not cancelled again");
    scene.put(who, cup, None, 1).await;
    scene.place(who, &[coupon]).await.expect("the coupon is back too");
}

#[tokio::test]
async fn a_coupon_that_ran_out_meanwhile_comes_back_as_run_out() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 1).await;
    let coupon = scene.own(who, CouponDraft { end_date: noon() + TimeDelta::minutes(5), ..rate(10) }).await;
    scene.put(who, cup, None, 1).await;
    let placed = scene.place(who, &[coupon]).await.expect("it is placed");
    scene.advance_minutes(5);
    scene.cancel(who, &placed).await.expect("it is given up");
    let expired = scene.count("SELECT count(*) FROM user_coupon WHERE state = 'EXPIRED' AND used_at IS NULL");
    assert_eq!(expired, 1, "it is nobody's to use any more");
}

#[tokio::test]
async fn a_paid_order_is_refunded_until_it_is_shipped() {
    let scene = Scene::new();
    let who = scene.customer(10_000).await;
    let cup = scene.product(1_000, 5).await;
    let (first, second) = (scene.buy(who, cup).await, scene.buy(who, cup).await);
    scene.pay(who, &first).await.expect("it is paid");
    scene.pay(who, &second).await.expect("it is paid");
    ship_order(scene.call(scene.admin().await), ById { id: second.id }).await.expect("it leaves");
    let refunded = scene.cancel(who, &first).await.expect("it is not shipped");
    assert_eq!(refunded.state, OrderState::Refunded, "paid back");
    assert_eq!(refunded.payment.expect("its payment").state, PaymentState::Refunded, "and its payment says so");
    assert_eq!((scene.points(who), scene.level(cup)), (9_000, 4), "points and stock are back");
    let details = refused(scene.cancel(who, &second).await, ErrorCode::InvalidOrderState, "it is on its way");
    assert_eq!(details, json!({"state": "CONFIRMED", "asked": "CANCEL"}), "the state and what was asked");
    refused(scene.cancel(who, &first).await, ErrorCode::InvalidOrderState, "nothing is refunded twice");
    assert_eq!(scene.points(who), 9_000, "nor paid back twice");
}

#[tokio::test]
async fn a_refund_after_midnight_in_seoul_lowers_the_day_of_the_sale() {
    let scene = Scene::new();
    let who = scene.customer(10_000).await;
    let cup = scene.product(1_000, 5).await;
    scene.clock.set(at("2026-03-10T14:50:00Z"));
    let order = scene.buy(who, cup).await;
    assert!(order.order_number.starts_with("ORD-20260310-"), "ten to midnight in Seoul");
    scene.clock.set(at("2026-03-10T15:00:00Z"));
    scene.pay(who, &order).await.expect("it is paid after midnight");
    let sold =
        |day: &str| scene.count(&format!("SELECT ifnull(sum(quantity), 0) FROM daily_sales WHERE day = '{day}'"));
    assert_eq!((sold("2026-03-10"), sold("2026-03-11")), (0, 1), "sold on the day of the payment");
    assert!(scene.buy(who, cup).await.order_number.ends_with("20260311-000001"), "numbers begin anew with the day");
    scene.clock.set(at("2026-03-13T03:00:00Z"));
    scene.cancel(who, &order).await.expect("it is refunded");
    assert_eq!((sold("2026-03-11"), sold("2026-03-13")), (0, 0), "down on the day of the sale");
}

#[tokio::test]
async fn paying_races_cancelling_and_one_of_them_wins() {
    for _ in 0..10 {
        let scene = Scene::new();
        let who = scene.customer(10_000).await;
        let order = scene.buy(who, scene.product(1_000, 1).await).await;
        let (paid, cancelled) =
            tokio::join!(shop_app::payment::pay_order(scene.call(who), payment(&order)), scene.cancel(who, &order));
        let end = scene.order(who, order.id).await.state;
        match (paid.is_ok(), cancelled.is_ok()) {
            (true, true) => assert_eq!(end, OrderState::Refunded, "paid, then given back"),
            (false, true) => assert_eq!(end, OrderState::Cancelled, "given up before it was paid"),
            other => panic!("cancelling always finds something to cancel: {other:?}"),
        }
        assert_eq!(scene.points(who), 10_000, "the points are back, or never went");
    }
}
