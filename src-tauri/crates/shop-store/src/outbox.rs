//! Events for the merchant's own system, written in the transaction that they tell of and sent after it.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::db::{Stored, Tx};
use crate::time::Stamp;

/// Puts an event in the outbox, due at once.
///
/// # Errors
/// As SQLite has them.
pub fn put(tx: &Tx<'_>, event_type: &str, aggregate_id: i64, payload: &Value, now: DateTime<Utc>) -> Stored<i64> {
    tx.insert(
        "INSERT INTO outbox (event_type, aggregate_id, payload, next_attempt_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?4, ?4)",
        (event_type, aggregate_id, payload.to_string(), Stamp(now)),
    )
}
