//! Revokes the metrics token.

use shop_store::setting::write;

use super::metrics_token::{Kept, state};
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use crate::setting;
use shop_contract::{AuditTarget, Done, Empty, ShopError, operation};

/// Revokes the token. Without a token nothing is changed or recorded.
pub async fn remove_metrics_token(call: AdminCall, request: Empty) -> Result<Done, ShopError> {
    let actor = call.admin();
    call.write(operation::remove_metrics_token, &request, LockKey::Shop, move |writing| {
        let before = state(writing.tx)?;
        if before.made_at.is_none() {
            return Ok(Done {});
        }
        write(writing.tx, setting::METRICS_TOKEN, &None::<Kept>, writing.now)?;
        let after = state(writing.tx)?;
        audit::record(writing, actor, operation::remove_metrics_token, (AuditTarget::Settings, 0), &before, &after)?;
        Ok(Done {})
    })
    .await
}
