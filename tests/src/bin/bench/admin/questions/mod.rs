//! What the pages of the panel ask: each list with each of its filters and orders, its first page and a later one; details,
//! reports, the first page of the panel. What is asked for varies from turn to turn where a merchant's would.

use std::pin::Pin;

use chrono::{DateTime, TimeDelta, Utc};
use shop_app::context::AdminCall;
use shop_app::{catalog, coupon, order, point, shop, statistics, stock, user};
use shop_contract::{
    AccountState, AdminProductSort, ById, CouponState, DeliveryState, Empty, GetAsOf, GetStockAt, ListCouponsForAdmin,
    ListOrdersForAdmin, ListProductsForAdmin, ListStockMovements, ListUsers, OrderState, PopularPeriod, ProductState,
    ShopError, StatisticsPeriod, StockShortage, UserType,
};

use super::facts::Facts;

/// An answer: the cursor of the next page, where it was a page that has one.
type Answer = Pin<Box<dyn Future<Output = Result<Option<String>, ShopError>> + Send>>;

/// Something that a page of the panel asks.
pub struct Question {
    /// What.
    pub name: String,
    ask: Box<dyn Fn(AdminCall, usize, Option<String>) -> Answer>,
}

impl Question {
    /// Asks it for the `turn`-th time; for the page after `cursor`, where there is one.
    pub fn ask(&self, call: &AdminCall, turn: usize, cursor: Option<String>) -> Answer {
        (self.ask)(call.clone(), turn, cursor)
    }
}

/// A list: use case, then its request without cursor.
macro_rules! list {
    ($name:expr, $use_case:path, $request:expr) => {{
        let request = $request;
        Question {
            name: $name.to_string(),
            ask: Box::new(move |call, _, cursor| {
                let mut request = request.clone();
                request.cursor = cursor;
                request.limit = Some(ROWS);
                Box::pin(async move { Ok($use_case(call, request).await?.next_cursor) })
            }),
        }
    }};
}

/// What has no pages: use case, then its request at each turn.
macro_rules! single {
    ($name:expr, $use_case:path, $request:expr) => {{
        let request = $request;
        Question {
            name: $name.to_string(),
            ask: Box::new(move |call, turn, _| {
                let request = request(turn);
                Box::pin(async move { $use_case(call, request).await.map(|_| None) })
            }),
        }
    }};
}

mod logs;
mod searches;

use logs::logs;
use searches::searches;

/// Rows on a page of the panel.
const ROWS: i64 = 50;

/// Everything, in the order of the panel's pages.
pub fn questions(facts: &Facts) -> Vec<Question> {
    let of_orders = [first_page(facts), orders(facts), searches(facts)];
    let others = [products(facts), coupons(), users(facts), past(facts), logs(facts), reports(facts)];
    of_orders.into_iter().chain(others).flatten().collect()
}

fn first_page(_: &Facts) -> Vec<Question> {
    vec![
        single!("dashboard", statistics::get_dashboard, |_| Empty {}),
        single!("metrics", shop::get_metrics, |_| Empty {}),
    ]
}

