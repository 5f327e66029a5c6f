//! Blocks or unblocks a user. It takes effect at once: every call checks its session, and all sessions of the user end.

use serde_json::json;
use shop_store::user::admin::{block, unblock};

use super::queries::find_present;
use super::staff::{Actor, refuse_last_owner};
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::{Keys, LockKey};
use shop_contract::{AccountState, AdminUser, AuditTarget, ErrorCode, SetUserState, ShopError, UserState, operation};

/// Blocks or unblocks a user; no change if the user is already in that state.
///
/// # Errors
/// `USER_NOT_FOUND`, also for a customer that has left; `FORBIDDEN` for another admin unless the caller is an owner; `CONFLICT` for the last owner that is not
/// blocked; as any write.
pub async fn set_user_state(call: AdminCall, request: SetUserState) -> Result<AdminUser, ShopError> {
    let (admin, actor) = (call.admin(), Actor::of(&call));
    let (id, to) = (request.id, request.state);
    // Also takes the shop's key, so that two admins who block each other are serialized.
    let keys = Keys::new([LockKey::User(id), LockKey::Shop]);
    call.write(operation::set_user_state, &request, keys, move |writing| {
        let before = find_present(writing.tx, id)?.ok_or(ErrorCode::UserNotFound)?;
        actor.ensure_may_change(&before)?;
        let was = match before.state {
            AccountState::Normal => UserState::Normal,
            AccountState::Inactive | AccountState::Deleted => UserState::Inactive,
        };
        if was == to {
            return Ok(before);
        }
        match to {
            UserState::Normal => unblock(writing.tx, id, writing.now)?,
            UserState::Inactive if block(writing.tx, id, writing.now)? => {}
            UserState::Inactive => return Err(refuse_last_owner(writing.tx)),
        }
        let after = find_present(writing.tx, id)?.ok_or(ErrorCode::UserNotFound)?;
        let facts = |state: UserState| json!({"state": state});
        let target = (AuditTarget::User, id);
        audit::record(writing, admin, operation::set_user_state, target, &facts(was), &facts(to))?;
        Ok(after)
    })
    .await
}
