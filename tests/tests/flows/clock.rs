//! A clock that is set takes nothing away: not while it is wrong, not across a restart, not from lists by day.

use chrono::TimeDelta;
use shop_app::alert::{list_alerts, look_out, mark_alerts_seen};
use shop_app::coupon::CouponDraft;
use shop_app::jobs::{end_sessions, expire_coupons, forget_answers, forget_attempts, lapse_carts};
use shop_app::order::{expire_orders, list_orders_for_admin};
use shop_app::point::charge_points;
use shop_app::runtime::{Principal, mark_clock};
use shop_app::shop::confirm_clock;
use shop_app::user::{Who, open_sessions, session_principal};
use shop_contract::{AlertKind, ChargePoints, Empty, ListOrdersForAdmin, MarkAlertsSeen, Moment, OrderState};

use crate::scene::{Scene, moment, noon, rate};

const TEN_YEARS: TimeDelta = TimeDelta::days(3_650);

/// What each job that takes something away has taken, in the order of its name.
async fn taken(scene: &Scene) -> [usize; 6] {
    let shop = &scene.shop;
    [
        end_sessions(shop, 99).await.expect("the job runs"),
        expire_coupons(shop, 99).await.expect("the job runs"),
        expire_orders(shop, 99).await.expect("the job runs"),
        forget_answers(shop, 99).await.expect("the job runs"),
        forget_attempts(shop, 99).await.expect("the job runs"),
        lapse_carts(shop, 99).await.expect("the job runs"),
    ]
}

async fn alerts(scene: &Scene, admin: Principal) -> Vec<AlertKind> {
    let list = list_alerts(scene.call(admin), Empty {}).await.expect("they are listed");
    list.items.iter().map(|alert| alert.kind).collect()
}

/// An unpaid order, a coupon at hand, a line in a cart, a kept answer.
async fn full_scene() -> (Scene, Principal) {
    let scene = Scene::new();
    let who = scene.customer(10_000).await;
    let cup = scene.product(1_000, 99).await;
    scene.buy(who, cup).await;
    scene.own(who, CouponDraft { end_date: noon() + TimeDelta::days(60), ..rate(10) }).await;
    scene.put(who, cup, None, 1).await;
    let charge = ChargePoints::of(1_000);
    charge_points(scene.call_with_key(who, "k"), charge).await.expect("it is charged");
    (scene, who)
}

#[tokio::test]
async fn a_clock_ten_years_ahead_for_a_minute_takes_nothing_away() {
    let (scene, who) = full_scene().await;
    let admin = scene.admin().await;
    scene.clock.set_wall(TEN_YEARS);
    assert_eq!(taken(&scene).await, [0; 6], "nothing is over because a clock says so");
    assert_eq!(alerts(&scene, admin).await, [AlertKind::Clock], "an admin is asked");
    scene.clock.advance(TimeDelta::minutes(1));
    scene.clock.set_wall(-TEN_YEARS);
    assert_eq!(taken(&scene).await, [0; 6], "it is right again, and nothing is over yet");
    assert_eq!(alerts(&scene, admin).await, [], "nor is anybody asked any more");
    let charge = ChargePoints::of(1_000);
    charge_points(scene.call_with_key(who, "k"), charge).await.expect("it is answered");
    assert_eq!(scene.points(who), 11_000, "by the answer that was kept, and charged once");
    scene.clock.advance(TimeDelta::minutes(29));
    assert_eq!(taken(&scene).await, [0, 0, 1, 0, 0, 0], "and time goes on as ever");
}

#[tokio::test]
async fn a_clock_ten_years_ahead_signs_nobody_out() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let opened = open_sessions(&scene.shop, Who::AllCustomers, "a test").await.expect("they are opened");
    let is_running =
        || session_principal(&scene.shop, opened[0].session_id, who.user_id).expect("it is read").is_some();
    for (years, why) in [(10, "no session is old because a clock says so"), (-10, "nor when it is right again")] {
        scene.clock.set_wall(TimeDelta::days(365 * years));
        assert!(is_running(), "{why}");
        end_sessions(&scene.shop, 99).await.expect("the job runs");
        assert!(is_running(), "{why}");
    }
    scene.clock.advance(TimeDelta::days(31));
    assert!(!is_running(), "a month without use is one");
}

