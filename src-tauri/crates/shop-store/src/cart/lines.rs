//! The open lines of a cart, each joined once with its product, option and stock; and products bought without a cart, in the
//! same form.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::catalog::{OptionChoice, OptionState, ProductState, Sale, price_now};
use shop_domain::{Quantity, Won};

use crate::column;
use crate::db::{Db, StoreResult};

/// The key of an open line in a cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineKey {
    /// The product.
    pub product_id: i64,
    /// Its option.
    pub option_id: Option<i64>,
}

/// An open line, or a product that is bought without a cart, with the facts about the product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CartLine {
    /// Id of the line; of a product without a cart the place that its reader gave it.
    pub id: i64,
    /// The product.
    pub product_id: i64,
    /// Its option.
    pub option_id: Option<i64>,
    /// Units in the line.
    pub quantity: Quantity,
    /// Price of a unit when the line last changed, in won.
    pub seen_price: i64,
    /// Korean name of the product.
    pub product_name: String,
    /// English name of the product.
    pub product_name_en: Option<String>,
    /// Name of the option.
    pub option_name: Option<String>,
    /// English name of the option.
    pub option_name_en: Option<String>,
    /// The product's picture.
    pub image: Option<String>,
    /// The product's state.
    pub product_state: ProductState,
    /// Whether the chosen option belongs to the product.
    pub option: OptionChoice,
    /// Price of a unit without a sale: that of the option, if there is one.
    pub list_price: Won,
    /// The product's sale, running or not.
    pub sale: Option<Sale>,
    /// Units that one customer may buy of the product.
    pub limited_quantity: Option<i64>,
    /// Units in stock; 0 if there is no stock row.
    pub available_quantity: i64,
}

impl CartLine {
    /// Price of a unit at `now`.
    #[must_use]
    pub fn price(&self, now: DateTime<Utc>) -> Won {
        price_now(self.list_price, self.sale.as_ref(), now)
    }
}

macro_rules! select_lines {
    ($lines:literal, $filter:literal) => {
        concat!(
            "SELECT c.id, c.product_id, c.product_option_id, c.quantity, c.seen_price,
                    p.name, p.name_en, o.name, p.image, p.state,
                    o.state, o.product_id = c.product_id,
                    c.product_option_id IS NULL AND EXISTS (
                        SELECT 1 FROM product_option x WHERE x.product_id = c.product_id AND x.state <> 'DELETED'),
                    coalesce(o.price, p.price), p.sale_rate, p.sale_begins_at, p.sale_ends_at,
                    p.limited_quantity, coalesce(s.available_quantity, 0), o.name_en
             FROM ",
            $lines,
            " c
             JOIN product p ON p.id = c.product_id
             LEFT JOIN product_option o ON o.id = c.product_option_id
             LEFT JOIN stock s
                    ON s.product_id = c.product_id
                   AND ifnull(s.product_option_id, 0) = ifnull(c.product_option_id, 0)
             WHERE ",
            $filter
        )
    };
}

/// A user's open lines, oldest first.
pub fn open_lines(db: &Db, user_id: i64) -> StoreResult<Vec<CartLine>> {
    const LINES: &str = select_lines!("cart_item", "c.user_id = ?1 AND c.state = 'NORMAL' ORDER BY c.id");
    db.rows(LINES, [user_id], read)
}

/// The ids of a user's open lines, each with the id of its product.
pub fn open_products(db: &Db, user_id: i64) -> StoreResult<Vec<(i64, i64)>> {
    const LINES: &str = "SELECT id, product_id FROM cart_item WHERE user_id = ?1 AND state = 'NORMAL'";
    db.rows(LINES, [user_id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// One open line of a user; `None` also for a line of another user.
pub fn open_line(db: &Db, user_id: i64, id: i64) -> StoreResult<Option<CartLine>> {
    const LINE: &str = select_lines!("cart_item", "c.user_id = ?1 AND c.state = 'NORMAL' AND c.id = ?2");
    db.row(LINE, [user_id, id], read)
}

/// A product that is bought without a cart, as a line with the id `place`; `None` if there is no such product.
pub fn line_of(db: &Db, place: i64, key: LineKey, quantity: Quantity) -> StoreResult<Option<CartLine>> {
    const LINE: &str = select_lines!(
        "(SELECT ?1 AS id, ?2 AS product_id, ?3 AS product_option_id, ?4 AS quantity, 0 AS seen_price)",
        "p.id = ?2"
    );
    db.row(LINE, (place, key.product_id, key.option_id, quantity.get()), read)
}

fn read(row: &Row<'_>) -> rusqlite::Result<CartLine> {
    let option_id = row.get(2)?;
    Ok(CartLine {
        id: row.get(0)?,
        product_id: row.get(1)?,
        option_id,
        quantity: column::number(row, 3, Quantity::new)?,
        seen_price: row.get(4)?,
        product_name: row.get(5)?,
        product_name_en: row.get(6)?,
        option_name: row.get(7)?,
        option_name_en: row.get(19)?,
        image: row.get(8)?,
        product_state: column::code(row, 9, ProductState::parse)?,
        option: choice(option_id, column::optional_code(row, 10, OptionState::parse)?, row.get(11)?, row.get(12)?),
        list_price: column::won(row, 13)?,
        sale: column::sale(row, 14)?,
        limited_quantity: row.get(17)?,
        available_quantity: row.get(18)?,
    })
}

/// Classifies the chosen option: `state` is that of the option if it exists, `is_own` whether it belongs to the
/// product, `is_missing` whether none was chosen although the product has some.
pub(super) fn choice(
    option_id: Option<i64>,
    state: Option<OptionState>,
    is_own: Option<bool>,
    is_missing: bool,
) -> OptionChoice {
    match (option_id, state) {
        (None, _) if !is_missing => OptionChoice::None,
        (Some(_), Some(state)) if is_own == Some(true) => OptionChoice::Chosen(state),
        _ => OptionChoice::Mismatch,
    }
}
