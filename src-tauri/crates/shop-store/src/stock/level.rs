//! Stock levels. Taking and giving back are conditional updates: with or without locks, a level never falls below 0,
//! and no more is given back than was taken.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::stock::{Adjustment, MovementType};

use crate::column;
use crate::db::{Db, StoreResult, Tx};
use crate::error::StoreError;
use crate::planted::{Bug, is_planted};
use crate::time::Stamp;

/// Units of a product or of one of its options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Units {
    /// The product.
    pub product_id: i64,
    /// Its option, if it has options.
    pub option_id: Option<i64>,
    /// Units, above 0.
    pub quantity: i64,
}

/// Inserts the stock row of a product or option.
///
/// # Errors
/// A constraint if there is one already.
pub fn create(
    tx: &Tx<'_>,
    product_id: i64,
    option_id: Option<i64>,
    quantity: i64,
    now: DateTime<Utc>,
) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO stock (product_id, product_option_id, initial_quantity, available_quantity, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?3, ?4, ?4)",
        (product_id, option_id, quantity, Stamp(now)),
    )
}

/// Available units of a product or option; `None` if it has no stock row.
pub fn level(db: &Db, product_id: i64, option_id: Option<i64>) -> StoreResult<Option<i64>> {
    db.row(
        "SELECT available_quantity FROM stock WHERE product_id = ?1 AND ifnull(product_option_id, 0) = ifnull(?2, 0)",
        (product_id, option_id),
        |row| row.get(0),
    )
}

/// A row of `stock`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelRow {
    /// The product.
    pub product_id: i64,
    /// Its option, if any.
    pub option_id: Option<i64>,
    /// Available units.
    pub available: i64,
    /// Units in placed and paid orders.
    pub sold: i64,
}

/// All levels of these products, those of deleted options included.
pub fn levels(db: &Db, product_ids: &[i64]) -> StoreResult<Vec<LevelRow>> {
    db.rows(
        "SELECT s.product_id, s.product_option_id, s.available_quantity, s.sold_quantity
         FROM json_each(?1) j CROSS JOIN stock s ON s.product_id = j.value",
        [column::id_list(product_ids)],
        read_level,
    )
}

pub(crate) fn read_level(row: &Row<'_>) -> rusqlite::Result<LevelRow> {
    Ok(LevelRow { product_id: row.get(0)?, option_id: row.get(1)?, available: row.get(2)?, sold: row.get(3)? })
}

/// Takes units for an order and returns the available units.
///
/// # Errors
/// [`StoreError::NotOneRow`] if fewer are left, which the decision has ruled out.
pub fn take(tx: &Tx<'_>, units: Units, order_id: i64, now: DateTime<Utc>) -> StoreResult<i64> {
    const TAKE: &str = "UPDATE stock SET available_quantity = available_quantity - ?3,
                               sold_quantity = sold_quantity + ?3, updated_at = ?4
         WHERE product_id = ?1 AND ifnull(product_option_id, 0) = ifnull(?2, 0) AND available_quantity >= ?3
         RETURNING available_quantity";
    let left = move_level(tx, TAKE, units, now)?;
    if is_planted(Bug::MovementForgotten) {
        return Ok(left);
    }
    record(tx, units, &Movement { kind: MovementType::Sale, change: -units.quantity, left, order_id, now })?;
    Ok(left)
}

/// Gives back the units of an order and returns the available units.
///
/// # Errors
/// [`StoreError::NotOneRow`] if less was sold.
pub fn restore(tx: &Tx<'_>, units: Units, order_id: i64, now: DateTime<Utc>) -> StoreResult<i64> {
    const RESTORE: &str = "UPDATE stock SET available_quantity = available_quantity + ?3,
                                  sold_quantity = sold_quantity - ?3, updated_at = ?4
         WHERE product_id = ?1 AND ifnull(product_option_id, 0) = ifnull(?2, 0) AND sold_quantity >= ?3
         RETURNING available_quantity";
    let left = move_level(tx, RESTORE, units, now)?;
    record(tx, units, &Movement { kind: MovementType::Restore, change: units.quantity, left, order_id, now })?;
    Ok(left)
}

/// Takes the units of an order out of what is sold without giving them back: refunded goods that cannot be sold again. The level
/// does not change, so there is no movement.
///
/// # Errors
/// [`StoreError::NotOneRow`] if less was sold.
pub fn keep_out(tx: &Tx<'_>, units: Units, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE stock SET sold_quantity = sold_quantity - ?3, updated_at = ?4
         WHERE product_id = ?1 AND ifnull(product_option_id, 0) = ifnull(?2, 0) AND sold_quantity >= ?3",
        (units.product_id, units.option_id, units.quantity, Stamp(now)),
    )
}

/// A change of a level by an admin, as the domain has decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelChange<'a> {
    /// The product.
    pub product_id: i64,
    /// Its option, if it has options.
    pub option_id: Option<i64>,
    /// `INCREASE`, `DECREASE` or `SET`.
    pub kind: MovementType,
    /// The level before and after, in units.
    pub adjustment: Adjustment,
    /// Reason.
    pub reason: &'a str,
    /// The admin.
    pub actor_id: i64,
}

/// Sets a level to the decided value.
///
/// # Errors
/// [`StoreError::NotOneRow`] if the level is not the one that the decision saw.
pub fn adjust(tx: &Tx<'_>, change: &LevelChange<'_>, now: DateTime<Utc>) -> StoreResult<()> {
    let Adjustment { before, after } = change.adjustment;
    tx.change_one(
        "UPDATE stock SET available_quantity = ?4, updated_at = ?5
         WHERE product_id = ?1 AND ifnull(product_option_id, 0) = ifnull(?2, 0) AND available_quantity = ?3",
        (change.product_id, change.option_id, before, after, Stamp(now)),
    )?;
    tx.insert(
        "INSERT INTO stock_movement (product_id, product_option_id, type, quantity, available_after, reason, actor_id,
                                     created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
        (
            change.product_id,
            change.option_id,
            change.kind.as_str(),
            change.adjustment.change(),
            after,
            change.reason,
            change.actor_id,
            Stamp(now),
        ),
    )?;
    Ok(())
}

struct Movement {
    kind: MovementType,
    change: i64,
    left: i64,
    order_id: i64,
    now: DateTime<Utc>,
}

fn move_level(tx: &Tx<'_>, sql: &'static str, units: Units, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.row(sql, (units.product_id, units.option_id, units.quantity, Stamp(now)), |row| row.get(0))?
        .ok_or(StoreError::NotOneRow { changed: 0, statement: sql })
}

fn record(tx: &Tx<'_>, units: Units, movement: &Movement) -> StoreResult<()> {
    tx.insert(
        "INSERT INTO stock_movement (product_id, product_option_id, type, quantity, available_after, order_id,
                                     created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        (
            units.product_id,
            units.option_id,
            movement.kind.as_str(),
            movement.change,
            movement.left,
            movement.order_id,
            Stamp(movement.now),
        ),
    )?;
    Ok(())
}
