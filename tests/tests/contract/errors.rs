//! Every error of the contract, provoked once over HTTP: its status, its code, the names of its details, in both
//! languages. A code without a row fails to compile.

use std::sync::mpsc;
use std::time::Duration;

use serde_json::{Value, json};
use shop_app::contract::{ErrorCode, Language};
use shop_app::coupon::CouponDraft;
use shop_app::runtime::locks::LockKey;
use shop_server::Rate;
use shop_store::product::NewProduct;

use crate::http::{Answer, Ask, Person, Site};
use crate::scene::{product, rate};
use crate::stage::shipping_address;

/// How an error comes about.
enum Provoked {
    /// By a customer's request, in a shop that stands ready for it.
    By(Ask),
    /// By no request yet: the operation that refuses with it comes with its own issue.
    NotYet(&'static str),
}
use Provoked::{By, NotYet};

/// A shop in which one request is about to be refused.
struct Ready {
    site: Site,
    me: Person,
}

impl Ready {
    async fn shop() -> Self {
        let site = Site::with(
            |options| options.lock_wait = Duration::from_millis(200),
            |options| options.limits.session_rate = Rate { burst: 20, a_second: 1 },
        )
        .await;
        let me = site.customer(1_000).await;
        Self { site, me }
    }

    fn post(&self, path: &str, body: Value) -> Provoked {
        By(self.site.post(path, body).by(&self.me))
    }

    fn get(&self, path: &str) -> Provoked {
        By(self.site.get(path).by(&self.me))
    }

    /// One unit of a new product in the cart.
    async fn line(&self, price: i64) -> i64 {
        let product = self.site.scene.product(price, 10).await;
        self.site.scene.put(self.me.identity, product, None, 1).await
    }

    async fn order(&self, price: i64) -> i64 {
        self.line(price).await;
        self.site.scene.place(self.me.identity, &[]).await.expect("it can be ordered").id
    }

    fn place(&self, coupons: &[i64], total: Option<i64>) -> Provoked {
        let mut order = json!({"shippingAddress": shipping_address(), "couponIds": coupons});
        if let Some(total) = total {
            order["expectedTotal"] = json!(total);
        }
        self.post("/v1/orders", order)
    }

    fn pay(&self, order: i64, amount: i64) -> Provoked {
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
                By(self.site.post("/v1/points/charge", json!({"amount": 3_000})).by(&self.me).key("one"))
            }
            ErrorCode::PayloadTooLarge => {
                By(self.site.ask("POST", "/v1/points/charge").text(" ".repeat(70_000)).by(&self.me))
            }
            ErrorCode::TooManyRequests => {
                for _ in 0..20 {
                    self.site.get("/v1/me").by(&self.me).send().await.is(200, "the burst is let in");
                }
                self.get("/v1/me")
            }
            ErrorCode::EmailTaken => {
                let taken = json!({"email": self.me.email, "password": "a good password", "name": "손님"});
                By(self.site.post("/v1/auth/register", taken))
            }
            _ => {
                let shop =
                    json!({"shopName": "가게", "email": "a@b.kr", "password": "a good password", "name": "주인"});
                self.site.post("/v1/shop/set-up", shop.clone()).send().await.is(201, "the shop is set up");
                By(self.site.post("/v1/shop/set-up", shop))
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
            _ => self.post("/v1/points/charge", json!({"amount": 2_000})),
        }
    }

