//! How each error of the contract is brought about by one request, in a shop that is made ready for it.

use std::sync::mpsc;
use std::time::Duration;

use serde_json::{Value, json};
use shop_app::coupon::CouponDraft;
use shop_app::runtime::locks::LockKey;
use shop_contract::ErrorCode;
use shop_server::Rate;
use shop_store::product::NewProduct;

use crate::http::{Answer, Ask, Site, TestUser};
use crate::scene::{product, rate};
use crate::stage::shipping_address;

/// How an error comes about.
pub enum Provoked {
    /// By a customer's request, in a shop that stands ready for it.
    By(Box<Ask>),
    /// By no request yet: the operation that refuses with it comes with its own issue.
    NotYet(&'static str),
}
use Provoked::{By, NotYet};

fn by(ask: Ask) -> Provoked {
    By(Box::new(ask))
}

/// A shop in which one request is about to be refused.
pub struct Ready {
    /// The shop.
    pub site: Site,
    /// The customer.
    pub me: TestUser,
}

impl Ready {
    /// With a customer of 1,000 points; a session may send 20 requests at once, a write waits for 0.2 seconds.
    pub async fn shop() -> Self {
        let site = Site::with(
            |options| options.lock_wait = Duration::from_millis(200),
            |options| options.limits.session_rate = Rate { burst: 20, per_second: 1.0 },
        )
        .await;
        let me = site.customer(1_000).await;
        Self { site, me }
    }

    fn post(&self, path: &str, body: Value) -> Provoked {
        by(self.site.post(path, body).by(&self.me))
    }

    fn get(&self, path: &str) -> Provoked {
        by(self.site.get(path).by(&self.me))
    }

    /// One unit of a new product in the cart.
    async fn line(&self, price: i64) -> i64 {
        let product = self.site.scene.product(price, 10).await;
        self.site.scene.put(self.me.principal, product, None, 1).await
    }

    /// Places an order of that much, and gives its id.
    pub async fn order(&self, price: i64) -> i64 {
        self.line(price).await;
        self.site.scene.place(self.me.principal, &[]).await.expect("it can be ordered").id
    }

    fn place(&self, coupons: &[i64], total: Option<i64>) -> Provoked {
        let mut order = json!({"shippingAddress": shipping_address(), "couponIds": coupons});
        if let Some(total) = total {
            order["expectedTotal"] = json!(total);
        }
        self.post("/v1/orders", order)
    }

    /// A payment.
    pub fn pay(&self, order: i64, amount: i64) -> Provoked {
        self.post("/v1/payments", json!({"orderId": order, "paymentMethod": "POINT", "amount": amount}))
    }

    async fn issue(&self, coupon: i64) -> Provoked {
        self.post(&format!("/v1/coupons/{coupon}/issue"), json!({}))
    }

    async fn of_stock_and_cart(&self, code: ErrorCode) -> Provoked {
        let scene = &self.site.scene;
        match code {
            ErrorCode::InsufficientStock => {
                let product = scene.product(1_000, 1).await;
                self.post("/v1/carts/items", json!({"productId": product, "quantity": 2}))
            }
            ErrorCode::ExceededLimitedQuantity => {
                let product = scene.make(NewProduct { limited_quantity: Some(1), ..product(1_000, 10) }).await;
                self.post("/v1/carts/items", json!({"productId": product, "quantity": 2}))
            }
            ErrorCode::CartEmpty => self.place(&[], None),
            ErrorCode::InvalidCoupon => {
                self.line(1_000).await;
                self.place(&[999_999], None)
            }
            ErrorCode::AmountMismatch => {
                self.line(1_000).await;
                self.place(&[], Some(999))
            }
            ErrorCode::InvalidOrderState => {
                let order = self.order(1_000).await;
                scene.sql(&format!("UPDATE \"order\" SET expires_at = created_at WHERE id = {order}"));
                self.pay(order, 1_000)
            }
            _ => {
                let order = self.order(2_000).await;
                self.pay(order, 2_000)
            }
        }
    }

    async fn of_coupons(&self, code: ErrorCode) -> Provoked {
        let scene = &self.site.scene;
        let coupon = scene.coupon(CouponDraft { total_quantity: 1, ..rate(10) }).await;
        let taker = if code == ErrorCode::CouponSoldOut { self.site.customer(0).await } else { self.me.clone() };
        let taken = self.site.post(&format!("/v1/coupons/{coupon}/issue"), json!({})).by(&taker).send().await;
        taken.is(201, "the only one is taken");
        self.issue(coupon).await
    }

    async fn of_requests(&self, code: ErrorCode) -> Provoked {
        let charge = json!({"amount": 2_000});
        match code {
            ErrorCode::IdempotencyKeyReused => {
                let first = self.site.post("/v1/points/charge", charge).by(&self.me).key("one").send().await;
                first.is(200, "the key's first request");
                by(self.site.post("/v1/points/charge", json!({"amount": 3_000})).by(&self.me).key("one"))
            }
            ErrorCode::PayloadTooLarge => {
                by(self.site.ask("POST", "/v1/points/charge").text(" ".repeat(70_000)).by(&self.me))
            }
            ErrorCode::TooManyRequests => {
                for _ in 0..20 {
                    self.site.get("/v1/me").by(&self.me).send().await.is(200, "the burst is let in");
                }
                self.get("/v1/me")
            }
            ErrorCode::EmailTaken => {
                let taken = json!({"email": self.me.email, "password": "a good password", "name": "손님"});
                by(self.site.post("/v1/auth/register", taken))
            }
            _ => {
                let shop =
                    json!({"shopName": "가게", "email": "a@b.kr", "password": "a good password", "name": "주인"});
                self.site.post("/v1/shop/set-up", shop.clone()).send().await.is(201, "the shop is set up");
                by(self.site.post("/v1/shop/set-up", shop))
            }
        }
    }

