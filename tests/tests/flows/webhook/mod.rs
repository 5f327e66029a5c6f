//! Events on their way to the merchant's own system: signed, in order, for a day, from the address on.

mod order;
mod sending;
mod since;

use std::collections::VecDeque;
use std::sync::Arc;

use chrono::TimeDelta;
use parking_lot::Mutex;
use serde_json::{Value, json};
use shop_app::jobs::{Left, deliver_outbox};
use shop_app::order::refund_order;
use shop_app::runtime::{Delivery, DeliveryFault, Principal, Webhook};
use shop_app::shop::{get_settings, update_settings};
use shop_contract::{Empty, Order, RefundOrder, Settings, UpdateSettings};

use crate::scene::Scene;

const URL: &str = "https://shop.example/hook";
const INSTANT: TimeDelta = TimeDelta::milliseconds(1);

/// A merchant's system that answers as it is told to, then always well, and remembers what came.
#[derive(Default)]
struct Merchant {
    answers: Mutex<VecDeque<Result<(), DeliveryFault>>>,
    posts: Mutex<Vec<Delivery>>,
}

impl Webhook for Merchant {
    fn post(&self, delivery: &Delivery) -> Result<(), DeliveryFault> {
        self.posts.lock().push(delivery.clone());
        self.answers.lock().pop_front().unwrap_or(Ok(()))
    }
}

impl Merchant {
    fn who_refuses(times: usize) -> Arc<Self> {
        let answers = std::iter::repeat_n(Err(DeliveryFault::Status(503)), times).collect();
        Arc::new(Self { answers: Mutex::new(answers), ..Self::default() })
    }

    /// What came since the last look, as type and order.
    fn told(&self) -> Vec<(String, i64)> {
        let told = |post: Delivery| {
            let body: Value = serde_json::from_str(&post.body).expect("the body is JSON");
            (body["type"].as_str().expect("a type").to_owned(), body["aggregateId"].as_i64().expect("an id"))
        };
        let mut told: Vec<_> = self.posts.lock().drain(..).map(told).collect();
        // Several orders are told of at once, in any order.
        told.sort_by_key(|(_, order)| *order);
        told
    }
}

async fn deliver(scene: &Scene, merchant: &Arc<Merchant>) -> Left {
    let webhook = Arc::clone(merchant) as Arc<dyn Webhook>;
    deliver_outbox(&scene.shop, &webhook).await.expect("the job runs")
}

/// Sets the address as an admin does, over what is set.
async fn set(scene: &Scene, admin: Principal, url: Option<&str>) -> Settings {
    let before = get_settings(scene.call(admin), Empty {}).await.expect("they are read");
    let request = UpdateSettings {
        updated_at: before.updated_at,
        shop_name: before.shop_name,
        low_stock_threshold: before.low_stock_threshold,
        order_expiry_minutes: before.order_expiry_minutes,
        backup_hour: None,
        backups_kept: None,
        point_charging: None,
        payment_methods: None,
        deposit_days: None,
        return_days: None,
        deposit_account: None,
        business: None,
        shipping: None,
        webhook_url: url.map(str::to_owned),
        webhook_allow_local: None,
        alerts: None,
    };
    // Two changes at one instant would be a conflict that no admin sees.
    scene.clock.advance(INSTANT);
    update_settings(scene.call(admin), request).await.expect("they are good")
}

async fn paid(scene: &Scene, who: Principal, product: i64) -> Order {
    let order = scene.buy(who, product).await;
    scene.pay(who, &order).await.expect("it is paid");
    order
}

async fn refund(scene: &Scene, admin: Principal, order: &Order) {
    let request: RefundOrder = serde_json::from_value(json!({"id": order.id})).expect("a request");
    refund_order(scene.call(admin), request).await.expect("it is paid back");
}

fn event(kind: &str, order: &Order) -> (String, i64) {
    (kind.to_owned(), order.id)
}

fn events(scene: &Scene, state: &str, attempts: i64) -> i64 {
    scene.count(&format!("SELECT count(*) FROM outbox WHERE state = '{state}' AND attempts = {attempts}"))
}

/// An admin, a customer with money, and a product of 1,000 won.
async fn scene() -> (Scene, Principal, Principal, i64) {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let product = scene.product(1_000, 90).await;
    (scene, admin, who, product)
}
