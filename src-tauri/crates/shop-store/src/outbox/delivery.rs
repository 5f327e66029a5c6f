//! The order in which events are sent, the outcome of a try, and sending events again.
//!
//! Events are sent in the order of their ids. The events of one aggregate never overtake each other: while the first
//! pending one waits for its next try, the later ones wait too. Other aggregates are not affected.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::limits::WEBHOOK_PAUSES_SECONDS;

use super::{EventRow, find};
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// Pending events read at once.
const PAGE: i64 = 1_000;

/// Events due at `now` in the order of sending, at most one of an aggregate. Of the events up to `after_id`, only those
/// that an admin requested.
pub fn due(db: &Db, after_id: i64, now: DateTime<Utc>, limit: usize) -> StoreResult<Vec<EventRow>> {
    let (mut chosen, mut aggregates, mut above_id) = (Vec::new(), HashSet::new(), 0);
    while chosen.len() < limit {
        let page = waiting(db, after_id, above_id, now)?;
        let Some(last) = page.last() else { break };
        above_id = last.id;
        for event in page {
            // The first event of an aggregate decides for the later ones, whether it is due or waits.
            if aggregates.insert(event.aggregate_id) && event.is_due && chosen.len() < limit {
                chosen.push(event.id);
            }
        }
    }
    chosen.into_iter().filter_map(|id| find(db, id).transpose()).collect()
}

struct Waiting {
    id: i64,
    aggregate_id: i64,
    is_due: bool,
}

/// An event whose next try is further away than the longest pause is due: that instant was written while the clock was
/// ahead, and would hold the event back until then.
fn waiting(db: &Db, after_id: i64, above_id: i64, now: DateTime<Utc>) -> StoreResult<Vec<Waiting>> {
    let longest = WEBHOOK_PAUSES_SECONDS.into_iter().max().unwrap_or_default();
    db.rows(
        "SELECT id, aggregate_id, next_attempt_at <= ?3 OR next_attempt_at > ?5 FROM outbox INDEXED BY outbox_asked
         WHERE state = 'PENDING' AND asked = 1 AND id > ?2 AND id <= ?1
         UNION ALL
         SELECT id, aggregate_id, next_attempt_at <= ?3 OR next_attempt_at > ?5 FROM outbox INDEXED BY outbox_waiting
         WHERE state = 'PENDING' AND id > max(?1, ?2)
         ORDER BY id LIMIT ?4",
        (after_id, above_id, Stamp(now), PAGE, Stamp(now + TimeDelta::seconds(longest))),
        |row| Ok(Waiting { id: row.get(0)?, aggregate_id: row.get(1)?, is_due: row.get(2)? }),
    )
}

/// Number of pending events, counted up to `limit`. Of those up to `after_id`, only those that an admin requested.
pub fn pending_count(db: &Db, after_id: i64, limit: i64) -> StoreResult<i64> {
    let count = db.row(
        "SELECT count(*) FROM (
             SELECT 1 FROM outbox INDEXED BY outbox_asked WHERE state = 'PENDING' AND asked = 1 AND id <= ?1
             UNION ALL
             SELECT 1 FROM outbox INDEXED BY outbox_waiting WHERE state = 'PENDING' AND id > ?1
             LIMIT ?2)",
        [after_id, limit],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or_default())
}

/// Outcome of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// Accepted.
    Sent,
    /// Failed; tried again then.
    Again(&'a str, DateTime<Utc>),
    /// Failed for the last time.
    Failed(&'a str),
}

/// Records the outcome of a try of `event`, as it was read. If another process has recorded the same try, nothing
/// changes.
pub fn tried(tx: &Tx<'_>, event: &EventRow, outcome: Outcome<'_>, now: DateTime<Utc>) -> StoreResult<()> {
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

/// Makes up to `limit` given-up events pending again, oldest first; returns how many.
pub fn retry_failed(tx: &Tx<'_>, now: DateTime<Utc>, limit: i64) -> StoreResult<usize> {
    tx.change(
        "UPDATE outbox SET state = 'PENDING', attempts = 0, asked = 1, next_attempt_at = ?1, updated_at = ?1
         WHERE id IN (SELECT id FROM outbox INDEXED BY outbox_done
                      WHERE state = 'FAILED' AND state IN ('SENT', 'FAILED') ORDER BY id LIMIT ?2)",
        (Stamp(now), limit),
    )
}

/// Makes up to `limit` events that wait for their next try due at once, oldest first; returns how many. Of the events
/// up to `after_id`, only those that an admin requested.
pub fn retry_paused(tx: &Tx<'_>, after_id: i64, now: DateTime<Utc>, limit: i64) -> StoreResult<usize> {
    tx.change(
        "UPDATE outbox SET attempts = 0, next_attempt_at = ?2, updated_at = ?2
         WHERE id IN (
             SELECT id FROM outbox INDEXED BY outbox_asked
             WHERE state = 'PENDING' AND asked = 1 AND id <= ?1 AND next_attempt_at > ?2
             UNION ALL
             SELECT id FROM outbox INDEXED BY outbox_waiting
             WHERE state = 'PENDING' AND id > ?1 AND next_attempt_at > ?2
             ORDER BY id LIMIT ?3)",
        (after_id, Stamp(now), limit),
    )
}

/// Makes up to `limit` events with an id above `above_id` pending, in any state, oldest first; returns how many, and
/// the id of the last one.
pub fn replay(tx: &Tx<'_>, above_id: i64, now: DateTime<Utc>, limit: i64) -> StoreResult<(usize, i64)> {
    let last_id = tx.row(
        "SELECT max(id) FROM (SELECT id FROM outbox WHERE id > ?1 ORDER BY id LIMIT ?2)",
        [above_id, limit],
        |row| row.get::<_, Option<i64>>(0),
    )?;
    let last_id = last_id.flatten().unwrap_or(above_id);
    let count = tx.change(
        "UPDATE outbox SET state = 'PENDING', attempts = 0, asked = 1, next_attempt_at = ?3, updated_at = ?3
         WHERE id > ?1 AND id <= ?2",
        (above_id, last_id, Stamp(now)),
    )?;
    Ok((count, last_id))
}

/// Withdraws the request for all pending events; for a new receiver, which gets the events from now on.
pub fn forget_asked(tx: &Tx<'_>) -> StoreResult<()> {
    tx.change("UPDATE outbox INDEXED BY outbox_asked SET asked = 0 WHERE state = 'PENDING' AND asked = 1", ())?;
    Ok(())
}

/// The id of the last event; 0 if there is none.
pub fn last_id(db: &Db) -> StoreResult<i64> {
    Ok(db.row("SELECT max(id) FROM outbox", (), |row| row.get::<_, Option<i64>>(0))?.flatten().unwrap_or_default())
}

/// The id of the last event before an instant; 0 if there is none. Scans the events since that instant.
pub fn last_id_before(db: &Db, instant: DateTime<Utc>) -> StoreResult<i64> {
    let id =
        db.row("SELECT id FROM outbox WHERE created_at < ?1 ORDER BY id DESC LIMIT 1", [Stamp(instant)], |row| {
            row.get(0)
        })?;
    Ok(id.unwrap_or_default())
}