fn orders(facts: &Facts) -> Vec<Question> {
    let all = ListOrdersForAdmin::default;
    let (day, hour) = (facts.now - TimeDelta::days(5), facts.now - TimeDelta::days(9));
    let (last, customers) = (facts.last_order, facts.customers);
    vec![
        list!("orders", order::list_orders_for_admin, all()),
        list!(
            "orders, unpaid",
            order::list_orders_for_admin,
            ListOrdersForAdmin { state: Some(OrderState::Normal), ..all() }
        ),
        list!(
            "orders, paid",
            order::list_orders_for_admin,
            ListOrdersForAdmin { state: Some(OrderState::Confirmed), ..all() }
        ),
        list!(
            "orders, cancelled",
            order::list_orders_for_admin,
            ListOrdersForAdmin { state: Some(OrderState::Cancelled), ..all() }
        ),
        list!(
            "orders, refunded",
            order::list_orders_for_admin,
            ListOrdersForAdmin { state: Some(OrderState::Refunded), ..all() }
        ),
        list!("orders, to be sent", order::list_orders_for_admin, delivery(DeliveryState::Preparing)),
        list!("orders, on their way", order::list_orders_for_admin, delivery(DeliveryState::Shipped)),
        list!("orders, delivered", order::list_orders_for_admin, delivery(DeliveryState::Delivered)),
        list!("orders of a day", order::list_orders_for_admin, within(day, TimeDelta::days(1))),
        list!("orders of four hours", order::list_orders_for_admin, within(hour, TimeDelta::hours(4))),
        list!(
            "orders of three weeks",
            order::list_orders_for_admin,
            within(facts.now - TimeDelta::days(25), TimeDelta::days(21))
        ),
        list!(
            "refunded orders of a day",
            order::list_orders_for_admin,
            ListOrdersForAdmin { state: Some(OrderState::Refunded), ..within(day, TimeDelta::days(1)) }
        ),
        list!(
            "delivered orders of three weeks",
            order::list_orders_for_admin,
            ListOrdersForAdmin {
                delivery_state: Some(DeliveryState::Delivered),
                ..within(facts.now - TimeDelta::days(25), TimeDelta::days(21))
            }
        ),
        list!(
            "orders of a user",
            order::list_orders_for_admin,
            ListOrdersForAdmin { user_id: Some(facts.regular), ..all() }
        ),
        single!("an order", order::get_order_for_admin, move |turn| ById { id: spread(turn, last) }),
        single!("a refund's preview", order::preview_refund, {
            let ids = facts.refundable.clone();
            move |turn: usize| ById { id: ids[turn % ids.len()] }
        }),
        single!("a user", user::get_user, move |turn| ById { id: 2 + spread(turn, customers - 1) }),
        single!("the best customer", user::get_user, {
            let id = facts.regular;
            move |_| ById { id }
        }),
    ]
}

/// Figures and states as of an instant.
fn past(facts: &Facts) -> Vec<Question> {
    let (last, best, regular) = (facts.last_order, facts.best_seller, facts.regular);
    let instant = Some(facts.now - TimeDelta::days(7));
    vec![
        single!("an order a week ago", order::get_order_at, move |turn| {
            GetAsOf { id: spread(turn, last), instant, limit: None }
        }),
        single!("the best customer's points a week ago", point::get_points_at, move |_| {
            GetAsOf { id: regular, instant, limit: None }
        }),
        single!("the best seller's stock a week ago", stock::get_stock_at, move |_| {
            GetStockAt { id: best, product_option_id: None, instant, limit: None }
        }),
    ]
}

fn delivery(state: DeliveryState) -> ListOrdersForAdmin {
    ListOrdersForAdmin { delivery_state: Some(state), ..ListOrdersForAdmin::default() }
}

fn within(from: DateTime<Utc>, length: TimeDelta) -> ListOrdersForAdmin {
    ListOrdersForAdmin { from: Some(from.into()), to: Some((from + length).into()), ..ListOrdersForAdmin::default() }
}

fn products(facts: &Facts) -> Vec<Question> {
    let all = ListProductsForAdmin::default;
    let category = || ListProductsForAdmin { category: Some("food".to_owned()), ..all() };
    let state = |state| ListProductsForAdmin { state: Some(state), ..all() };
    let stock = |stock| ListProductsForAdmin { stock: Some(stock), ..all() };
    let q = |q: &str| ListProductsForAdmin { q: Some(q.to_owned()), ..all() };
    let mut questions = vec![
        list!("products on sale", catalog::list_products_for_admin, state(ProductState::Normal)),
        list!("products, discontinued", catalog::list_products_for_admin, state(ProductState::Discontinued)),
        list!("products that run low", catalog::list_products_for_admin, stock(StockShortage::Low)),
        list!("products, sold out", catalog::list_products_for_admin, stock(StockShortage::Out)),
        list!("products, by a rare word", catalog::list_products_for_admin, q("한라봉")),
        list!("products, by initials", catalog::list_products_for_admin, q("ㅅㄱ")),
        list!(
            "products, by a word in a category",
            catalog::list_products_for_admin,
            ListProductsForAdmin { q: Some("세트".to_owned()), ..category() }
        ),
    ];
    for (name, filtered) in
        [("products", all()), ("products of a category", category()), ("products, by a word", q("세트"))]
    {
        for (order, sort) in ORDERS {
            let wanted = ListProductsForAdmin { sort: Some(sort), ..filtered.clone() };
            questions.push(list!(format!("{name}, {order}"), catalog::list_products_for_admin, wanted));
        }
    }
    let products = facts.products;
    let best = ListStockMovements { id: facts.best_seller, product_option_id: None, cursor: None, limit: None };
    questions
        .push(single!("a product", catalog::get_product_for_admin, move |turn| ById { id: spread(turn, products) }));
    questions.push(list!("a product's movements", stock::list_stock_movements, best));
    questions
}

