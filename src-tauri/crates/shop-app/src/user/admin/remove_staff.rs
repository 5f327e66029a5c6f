//! Removes an admin: blocks the account, as [`set_user_state`](super::set_user_state()) does. The account and what it has done
//! stay, and an owner can unblock it.

use serde_json::json;
use shop_store::user::admin::block;

use super::staff::{find, refuse_last_owner};
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::{Keys, LockKey};
use shop_contract::{AuditTarget, ById, Done, ShopError, UserState, operation};

/// Removes an admin and ends all sessions of the admin; no change for one that was removed before.
///
/// # Errors
/// `USER_NOT_FOUND`, also for a customer; `CONFLICT` for the last owner.
pub async fn remove_staff(call: AdminCall, request: ById) -> Result<Done, ShopError> {
    let (actor, id) = (call.admin(), request.id);
    // Also takes the shop's key, so that two owners who remove each other are serialized.
    let keys = Keys::new([LockKey::User(id), LockKey::Shop]);
    call.write(operation::remove_staff, &request, keys, move |writing| {
        let before = find(writing.tx, id)?;
        if before.state == UserState::Inactive {
            return Ok(Done {});
        }
        if !block(writing.tx, id, writing.now)? {
            return Err(refuse_last_owner(writing.tx));
        }
        let facts = |state: UserState| json!({"state": state});
        let (was, is) = (facts(before.state), facts(UserState::Inactive));
        audit::record(writing, actor, operation::remove_staff, (AuditTarget::User, id), &was, &is)?;
        Ok(Done {})
    })
    .await
}
