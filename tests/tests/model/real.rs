//! The real shop: does a step through the use cases, and reads the state from the file.

use chrono::TimeDelta;
use rusqlite::Connection;
use shop_app::cart::{add_cart_item, change_cart_item, remove_cart_item};
use shop_app::coupon::CouponDraft;
use shop_app::jobs::expire_coupons;
use shop_app::order::{
    cancel_order, deliver_order, expire_orders, place_order, refund_order, ship_order, unship_order,
};
use shop_app::payment::pay_order;
use shop_app::point::{adjust_points, charge_points};
use shop_app::runtime::Principal;
use shop_app::user::register;
use shop_contract::{
    AddCartItem, AdjustPoints, ById, ChangeCartItem, ChangedCartItem, ChargePoints, OrderedProduct, PayOrder,
    PaymentMethod, PlaceOrder, RefundOrder, Register, ShippingSettings, ShopError,
};
use shop_domain::coupon::CouponKind;

use crate::price::Off;
use crate::scene::{Scene, charged, noon, order, product, rate};
use crate::shop::{Answer, Coupon, Model, Product};
use crate::step::Step;

/// An id that no row has.
const NONE: i64 = 999_999;

pub struct Real {
    pub scene: Scene,
    pub users: Vec<Principal>,
    pub admin: Principal,
    pub products: Vec<i64>,
    pub coupons: Vec<i64>,
    conn: Connection,
}

/// The state that both must have, as text that can be compared line by line.
pub type Seen = Vec<String>;

impl Real {
    /// A shop as the model begins.
    pub async fn new(model: &Model) -> Self {
        let scene = Scene::with(|options| options.storage.is_durable = false);
        let admin = scene.admin().await;
        let users = vec![scene.customer(0).await, scene.customer(0).await, scene.customer(0).await];
        let mut products = Vec::new();
        for Product { price, available, limit, .. } in &model.products {
            products.push(
                scene
                    .make(shop_store::product::NewProduct { limited_quantity: *limit, ..product(*price, *available) })
                    .await,
            );
        }
        let mut coupons = Vec::new();
        for coupon in &model.coupons {
            coupons.push(scene.coupon(draft(coupon, &products)).await);
        }
        scene.open_methods(&[PaymentMethod::BankTransfer]).await;
        let conn = Connection::open(scene.file()).expect("the file opens");
        Self { scene, users, admin, products, coupons, conn }
    }

    /// Does a step and gives its answer as the model gives it.
    pub async fn apply(&mut self, step: &Step) -> Answer {
        let step = step.clone().among(self.users.len(), self.products.len(), self.coupons.len());
        self.perform(&step).await.map_err(|error| error.code)
    }

    async fn perform(&mut self, step: &Step) -> Result<Vec<i64>, ShopError> {
        match *step {
            Step::Add { user, product, quantity } => {
                let request = AddCartItem { product_id: self.products[product], product_option_id: None, quantity };
                add_cart_item(self.scene.call(self.users[user]), request).await.map(|line| vec![line.quantity])
            }
            Step::Change { user, product, quantity } => {
                let request = ChangeCartItem { id: self.line(user, product), quantity };
                let changed = change_cart_item(self.scene.call(self.users[user]), request).await?;
                Ok(match changed {
                    ChangedCartItem::Line(line) => vec![line.quantity],
                    ChangedCartItem::Removed(_) => Vec::new(),
                })
            }
            Step::Remove { user, product } => {
                let request = ById { id: self.line(user, product) };
                remove_cart_item(self.scene.call(self.users[user]), request).await.map(|_| Vec::new())
            }
            Step::Issue { .. } | Step::Redeem { .. } | Step::Grant { .. } => self.get_coupon(step).await,
            Step::Place { user, ref held, is_total_wrong, key } => self.place(user, held, is_total_wrong, key).await,
            Step::BuyNow { user, product, quantity } => {
                let item = OrderedProduct { product_id: self.products[product], product_option_id: None, quantity };
                let request = PlaceOrder { items: Some(vec![item]), ..order(&[]) };
                let placed = place_order(self.scene.call(self.users[user]), request).await?;
                Ok(vec![placed.amount, placed.total_amount])
            }
            Step::Pay { user, order, is_amount_wrong } => self.pay(user, order, is_amount_wrong).await,
            Step::Transfer { user, order, points } => self.transfer(user, order, points).await,
            Step::Cancel { user, order } => {
                let request = ById { id: self.order(order) };
                cancel_order(self.scene.call(self.users[user]), request).await.map(|order| vec![order.total_amount])
            }
            Step::Charge { user, amount, key } => {
                let call = match key {
                    Some(key) => self.scene.call_with_key(self.users[user], &format!("charge-{key}")),
                    None => self.scene.call(self.users[user]),
                };
                charged(charge_points(call, ChargePoints::of(amount)).await).map(|row| vec![row.balance_after])
            }
            _ => self.run(step).await,
        }
    }

