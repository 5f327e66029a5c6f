//! What stands in a scene, and what users do there, in short words.

use shop_app::coupon::CouponDraft;
use shop_app::runtime::Principal;
use shop_contract::{
    AdminRole, ById, ChargePoints, Order, Payment, PaymentMethod, PointCharging, ShippingSettings, ShopError,
};
use shop_domain::Quantity;
use shop_domain::catalog::Codes;
use shop_domain::point::BalanceChange;
use shop_store::cart::LineKey;
use shop_store::charge::NewCharge;
use shop_store::product::{NewOption, NewProduct};
use shop_store::user::NewUser;

use super::{Scene, next_number, order, payment, product, transfer, won};

/// A line to be put in a user's cart: whose, product, option, units.
pub type Line = (Principal, i64, Option<i64>, i64);

impl Scene {
    /// A customer with so many charged points.
    pub async fn customer(&self, points: i64) -> Principal {
        let user = new_user();
        let user_id = self.write(move |w| Ok(shop_store::user::create(w.tx, &user, w.now)?)).await;
        let who = customer(user_id);
        if points > 0 {
            let charged = shop_app::point::charge_points(self.call(who), ChargePoints::of(points)).await;
            charged.expect("points can be charged");
        }
        who
    }

    /// A request of a customer for points that waits for its deposit, whatever the shop's own rules say; gives its id.
    pub async fn waiting_charge(&self, who: Principal, amount: i64, depositor_name: &str) -> i64 {
        let depositor_name = depositor_name.to_owned();
        self.write(move |w| {
            let new = NewCharge { user_id: who.user_id, amount: won(amount), depositor_name: &depositor_name };
            Ok(shop_store::charge::insert(w.tx, new, w.now)?)
        })
        .await
    }

    /// What the shop does from now on where a customer charges points.
    pub async fn set_charging(&self, mode: PointCharging) {
        let key = shop_app::setting::POINT_CHARGING;
        self.write(move |w| Ok(shop_store::setting::write(w.tx, key, &mode, w.now)?)).await;
    }

    /// How orders can be paid from now on, beside points.
    pub async fn open_methods(&self, methods: &[PaymentMethod]) {
        let (key, methods) = (shop_app::setting::PAYMENT_METHODS, methods.to_vec());
        self.write(move |w| Ok(shop_store::setting::write(w.tx, key, &methods, w.now)?)).await;
    }

    /// How the shop ships from now on.
    pub async fn set_shipping(&self, shipping: ShippingSettings) {
        let key = shop_app::setting::SHIPPING;
        self.write(move |w| Ok(shop_store::setting::write(w.tx, key, &shipping, w.now)?)).await;
    }

    /// Chooses to pay an order by a transfer, with so many points of it at once; the deposit is awaited.
    pub async fn transfer(&self, who: Principal, order: &Order, points: i64) -> Payment {
        let wanted = transfer(order, points);
        shop_app::payment::pay_order(self.call(who), wanted).await.expect("it can be paid by transfer")
    }

    /// An owner.
    pub async fn admin(&self) -> Principal {
        self.admin_as(AdminRole::Owner).await
    }

    /// An admin with this role.
    pub async fn admin_as(&self, role: AdminRole) -> Principal {
        let user = NewUser { role: Some(role.into()), ..new_user() };
        let user_id = self.write(move |w| Ok(shop_store::user::create(w.tx, &user, w.now)?)).await;
        Principal { user_id, role: Some(role), session_id: 0 }
    }

    /// So many customers with so many points each, above 0, entered in one go.
    pub async fn crowd(&self, users: usize, points: i64) -> Vec<Principal> {
        let users: Vec<_> = (0..users).map(|_| new_user()).collect();
        let balance = BalanceChange { before: won(0), after: won(points) };
        self.write(move |w| {
            let enter = |user: &NewUser| {
                let id = shop_store::user::create(w.tx, user, w.now)?;
                shop_store::point::charge(w.tx, id, balance, "charge", w.now)?;
                Ok(customer(id))
            };
            users.iter().map(enter).collect()
        })
        .await
    }

    /// A product without options.
    pub async fn product(&self, price: i64, stock: i64) -> i64 {
        self.make(product(price, stock)).await
    }

