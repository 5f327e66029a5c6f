//! What the cart's rules ask for: the chosen product, what lies in the cart already, what was bought before.

use chrono::{DateTime, Utc};
use shop_domain::Won;
use shop_domain::catalog::{OptionChoice, OptionState, ProductState, Sale, price_now};

use super::lines::choice;
use crate::column;
use crate::db::{Db, Stored};

/// What makes a line the one of its kind in a cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineKey {
    /// The product.
    pub product_id: i64,
    /// Its option.
    pub option_id: Option<i64>,
}

/// A product as it was chosen for the cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenProduct {
    /// The product's state.
    pub state: ProductState,
    /// The option, held against the product.
    pub option: OptionChoice,
    /// Price of a unit without a sale.
    pub list_price: Won,
    /// The product's sale, running or not.
    pub sale: Option<Sale>,
    /// Units a person may buy of it.
    pub limited_quantity: Option<i64>,
    /// Units in stock; 0 where no stock is kept.
    pub available_quantity: i64,
}

impl ChosenProduct {
    /// What a unit costs at `now`.
    #[must_use]
    pub fn price(&self, now: DateTime<Utc>) -> Won {
        price_now(self.list_price, self.sale.as_ref(), now)
    }
}

/// The product and option with their stock; `None` where there is no such product.
pub fn chosen_product(db: &Db, key: LineKey) -> Stored<Option<ChosenProduct>> {
    db.row(
        "SELECT p.state, o.state, o.product_id = p.id,
                ?2 IS NULL AND EXISTS (
                    SELECT 1 FROM product_option x WHERE x.product_id = p.id AND x.state <> 'DELETED'),
                coalesce(o.price, p.price), p.sale_rate, p.sale_begins_at, p.sale_ends_at, p.limited_quantity,
                coalesce(s.available_quantity, 0)
         FROM product p
         LEFT JOIN product_option o ON o.id = ?2
         LEFT JOIN stock s ON s.product_id = p.id AND ifnull(s.product_option_id, 0) = ifnull(?2, 0)
         WHERE p.id = ?1",
        (key.product_id, key.option_id),
        |row| {
            let option_state = column::optional_code(row, 1, OptionState::parse)?;
            Ok(ChosenProduct {
                state: column::code(row, 0, ProductState::parse)?,
                option: choice(key.option_id, option_state, row.get(2)?, row.get(3)?),
                list_price: column::won(row, 4)?,
                sale: column::sale(row, 5)?,
                limited_quantity: row.get(8)?,
                available_quantity: row.get(9)?,
            })
        },
    )
}

/// What lies in a cart, seen from one of its lines or from one that is about to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// The open line of this product and option, where there is one.
    pub line_id: Option<i64>,
    /// Units in it.
    pub in_line: i64,
    /// Units in the other lines of the same product.
    pub in_other_lines: i64,
    /// Other lines, of any product.
    pub other_lines: i64,
}

/// Adds up a person's cart around the line of `key`.
pub fn totals(db: &Db, user_id: i64, key: LineKey) -> Stored<Totals> {
    let totals = db.row(
        "SELECT max(id) FILTER (WHERE is_line), coalesce(sum(quantity) FILTER (WHERE is_line), 0),
                coalesce(sum(quantity) FILTER (WHERE NOT is_line AND product_id = ?2), 0),
                count(*) FILTER (WHERE NOT is_line)
         FROM (SELECT id, product_id, quantity,
                      product_id = ?2 AND ifnull(product_option_id, 0) = ifnull(?3, 0) AS is_line
               FROM cart_item WHERE user_id = ?1 AND state = 'NORMAL')",
        (user_id, key.product_id, key.option_id),
        |row| {
            Ok(Totals {
                line_id: row.get(0)?,
                in_line: row.get(1)?,
                in_other_lines: row.get(2)?,
                other_lines: row.get(3)?,
            })
        },
    )?;
    Ok(totals.unwrap_or(Totals { line_id: None, in_line: 0, in_other_lines: 0, other_lines: 0 }))
}

/// Product and option of a person's open line; `None` also for a line of somebody else.
pub fn line_key(db: &Db, user_id: i64, id: i64) -> Stored<Option<LineKey>> {
    db.row(
        "SELECT product_id, product_option_id FROM cart_item WHERE id = ?2 AND user_id = ?1 AND state = 'NORMAL'",
        [user_id, id],
        |row| Ok(LineKey { product_id: row.get(0)?, option_id: row.get(1)? }),
    )
}

/// Units of a product that a person has in `NORMAL` and `CONFIRMED` orders, which are those whose items stand.
pub fn already_bought(db: &Db, user_id: i64, product_id: i64) -> Stored<i64> {
    let units = db.row(
        "SELECT coalesce(sum(quantity), 0) FROM order_item INDEXED BY order_item_by_buyer
         WHERE user_id = ?1 AND product_id = ?2 AND state = 'NORMAL'",
        [user_id, product_id],
        |row| row.get(0),
    )?;
    Ok(units.unwrap_or_default())
}
