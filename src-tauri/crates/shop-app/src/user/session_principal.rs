//! Looks up the user of a session. It runs for every access token, so that sign-out, a password change and blocking
//! take effect at once, before the token expires.

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::limits::SESSION_IDLE_DAYS;
use shop_store::StoreError;
use shop_store::session::{Owner, owner_of_id};

use crate::context::Shop;
use crate::runtime::Principal;

/// The user of this running session; `None` if the session has ended or expired or belongs to another user, or the user
/// is blocked. Reads two rows by their keys on the calling thread, about ten microseconds.
pub fn session_principal(shop: &Shop, session_id: i64, user_id: i64) -> Result<Option<Principal>, StoreError> {
    let since = heard_since(shop)?;
    let owner = shop.read(|db| owner_of_id(db, session_id, since))?;
    Ok(owner.filter(|owner| owner.user_id == user_id).map(|owner| principal(&owner)))
}

/// Sessions last seen before this instant have expired; none has while the clock is not trusted.
pub(crate) fn heard_since(shop: &Shop) -> Result<DateTime<Utc>, StoreError> {
    let idle = TimeDelta::days(SESSION_IDLE_DAYS);
    Ok(if shop.is_clock_believed()? { shop.now() - idle } else { DateTime::UNIX_EPOCH })
}

pub(super) fn principal(owner: &Owner) -> Principal {
    Principal { user_id: owner.user_id, role: owner.role.map(Into::into), session_id: owner.session_id }
}
