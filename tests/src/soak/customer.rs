//! A customer who looks around more than it buys, and signs out and in again from time to time.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::client::{Answer, Kind, Tokens};
use super::shared::{Pace, Shared};

/// Requests from signing in to signing out.
const REQUESTS_A_SESSION: u32 = 600;
/// An access token lives for fifteen minutes.
const SESSION: Duration = Duration::from_secs(600);
/// Before a sign-in that was refused is tried again: at the start all sign in at once.
const RETRY: Duration = Duration::from_millis(100);
/// Points of one charge.
const CHARGE: i64 = 3_000_000;
/// Unpaid orders that a customer comes back to; more are left to expire.
const REMEMBERED: usize = 8;
const WORDS: [&str; 6] = ["사과", "커피", "세트", "캠핑", "유기농", "조명"];

/// One customer.
pub(super) struct Customer {
    shared: Arc<Shared>,
    email: String,
    tokens: Tokens,
    signed_in: Instant,
    requests: u32,
    random: u64,
    /// Orders that are not paid, with their totals.
    unpaid: Vec<(i64, i64)>,
    paid: Option<i64>,
    coupon: Option<i64>,
    has_lines: bool,
    is_broke: bool,
}

impl Customer {
    pub fn new(shared: &Arc<Shared>, number: usize) -> Self {
        Self {
            shared: Arc::clone(shared),
            email: format!("customer{number}@demo.jangteo"),
            tokens: Tokens::default(),
            signed_in: Instant::now(),
            // The sessions of different customers end at different times.
            requests: number as u32 * 37 % REQUESTS_A_SESSION,
            random: number as u64,
            unpaid: Vec::new(),
            paid: None,
            coupon: None,
            has_lines: false,
            is_broke: false,
        }
    }

    /// Shops until the load is over.
    pub async fn shop(mut self) {
        while self.sign_in().await.is_err() && !self.shared.is_over() {
            tokio::time::sleep(RETRY).await;
        }
        self.shared.at_work.fetch_add(1, Ordering::Relaxed);
        let mut planned = Instant::now();
        while !self.shared.is_over() {
            if self.tokens.access.is_empty() && self.sign_in().await.is_err() {
                tokio::time::sleep(RETRY).await;
                continue;
            }
            self.step().await;
            self.requests += 1;
            if self.requests >= REQUESTS_A_SESSION || self.signed_in.elapsed() > SESSION {
                self.sign_out().await;
            }
            self.shared.wait(&mut planned, Pace::Customer).await;
        }
    }

    async fn sign_in(&mut self) -> Result<()> {
        self.tokens = self.shared.client.sign_in(&self.email).await?;
        self.signed_in = Instant::now();
        Ok(())
    }

    async fn sign_out(&mut self) {
        let refresh = std::mem::take(&mut self.tokens.refresh);
        self.post(Kind::SignIn, "/v1/auth/logout", json!({"refreshToken": refresh})).await;
        self.tokens.access.clear();
        self.requests = 0;
    }

    async fn step(&mut self) {
        let number = self.below(self.shared.products.len() as u64);
        let product = self.shared.products[number as usize];
        match self.below(100) {
            _ if self.is_broke => self.charge().await,
            0..12 => self.get(Kind::List, "/v1/products?limit=20&sort=priceAsc").await,
            12..18 => self.get(Kind::List, "/v1/products/popular").await,
            18..30 => {
                let word = WORDS[self.below(WORDS.len() as u64) as usize];
                self.get(Kind::Search, &format!("/v1/products?limit=20&q={}", percent(word))).await;
            }
            30..54 => self.get(Kind::Product, &format!("/v1/products/{product}")).await,
            54..60 => self.get(Kind::Cart, "/v1/carts").await,
            60..65 => self.get(Kind::History, "/v1/orders?limit=20").await,
            65..69 => self.take_coupon().await,
            69..83 => self.add(product).await,
            83..91 if self.has_lines => self.order().await,
            83..99 if !self.unpaid.is_empty() => self.pay().await,
            83..99 => self.add(product).await,
            _ => self.cancel().await,
        }
    }

    async fn charge(&mut self) {
        self.post(Kind::Payment, "/v1/points/charge", json!({"amount": CHARGE})).await;
        self.is_broke = false;
    }

    async fn take_coupon(&mut self) {
        let coupon = self.shared.coupon.load(Ordering::Relaxed);
        if coupon > 0 {
            let taken = self.post(Kind::Coupon, &format!("/v1/coupons/{coupon}/issue"), json!({})).await;
            self.coupon = made(taken.as_ref()).and_then(|coupon| coupon["id"].as_i64()).or(self.coupon);
        }
    }

    async fn add(&mut self, product: i64) {
        let added = self.post(Kind::Add, "/v1/carts/items", json!({"productId": product, "quantity": 1})).await;
        self.has_lines |= made(added.as_ref()).is_some();
    }

    async fn order(&mut self) {
        let address =
            json!({"recipientName": "김손님", "phone": "010-1234-5678", "zipCode": "04524", "address": "서울"});
        self.has_lines = false;
        let coupons: Vec<i64> = self.coupon.take().into_iter().collect();
        let placed =
            self.post(Kind::Order, "/v1/orders", json!({"shippingAddress": address, "couponIds": coupons})).await;
        if let Some(order) = made(placed.as_ref())
            && let (Some(id), Some(total)) = (order["id"].as_i64(), order["totalAmount"].as_i64())
        {
            self.unpaid.push((id, total));
            let forgotten = self.unpaid.len().saturating_sub(REMEMBERED);
            self.unpaid.drain(..forgotten);
        }
    }

    async fn pay(&mut self) {
        let Some((order, total)) = self.unpaid.pop() else { return };
        let payment = json!({"orderId": order, "paymentMethod": "POINT", "amount": total});
        let paid = self.post(Kind::Payment, "/v1/payments", payment).await;
        if made(paid.as_ref()).is_some() {
            self.paid = Some(order);
        } else if paid.is_some_and(|answer| answer.code() == "INSUFFICIENT_BALANCE") {
            self.is_broke = true;
            self.unpaid.push((order, total));
        }
    }

    /// The last paid order, unless it was shipped meanwhile; else one that is not paid.
    async fn cancel(&mut self) {
        let order = self.paid.take().or_else(|| self.unpaid.pop().map(|(order, _)| order));
        if let Some(order) = order {
            self.post(Kind::Cancel, &format!("/v1/orders/{order}/cancel"), json!({})).await;
        }
    }

    async fn get(&self, kind: Kind, path: &str) {
        self.shared.client.get(kind, path, &self.tokens.access).await;
    }

    async fn post(&self, kind: Kind, path: &str, body: Value) -> Option<Answer> {
        self.shared.client.post(kind, path, &self.tokens.access, body).await
    }

    /// The next random number below `below` (SplitMix64).
    fn below(&mut self, below: u64) -> u64 {
        self.random = self.random.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.random ^ (self.random >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % below.max(1)
    }
}

fn made(answer: Option<&Answer>) -> Option<Value> {
    answer?.made()
}

/// The word as it stands in an address.
fn percent(word: &str) -> String {
    word.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
