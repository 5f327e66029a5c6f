//! Expiry of coupons. A reader finds the issued ones, so that the writer touches only rows that it changes.

use chrono::{DateTime, Utc};

use crate::column::id_list;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// Ids of available issued coupons that have ended but are not marked yet, at most `limit`.
pub fn pieces_past_end(db: &Db, now: DateTime<Utc>, limit: i64) -> StoreResult<Vec<i64>> {
    db.rows(
        "SELECT u.id FROM user_coupon u
         WHERE u.state = 'AVAILABLE' AND u.expires_at <= ?1
           AND EXISTS (SELECT 1 FROM coupon WHERE state = 'NORMAL' AND end_date <= ?1) LIMIT ?2",
        (Stamp(now), limit),
        |row| row.get(0),
    )
}

/// Expires those of the issued coupons that are still available; returns how many.
pub fn expire_pieces(tx: &Tx<'_>, ids: &[i64], now: DateTime<Utc>) -> StoreResult<usize> {
    tx.change(
        "UPDATE user_coupon SET state = 'EXPIRED', updated_at = ?2
         WHERE id IN (SELECT value FROM json_each(?1)) AND state = 'AVAILABLE' AND expires_at <= ?2",
        (id_list(ids), Stamp(now)),
    )
}

/// Marks the coupons that have ended; returns how many.
pub fn expire_ended(tx: &Tx<'_>, now: DateTime<Utc>) -> StoreResult<usize> {
    tx.change(
        "UPDATE coupon SET state = 'EXPIRED', updated_at = ?1 WHERE state = 'NORMAL' AND end_date <= ?1",
        [Stamp(now)],
    )
}
