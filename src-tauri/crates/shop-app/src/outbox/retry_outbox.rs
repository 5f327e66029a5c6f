//! Retries one event that has failed or waits for its next attempt.

use serde_json::json;
use shop_store::outbox::{State, find, retry};

use super::queries::event;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use shop_contract::{AuditTarget, ById, Current, ErrorCode, OutboxEvent, ShopError, operation};

/// Makes an event due that has failed or waits for its next attempt; it gets as many attempts as a new one.
///
/// # Errors
/// `NOT_FOUND`; `CONFLICT` for an event that was sent; as any write.
pub async fn retry_outbox(call: AdminCall, request: ById) -> Result<OutboxEvent, ShopError> {
    let actor = call.admin();
    let id = request.id;
    call.write(operation::retry_outbox, &request, LockKey::Shop, move |writing| {
        let before = find(writing.tx, id)?.ok_or(ErrorCode::NotFound)?;
        if before.state == State::Sent {
            return Err(ShopError::from(Current::OutboxEvent(Box::new(event(before)))).into());
        }
        retry(writing.tx, id, writing.now)?;
        let after = event(find(writing.tx, id)?.ok_or(ErrorCode::NotFound)?);
        let facts = |event: &OutboxEvent| json!({"state": event.state, "attempts": event.attempts});
        let target = (AuditTarget::Outbox, id);
        audit::record(writing, actor, operation::retry_outbox, target, &facts(&event(before)), &facts(&after))?;
        Ok(after)
    })
    .await
}
