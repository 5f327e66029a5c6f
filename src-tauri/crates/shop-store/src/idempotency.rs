//! The stored answer of a request that may be repeated, written in the same transaction as its effect.

use chrono::{DateTime, Utc};

use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A row of `idempotency`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyRow {
    /// Hash of operation and request.
    pub request_hash: String,
    /// The answer, as JSON.
    pub answer: String,
}

/// The row of a key of a user; `user_id` 0 is a visitor.
pub fn find(db: &Db, user_id: i64, key: &str) -> StoreResult<Option<IdempotencyRow>> {
    db.row("SELECT request_hash, answer FROM idempotency WHERE user_id = ?1 AND key = ?2", (user_id, key), |row| {
        Ok(IdempotencyRow { request_hash: row.get(0)?, answer: row.get(1)? })
    })
}

/// Inserts an answer.
///
/// # Errors
/// A constraint if the key is taken.
pub fn insert(
    tx: &Tx<'_>,
    user_id: i64,
    key: &str,
    operation: &str,
    kept: &IdempotencyRow,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    tx.insert(
        "INSERT INTO idempotency (user_id, key, operation, request_hash, answer, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
        (user_id, key, operation, &kept.request_hash, &kept.answer, Stamp(now)),
    )?;
    Ok(())
}

/// Dates answers from after `latest` at `now`: they were given while the clock was wrong, and would be kept too long.
/// Examines the oldest `limit`.
pub fn redate(tx: &Tx<'_>, latest: DateTime<Utc>, limit: i64, now: DateTime<Utc>) -> StoreResult<usize> {
    tx.change(
        "UPDATE idempotency SET created_at = ?3, updated_at = ?3 WHERE created_at > ?1
         AND id IN (SELECT id FROM idempotency ORDER BY id LIMIT ?2)",
        (Stamp(latest), limit, Stamp(now)),
    )
}

/// Deletes answers given before `until`, oldest first and at most `limit` at a time, so that the writer is not held up;
/// returns how many.
pub fn forget(tx: &Tx<'_>, until: DateTime<Utc>, limit: i64) -> StoreResult<usize> {
    tx.change(
        "DELETE FROM idempotency WHERE created_at < ?1
         AND id IN (SELECT id FROM idempotency ORDER BY id LIMIT ?2)",
        (Stamp(until), limit),
    )
}
