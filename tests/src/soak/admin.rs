//! The admin: looks at lists, keeps the shelves full, hands out coupons, ships, and makes a payment fail now and then.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use chrono::TimeDelta;
use serde_json::{Value, json};
use shop_app::runtime::{Clock as _, SystemClock};
use tokio::time::Instant;

use super::client::Kind;
use super::shared::{Pace, Shared};

/// An access token lives for fifteen minutes.
const SESSION: Duration = Duration::from_secs(600);
/// Before a sign-in that was refused is tried again: at the start all sign in at once.
const RETRY: Duration = Duration::from_millis(100);
/// From one coupon to the next.
const COUPONS: Duration = Duration::from_secs(10);
/// Coupons that can be taken at once; older ones are deleted, so that the list stays short.
const LATEST: usize = 12;
/// Units of a coupon.
const UNITS: i64 = 1_000;
/// From one payment that fails to the next.
const FAULTS: Duration = Duration::from_secs(5);
/// Units that are added to a product at once.
const DELIVERED: i64 = 2_000;
const READS: [&str; 7] = [
    "/v1/admin/orders",
    "/v1/admin/products",
    "/v1/admin/users",
    "/v1/admin/dashboard",
    "/v1/admin/coupons",
    "/v1/admin/audit-log",
    "/v1/admin/alerts",
];

/// The one admin.
pub(super) struct Admin {
    shared: Arc<Shared>,
    token: String,
    signed_in: Instant,
    turn: usize,
    coupons: VecDeque<i64>,
    next_coupon: Instant,
    next_fault: Instant,
}

impl Admin {
    pub fn new(shared: &Arc<Shared>) -> Self {
        let now = Instant::now();
        Self {
            shared: Arc::clone(shared),
            token: String::new(),
            signed_in: now,
            turn: 0,
            coupons: VecDeque::new(),
            next_coupon: now,
            next_fault: now,
        }
    }

    /// Works until the load is over.
    pub async fn work(mut self) {
        let mut planned = Instant::now();
        while !self.shared.is_over() {
            if self.token.is_empty() || self.signed_in.elapsed() > SESSION {
                self.token = self.shared.client.sign_in(shop_demo::ADMIN_EMAIL).await.unwrap_or_default().access;
                self.signed_in = Instant::now();
            }
            if self.token.is_empty() {
                tokio::time::sleep(RETRY).await;
                continue;
            }
            if self.turn == 0 {
                self.fill_all().await;
                self.shared.at_work.fetch_add(1, Ordering::Relaxed);
            }
            self.step().await;
            self.shared.wait(&mut planned, Pace::Admin).await;
        }
    }

    async fn step(&mut self) {
        let now = Instant::now();
        self.turn += 1;
        if now >= self.next_coupon {
            self.next_coupon = now + COUPONS;
            self.hand_out().await;
        } else if now >= self.next_fault {
            self.next_fault = now + FAULTS;
            self.break_a_payment().await;
        } else {
            match self.turn % 4 {
                0 => self.fill_up(self.shared.products[self.turn / 4 % self.shared.products.len()]).await,
                1 => self.deliver("PREPARING", "ship").await,
                2 => self.deliver("SHIPPED", "deliver").await,
                _ => drop(self.read(READS[self.turn / 4 % READS.len()]).await),
            }
        }
    }

    /// A new coupon, and the oldest one is deleted.
    async fn hand_out(&mut self) {
        let now = SystemClock.now();
        let coupon = json!({
            "name": "열흘 할인", "type": "CART", "discountRate": 10, "maxDiscountPrice": 5_000, "minOrderAmount": 0,
            "totalQuantity": UNITS, "beginDate": now - TimeDelta::minutes(1), "endDate": now + TimeDelta::days(10),
        });
        if let Some(made) = self.write("/v1/admin/coupons", coupon).await
            && let Some(id) = made["id"].as_i64()
        {
            self.shared.coupon.store(id.unsigned_abs(), Ordering::Relaxed);
            self.coupons.push_back(id);
        }
        if self.coupons.len() > LATEST
            && let Some(oldest) = self.coupons.pop_front()
        {
            let path = format!("/v1/admin/coupons/{oldest}");
            self.shared.client.delete(Kind::AdminWrite, &path, &self.token).await;
        }
    }

    async fn break_a_payment(&self) {
        // Counted first: a customer may meet it before this is answered.
        self.shared.faults.fetch_add(1, Ordering::Relaxed);
        self.write("/v1/admin/faults", json!({"point": "payment", "times": 1})).await;
    }

    /// The demo has few units of most products.
    async fn fill_all(&self) {
        for product in &self.shared.products {
            self.fill_up(*product).await;
        }
    }

    async fn fill_up(&self, product: i64) {
        let delivery = json!({"type": "INCREASE", "quantity": DELIVERED, "reason": "입고"});
        self.write(&format!("/v1/admin/products/{product}/stock"), delivery).await;
    }

    /// Moves the newest order in that state of delivery on.
    async fn deliver(&self, state: &str, verb: &str) {
        let found = self.read(&format!("/v1/admin/orders?limit=20&deliveryState={state}")).await;
        let order = found.and_then(|page| page["items"].as_array()?.last()?["id"].as_i64());
        if let Some(order) = order {
            self.write(&format!("/v1/admin/orders/{order}/{verb}"), json!({})).await;
        }
    }

    async fn read(&self, path: &str) -> Option<Value> {
        self.shared.client.get(Kind::AdminRead, path, &self.token).await?.made()
    }

    async fn write(&self, path: &str, body: Value) -> Option<Value> {
        self.shared.client.post(Kind::AdminWrite, path, &self.token, body).await?.made()
    }
}