const ORDERS: [(&str, AdminProductSort); 4] = [
    ("newest", AdminProductSort::Newest),
    ("cheapest", AdminProductSort::PriceAsc),
    ("dearest", AdminProductSort::PriceDesc),
    ("best selling", AdminProductSort::Popular),
];

fn coupons() -> Vec<Question> {
    let all = ListCouponsForAdmin::default;
    vec![
        list!("coupons", coupon::list_coupons_for_admin, all()),
        list!(
            "coupons in force",
            coupon::list_coupons_for_admin,
            ListCouponsForAdmin { state: Some(CouponState::Normal), ..all() }
        ),
        list!(
            "coupons, by name",
            coupon::list_coupons_for_admin,
            ListCouponsForAdmin { q: Some("할인".to_owned()), ..all() }
        ),
    ]
}

fn users(facts: &Facts) -> Vec<Question> {
    let q = |q: &str| ListUsers { q: Some(q.to_owned()), ..ListUsers::default() };
    vec![
        list!("users", user::list_users, ListUsers::default()),
        list!("users, admins", user::list_users, ListUsers { kind: Some(UserType::Admin), ..ListUsers::default() }),
        list!(
            "users, blocked",
            user::list_users,
            ListUsers { state: Some(AccountState::Inactive), ..ListUsers::default() }
        ),
        list!("users, by a common name", user::list_users, q("김")),
        list!("users, by e-mail", user::list_users, q(&facts.regular_email)),
        list!("users, by telephone", user::list_users, q("010-12")),
        list!("users, by what nobody has", user::list_users, q("nobody anywhere")),
    ]
}

fn reports(facts: &Facts) -> Vec<Question> {
    let mut questions = Vec::new();
    for (length, days) in [("a day", 1), ("30 days", 30), ("a year", 366)] {
        let (from, to) = facts.days(days);
        let period = StatisticsPeriod { from: Some(from), to: Some(to) };
        let popular = PopularPeriod { from: Some(from), to: Some(to), limit: Some(100) };
        let again = period.clone();
        questions.push(single!(format!("sales of {length}"), statistics::sales_statistics, move |_| period.clone()));
        questions.push(
            single!(format!("best sellers of {length}"), statistics::popular_statistics, move |_| popular.clone())
        );
        questions.push(single!(format!("coupons of {length}"), coupon::coupon_statistics, move |_| again.clone()));
    }
    questions
}

/// The same of what is past: nothing of it is counted in memory any more.
pub fn questions_of_the_past(facts: &Facts) -> Vec<Question> {
    let mut questions = Vec::new();
    for (length, days) in [("a day", 1), ("30 days", 30), ("a year", 366)] {
        let (from, to) = facts.sold_days(days);
        let popular = PopularPeriod { from: Some(from), to: Some(to), limit: Some(100) };
        questions.push(single!(
            format!("best sellers of {length} that is past"),
            statistics::popular_statistics,
            move |_| popular.clone()
        ));
    }
    questions
}

/// Ids here and there, each turn another.
fn spread(turn: usize, last: i64) -> i64 {
    (turn as i64 * 7_919) % last + 1
}
