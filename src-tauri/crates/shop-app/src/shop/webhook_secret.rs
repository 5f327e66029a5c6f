//! The secret that signs events. It is stored in plain form, because every event is signed with it; it is shown once,
//! when it is created, and no view, audit entry or log contains it.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use shop_store::setting::{read, write};
use shop_store::{Db, StoreResult};

use crate::context::Shop;
use crate::runtime::locks::LockKey;
use crate::runtime::{TOLERANCE, WriteError, Writing, new_secret};
use crate::setting;

/// After a secret is replaced, events are signed with both for this time, so that the receiver can switch.
const OVERLAP: TimeDelta = TimeDelta::hours(24);

/// The stored data of the secret.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct WebhookSecret {
    secret: String,
    pub(super) made_at: DateTime<Utc>,
    /// The previous secret.
    previous: Option<String>,
}

impl WebhookSecret {
    /// The secrets that sign at `now`, the newest first.
    pub(crate) fn in_force(&self, now: DateTime<Utc>) -> impl Iterator<Item = &str> {
        let previous = self.previous.as_deref().filter(|_| now < self.made_at + OVERLAP);
        std::iter::once(self.secret.as_str()).chain(previous)
    }
}

/// Reads the secret; `None` if none was created.
pub(crate) fn webhook_secret(db: &Db) -> StoreResult<Option<WebhookSecret>> {
    Ok(read::<Option<WebhookSecret>>(db, setting::WEBHOOK_SECRET)?.flatten())
}

/// Replaces the secret with `secret`.
pub(super) fn replace(writing: &Writing<'_>, secret: String) -> StoreResult<()> {
    let previous = webhook_secret(writing.tx)?.map(|before| before.secret);
    let kept = WebhookSecret { secret, made_at: writing.now, previous };
    write(writing.tx, setting::WEBHOOK_SECRET, &Some(kept), writing.now)
}

/// Reads the secret, or creates it if there is none: webhooks set up by older versions have none. A secret that was made
/// while the clock was ahead is dated anew, because the previous one would sign until then.
pub(crate) async fn ensure_webhook_secret(shop: &Arc<Shop>) -> Result<WebhookSecret, WriteError> {
    let found = shop.read(webhook_secret).map_err(|error| WriteError::Failed(error.to_string()))?;
    if let Some(found) = found {
        let is_ahead = found.made_at > shop.now() + TOLERANCE && shop.is_clock_believed().map_err(WriteError::from)?;
        return if is_ahead { date_anew(shop, found).await } else { Ok(found) };
    }
    let secret = new_secret(shop.random_bytes());
    shop.write(LockKey::Shop, move |writing| {
        if webhook_secret(writing.tx)?.is_none() {
            replace(writing, secret.clone())?;
        }
        let made = webhook_secret(writing.tx)?;
        made.ok_or_else(|| shop_store::StoreError::BadValue(String::from("a secret was written and is gone")).into())
    })
    .await
}

/// Dates the secret at now, unless it was replaced meanwhile.
async fn date_anew(shop: &Arc<Shop>, found: WebhookSecret) -> Result<WebhookSecret, WriteError> {
    shop.write(LockKey::Shop, move |writing| {
        let current = webhook_secret(writing.tx)?.unwrap_or_else(|| found.clone());
        let latest = writing.now + TOLERANCE;
        let dated = if current.made_at > latest { WebhookSecret { made_at: writing.now, ..current } } else { current };
        write(writing.tx, setting::WEBHOOK_SECRET, &Some(&dated), writing.now)?;
        Ok(dated)
    })
    .await
}
