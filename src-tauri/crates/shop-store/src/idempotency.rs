//! The first answer to a request that may be repeated, written in the transaction that made it.

use chrono::{DateTime, Utc};

use crate::db::{Db, Stored, Tx};
use crate::time::Stamp;

/// What is kept with a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Fingerprint of operation and request.
    pub request_hash: String,
    /// The answer, as JSON.
    pub answer: String,
}

/// What a person's key stands for. `user_id` 0 is a visitor.
pub fn find(db: &Db, user_id: i64, key: &str) -> Stored<Option<Kept>> {
    db.row("SELECT request_hash, answer FROM idempotency WHERE user_id = ?1 AND key = ?2", (user_id, key), |row| {
        Ok(Kept { request_hash: row.get(0)?, answer: row.get(1)? })
    })
}

/// Keeps an answer.
///
/// # Errors
/// A constraint, where the key is taken.
pub fn keep(tx: &Tx<'_>, user_id: i64, key: &str, operation: &str, kept: &Kept, now: DateTime<Utc>) -> Stored<()> {
    tx.insert(
        "INSERT INTO idempotency (user_id, key, operation, request_hash, answer, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
        (user_id, key, operation, &kept.request_hash, &kept.answer, Stamp(now)),
    )?;
    Ok(())
}

/// Gives answers that are dated after `latest` the date of `now`: they were given while the clock was wrong, and would stand
/// before all others for as long as it was wrong by. Looks at the oldest `limit`.
pub fn date_anew(tx: &Tx<'_>, latest: DateTime<Utc>, limit: i64, now: DateTime<Utc>) -> Stored<usize> {
    tx.change(
        "UPDATE idempotency SET created_at = ?3, updated_at = ?3 WHERE created_at > ?1
         AND id IN (SELECT id FROM idempotency ORDER BY id LIMIT ?2)",
        (Stamp(latest), limit, Stamp(now)),
    )
}

/// Forgets answers given before `until`, the oldest first and at most `limit` at a time, so that the writer is not held
/// up; says how many.
pub fn forget(tx: &Tx<'_>, until: DateTime<Utc>, limit: i64) -> Stored<usize> {
    tx.change(
        "DELETE FROM idempotency WHERE created_at < ?1
         AND id IN (SELECT id FROM idempotency ORDER BY id LIMIT ?2)",
        (Stamp(until), limit),
    )
}