    /// What the admin, the jobs and the machine do.
    async fn run(&mut self, step: &Step) -> Result<Vec<i64>, ShopError> {
        match *step {
            Step::Refund { order } => {
                let request = RefundOrder {
                    id: self.order(order),
                    reason: Some("a reason".to_owned()),
                    ..RefundOrder::default()
                };
                refund_order(self.scene.call(self.admin), request).await.map(|order| vec![order.order.total_amount])
            }
            Step::ConfirmTransfer { order, is_amount_wrong } => self.confirm_transfer(order, is_amount_wrong).await,
            Step::Ship { order } => {
                let request = ById { id: self.order(order) };
                ship_order(self.scene.call(self.admin), request).await.map(|order| vec![order.order.total_amount])
            }
            Step::Deliver { order } => {
                let request = ById { id: self.order(order) };
                deliver_order(self.scene.call(self.admin), request).await.map(|order| vec![order.order.total_amount])
            }
            Step::Request { .. } | Step::Withdraw { .. } | Step::Confirm { .. } | Step::Reject { .. } => {
                self.deposit(step).await
            }
            Step::AdjustPoints { user, amount } => {
                let request = AdjustPoints { id: self.users[user].user_id, amount, reason: "a reason".to_owned() };
                adjust_points(self.scene.call(self.admin), request).await.map(|row| vec![row.balance_after])
            }
            Step::Unship { order } => {
                let request = ById { id: self.order(order) };
                unship_order(self.scene.call(self.admin), request).await.map(|order| vec![order.order.total_amount])
            }
            Step::Register { name } => self.register(name).await,
            Step::FailNextPayment | Step::Wait { .. } | Step::Jobs | Step::Restart | Step::Shipping { .. } => {
                self.pass(step).await;
                Ok(Vec::new())
            }
            _ => self.edit(step).await,
        }
    }

    async fn register(&mut self, name: usize) -> Result<Vec<i64>, ShopError> {
        let request = Register {
            email: format!("model-{name}@a.kr"),
            password: String::from("a good password"),
            name: String::from("김손님"),
            phone: None,
            consents: None,
        };
        let user = register(self.scene.visitor(), request).await?;
        self.users.push(Principal { user_id: user.id, ..self.users[0] });
        Ok(Vec::new())
    }

    /// What happens to the shop.
    async fn pass(&mut self, step: &Step) {
        match *step {
            Step::Shipping { fee: base, free_over } => {
                self.scene.set_shipping(ShippingSettings { base, free_over, ..ShippingSettings::default() }).await;
            }
            Step::FailNextPayment => self.scene.shop.arm_payment_fault(1),
            Step::Wait { minutes } => self.scene.clock.advance(TimeDelta::minutes(minutes)),
            Step::Jobs => {
                expire_orders(&self.scene.shop, 100).await.expect("the job runs");
                expire_coupons(&self.scene.shop, 100).await.expect("the job runs");
            }
            Step::Restart => self.scene.restart().await,
            _ => unreachable!("a step of a user"),
        }
    }

    async fn place(
        &self,
        user: usize,
        held: &[usize],
        is_total_wrong: bool,
        key: Option<u8>,
    ) -> Result<Vec<i64>, ShopError> {
        let ids = self.ids("SELECT id FROM user_coupon ORDER BY id");
        let coupon_ids: Vec<i64> = held.iter().filter_map(|place| Some(ids[place.checked_rem(ids.len())?])).collect();
        let request = PlaceOrder { expected_total: is_total_wrong.then_some(7_777_777), ..order(&coupon_ids) };
        let call = match key {
            Some(key) => self.scene.call_with_key(self.users[user], &format!("place-{key}")),
            None => self.scene.call(self.users[user]),
        };
        place_order(call, request).await.map(|placed| vec![placed.amount, placed.total_amount])
    }

    async fn pay(&self, user: usize, order: usize, is_amount_wrong: bool) -> Result<Vec<i64>, ShopError> {
        let order_id = self.order(order);
        let amount = self.total(order_id) + i64::from(is_amount_wrong);
        let request = PayOrder::with_points(order_id, amount);
        pay_order(self.scene.call(self.users[user]), request).await.map(|paid| vec![paid.amount])
    }

