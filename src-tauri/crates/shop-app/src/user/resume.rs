//! Looks up the user of a session secret, for the window, which keeps one secret for the life of its session.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use shop_store::StoreError;
use shop_store::session::Owner;

use super::session_principal::principal;
use super::{SessionSecret, heard_since};
use crate::context::Shop;
use crate::runtime::Principal;
use crate::runtime::locks::LockKey;

/// Precision of the last-seen time of a session; a write at each call would be too many.
const LAST_SEEN: TimeDelta = TimeDelta::minutes(1);

/// The user of this running session; `None` if the session does not exist, has ended or expired, or its user is
/// blocked.
pub async fn resume(shop: &Arc<Shop>, secret: &SessionSecret) -> Option<Principal> {
    let (reader, token) = (Arc::clone(shop), secret.fingerprints().token);
    let now = shop.now();
    let found = tokio::task::spawn_blocking(move || {
        reader.read::<_, StoreError>(|db| shop_store::session::owner(db, &token, heard_since(&reader)?))
    });
    let owner = match found.await {
        Ok(Ok(owner)) => owner?,
        Ok(Err(error)) => return unknown(&error.to_string()),
        Err(error) => return unknown(&error.to_string()),
    };
    if is_stale(owner.last_seen_at, now) {
        note(shop, &owner, now).await;
    }
    Some(principal(&owner))
}

/// A user that cannot be read counts as unknown.
fn unknown(reason: &str) -> Option<Principal> {
    tracing::error!(reason, "a session could not be looked up");
    None
}

fn is_stale(last_seen_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    (now - last_seen_at).abs() >= LAST_SEEN
}

async fn note(shop: &Arc<Shop>, owner: &Owner, now: DateTime<Utc>) {
    let id = owner.session_id;
    let noted = shop
        .write(LockKey::User(owner.user_id), move |writing| Ok(shop_store::session::seen(writing.tx, id, now)?))
        .await;
    if let Err(error) = noted {
        tracing::warn!(?error, "when a session was last heard of could not be noted");
    }
}
