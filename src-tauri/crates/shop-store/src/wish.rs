//! The wish list: products that a user has marked.

use chrono::{DateTime, Utc};

use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// Marks a product; does nothing if it is marked already.
pub fn add(tx: &Tx<'_>, user_id: i64, product_id: i64, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change(
        "INSERT INTO wish (user_id, product_id, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)
         ON CONFLICT (user_id, product_id) DO UPDATE SET state = 'NORMAL', updated_at = excluded.updated_at
         WHERE state = 'DELETED'",
        (user_id, product_id, Stamp(now)),
    )?;
    Ok(())
}

/// Unmarks a product; does nothing if it is not marked.
pub fn remove(tx: &Tx<'_>, user_id: i64, product_id: i64, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change(
        "UPDATE wish SET state = 'DELETED', updated_at = ?3
         WHERE user_id = ?1 AND product_id = ?2 AND state = 'NORMAL'",
        (user_id, product_id, Stamp(now)),
    )?;
    Ok(())
}

/// The marked products that are not deleted, latest mark first.
pub fn product_ids(db: &Db, user_id: i64) -> StoreResult<Vec<i64>> {
    db.rows(
        "SELECT w.product_id FROM wish w JOIN product p ON p.id = w.product_id
         WHERE w.user_id = ?1 AND w.state = 'NORMAL' AND p.state <> 'DELETED'
         ORDER BY w.updated_at DESC, w.id DESC",
        [user_id],
        |row| row.get(0),
    )
}

/// The key at which a page ended: the instant of the last mark, and its id.
pub type WishKey = (DateTime<Utc>, i64);

/// A page of marked products after `after`, each with its key; latest mark first.
pub fn page(db: &Db, user_id: i64, after: Option<WishKey>, limit: i64) -> StoreResult<Vec<(WishKey, i64)>> {
    db.rows(
        "SELECT w.updated_at, w.id, w.product_id FROM wish w JOIN product p ON p.id = w.product_id
         WHERE w.user_id = ?1 AND w.state = 'NORMAL' AND p.state <> 'DELETED'
           AND (?2 IS NULL OR (w.updated_at, w.id) < (?2, ?3))
         ORDER BY w.updated_at DESC, w.id DESC LIMIT ?4",
        (user_id, after.map(|key| Stamp(key.0)), after.map(|key| key.1), limit),
        |row| {
            let Stamp(marked_at) = row.get(0)?;
            Ok(((marked_at, row.get(1)?), row.get(2)?))
        },
    )
}
