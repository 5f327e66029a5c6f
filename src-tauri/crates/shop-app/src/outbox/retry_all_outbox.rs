//! Retries all failed events, and ends the pauses of events that wait for their next attempt.

use serde_json::{Value, json};
use shop_store::outbox::{retry_failed, retry_paused};
use shop_store::setting::webhook_after;

use super::MOST;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use shop_contract::{AuditTarget, Empty, RequeuedEvents, ShopError, operation};

/// Makes the events due, the oldest first; each gets as many attempts as a new one. Without such events there is no
/// audit entry.
pub async fn retry_all_outbox(call: AdminCall, request: Empty) -> Result<RequeuedEvents, ShopError> {
    let actor = call.admin();
    call.write(operation::retry_all_outbox, &request, LockKey::Shop, move |writing| {
        let (tx, now) = (writing.tx, writing.now);
        let paused = retry_paused(tx, webhook_after(tx)?, now, MOST)?;
        let failed = retry_failed(tx, now, MOST)?;
        let is_full = |count: usize| count as i64 >= MOST;
        let done =
            RequeuedEvents { count: (paused + failed) as i64, more: is_full(paused) || is_full(failed), until: None };
        if done.count > 0 {
            let facts = json!({"events": done.count});
            audit::record(writing, actor, operation::retry_all_outbox, (AuditTarget::Outbox, 0), &Value::Null, &facts)?;
        }
        Ok(done)
    })
    .await
}
