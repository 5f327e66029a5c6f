//! Customers of a copy of the large shop who can go on buying: with points, with carts, and with enough of every product.

use std::sync::Arc;

use anyhow::{Result, ensure};
use rusqlite::Connection;
use shop_app::context::{Call, Caller as _, Shop, UserCall};
use shop_app::order;
use shop_app::runtime::Principal;
use shop_contract::{Order, OrderedProduct, PlaceOrder, ShopError};
use shop_domain::Quantity;
use shop_store::cart::LineKey;
use shop_store::peers::Peer;

use crate::stage::{Copy, now};
use crate::whole::order as whole_cart;

/// Customers that are taken, of those with most orders.
const CUSTOMERS: i64 = 200;
/// Products without options and limits that are taken.
const PRODUCTS: i64 = 2_000;
/// Lines of each cart.
const LINES: usize = 5;

/// Ids of customers and products.
#[derive(Debug, Clone)]
pub struct Buyers {
    users: Arc<[i64]>,
    products: Arc<[i64]>,
}

impl Buyers {
    /// Prepares a copy that is not open. What is changed breaks its books; nothing here verifies them.
    ///
    /// # Errors
    /// The shop has no customers with orders, or no plain products.
    pub fn prepare(copy: &Copy) -> Result<Self> {
        let books = Connection::open(copy.file())?;
        let ids = |sql: &str, most: i64| -> Result<Arc<[i64]>> {
            let mut statement = books.prepare(sql)?;
            let ids = statement.query_map([most], |row| row.get(0))?;
            Ok(ids.collect::<rusqlite::Result<Vec<i64>>>()?.into())
        };
        let users = ids("SELECT user_id FROM \"order\" GROUP BY user_id ORDER BY count(*) DESC LIMIT ?1", CUSTOMERS)?;
        // Every so many products, so that they are spread over the table as customers' choices are.
        let products = ids(
            "SELECT id FROM product
             WHERE state = 'NORMAL' AND limited_quantity IS NULL AND id NOT IN (SELECT product_id FROM product_option)
             ORDER BY id * 7919 % 100003 LIMIT ?1",
            PRODUCTS,
        )?;
        ensure!(
            !users.is_empty() && products.len() > LINES,
            "the large shop has nobody to buy, or nothing to be bought"
        );
        books.execute_batch(
            "UPDATE stock SET available_quantity = 100000000;
             UPDATE user SET available_point = 900000000000;",
        )?;
        drop(books);
        let buyers = Self { users, products };
        buyers.fill_carts(copy)?;
        Ok(buyers)
    }

    /// The customer of a turn.
    pub fn user(&self, turn: usize) -> i64 {
        self.users[turn % self.users.len()]
    }

    /// The product of a turn.
    pub fn product(&self, turn: usize) -> i64 {
        self.products[turn.wrapping_mul(37) % self.products.len()]
    }

    /// A call by the customer of a turn.
    ///
    /// # Errors
    /// As admitting a customer has them.
    pub fn call(&self, shop: &Arc<Shop>, turn: usize) -> Result<UserCall, ShopError> {
        let user_id = self.user(turn);
        let principal = Principal { user_id, role: None, session_id: user_id };
        UserCall::admit(Call::new(Arc::clone(shop), Some(principal), None))
    }

    /// The products of an order that leaves the cart alone.
    pub fn wanted(&self, turn: usize) -> Vec<OrderedProduct> {
        let line =
            |place| OrderedProduct { product_id: self.product(turn + place), product_option_id: None, quantity: 1 };
        (0..3).map(line).collect()
    }

    /// Places an order of three products.
    ///
    /// # Errors
    /// As placing an order has them.
    pub async fn buy(&self, shop: &Arc<Shop>, turn: usize) -> Result<Order, ShopError> {
        let request = PlaceOrder { items: Some(self.wanted(turn)), ..whole_cart() };
        order::place_order(self.call(shop, turn)?, request).await
    }

    fn fill_carts(&self, copy: &Copy) -> Result<()> {
        let one = Quantity::new(1).expect("BUG: one is a quantity");
        Peer::open(&copy.file())?.in_transaction(|tx| {
            for (turn, user_id) in self.users.iter().enumerate() {
                let held: Vec<i64> =
                    shop_store::cart::open_lines(tx, *user_id)?.iter().map(|line| line.product_id).collect();
                let others = self.products.iter().cycle().skip(turn * LINES).take(self.products.len());
                let others = others.filter(|product| !held.contains(product));
                for product_id in others.take(LINES.saturating_sub(held.len())) {
                    let key = LineKey { product_id: *product_id, option_id: None };
                    shop_store::cart::insert(tx, *user_id, key, one, 1_000, now())?;
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}
