//! An admin confirms the clock, so that paused jobs continue.

use serde_json::json;

use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use crate::runtime::write_mark;
use shop_contract::{AuditTarget, Done, Empty, ShopError, operation};

/// Marks the current clock as trusted. No effect if it is already trusted.
pub async fn confirm_clock(call: AdminCall, request: Empty) -> Result<Done, ShopError> {
    let actor = call.admin();
    let done = call
        .write(operation::confirm_clock, &request, LockKey::Shop, move |writing| {
            write_mark(writing.tx, writing.now)?;
            let after = json!({"confirmedAt": writing.now});
            audit::record(writing, actor, operation::confirm_clock, (AuditTarget::Shop, 0), &(), &after)?;
            Ok(Done {})
        })
        .await?;
    call.shop.trust_clock();
    Ok(done)
}
