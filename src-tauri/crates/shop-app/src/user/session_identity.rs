//! Whose session is it? Asked for every access token, so that signing out, a new password and blocking bite at once,
//! however long the token says that it is good for.

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::limits::SESSION_IDLE_DAYS;
use shop_store::StoreError;
use shop_store::session::{Owner, owner_of_id};

use super::kind;
use crate::runtime::{Identity, Shop};

/// The person of this running session; `None` where it has ended, run out or is another person's, or the person is
/// blocked. A look at two rows by their keys, some ten microseconds, on this thread.
///
/// # Errors
/// As any read.
pub fn session_identity(shop: &Shop, session_id: i64, user_id: i64) -> Result<Option<Identity>, StoreError> {
    let since = heard_since(shop.now());
    let owner = shop.read(|db| owner_of_id(db, session_id, since))?;
    Ok(owner.filter(|owner| owner.user_id == user_id).map(|owner| identity(&owner)))
}

/// The instant since which a session must have been heard of to be running.
pub(crate) fn heard_since(now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(SESSION_IDLE_DAYS)
}

pub(super) fn identity(owner: &Owner) -> Identity {
    Identity { user_id: owner.user_id, kind: kind(owner.kind), session_id: owner.session_id }
}
