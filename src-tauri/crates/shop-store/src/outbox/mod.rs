//! Events for the webhook of the merchant, written in the transaction that causes them and sent after it.

mod delivery;

use chrono::{DateTime, Utc};
use rusqlite::Row;
use serde_json::Value;
use shop_domain::UnknownCode;

pub use delivery::{
    Outcome, due, forget_asked, last_id, last_id_before, pending_count, replay, retry_failed, retry_paused, tried,
};

use crate::column::code;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// Inserts an event that is due at once.
pub fn put(tx: &Tx<'_>, event_type: &str, aggregate_id: i64, payload: &Value, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO outbox (event_type, aggregate_id, payload, next_attempt_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?4, ?4)",
        (event_type, aggregate_id, payload.to_string(), Stamp(now)),
    )
}

/// As [`put`], for an event about the shop itself, with an id above `last`.
pub fn put_after(tx: &Tx<'_>, last: i64, event_type: &str, payload: &Value, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO outbox (id, event_type, aggregate_id, payload, next_attempt_at, created_at, updated_at)
         VALUES (?1, ?2, 0, ?3, ?4, ?4, ?4)",
        (last + 1, event_type, payload.to_string(), Stamp(now)),
    )
}

/// State of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Pending.
    Pending,
    /// Accepted by the receiver.
    Sent,
    /// Given up.
    Failed,
}

impl State {
    /// The code in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "PENDING",
            Self::Sent => "SENT",
            Self::Failed => "FAILED",
        }
    }

    fn parse(text: &str) -> Result<Self, UnknownCode> {
        let known = [Self::Pending, Self::Sent, Self::Failed].into_iter().find(|state| state.as_str() == text);
        known.ok_or_else(|| UnknownCode(text.to_owned()))
    }
}

/// A row of `outbox`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// Id.
    pub id: i64,
    /// Type of the event.
    pub event_type: String,
    /// Id of the aggregate.
    pub aggregate_id: i64,
    /// Payload, as JSON.
    pub payload: String,
    /// State.
    pub state: State,
    /// Tries so far.
    pub attempts: i64,
    /// The next try, if it is pending.
    pub next_attempt_at: DateTime<Utc>,
    /// Error of the last try.
    pub last_error: Option<String>,
    /// When it happened.
    pub created_at: DateTime<Utc>,
}

macro_rules! event_columns {
    () => {
        "id, event_type, aggregate_id, payload, state, attempts, next_attempt_at, last_error, created_at"
    };
}
pub(crate) use event_columns;

macro_rules! select_events {
    ($rest:literal) => {
        concat!("SELECT ", event_columns!(), " FROM outbox ", $rest)
    };
}

/// A page of events, latest first: ids below `before_id`.
pub fn list(db: &Db, before_id: i64, limit: i64) -> StoreResult<Vec<EventRow>> {
    db.rows(select_events!("WHERE id < ?1 ORDER BY id DESC LIMIT ?2"), [before_id, limit], read)
}

/// A page of the events that were sent, or given up, latest first.
pub fn list_done(db: &Db, state: State, before_id: i64, limit: i64) -> StoreResult<Vec<EventRow>> {
    db.rows(
        select_events!(
            "INDEXED BY outbox_done WHERE state = ?1 AND state IN ('SENT', 'FAILED') AND id < ?2
             ORDER BY id DESC LIMIT ?3"
        ),
        (state.as_str(), before_id, limit),
        read,
    )
}

/// A page of the pending events in the order of sending: ids above `above_id`. Of the events up to `after_id`, only
/// those that an admin requested.
pub fn list_pending(db: &Db, after_id: i64, above_id: i64, limit: i64) -> StoreResult<Vec<EventRow>> {
    db.rows(
        select_events!(
            "WHERE id IN (
                 SELECT id FROM outbox INDEXED BY outbox_asked
                 WHERE state = 'PENDING' AND asked = 1 AND id > ?2 AND id <= ?1
                 UNION ALL
                 SELECT id FROM outbox INDEXED BY outbox_waiting WHERE state = 'PENDING' AND id > max(?1, ?2)
                 ORDER BY id LIMIT ?3)
             ORDER BY id"
        ),
        [after_id, above_id, limit],
        read,
    )
}

/// One event.
pub fn find(db: &Db, id: i64) -> StoreResult<Option<EventRow>> {
    db.row(select_events!("WHERE id = ?1"), [id], read)
}

/// Makes an unsent event due at once, with the retries of a new one.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if it was sent.
pub fn retry(tx: &Tx<'_>, id: i64, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE outbox SET state = 'PENDING', attempts = 0, asked = 1, next_attempt_at = ?2, updated_at = ?2
         WHERE id = ?1 AND state IN ('PENDING', 'FAILED')",
        (id, Stamp(now)),
    )
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<EventRow> {
    let (Stamp(next_attempt_at), Stamp(created_at)) = (row.get(6)?, row.get(8)?);
    Ok(EventRow {
        id: row.get(0)?,
        event_type: row.get(1)?,
        aggregate_id: row.get(2)?,
        payload: row.get(3)?,
        state: code(row, 4, State::parse)?,
        attempts: row.get(5)?,
        next_attempt_at,
        last_error: row.get(7)?,
        created_at,
    })
}