    /// The line of a product in a cart.
    fn line(&self, user: usize, product: usize) -> i64 {
        let (user, product) = (self.users[user].user_id, self.products[product]);
        let sql =
            format!("SELECT id FROM cart_item WHERE user_id = {user} AND product_id = {product} AND state = 'NORMAL'");
        self.ids(&sql).first().copied().unwrap_or(NONE)
    }

    pub fn total(&self, order_id: i64) -> i64 {
        let total = format!("SELECT total_amount FROM \"order\" WHERE id = {order_id}");
        self.ids(&total).first().copied().unwrap_or(1)
    }

    /// The order at a place in the circle of all.
    pub fn order(&self, place: usize) -> i64 {
        let ids = self.ids("SELECT id FROM \"order\" ORDER BY id");
        place.checked_rem(ids.len()).map_or(NONE, |place| ids[place])
    }

    pub fn ids(&self, sql: &str) -> Vec<i64> {
        self.rows(sql).iter().map(|row| row.parse().expect("an id")).collect()
    }

    /// The rows of a query, the columns of each joined by spaces.
    fn rows(&self, sql: &str) -> Seen {
        let mut statement = self.conn.prepare_cached(sql).expect("a query");
        let columns = statement.column_count();
        let join = |row: &rusqlite::Row<'_>| {
            let values = (0..columns).map(|column| row.get::<_, rusqlite::types::Value>(column));
            let texts = values.map(|value| value.map(|value| text(&value)));
            Ok(texts.collect::<rusqlite::Result<Vec<_>>>()?.join(" "))
        };
        statement.query_map([], join).expect("rows").collect::<rusqlite::Result<_>>().expect("each row")
    }

    /// The state as the file has it; ids count from that of the first user, product and coupon.
    pub fn seen(&self) -> Seen {
        let (user, product, coupon) = (self.users[0].user_id, self.products[0], self.coupons[0]);
        let now = self.scene.shop.now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        [
            format!("SELECT 'product', product_id - {product}, available_quantity, sold_quantity FROM stock ORDER BY product_id"),
            format!("SELECT 'points', id - {user}, available_point, used_point FROM user WHERE type = 'CUSTOMER' ORDER BY id"),
            format!("SELECT 'request', user_id - {user}, amount, state FROM charge_request ORDER BY id"),
            format!("SELECT 'coupon', id - {coupon}, issued_quantity, total_quantity FROM coupon ORDER BY id"),
            format!(
                "SELECT 'held', user_id - {user}, coupon_id - {coupon}, iif(state = 'AVAILABLE' AND expires_at <= '{now}', 'EXPIRED', state)
                 FROM user_coupon ORDER BY id"
            ),
            format!(
                "SELECT 'line', user_id - {user}, product_id - {product}, quantity FROM cart_item WHERE state = 'NORMAL' ORDER BY user_id, id"
            ),
            format!(
                "SELECT 'order', user_id - {user}, amount, total_amount, iif(state = 'CONFIRMED', delivery_state, state) FROM \"order\" ORDER BY id"
            ),
            format!(
                "SELECT 'item', product_id - {product}, quantity, total_amount FROM order_item ORDER BY order_id, id"
            ),
            format!(
                "SELECT 'sales', product_id - {product}, sum(quantity), sum(amount) FROM daily_sales GROUP BY product_id
                 HAVING sum(quantity) > 0 ORDER BY product_id"
            ),
        ]
        .iter()
        .flat_map(|sql| self.rows(sql))
        .collect()
    }
}

fn text(value: &rusqlite::types::Value) -> String {
    match value {
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(text) => text.clone(),
        other => format!("{other:?}"),
    }
}

fn draft(coupon: &Coupon, products: &[i64]) -> CouponDraft {
    let (discount_rate, discount_price, max_discount_price) = match coupon.off {
        Off::Rate { percent, most } => (Some(percent), None, most),
        Off::Price(price) => (None, Some(price), None),
    };
    CouponDraft {
        kind: if coupon.product.is_some() { CouponKind::CartItem } else { CouponKind::Cart },
        discount_rate,
        discount_price,
        max_discount_price,
        min_order_amount: coupon.min_order,
        product_ids: coupon.product.map(|product| products[product]).into_iter().collect(),
        total_quantity: coupon.total,
        begin_date: noon() + TimeDelta::minutes(coupon.begins),
        end_date: noon() + TimeDelta::minutes(coupon.ends),
        ..rate(1)
    }
}
