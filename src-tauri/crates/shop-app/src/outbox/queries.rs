//! Reads of the outbox.

use chrono::{DateTime, Utc};
use serde_json::Value;
use shop_store::outbox::{EventRow, State, list, list_done, list_pending};
use shop_store::setting::webhook_after;

use crate::context::AdminCall;
use crate::paging::Listing;
use crate::runtime::WorkError;
use shop_contract::{Instant, ListOutbox, OutboxEvent, OutboxPage, OutboxState, ShopError};

/// The key of a page: the due time of its last event, and the event's id.
type Key = (DateTime<Utc>, i64);

/// Events: pending ones in the order in which they are sent, others latest first.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn list_outbox(call: AdminCall, request: ListOutbox) -> Result<OutboxPage, ShopError> {
    let listing = Listing::new("outbox", &request.state, request.limit)?;
    let after: Option<Key> = listing.after(request.cursor.as_deref())?.map(|(Instant(due_at), id)| (due_at, id));
    let (before_id, limit) = (after.map_or(i64::MAX, |(_, id)| id), listing.fetch());
    call.read(move |db| {
        let rows = match request.state {
            None => list(db, before_id, limit)?,
            Some(OutboxState::Pending) => list_pending(db, webhook_after(db)?, after.map_or(0, |(_, id)| id), limit)?,
            Some(OutboxState::Sent) => list_done(db, State::Sent, before_id, limit)?,
            Some(OutboxState::Failed) => list_done(db, State::Failed, before_id, limit)?,
        };
        let (rows, next_cursor) = listing.page(rows, |row| (row.next_attempt_at, row.id));
        Ok::<_, WorkError>(OutboxPage { items: rows.into_iter().map(event).collect(), next_cursor })
    })
    .await
}

pub(super) fn event(row: EventRow) -> OutboxEvent {
    let state = match row.state {
        State::Pending => OutboxState::Pending,
        State::Sent => OutboxState::Sent,
        State::Failed => OutboxState::Failed,
    };
    OutboxEvent {
        id: row.id,
        event_type: row.event_type,
        aggregate_id: row.aggregate_id,
        payload: serde_json::from_str(&row.payload).unwrap_or(Value::Null),
        state,
        attempts: row.attempts,
        next_attempt_at: (state == OutboxState::Pending).then_some(row.next_attempt_at),
        last_error: row.last_error,
        created_at: row.created_at,
    }
}
