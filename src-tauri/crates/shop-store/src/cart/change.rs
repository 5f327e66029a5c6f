//! Writes of cart lines. No row is ever deleted: a line becomes `ORDERED` or `DELETED`.

use chrono::{DateTime, Utc};
use shop_domain::Quantity;

use super::lines::LineKey;
use crate::db::{StoreResult, Tx};
use crate::time::Stamp;

/// Inserts a line and returns its id.
///
/// # Errors
/// A constraint if the cart already has an open line of that product and option.
pub fn insert(
    tx: &Tx<'_>,
    user_id: i64,
    key: LineKey,
    quantity: Quantity,
    seen_price: i64,
    now: DateTime<Utc>,
) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO cart_item (user_id, product_id, product_option_id, quantity, seen_price, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
        (user_id, key.product_id, key.option_id, quantity.get(), seen_price, Stamp(now)),
    )
}

/// Sets the quantity of an open line, and the price last shown to the user.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if the user has no such open line.
pub fn set_quantity(
    tx: &Tx<'_>,
    user_id: i64,
    id: i64,
    quantity: Quantity,
    seen_price: i64,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    tx.change_one(
        "UPDATE cart_item SET quantity = ?3, seen_price = ?4, updated_at = ?5
         WHERE id = ?2 AND user_id = ?1 AND state = 'NORMAL'",
        (user_id, id, quantity.get(), seen_price, Stamp(now)),
    )
}

/// Removes a line; `false` if the user has no such open line.
pub fn remove(tx: &Tx<'_>, user_id: i64, id: i64, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "UPDATE cart_item SET state = 'DELETED', updated_at = ?3 WHERE id = ?2 AND user_id = ?1 AND state = 'NORMAL'",
        (user_id, id, Stamp(now)),
    )?;
    Ok(changed == 1)
}

/// Marks open lines of a user as ordered.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if one of them is not an open line of that user.
pub fn mark_ordered(tx: &Tx<'_>, user_id: i64, ids: &[i64], now: DateTime<Utc>) -> StoreResult<()> {
    ids.iter().try_for_each(|id| {
        tx.change_one(
            "UPDATE cart_item SET state = 'ORDERED', updated_at = ?3
             WHERE id = ?2 AND user_id = ?1 AND state = 'NORMAL'",
            (user_id, id, Stamp(now)),
        )
    })
}

/// Removes at most `limit` open lines that have not changed since `until`; returns how many. Open lines are few and
/// have an index of their own.
pub fn lapse(tx: &Tx<'_>, until: DateTime<Utc>, limit: i64, now: DateTime<Utc>) -> StoreResult<usize> {
    tx.change(
        "UPDATE cart_item SET state = 'DELETED', updated_at = ?3
         WHERE id IN (SELECT id FROM cart_item INDEXED BY cart_item_open
                      WHERE state = 'NORMAL' AND updated_at < ?1 LIMIT ?2)",
        (Stamp(until), limit, Stamp(now)),
    )
}
