//! Guests of a sale room: users with a mark. Their removal erases the texts of all of them; the rows stay.

use chrono::{DateTime, Utc};

use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// Marks a user as a guest of the room that was opened at `opened_at`.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] where there is no such user.
pub fn mark(tx: &Tx<'_>, id: i64, opened_at: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one("UPDATE user SET guest_of = ?2 WHERE id = ?1", (id, Stamp(opened_at)))
}

/// Number of guests that were not removed.
pub fn count(db: &Db) -> StoreResult<i64> {
    let count =
        db.row("SELECT count(*) FROM user WHERE guest_of IS NOT NULL AND state <> 'DELETED'", [], |row| row.get(0))?;
    Ok(count.unwrap_or(0))
}

/// Ids of at most `limit` guests that were not removed, in their order.
pub fn next(db: &Db, limit: i64) -> StoreResult<Vec<i64>> {
    db.rows(
        "SELECT id FROM user WHERE guest_of IS NOT NULL AND state <> 'DELETED' ORDER BY id LIMIT ?1",
        [limit],
        |row| row.get(0),
    )
}

/// Deletes a guest: name, e-mail address, telephone number, password and addresses are replaced, and all sessions end. Orders
/// and the ledger stay. No other user may have registered `email`.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] for a user that is no guest, or was removed before.
pub fn remove(tx: &Tx<'_>, id: i64, name: &str, email: &str, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE user SET name = ?2, email = ?4, phone = NULL, password_hash = '', state = 'DELETED', updated_at = ?3
         WHERE id = ?1 AND guest_of IS NOT NULL AND state <> 'DELETED'",
        (id, name, Stamp(now), email),
    )?;
    crate::address::erase(tx, id, name, now)?;
    crate::session::end_others(tx, id, 0, now)?;
    super::search::reindex(tx, id)
}
