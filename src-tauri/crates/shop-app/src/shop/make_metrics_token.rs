//! Creates a new metrics token; the previous one becomes invalid.

use shop_store::setting::write;

use super::metrics_token::{Kept, state};
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use crate::setting;
use shop_contract::{AuditTarget, Empty, MetricsToken, ShopError, operation};

/// Creates the token. The request has no idempotency key: the stored answer would contain the token.
pub async fn make_metrics_token(call: AdminCall, _: Empty) -> Result<MetricsToken, ShopError> {
    let actor = call.admin();
    let token = call.shop.token(32);
    let made = call.shop.write(LockKey::Shop, move |writing| {
        let before = state(writing.tx)?;
        write(writing.tx, setting::METRICS_TOKEN, &Kept::of(&token, writing.now), writing.now)?;
        let after = state(writing.tx)?;
        audit::record(writing, actor, operation::make_metrics_token, (AuditTarget::Settings, 0), &before, &after)?;
        Ok(MetricsToken { token: token.clone(), made_at: writing.now })
    });
    made.await.map_err(|error| call.refusal(error))
}
