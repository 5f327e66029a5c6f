//! Facts for the rules of the cart: the chosen product, the content of the cart, earlier purchases.

use chrono::{DateTime, Utc};
use shop_domain::Won;
use shop_domain::catalog::{OptionChoice, OptionState, ProductState, Sale, price_now};

use super::lines::{LineKey, choice};
use crate::column;
use crate::db::{Db, StoreResult};

/// A product or option chosen for the cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenProduct {
    /// The product's state.
    pub state: ProductState,
    /// Whether the chosen option belongs to the product.
    pub option: OptionChoice,
    /// Price of a unit without a sale.
    pub list_price: Won,
    /// The product's sale, running or not.
    pub sale: Option<Sale>,
    /// Units that one customer may buy.
    pub limited_quantity: Option<i64>,
    /// Units in stock; 0 if there is no stock row.
    pub available_quantity: i64,
}

impl ChosenProduct {
    /// Price of a unit at `now`.
    #[must_use]
    pub fn price(&self, now: DateTime<Utc>) -> Won {
        price_now(self.list_price, self.sale.as_ref(), now)
    }
}

/// The product and option with their stock; `None` if there is no such product.
pub fn chosen_product(db: &Db, key: LineKey) -> StoreResult<Option<ChosenProduct>> {
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

/// Totals of a cart relative to one line, existing or new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// The open line of this product and option, if any.
    pub line_id: Option<i64>,
    /// Units in it.
    pub in_line: i64,
    /// Units in the other lines of the same product.
    pub in_other_lines: i64,
    /// Other lines, of any product.
    pub other_lines: i64,
}

/// Totals of a user's cart relative to the line of `key`.
pub fn totals(db: &Db, user_id: i64, key: LineKey) -> StoreResult<Totals> {
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

/// Product and option of a user's open line; `None` also for a line of another user.
pub fn line_key(db: &Db, user_id: i64, id: i64) -> StoreResult<Option<LineKey>> {
    db.row(
        "SELECT product_id, product_option_id FROM cart_item WHERE id = ?2 AND user_id = ?1 AND state = 'NORMAL'",
        [user_id, id],
        |row| Ok(LineKey { product_id: row.get(0)?, option_id: row.get(1)? }),
    )
}

/// Units of a product in the `NORMAL` and `CONFIRMED` orders of a user, without those that were refunded.
pub fn already_bought(db: &Db, user_id: i64, product_id: i64) -> StoreResult<i64> {
    let units = db.row(
        "SELECT coalesce(sum(quantity - cancelled_quantity), 0) FROM order_item INDEXED BY order_item_of_buyer
         WHERE user_id = ?1 AND product_id = ?2 AND state = 'NORMAL'",
        [user_id, product_id],
        |row| row.get(0),
    )?;
    Ok(units.unwrap_or_default())
}
