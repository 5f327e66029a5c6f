//! Events for the merchant's own system, written in the transaction that they tell of and sent after it.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::db::{Db, Stored, Tx};
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

/// An event that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueEvent {
    /// Id; the receiver can tell by it that an event came twice.
    pub id: i64,
    /// The event as it is sent: JSON with id, type, aggregate, instant and payload.
    pub body: String,
    /// Tries so far.
    pub attempts: u32,
}

/// Events that are due at `now`, the first due first.
///
/// # Errors
/// As SQLite has them.
pub fn due(db: &Db, now: DateTime<Utc>, limit: i64) -> Stored<Vec<DueEvent>> {
    db.rows(
        "SELECT id, json_object('id', id, 'type', event_type, 'aggregateId', aggregate_id, 'createdAt', created_at,
                                'payload', json(payload)), attempts
         FROM outbox WHERE state = 'PENDING' AND next_attempt_at <= ?1 ORDER BY next_attempt_at, id LIMIT ?2",
        (Stamp(now), limit),
        |row| Ok(DueEvent { id: row.get(0)?, body: row.get(1)?, attempts: row.get(2)? }),
    )
}

/// What became of a try to send an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// It was taken.
    Sent,
    /// It was not, and is tried again then.
    Again(&'a str, DateTime<Utc>),
    /// It was not, for the last time.
    Failed(&'a str),
}

/// Writes down a try. Where another process has written down this very try, nothing changes.
///
/// # Errors
/// As SQLite has them.
pub fn tried(tx: &Tx<'_>, event: &DueEvent, outcome: Outcome<'_>, now: DateTime<Utc>) -> Stored<()> {
    let (state, error, next) = match outcome {
        Outcome::Sent => ("SENT", None, now),
        Outcome::Again(error, next) => ("PENDING", Some(error), next),
        Outcome::Failed(error) => ("FAILED", Some(error), now),
    };
    tx.change(
        "UPDATE outbox SET state = ?3, attempts = attempts + 1, last_error = ?4, next_attempt_at = ?5, updated_at = ?6
         WHERE id = ?1 AND attempts = ?2 AND state = 'PENDING'",
        (event.id, event.attempts, state, error, Stamp(next), Stamp(now)),
    )?;
    Ok(())
}
