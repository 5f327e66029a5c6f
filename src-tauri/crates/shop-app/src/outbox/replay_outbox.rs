//! Sends past events again, for a receiver that is new or has lost events.

use serde_json::{Value, json};
use shop_store::outbox::{find, last_id, last_id_before, replay};

use super::MOST;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use shop_contract::{AuditTarget, ReplayOutbox, RequeuedEvents, ShopError, operation};

/// Makes all events since the instant due, including those that were sent and those from before the webhook was set.
/// They keep their ids, by which the receiver recognises them.
///
/// # Errors
/// `INVALID_INPUT`; as any write.
pub async fn replay_outbox(call: AdminCall, request: ReplayOutbox) -> Result<RequeuedEvents, ShopError> {
    let actor = call.admin();
    let from = request.from.begins(call.shop.zone());
    // Finding the first event may take a while and needs no writer; later events come after it.
    let above_id = call.read(move |db| Ok(last_id_before(db, from)?)).await?;
    call.write(operation::replay_outbox, &request, LockKey::Shop, move |writing| {
        let tx = writing.tx;
        let (count, last_replayed) = replay(tx, above_id, writing.now, MOST)?;
        let (count, more) = (count as i64, last_id(tx)? > last_replayed);
        let until = if more { find(tx, last_replayed)?.map(|event| event.created_at) } else { None };
        if count > 0 {
            let facts = json!({"events": count, "from": from});
            audit::record(writing, actor, operation::replay_outbox, (AuditTarget::Outbox, 0), &Value::Null, &facts)?;
        }
        Ok(RequeuedEvents { count, more, until })
    })
    .await
}
