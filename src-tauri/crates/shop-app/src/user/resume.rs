//! Looks up the user of a session secret, for the window, which keeps one secret for the life of its session.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use shop_store::session::Owner;

use super::session_principal::principal;
use super::{SessionSecret, heard_since};
use crate::context::{Call, Shop};
use crate::runtime::Principal;
use crate::runtime::locks::LockKey;
use shop_contract::ShopError;

/// Precision of the last-seen time of a session; a write at each call would be too many.
const LAST_SEEN: TimeDelta = TimeDelta::minutes(1);

/// The user of this running session; `None` if the session does not exist, has ended or expired, or its user is
/// blocked.
///
/// # Errors
/// As any read, where the session cannot be looked up. That says nothing of the session.
pub async fn resume(shop: &Arc<Shop>, secret: &SessionSecret) -> Result<Option<Principal>, ShopError> {
    let (reader, token) = (Arc::clone(shop), secret.fingerprints().token);
    let now = shop.now();
    let call = Call::new(Arc::clone(shop), None, None);
    let found = call.read(move |db| Ok(shop_store::session::owner(db, &token, heard_since(&reader)?)?)).await?;
    let Some(owner) = found else { return Ok(None) };
    if is_stale(owner.last_seen_at, now) {
        note(shop, &owner, now).await;
    }
    Ok(Some(principal(&owner)))
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
