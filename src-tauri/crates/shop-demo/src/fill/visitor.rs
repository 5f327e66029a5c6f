//! Prepares the shop for its visitor: every customer gets points to spend, and the first customers get carts and wish
//! lists.

use std::sync::Arc;

use super::DemoError;
use super::history::top_up;
use super::opening::Market;
use super::together::{AT_ONCE, together};
use crate::catalogue::product;
use crate::coupons::{COUPONS, FirstCustomer};
use shop_app::{cart, catalog, coupon};
use shop_contract::{AddCartItem, ById, ShopError, WishFor};

/// What every customer of a demo shop has at least, in won.
const POINTS: i64 = 1_000_000;
/// Customers with carts and wish lists.
const REGULARS: usize = 10;
/// Lines in the cart of each.
const LINES: usize = 3;
/// Wishes of each.
const WISHES: usize = 6;

/// Makes everything ready.
pub(super) async fn prepare(market: &Arc<Market>) -> Result<(), DemoError> {
    let numbers: Vec<usize> = (0..market.customers.len()).collect();
    for some in numbers.chunks(AT_ONCE) {
        together(some.iter().map(|&customer| prepare_one(Arc::clone(market), customer))).await?;
    }
    for (coupon, id) in COUPONS.iter().zip(&market.coupons) {
        if coupon.first_customer == FirstCustomer::JustNow {
            coupon::issue_coupon(market.call(0)?, ById { id: *id }).await?;
        }
    }
    Ok(())
}

async fn prepare_one(market: Arc<Market>, customer: usize) -> Result<(), ShopError> {
    top_up(&market, customer, points(customer)).await?;
    if customer < REGULARS {
        wish(&market, customer).await?;
        fill_cart(&market, customer).await?;
    }
    Ok(())
}

/// The points that a customer has at least: not the same for all.
fn points(customer: usize) -> i64 {
    POINTS + (customer as i64 * 37 % 23) * 70_000
}

async fn wish(market: &Market, customer: usize) -> Result<(), ShopError> {
    for number in stroll(market, customer, 17).take(WISHES) {
        catalog::add_wish(market.call(customer)?, WishFor { product_id: market.products[number].id }).await?;
    }
    Ok(())
}

async fn fill_cart(market: &Market, customer: usize) -> Result<(), ShopError> {
    for number in stroll(market, customer, 29).filter(|&number| plentiful(number)).take(LINES) {
        add(market, customer, number, 1 + (number % 2) as i64).await?;
    }
    if customer == 0 {
        for category in discounted_categories() {
            let first = |&number: &usize| product(number).category == category && plentiful(number);
            if let Some(number) = (0..market.products.len()).find(first) {
                add(market, customer, number, 2).await?;
            }
        }
    }
    Ok(())
}

/// Where the first customer's item coupons apply: the cart should have something for each.
fn discounted_categories() -> impl Iterator<Item = &'static str> {
    let fresh = COUPONS.iter().filter(|coupon| coupon.first_customer == FirstCustomer::JustNow);
    fresh.filter_map(|coupon| coupon.category)
}

async fn add(market: &Market, customer: usize, number: usize, quantity: i64) -> Result<(), ShopError> {
    let made = &market.products[number];
    let (product_id, product_option_id) = (made.id, made.option_ids.first().copied());
    cart::add_cart_item(market.call(customer)?, AddCartItem { product_id, product_option_id, quantity }).await?;
    Ok(())
}

/// Numbers of products in a different order for each customer; no product twice.
fn stroll(market: &Market, customer: usize, stride: usize) -> impl Iterator<Item = usize> {
    let count = market.products.len();
    let mut seen = std::collections::HashSet::new();
    (0..count).map(move |step| (customer * 13 + step * stride) % count).filter(move |&number| seen.insert(number))
}

/// Whether any customer can buy it: it has no limit, and enough units are in stock.
fn plentiful(number: usize) -> bool {
    let product = product(number);
    let first = product.options.first().map_or(product.stock, |option| option.stock);
    product.limited_quantity.is_none() && first >= 24
}
