//! Who holds this secret? For the window, which keeps one secret for as long as its session lasts.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use shop_store::StoreError;
use shop_store::session::Owner;

use super::session_identity::identity;
use super::{SessionSecret, heard_since};
use crate::runtime::locks::LockKey;
use crate::runtime::{Identity, Shop};

/// How exactly a session says when it was last heard of: each call would otherwise be a write.
const LAST_SEEN: TimeDelta = TimeDelta::minutes(1);

/// The person whose running session this is; `None` where it has ended, run out or never was, or
/// its person is blocked.
pub async fn resume(shop: &Arc<Shop>, secret: &SessionSecret) -> Option<Identity> {
    let (reader, token) = (Arc::clone(shop), secret.fingerprints().token);
    let now = shop.now();
    let found = tokio::task::spawn_blocking(move || {
        reader.read::<_, StoreError>(|db| shop_store::session::owner(db, &token, heard_since(now)))
    });
    let owner = match found.await {
        Ok(Ok(owner)) => owner?,
        Ok(Err(error)) => return unknown(&error.to_string()),
        Err(error) => return unknown(&error.to_string()),
    };
    if is_stale(owner.last_seen_at, now) {
        note(shop, &owner, now).await;
    }
    Some(identity(&owner))
}

/// Who cannot be looked up is nobody.
fn unknown(reason: &str) -> Option<Identity> {
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
