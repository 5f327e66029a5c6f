//! The shop of the kill test, and what its file must say after the answers that its customers have got.

use std::path::Path;
use std::sync::Arc;

use chrono::TimeDelta;
use rusqlite::Connection;
use serde_json::Value;
use shop_app::context::Shop;
use shop_app::coupon::{CouponDraft, make_coupon};
use shop_app::runtime::ShopOptions;
use shop_app::runtime::locks::LockKey;
use shop_tests::proof::is_full;
use shop_tests::scene::{product, rate};

use super::customer::{Customer, Market};
use crate::program::{file, jangteo};
use crate::served::{access, tokens};

/// Customers at once.
const CUSTOMERS: usize = 8;
/// Units of the product.
const STOCK: i64 = 1_000_000;
/// Coupons of the quick and the full form, one a round. A customer asks for none twice: that would be refused and fail the test.
const COUPONS: [usize; 2] = [600, 1_500];
/// Units of each coupon: fewer than customers, so that they compete.
const COUPON_UNITS: i64 = 5;

/// Makes the shop in that folder.
pub async fn open_market(folder: &Path) -> Arc<Market> {
    let users = CUSTOMERS.to_string();
    let ran = jangteo(&["demo-data", "--products", "10", "--users", &users, "--orders", "8"], folder);
    assert_eq!(ran.code, 0, "the demo is made: {}", ran.err);
    let shop = Shop::open(ShopOptions::new(folder)).expect("the shop opens");
    let goods = product(1_000, STOCK);
    let made = shop.write(LockKey::Shop, move |w| Ok(shop_store::product::create(w.tx, &goods, w.now)?)).await;
    let product = made.expect("the product is made");
    let now = shop.now();
    let mut coupons = Vec::new();
    for _ in 0..COUPONS[usize::from(is_full())] {
        let (begin_date, end_date) = (now - TimeDelta::days(1), now + TimeDelta::days(30));
        let draft = CouponDraft { total_quantity: COUPON_UNITS, begin_date, end_date, ..rate(10) };
        coupons.push(make_coupon(&shop, draft).await.expect("the coupon is good").id);
    }
    Arc::new(Market { product, coupons })
}

/// The customers, before anything was done.
pub fn customers(folder: &Path, market: &Arc<Market>) -> Vec<Customer> {
    let conn = Connection::open(file(folder)).expect("the file");
    let points = |user: i64| {
        let query = "SELECT available_point FROM user WHERE id = ?1";
        conn.query_row(query, [user], |row| row.get(0)).expect("a customer")
    };
    let customer = |line: Value| {
        let user = line["userId"].as_i64().expect("an id");
        Customer::new(user, access(&line).to_owned(), points(user), Arc::clone(market))
    };
    tokens(&["--all-customers"], folder).into_iter().map(customer).collect()
}

/// Gives each customer a fresh access token.
pub fn renew_tokens(folder: &Path, customers: &mut [Customer]) {
    for line in tokens(&["--all-customers"], folder) {
        let user = line["userId"].as_i64();
        let customer = customers.iter_mut().find(|customer| Some(customer.user) == user).expect("a customer");
        access(&line).clone_into(&mut customer.token);
    }
}

/// Compares the file with the answers.
pub fn compare(folder: &Path, market: &Market, customers: &[Customer]) -> Result<(), String> {
    let conn = Connection::open(file(folder)).expect("the file");
    let is = |what: &str, expected: i64, query: &str, id: i64| {
        let found: i64 = conn.query_row(query, [id], |row| row.get(0)).map_err(|error| format!("{what}: {error}"))?;
        if found == expected { Ok(()) } else { Err(format!("{what} {id}: {found}, but {expected} by the answers")) }
    };
    let ordered: i64 = customers.iter().map(|customer| customer.sums.units).sum();
    let available = "SELECT available_quantity FROM stock WHERE product_id = ?1";
    is("stock of", STOCK - ordered, available, market.product)?;
    let units = "SELECT coalesce(sum(quantity), 0) FROM order_item WHERE product_id = ?1";
    is("ordered units of", ordered, units, market.product)?;
    for customer in customers {
        let sums = &customer.sums;
        is("points of", sums.points, "SELECT available_point FROM user WHERE id = ?1", customer.user)?;
        let of_the_test = "FROM \"order\" o JOIN order_item i ON i.order_id = o.id AND i.product_id = {product}
                           WHERE o.user_id = ?1"
            .replace("{product}", &market.product.to_string());
        is("orders of", sums.orders, &format!("SELECT count(*) {of_the_test}"), customer.user)?;
        let paid = format!(
            "SELECT count(*) FROM payment p JOIN (SELECT o.id {of_the_test}) AS t ON p.order_id = t.id
             WHERE p.state = 'COMPLETED'"
        );
        is("payments of", sums.payments, &paid, customer.user)?;
    }
    for coupon in &market.coupons {
        let held = customers.iter().flat_map(|customer| &customer.sums.coupons).filter(|held| *held == coupon).count();
        let held = i64::try_from(held).expect("few");
        is("units of coupon", held, "SELECT issued_quantity FROM coupon WHERE id = ?1", *coupon)?;
        is("holders of coupon", held, "SELECT count(*) FROM user_coupon WHERE coupon_id = ?1", *coupon)?;
        if held > COUPON_UNITS {
            return Err(format!("coupon {coupon} is issued {held} times"));
        }
    }
    Ok(())
}