    /// A product with two options of that stock each; gives its id and theirs.
    pub async fn product_with_options(&self, limited_quantity: Option<i64>, stock: i64) -> (i64, Vec<i64>) {
        let option = |name: &str| NewOption {
            name: name.to_owned(),
            name_en: None,
            price: won(1_000),
            stock,
            codes: Codes::default(),
        };
        let options = vec![option("빨강"), option("파랑")];
        let id = self.make(NewProduct { options, limited_quantity, ..product(1_000, 0) }).await;
        let found =
            self.shop.read(|db| shop_store::product::find(db, id)).expect("the shop reads").expect("it is there");
        (id, found.options.iter().map(|option| option.id).collect())
    }

    /// Any product; gives its id.
    pub async fn make(&self, product: NewProduct) -> i64 {
        self.write(move |w| Ok(shop_store::product::create(w.tx, &product, w.now)?)).await
    }

    /// Puts a line in the cart, whatever the cart's own rules say, and gives its id.
    pub async fn put(&self, who: Principal, product_id: i64, option_id: Option<i64>, quantity: i64) -> i64 {
        self.put_all(vec![(who, product_id, option_id, quantity)]).await[0]
    }

    /// As [`Scene::put`], many lines in one go.
    pub async fn put_all(&self, lines: Vec<Line>) -> Vec<i64> {
        self.write(move |w| {
            let put = |(who, product_id, option_id, quantity): &Line| {
                let key = LineKey { product_id: *product_id, option_id: *option_id };
                let quantity = Quantity::new(*quantity).expect("a quantity");
                Ok(shop_store::cart::insert(w.tx, who.user_id, key, quantity, 0, w.now)?)
            };
            lines.iter().map(put).collect()
        })
        .await
    }

    /// Makes a coupon and gives its id.
    pub async fn coupon(&self, draft: CouponDraft) -> i64 {
        shop_app::coupon::make_coupon(&self.shop, draft).await.expect("the coupon is good").id
    }

    /// Makes a coupon, has it issued, and gives its id in the customer's hands.
    pub async fn own(&self, who: Principal, draft: CouponDraft) -> i64 {
        let id = self.coupon(draft).await;
        shop_app::coupon::issue_coupon(self.call(who), ById { id }).await.expect("the coupon is issued").id
    }

    /// Orders the whole cart with these coupons.
    ///
    /// # Errors
    /// As the use case.
    pub async fn place(&self, who: Principal, coupon_ids: &[i64]) -> Result<Order, ShopError> {
        shop_app::order::place_order(self.call(who), order(coupon_ids)).await
    }

    /// Puts one unit in the cart and orders it.
    pub async fn buy(&self, who: Principal, product_id: i64) -> Order {
        self.put(who, product_id, None, 1).await;
        self.place(who, &[]).await.expect("one unit can be ordered")
    }

    /// Pays an order.
    ///
    /// # Errors
    /// As the use case.
    pub async fn pay(&self, who: Principal, order: &Order) -> Result<Payment, ShopError> {
        shop_app::payment::pay_order(self.call(who), payment(order)).await
    }

    /// Gives an order up.
    ///
    /// # Errors
    /// As the use case.
    pub async fn cancel(&self, who: Principal, order: &Order) -> Result<Order, ShopError> {
        shop_app::order::cancel_order(self.call(who), ById { id: order.id }).await
    }

    /// An order as its customer sees it.
    pub async fn order(&self, who: Principal, id: i64) -> Order {
        shop_app::order::get_order(self.call(who), ById { id }).await.expect("the order is there")
    }

    /// Runs the job that expires orders.
    pub async fn expire(&self) -> usize {
        shop_app::order::expire_orders(&self.shop, 100).await.expect("the job runs")
    }

    /// Units left of a product without options.
    pub fn level(&self, product_id: i64) -> i64 {
        let level = self.shop.read(|db| shop_store::stock::level(db, product_id, None));
        level.expect("the shop reads").expect("the product has stock")
    }

    /// Points that a user can spend.
    pub fn points(&self, who: Principal) -> i64 {
        let balance = self.shop.read(|db| shop_store::point::balance(db, who.user_id));
        balance.expect("the shop reads").expect("the customer is there").available.get()
    }
}

/// Nobody here signs in, so that no password is hashed.
fn new_user() -> NewUser {
    NewUser {
        email: format!("customer{}@example.com", next_number()),
        password_hash: String::from("none"),
        name: String::from("김손님"),
        phone: None,
        role: None,
    }
}

fn customer(user_id: i64) -> Principal {
    Principal { user_id, role: None, session_id: 0 }
}