    /// What provokes the error, and the names of its details.
    async fn provoke(&self, code: ErrorCode) -> (Provoked, &'static [&'static str]) {
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
            Code::InvalidStockAdjustment => (NotYet("stock is adjusted with the admin's issue"), &[]),
            Code::UserNotFound => (NotYet("users are looked at with the admin's issue"), &[]),
            Code::Unauthorized => (By(self.site.get("/v1/me")), &[]),
            Code::Forbidden => (self.post("/v1/admin/faults", json!({"point": "payment", "times": 1})), &[]),
            Code::ProductNotFound => (self.get("/v1/products/999999"), &[]),
            Code::OrderNotFound => (self.get("/v1/orders/999999"), &[]),
            Code::CouponNotFound => (self.issue(999_999).await, &[]),
            Code::CartItemNotFound => (By(self.site.ask("DELETE", "/v1/carts/items/999999").by(&self.me)), &[]),
            Code::NotFound => (By(self.site.ask("DELETE", "/v1/me/addresses/999999").by(&self.me)), &[]),
            Code::CouponAlreadyIssued | Code::CouponSoldOut => (self.of_coupons(code).await, &[]),
            Code::TooManyRequests => (self.of_requests(code).await, &["retryAfter"]),
            Code::EmailTaken | Code::IdempotencyKeyReused | Code::Conflict | Code::PayloadTooLarge => {
                (self.of_requests(code).await, &[])
            }
            Code::PaymentFailed => (self.of_failures(code).await, &[]),
            Code::InternalError => (self.of_failures(code).await, &["traceId"]),
            Code::LockTimeout | Code::Overloaded => (self.of_failures(code).await, &[]),
        }
    }

    /// Sends it while whatever stands in its way does so.
    async fn send(&self, code: ErrorCode, ask: Ask) -> Answer {
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

/// Every code, in the order in which the contract lists them.
const CODES: [ErrorCode; 28] = [
    ErrorCode::InvalidInput,
    ErrorCode::InsufficientStock,
    ErrorCode::ExceededLimitedQuantity,
    ErrorCode::CartEmpty,
    ErrorCode::InvalidCoupon,
    ErrorCode::InvalidOrderState,
    ErrorCode::AmountMismatch,
    ErrorCode::InsufficientBalance,
    ErrorCode::InvalidStockAdjustment,
    ErrorCode::Unauthorized,
    ErrorCode::Forbidden,
    ErrorCode::ProductNotFound,
    ErrorCode::OrderNotFound,
    ErrorCode::CouponNotFound,
    ErrorCode::CartItemNotFound,
    ErrorCode::UserNotFound,
    ErrorCode::NotFound,
    ErrorCode::CouponAlreadyIssued,
    ErrorCode::CouponSoldOut,
    ErrorCode::EmailTaken,
    ErrorCode::IdempotencyKeyReused,
    ErrorCode::Conflict,
    ErrorCode::PayloadTooLarge,
    ErrorCode::TooManyRequests,
    ErrorCode::PaymentFailed,
    ErrorCode::InternalError,
    ErrorCode::LockTimeout,
    ErrorCode::Overloaded,
];

#[tokio::test(flavor = "multi_thread")]
async fn every_error_comes_as_the_contract_has_it() {
    for (language, header) in [(Language::Ko, "ko-KR,ko;q=0.9,en;q=0.1"), (Language::En, "en-GB,en;q=0.9,ko;q=0.1")] {
        for code in CODES {
            // Waiting for a file that another program holds takes five seconds; once is enough.
            if code == ErrorCode::Overloaded && language == Language::En {
                continue;
            }
            let ready = Ready::shop().await;
            let (provoked, names) = ready.provoke(code).await;
            let ask = match provoked {
                By(ask) => ask.with("Accept-Language", header),
                NotYet(reason) => {
                    assert!(!reason.is_empty(), "{code:?} has a reason to be missing");
                    continue;
                }
            };
            let answer = ready.send(code, ask).await;
            let details = answer.refused(code, &format!("{code:?}"));
            let found: Vec<&String> = details.as_object().into_iter().flat_map(|details| details.keys()).collect();
            assert!(names.iter().all(|name| found.iter().any(|found| found == name)), "{code:?}: {details}");
            assert!(details.is_object() || names.is_empty(), "{code:?} has details {names:?}: {details}");
            let expected = shop_app::contract::ShopError::new(code).view(language).message;
            assert_eq!(answer.body["message"], expected, "{code:?} in {header:?}");
            ready.site.scene.sql(match code {
                ErrorCode::InternalError => "ALTER TABLE wish_away RENAME TO wish",
                _ => "SELECT 1",
            });
        }
    }
}

#[test]
fn the_table_has_every_code_once() {
    let document = shop_app::contract::schema_document();
    let named = document["components"]["schemas"]["ErrorCode"]["enum"].as_array().expect("a closed list").clone();
    let table: Vec<Value> = CODES.iter().map(|code| json!(code)).collect();
    assert_eq!(table, named, "the table and the contract name the same codes");
}

#[tokio::test]
async fn details_tell_the_figures() {
    let ready = Ready::shop().await;
    let (site, me) = (&ready.site, &ready.me);
    let product = site.scene.product(1_000, 1).await;
    let asked = json!({"productId": product, "quantity": 2});
    let short = site.post("/v1/carts/items", asked).by(me).send().await;
    let expected = json!({"items": [{"productId": product, "requested": 2, "available": 1}]});
    assert_eq!(short.refused(ErrorCode::InsufficientStock, "too many"), expected, "what, how many, how many there are");
    let order = ready.order(2_000).await;
    let By(ask) = ready.pay(order, 2_000) else { unreachable!("it is a request") };
    let poor = ask.send().await.refused(ErrorCode::InsufficientBalance, "too little");
    assert_eq!(poor, json!({"required": 2_000, "available": 1_000, "shortfall": 1_000}), "all three");
    let By(ask) = ready.pay(order, 1_999) else { unreachable!("it is a request") };
    let other = ask.send().await.refused(ErrorCode::AmountMismatch, "another amount");
    assert_eq!(other, json!({"expected": 2_000, "actual": 1_999}), "both figures");
}
