//! What the shop does by itself: each job at its very instant, each thing once, in pieces that hold nobody up.

use std::collections::VecDeque;
use std::sync::Arc;

use chrono::TimeDelta;
use parking_lot::Mutex;
use serde_json::{Value, json};
use shop_app::contract::{ChargePoints, OrderState};
use shop_app::coupon::CouponDraft;
use shop_app::jobs::{Left, deliver_outbox, expire_coupons, forget_answers, lapse_carts};
use shop_app::order::expire_orders;
use shop_app::point::charge_points;
use shop_app::runtime::Webhook;

use crate::scene::{Scene, noon, rate};

const INSTANT: TimeDelta = TimeDelta::milliseconds(1);

/// A merchant's system that answers as it is told to, then always well, and remembers what came.
#[derive(Default)]
struct Merchant {
    refusals: Mutex<VecDeque<&'static str>>,
    posts: Mutex<Vec<(String, Value)>>,
}

impl Webhook for Merchant {
    fn post(&self, url: &str, body: &str) -> Result<(), String> {
        let body = serde_json::from_str(body).expect("the body is JSON");
        self.posts.lock().push((url.to_owned(), body));
        self.refusals.lock().pop_front().map_or(Ok(()), |refusal| Err(refusal.to_owned()))
    }
}

impl Merchant {
    fn who_refuses(times: usize) -> Arc<Self> {
        Arc::new(Self { refusals: Mutex::new(std::iter::repeat_n("answered 503", times).collect()), ..Self::default() })
    }

    fn posts(&self) -> usize {
        self.posts.lock().len()
    }
}

/// Somebody has paid, so that there is one event to send, and the merchant has an address.
async fn scene_with_an_event() -> Scene {
    let scene = Scene::new();
    let who = scene.customer(10_000).await;
    let order = scene.buy(who, scene.product(1_000, 9).await).await;
    scene.pay(who, &order).await.expect("it is paid");
    scene.write(|w| Ok(shop_store::setting::write(w.tx, "webhookUrl", &"https://shop.example/hook", w.now)?)).await;
    scene
}

async fn deliver(scene: &Scene, merchant: &Arc<Merchant>) -> Left {
    let webhook = Arc::clone(merchant) as Arc<dyn Webhook>;
    deliver_outbox(&scene.shop, &webhook).await.expect("the job runs")
}

fn events(scene: &Scene, state: &str, attempts: i64) -> i64 {
    scene.count(&format!("SELECT count(*) FROM outbox WHERE state = '{state}' AND attempts = {attempts}"))
}

#[tokio::test]
async fn an_event_is_sent_once() {
    let scene = scene_with_an_event().await;
    let merchant = Merchant::who_refuses(0);
    assert_eq!(deliver(&scene, &merchant).await, Left::Nothing, "one is a small piece");
    let (url, body) = merchant.posts.lock()[0].clone();
    assert_eq!(url, "https://shop.example/hook", "where the settings say");
    let mut names: Vec<_> = body.as_object().expect("an event").keys().cloned().collect();
    names.sort();
    assert_eq!(names, ["aggregateId", "createdAt", "id", "payload", "type"], "what an event says");
    assert_eq!((&body["type"], &body["payload"]["totalAmount"]), (&json!("order.paid"), &json!(1_000)), "of what");
    assert_eq!(events(&scene, "SENT", 1), 1, "it is sent");
    scene.advance_minutes(60);
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.posts(), 1, "and not sent again");
}

#[tokio::test]
async fn an_event_that_is_refused_is_tried_again_after_a_pause() {
    let scene = scene_with_an_event().await;
    let merchant = Merchant::who_refuses(1);
    deliver(&scene, &merchant).await;
    assert_eq!((merchant.posts(), events(&scene, "PENDING", 1)), (1, 1), "it waits for its second try");
    assert_eq!(scene.count("SELECT count(*) FROM outbox WHERE last_error = 'answered 503'"), 1, "with the reason");
    scene.clock.advance(TimeDelta::seconds(30) - INSTANT);
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.posts(), 1, "not yet");
    scene.clock.advance(INSTANT);
    deliver(&scene, &merchant).await;
    assert_eq!((merchant.posts(), events(&scene, "SENT", 2)), (2, 1), "half a minute later it is taken");
    let posts = merchant.posts.lock().clone();
    assert_eq!(posts[0], posts[1], "as the same event, by which the merchant can tell");
}

#[tokio::test]
async fn after_three_tries_an_event_waits_for_a_person() {
    let scene = scene_with_an_event().await;
    let merchant = Merchant::who_refuses(9);
    for (pause, posts, why) in [
        (0, 1, "at once"),
        (30, 2, "after half a minute"),
        (59, 2, "the second pause is longer"),
        (1, 3, "a minute later, for the last time"),
        (86_400, 3, "never again"),
    ] {
        scene.clock.advance(TimeDelta::seconds(pause));
        deliver(&scene, &merchant).await;
        assert_eq!(merchant.posts(), posts, "{why}");
    }
    assert_eq!(events(&scene, "FAILED", 3), 1, "it has failed, and says so");
}

#[tokio::test]
async fn without_an_address_everything_waits() {
    let scene = scene_with_an_event().await;
    scene.write(|w| Ok(shop_store::setting::write(w.tx, "webhookUrl", &None::<String>, w.now)?)).await;
    let merchant = Merchant::who_refuses(0);
    deliver(&scene, &merchant).await;
    assert_eq!((merchant.posts(), events(&scene, "PENDING", 0)), (0, 1), "nothing is sent, nothing is lost");
}

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
        charge_points(call, ChargePoints { amount: 1_000 }).await.expect("it is answered");
        scene.points(who)
    };
    let forget = async || forget_answers(&scene.shop, 10).await.expect("the job runs");
    assert_eq!(charge().await, 1_000, "it is charged");
    scene.clock.advance(TimeDelta::hours(24));
    assert_eq!((forget().await, charge().await), (0, 1_000), "a day later it is still the same request");
    scene.clock.advance(INSTANT);
    assert_eq!((forget().await, charge().await), (1, 2_000), "a moment more and it is a new one");
}
