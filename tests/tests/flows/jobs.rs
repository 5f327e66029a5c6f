//! What the shop does by itself: each job at its very instant, each thing once, in pieces that hold nobody up.

use chrono::TimeDelta;
use shop_app::coupon::CouponDraft;
use shop_app::jobs::{expire_coupons, forget_answers, lapse_carts};
use shop_app::order::expire_orders;
use shop_app::point::charge_points;
use shop_contract::{ChargePoints, OrderState};

use crate::scene::{Scene, noon, rate};

const INSTANT: TimeDelta = TimeDelta::milliseconds(1);

#[tokio::test]
async fn unpaid_orders_expire_in_pieces_and_each_once() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 9).await;
    for _ in 0..5 {
        scene.buy(who, cup).await;
    }
    scene.clock.set(noon() + TimeDelta::minutes(30));
    let mut pieces = Vec::new();
    for _ in 0..4 {
        pieces.push(expire_orders(&scene.shop, 2).await.expect("the job runs"));
    }
    assert_eq!((pieces, scene.level(cup)), (vec![2, 2, 1, 0], 9), "all are over, and their stock is back once");
}

#[tokio::test]
async fn coupons_run_out_with_their_pieces() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let draft = || CouponDraft { end_date: noon() + TimeDelta::minutes(5), ..rate(10) };
    let used = scene.own(who, draft()).await;
    scene.put(who, scene.product(1_000, 9).await, None, 1).await;
    let order = scene.place(who, &[used]).await.expect("it is placed");
    for _ in 0..2 {
        scene.own(who, draft()).await;
    }
    let longer = scene.own(who, rate(10)).await;
    let expire = async |limit| expire_coupons(&scene.shop, limit).await.expect("the job runs");
    let in_state =
        |table: &str, state: &str| scene.count(&format!("SELECT count(*) FROM {table} WHERE state = '{state}'"));
    scene.clock.set(noon() + TimeDelta::minutes(5) - INSTANT);
    assert_eq!(expire(10).await, 0, "not before their time");
    scene.clock.advance(INSTANT);
    assert_eq!((expire(1).await, in_state("coupon", "EXPIRED")), (1, 0), "piece by piece");
    assert_eq!((expire(1).await, expire(1).await), (1, 0), "until none is left");
    assert_eq!(
        (in_state("user_coupon", "EXPIRED"), in_state("coupon", "EXPIRED")),
        (2, 3),
        "then the coupons themselves"
    );
    assert_eq!(scene.order(who, order.id).await.state, OrderState::Normal, "the order that used one keeps it");
    let valid = scene.count(&format!("SELECT count(*) FROM user_coupon WHERE id = {longer} AND state = 'AVAILABLE'"));
    assert_eq!(valid, 1, "whose time has not come stays");
}

#[tokio::test]
async fn carts_lapse_after_thirty_days() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 9).await;
    scene.put(who, cup, None, 1).await;
    scene.clock.set(noon() + TimeDelta::days(30));
    assert_eq!(lapse_carts(&scene.shop, 10).await.expect("the job runs"), 0, "thirty days are allowed");
    scene.clock.advance(INSTANT);
    scene.put(who, scene.product(1_000, 9).await, None, 1).await;
    assert_eq!(lapse_carts(&scene.shop, 10).await.expect("the job runs"), 1, "a moment more is too long");
    assert_eq!(scene.count("SELECT count(*) FROM cart_item WHERE state = 'NORMAL'"), 1, "what is fresh stays");
}

#[tokio::test]
async fn answers_are_forgotten_after_a_day() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let charge = async || {
        let call = scene.call_with_key(who, "k");
        charge_points(call, ChargePoints::of(1_000)).await.expect("it is answered");
        scene.points(who)
    };
    let forget = async || forget_answers(&scene.shop, 10).await.expect("the job runs");
    assert_eq!(charge().await, 1_000, "it is charged");
    scene.clock.advance(TimeDelta::hours(24));
    assert_eq!((forget().await, charge().await), (0, 1_000), "a day later it is still the same request");
    scene.clock.advance(INSTANT);
    assert_eq!((forget().await, charge().await), (1, 2_000), "a moment more and it is a new one");
}
