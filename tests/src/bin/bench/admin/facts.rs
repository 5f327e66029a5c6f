//! What the questions ask about: a customer with orders, something that has sold, a number that was given.

use anyhow::{Context as _, Result};
use chrono::{DateTime, Utc};
use chrono_tz::Asia::Seoul;
use shop_app::context::AdminCall;
use shop_app::{catalog, order, statistics, user};
use shop_contract::{ById, DeliveryState, ListOrdersForAdmin, ListProductsForAdmin, ListUsers, Moment, PopularPeriod};
use shop_domain::BusinessDay;

/// Who may be asked about, and what.
pub struct Facts {
    /// The moment of the questions.
    pub now: DateTime<Utc>,
    /// The asking admin.
    pub admin: i64,
    /// Who has ordered most.
    pub regular: i64,
    /// That user's e-mail.
    pub regular_email: String,
    /// Id of the last order; the first has 1.
    pub last_order: i64,
    /// When it was placed.
    pub last_sale: DateTime<Utc>,
    /// That user's telephone number.
    pub regular_phone: String,
    /// Number of an order somewhere in the middle.
    pub order_number: String,
    /// Its recipient's name and telephone number.
    pub recipient: (String, String),
    /// Orders that could be given back.
    pub refundable: Vec<i64>,
    /// How many products there are, with ids from 1.
    pub products: i64,
    /// How many customers there are, with ids after the admin's.
    pub customers: i64,
    /// What has sold best.
    pub best_seller: i64,
}

impl Facts {
    /// Asks the shop.
    ///
    /// # Errors
    /// A list is empty that should not be.
    pub async fn of(call: &AdminCall) -> Result<Self> {
        let admin = call.admin().user_id;
        let regular_email = "customer1@demo.jangteo".to_owned();
        let users = ListUsers { q: Some(regular_email.clone()), ..ListUsers::default() };
        let regular = user::list_users(call.clone(), users).await?.items.pop().context("nobody shops here")?;
        let newest = user::list_users(call.clone(), ListUsers::default()).await?;
        let latest = order::list_orders_for_admin(call.clone(), ListOrdersForAdmin::default()).await?;
        let to_send =
            ListOrdersForAdmin { delivery_state: Some(DeliveryState::Preparing), ..ListOrdersForAdmin::default() };
        let to_send = order::list_orders_for_admin(call.clone(), to_send).await?;
        let last = &latest.items.first().context("there are no orders")?.order;
        let (last_order, last_sale) = (last.id, last.created_at);
        let middle = order::get_order_for_admin(call.clone(), ById { id: last_order / 2 }).await?;
        let products = catalog::list_products_for_admin(call.clone(), ListProductsForAdmin::default()).await?;
        let (from, to) = days_to(last_sale, 30);
        let sold = PopularPeriod { from: Some(from), to: Some(to), limit: None };
        let best = statistics::popular_statistics(call.clone(), sold).await?;
        Ok(Self {
            now: call.now(),
            admin,
            regular: regular.user.id,
            regular_email,
            last_order,
            last_sale,
            regular_phone: regular.user.phone.unwrap_or_default(),
            recipient: (middle.order.order.shipping_address.recipient_name, middle.order.order.shipping_address.phone),
            order_number: middle.order.order.order_number,
            refundable: to_send.items.iter().map(|found| found.order.id).collect(),
            products: products.items.first().context("there are no products")?.id,
            customers: newest.items.first().context("nobody shops here")?.user.id - 1,
            best_seller: best.items.first().context("nothing was sold")?.product_id,
        })
    }

    /// The first and the last of so many business days up to now.
    pub fn days(&self, count: u64) -> (Moment, Moment) {
        days_to(self.now, count)
    }

    /// The same up to the last sale.
    pub fn sold_days(&self, count: u64) -> (Moment, Moment) {
        days_to(self.last_sale, count)
    }
}

fn days_to(instant: DateTime<Utc>, count: u64) -> (Moment, Moment) {
    let last = BusinessDay::of(instant, Seoul);
    (Moment::Day(last.minus_days(count - 1)), Moment::Day(last))
}