#[tokio::test]
async fn a_clock_that_an_admin_has_confirmed_is_believed() {
    let (scene, _) = full_scene().await;
    let admin = scene.admin().await;
    scene.clock.set_wall(TimeDelta::hours(1));
    assert_eq!(taken(&scene).await, [0; 6], "an hour is too much for a correction");
    confirm_clock(scene.call(admin), Empty {}).await.expect("it is confirmed");
    assert_eq!(alerts(&scene, admin).await, [], "nobody is asked any more");
    assert_eq!(taken(&scene).await, [0, 0, 1, 0, 0, 0], "the order's half hour is over");
    let acts = scene.count("SELECT count(*) FROM audit_log WHERE action = 'confirm_clock'");
    assert_eq!(acts, 1, "and who has said so is written down");
}

#[tokio::test]
async fn a_correction_of_minutes_and_a_week_asleep_are_no_trouble() {
    let (scene, _) = full_scene().await;
    scene.clock.set_wall(TimeDelta::minutes(9));
    scene.clock.advance(TimeDelta::minutes(20));
    assert_eq!(taken(&scene).await, [0; 6], "not yet");
    scene.clock.advance(TimeDelta::minutes(1));
    assert_eq!(taken(&scene).await, [0, 0, 1, 0, 0, 0], "the clock is believed although it was put right");
    let (scene, _) = full_scene().await;
    scene.clock.advance(TimeDelta::days(7));
    assert_eq!(taken(&scene).await[2..4], [1, 1], "a week that has passed has passed");
    scene.clock.set_wall(-TimeDelta::days(1));
    assert_eq!(scene.shop.is_clock_believed().ok(), Some(false), "a day back is a clock that was set");
}

#[tokio::test]
async fn at_the_start_the_clock_is_compared_with_what_is_known() {
    for (days, is_believed) in [(-1, false), (0, true), (7, true), (29, true), (31, false), (3_650, false)] {
        for is_marked in [false, true] {
            let (mut scene, _) = full_scene().await;
            if is_marked {
                mark_clock(&scene.shop).await.expect("it is written down");
            }
            scene.clock.set(noon() + TimeDelta::days(days) + TimeDelta::minutes(1));
            scene.restart().await;
            assert_eq!(scene.shop.is_clock_believed().ok(), Some(is_believed), "{days} days, marked: {is_marked}");
            let expired = taken(&scene).await[2];
            assert_eq!(expired, usize::from(is_believed && days > 0), "{days} days, marked: {is_marked}");
            let admin = scene.admin().await;
            confirm_clock(scene.call(admin), Empty {}).await.expect("it is confirmed");
            scene.restart().await;
            assert_eq!(scene.shop.is_clock_believed().ok(), Some(true), "{days} days: confirmed for good");
        }
    }
}

#[tokio::test]
async fn a_clock_that_is_put_right_after_the_start_is_believed() {
    let (mut scene, _) = full_scene().await;
    scene.clock.set_wall(-TEN_YEARS);
    scene.restart().await;
    assert_eq!(scene.shop.is_clock_believed().ok(), Some(false), "a clock without a battery");
    scene.clock.set_wall(TEN_YEARS);
    assert_eq!(scene.shop.is_clock_believed().ok(), Some(true), "the network has put it right");
    assert_eq!(taken(&scene).await, [0; 6], "and nothing was lost");
}

#[tokio::test]
async fn what_a_wrong_clock_has_dated_ends_in_time() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let cup = scene.product(1_000, 9).await;
    scene.clock.set_wall(TEN_YEARS);
    let order = scene.buy(who, cup).await;
    charge_points(scene.call_with_key(who, "k"), ChargePoints::of(1_000)).await.expect("it is charged");
    scene.clock.set_wall(-TEN_YEARS);
    assert_eq!(taken(&scene).await, [0; 6], "nothing is over yet");
    scene.clock.advance(TimeDelta::minutes(30));
    assert_eq!(taken(&scene).await[2], 1, "the order does not hold its piece for ten years");
    assert_eq!((scene.order(who, order.id).await.state, scene.level(cup)), (OrderState::Cancelled, 9), "it is back");
    scene.clock.advance(TimeDelta::hours(24));
    assert_eq!(taken(&scene).await[3], 1, "nor is the answer kept so long");
}