    async fn of_failures(&self, code: ErrorCode) -> Provoked {
        match code {
            ErrorCode::PaymentFailed => {
                let order = self.order(1_000).await;
                self.site.scene.shop.arm_payment_fault(1);
                self.pay(order, 1_000)
            }
            ErrorCode::InternalError => {
                self.site.scene.sql("ALTER TABLE wish RENAME TO wish_away");
                self.get("/v1/wishes/ids")
            }
            ErrorCode::StorageUnavailable => {
                let file = self.site.scene.file();
                std::fs::rename(&file, file.with_extension("away")).expect("the shop's file is moved");
                self.site.scene.shop.store().health().look_at_file();
                self.post("/v1/points/charge", json!({"amount": 2_000}))
            }
            _ => self.post("/v1/points/charge", json!({"amount": 2_000})),
        }
    }

    async fn of_admins(&self) -> Provoked {
        let product = self.site.scene.product(1_000, 1).await;
        let admin = self.site.admin().await;
        let wanted = json!({"type": "DECREASE", "quantity": 2, "reason": "재고 실사"});
        By(Box::new(self.site.post(&format!("/v1/admin/products/{product}/stock"), wanted).by(&admin)))
    }

    /// What provokes the error, and the names of its details.
    pub async fn provoke(&self, code: ErrorCode) -> (Provoked, &'static [&'static str]) {
        use ErrorCode as Code;
        match code {
            Code::InvalidInput => (self.post("/v1/points/charge", json!({"amount": 1})), &["fields"]),
            Code::InsufficientStock => (self.of_stock_and_cart(code).await, &["items"]),
            Code::ExceededLimitedQuantity => {
                (self.of_stock_and_cart(code).await, &["alreadyBought", "inCart", "limitedQuantity", "requested"])
            }
            Code::InvalidCoupon => (self.of_stock_and_cart(code).await, &["reason", "userCouponId"]),
            Code::InvalidOrderState => (self.of_stock_and_cart(code).await, &["asked", "state"]),
            Code::AmountMismatch => (self.of_stock_and_cart(code).await, &["actual", "expected"]),
            Code::InsufficientBalance => (self.of_stock_and_cart(code).await, &["available", "required", "shortfall"]),
            Code::CartEmpty => (self.of_stock_and_cart(code).await, &[]),
            Code::InvalidStockAdjustment => (self.of_admins().await, &["available"]),
            Code::UserNotFound => (NotYet("users are looked at with the admin's issue"), &[]),
            Code::Unauthorized => (by(self.site.get("/v1/me")), &[]),
            Code::Forbidden => (self.post("/v1/admin/faults", json!({"point": "payment", "times": 1})), &[]),
            Code::ProductNotFound => (self.get("/v1/products/999999"), &[]),
            Code::OrderNotFound => (self.get("/v1/orders/999999"), &[]),
            Code::CouponNotFound => (self.issue(999_999).await, &[]),
            Code::CartItemNotFound => (by(self.site.ask("DELETE", "/v1/carts/items/999999").by(&self.me)), &[]),
            Code::NotFound => (by(self.site.ask("DELETE", "/v1/me/addresses/999999").by(&self.me)), &[]),
            Code::CouponAlreadyIssued | Code::CouponSoldOut => (self.of_coupons(code).await, &[]),
            Code::TooManyRequests => (self.of_requests(code).await, &["retryAfter"]),
            Code::EmailTaken | Code::IdempotencyKeyReused | Code::Conflict | Code::PayloadTooLarge => {
                (self.of_requests(code).await, &[])
            }
            Code::PaymentFailed => (self.of_failures(code).await, &[]),
            Code::InternalError => (self.of_failures(code).await, &["traceId"]),
            Code::LockTimeout | Code::Overloaded => (self.of_failures(code).await, &[]),
            Code::StorageUnavailable => (self.of_failures(code).await, &["reason"]),
        }
    }

    /// Sends it while whatever stands in its way does so.
    pub async fn send(&self, code: ErrorCode, ask: Ask) -> Answer {
        match code {
            ErrorCode::LockTimeout => {
                let (go, wait) = mpsc::channel::<()>();
                let shop = self.site.scene.shop.clone();
                let busy = tokio::spawn(async move {
                    // It ends when the other side is dropped, which is an error in words only.
                    shop.write(LockKey::Shop, move |_| Ok(wait.recv().is_err())).await
                });
                let answer = ask.send().await;
                drop(go);
                busy.await.expect("it ends").expect("what was in the way is done");
                answer
            }
            ErrorCode::StorageUnavailable => {
                let answer = ask.send().await;
                let file = self.site.scene.file();
                std::fs::rename(file.with_extension("away"), &file).expect("it is put back");
                self.site.scene.shop.store().health().look_at_file();
                answer
            }
            ErrorCode::Overloaded => {
                let file = rusqlite::Connection::open(self.site.scene.file()).expect("the file opens");
                file.execute_batch("BEGIN IMMEDIATE").expect("another program writes");
                let answer = ask.send().await;
                file.execute_batch("ROLLBACK").expect("and gives up");
                answer
            }
            _ => ask.send().await,
        }
    }
}
