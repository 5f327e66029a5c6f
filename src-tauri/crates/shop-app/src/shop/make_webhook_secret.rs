//! Creates a new webhook secret; the previous one also signs for one more day.

use serde_json::json;

use super::webhook_secret::{replace, webhook_secret};
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use crate::runtime::new_secret;
use shop_contract::{AuditTarget, Empty, MadeWebhookSecret, ShopError, operation};

/// Creates the secret. The request has no idempotency key: the stored answer would contain the secret.
pub async fn make_webhook_secret(call: AdminCall, _: Empty) -> Result<MadeWebhookSecret, ShopError> {
    let actor = call.admin();
    let secret = new_secret(call.shop.random_bytes());
    let made = call.shop.write(LockKey::Shop, move |writing| {
        let made_at = |secret: Option<_>| json!({"webhookSecretMadeAt": secret});
        let before = made_at(webhook_secret(writing.tx)?.map(|secret| secret.made_at));
        replace(writing, secret.clone())?;
        let after = made_at(Some(writing.now));
        audit::record(writing, actor, operation::make_webhook_secret, (AuditTarget::Settings, 0), &before, &after)?;
        Ok(MadeWebhookSecret { secret: secret.clone(), made_at: writing.now })
    });
    made.await.map_err(|error| call.refusal(error))
}