#[tokio::test]
async fn orders_of_a_day_are_found_although_the_clock_went_back() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let cup = scene.product(1_000, 99).await;
    let mut ids = vec![scene.buy(who, cup).await.id];
    scene.clock.set_wall(TimeDelta::days(10));
    ids.push(scene.buy(who, cup).await.id);
    scene.clock.set_wall(-TimeDelta::days(10));
    ids.push(scene.buy(who, cup).await.id);
    scene.clock.advance(TimeDelta::days(1));
    ids.push(scene.buy(who, cup).await.id);
    let day = |text: &str| Some(text).filter(|text| !text.is_empty()).map(moment) as Option<Moment>;
    for (from, to, expected) in [
        ("2026-03-10", "2026-03-10", vec![2, 0]),
        ("2026-03-11", "2026-03-11", vec![3]),
        ("2026-03-20", "2026-03-20", vec![1]),
        ("2026-03-11", "", vec![3, 1]),
        ("", "2026-03-11", vec![3, 2, 0]),
        ("", "", vec![3, 2, 1, 0]),
        ("2026-03-12", "2026-03-19", vec![]),
    ] {
        let request = ListOrdersForAdmin { from: day(from), to: day(to), ..ListOrdersForAdmin::default() };
        let page = list_orders_for_admin(scene.call(admin), request).await.expect("they are listed");
        let found: Vec<i64> = page.items.iter().map(|any| any.order.id).collect();
        let expected: Vec<i64> = expected.into_iter().map(|place: usize| ids[place]).collect();
        assert_eq!(found, expected, "{from} to {to}");
        let count = page.summary.map(|summary| summary.count);
        assert_eq!(count, Some(expected.len() as i64), "the sum counts the same: {from} to {to}");
    }
    for (number, expected) in
        [("ORD-20260310", vec![2, 0]), ("ORD-202603", vec![3, 2, 1, 0]), ("ORD-20260320-0", vec![1])]
    {
        let request = ListOrdersForAdmin { q: Some(number.to_owned()), ..ListOrdersForAdmin::default() };
        let page = list_orders_for_admin(scene.call(admin), request).await.expect("they are listed");
        let found: Vec<i64> = page.items.iter().map(|any| any.order.id).collect();
        assert_eq!(found, expected.into_iter().map(|place: usize| ids[place]).collect::<Vec<_>>(), "{number}");
    }
}

/// Whether the alert of low stock is new to the admin.
async fn is_new(scene: &Scene, admin: Principal) -> bool {
    look_out(&scene.shop).await.expect("the job runs");
    let list = list_alerts(scene.call(admin), Empty {}).await.expect("they are listed");
    list.items.iter().find(|alert| alert.kind == AlertKind::LowStock).expect("it is there").is_new
}

async fn sees_all(scene: &Scene, admin: Principal) {
    let until = scene.shop.now();
    mark_alerts_seen(scene.call(admin), MarkAlertsSeen { until }).await.expect("they are seen");
}

#[tokio::test]
async fn an_alert_from_a_clock_that_was_ahead_is_new_until_it_is_seen() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    scene.clock.set_wall(TEN_YEARS);
    scene.product(1_000, 1).await;
    assert!(is_new(&scene, admin).await, "nobody has seen it");
    scene.clock.advance(TimeDelta::minutes(1));
    scene.clock.set_wall(-TEN_YEARS);
    assert!(is_new(&scene, admin).await, "nor now");
    sees_all(&scene, admin).await;
    assert!(!is_new(&scene, admin).await, "once it is seen it is old");
}

#[tokio::test]
async fn alerts_seen_under_a_clock_that_was_ahead_do_not_hide_later_ones() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    scene.clock.set_wall(TEN_YEARS);
    sees_all(&scene, admin).await;
    scene.clock.advance(TimeDelta::minutes(1));
    scene.clock.set_wall(-TEN_YEARS);
    look_out(&scene.shop).await.expect("the job runs");
    scene.clock.advance(TimeDelta::minutes(1));
    scene.product(1_000, 1).await;
    assert!(is_new(&scene, admin).await, "it arose after that");
}
