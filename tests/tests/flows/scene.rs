//! A shop of its own for each scenario, with a clock that stands still, and short words for what people do in it. When
//! the scenario is over the identities are checked.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use shop_app::contract::{
    ById, ChargePoints, ErrorCode, Order, PayOrder, Payment, PaymentMethod, PlaceOrder, ShippingAddress, ShopError,
    UserType,
};
use shop_app::coupon::CouponDraft;
use shop_app::runtime::locks::LockKey;
use shop_app::runtime::{Call, Identity, ManualClock, Shop, ShopOptions, Stop, Writing};
use shop_domain::coupon::CouponKind;
use shop_domain::{Quantity, Won};
use shop_store::cart::LineKey;
use shop_store::product::{NewOption, NewProduct};

static NEXT: AtomicU64 = AtomicU64::new(1);

/// The instant at which every scene begins: noon in Seoul, 10 March 2026.
pub fn noon() -> DateTime<Utc> {
    at("2026-03-10T03:00:00Z")
}

/// An instant, as RFC 3339 writes it.
pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

/// A shop and its clock.
pub struct Scene {
    pub shop: Arc<Shop>,
    pub clock: Arc<ManualClock>,
    folder: PathBuf,
}

impl Scene {
    pub fn new() -> Self {
        let name = format!("jangteo-flow-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("a folder for the scene");
        let clock = Arc::new(ManualClock::new(noon()));
        let shop = open(&folder, &clock);
        Self { shop, clock, folder }
    }

    /// The program ends and is started anew; what start-up finishes is finished.
    pub async fn restart(&mut self) {
        self.shop = open(&self.folder, &self.clock);
        shop_app::payment::finish_compensations(&self.shop).await.expect("start-up finishes what was left");
    }

    pub fn advance_minutes(&self, minutes: i64) {
        self.clock.advance(TimeDelta::minutes(minutes));
    }

    pub fn call(&self, who: Identity) -> Call {
        Call::new(Arc::clone(&self.shop), Some(who), None)
    }

    pub fn call_with_key(&self, who: Identity, key: &str) -> Call {
        Call::new(Arc::clone(&self.shop), Some(who), Some(key.to_owned()))
    }

    pub fn visitor(&self) -> Call {
        Call::new(Arc::clone(&self.shop), None, None)
    }

    /// A customer who has charged so many points.
    pub async fn customer(&self, points: i64) -> Identity {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let user = shop_store::user::NewUser {
            email: format!("customer{number}@example.com"),
            password_hash: String::from("none"),
            name: String::from("김손님"),
            phone: None,
            kind: shop_domain::user::UserType::Customer,
        };
        let user_id = self.write(move |w| Ok(shop_store::user::create(w.tx, &user, w.now)?)).await;
        let who = Identity { user_id, kind: UserType::Customer, session_id: 0 };
        if points > 0 {
            let charged = shop_app::point::charge_points(self.call(who), ChargePoints { amount: points }).await;
            charged.expect("points can be charged");
        }
        who
    }

    /// A product without options.
    pub async fn product(&self, price: i64, stock: i64) -> i64 {
        self.make(product(price, stock)).await
    }

    /// A product with two options of that stock each; gives its id and theirs.
    pub async fn product_with_options(&self, limited_quantity: Option<i64>, stock: i64) -> (i64, Vec<i64>) {
        let option = |name: &str| NewOption { name: name.to_owned(), price: won(1_000), stock };
        let options = vec![option("빨강"), option("파랑")];
        let id = self.make(NewProduct { options, limited_quantity, ..product(1_000, 0) }).await;
        let found =
            self.shop.read(|db| shop_store::product::find(db, id)).expect("the shop reads").expect("it is there");
        (id, found.options.iter().map(|option| option.id).collect())
    }

    pub async fn make(&self, product: NewProduct) -> i64 {
        self.write(move |w| Ok(shop_store::product::create(w.tx, &product, w.now)?)).await
    }

    /// Puts a line in the cart, whatever the cart's own rules say, and gives its id.
    pub async fn put(&self, who: Identity, product_id: i64, option_id: Option<i64>, quantity: i64) -> i64 {
        let quantity = Quantity::new(quantity).expect("a quantity");
        let key = LineKey { product_id, option_id };
        self.write(move |w| Ok(shop_store::cart::insert(w.tx, who.user_id, key, quantity, 0, w.now)?)).await
    }

    pub async fn coupon(&self, draft: CouponDraft) -> i64 {
        shop_app::coupon::create_coupon(&self.shop, draft).await.expect("the coupon is good").id
    }

    /// Makes a coupon, has it issued, and gives its id in the customer's hands.
    pub async fn own(&self, who: Identity, draft: CouponDraft) -> i64 {
        let id = self.coupon(draft).await;
        shop_app::coupon::issue_coupon(self.call(who), ById { id }).await.expect("the coupon is issued").id
    }

    /// Orders the whole cart with these coupons.
    pub async fn place(&self, who: Identity, coupon_ids: &[i64]) -> Result<Order, ShopError> {
        shop_app::order::place_order(self.call(who), order(coupon_ids)).await
    }

    /// Puts one unit in the cart and orders it.
    pub async fn buy(&self, who: Identity, product_id: i64) -> Order {
        self.put(who, product_id, None, 1).await;
        self.place(who, &[]).await.expect("one unit can be ordered")
    }

    pub async fn pay(&self, who: Identity, order: &Order) -> Result<Payment, ShopError> {
        shop_app::payment::pay_order(self.call(who), payment(order)).await
    }

    pub async fn cancel(&self, who: Identity, order: &Order) -> Result<Order, ShopError> {
        shop_app::order::cancel_order(self.call(who), ById { id: order.id }).await
    }

    pub async fn order(&self, who: Identity, id: i64) -> Order {
        shop_app::order::get_order(self.call(who), ById { id }).await.expect("the order is there")
    }

    pub async fn expire(&self) -> usize {
        shop_app::order::expire_orders(&self.shop, 100).await.expect("the job runs")
    }

    pub fn level(&self, product_id: i64) -> i64 {
        let level = self.shop.read(|db| shop_store::stock::level(db, product_id, None));
        level.expect("the shop reads").expect("the product has stock")
    }

    pub fn points(&self, who: Identity) -> i64 {
        let balance = self.shop.read(|db| shop_store::point::balance(db, who.user_id));
        balance.expect("the shop reads").expect("the customer is there").available.get()
    }

    /// What an admin, a second program or an accident does to the file.
    pub fn sql(&self, statement: &str) {
        let file = rusqlite::Connection::open(Shop::file_in(&self.folder)).expect("the file opens");
        file.execute_batch(statement).expect("the statement runs");
    }

    /// A number that the file is asked for.
    pub fn count(&self, query: &str) -> i64 {
        let file = rusqlite::Connection::open(Shop::file_in(&self.folder)).expect("the file opens");
        file.query_row(query, [], |row| row.get(0)).expect("the query gives a number")
    }

    async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Writing<'_>) -> Result<T, Stop> + Send + 'static,
    ) -> T {
        self.shop.write(LockKey::Shop, work).await.unwrap_or_else(|error| panic!("the scene is set: {error:?}"))
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let zone = self.shop.zone();
            let broken = self.shop.read(|db| shop_store::verify::broken(db, zone)).expect("the shop can be verified");
            assert!(broken.is_empty(), "the identities hold after the scenario: {broken:?}");
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn open(folder: &std::path::Path, clock: &Arc<ManualClock>) -> Arc<Shop> {
    let mut options = ShopOptions::new(folder);
    options.clock = Arc::clone(clock) as _;
    Shop::open(options).expect("the shop opens")
}

pub fn won(amount: i64) -> Won {
    Won::new(amount).expect("an amount")
}

/// A product of that price and stock.
pub fn product(price: i64, stock: i64) -> NewProduct {
    NewProduct {
        name: String::from("머그컵"),
        name_en: None,
        description: String::new(),
        description_en: None,
        category: String::from("living"),
        price: won(price),
        limited_quantity: None,
        image: None,
        sale: None,
        stock,
        options: Vec::new(),
    }
}

/// A `CART` coupon of so many per cent, for a month from yesterday, 100 of them.
pub fn rate(percent: i64) -> CouponDraft {
    CouponDraft {
        name: format!("{percent}% 할인"),
        kind: CouponKind::Cart,
        discount_rate: Some(percent),
        discount_price: None,
        max_discount_price: None,
        min_order_amount: 0,
        product_ids: Vec::new(),
        total_quantity: 100,
        begin_date: noon() - TimeDelta::days(1),
        end_date: noon() + TimeDelta::days(30),
    }
}

/// A `CART_ITEM` coupon of so many per cent for these products.
pub fn item_rate(percent: i64, product_ids: &[i64]) -> CouponDraft {
    CouponDraft { kind: CouponKind::CartItem, product_ids: product_ids.to_vec(), ..rate(percent) }
}

/// An order of the whole cart with these coupons.
pub fn order(coupon_ids: &[i64]) -> PlaceOrder {
    PlaceOrder {
        shipping_address: ShippingAddress {
            recipient_name: String::from("김손님"),
            phone: String::from("010-1234-5678"),
            zip_code: String::from("04524"),
            address: String::from("서울시 중구 세종대로 110"),
            detail_address: None,
        },
        coupon_ids: coupon_ids.to_vec(),
        cart_item_ids: None,
        expected_total: None,
    }
}

/// The payment of an order's total.
pub fn payment(order: &Order) -> PayOrder {
    PayOrder { order_id: order.id, payment_method: PaymentMethod::Point, amount: order.total_amount }
}

/// Asserts that something is refused with `code`, and gives the details.
pub fn refused<T: std::fmt::Debug>(result: Result<T, ShopError>, code: ErrorCode, why: &str) -> Value {
    match result {
        Err(error) if error.code == code => error.details.unwrap_or_default(),
        other => panic!("{why}: expected {code:?}, got {other:?}"),
    }
}
