//! Blocks or unblocks a user. It takes effect at once: every call checks its session, and all sessions of the user end.

use serde_json::json;
use shop_domain::user::UserState as State;

use super::queries::find;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{WorkError, Writing};
use shop_contract::{
    AccountConflict, AdminUser, AuditTarget, Conflict, ErrorCode, SetUserState, ShopError, UserState, UserType,
    operation,
};

/// Blocks or unblocks a user; no change if the user is already in that state.
///
/// # Errors
/// `USER_NOT_FOUND`; `CONFLICT` if no unblocked admin would be left; as any write.
pub async fn set_user_state(call: AdminCall, request: SetUserState) -> Result<AdminUser, ShopError> {
    let actor = call.admin();
    let (id, to) = (request.id, request.state);
    // Also takes the shop's key, so that two admins who block each other are serialized.
    let keys = Keys::new([LockKey::User(id), LockKey::Shop]);
    call.write(operation::set_user_state, &request, keys, move |writing| {
        let before = find(writing.tx, id)?.ok_or(ErrorCode::UserNotFound)?;
        if before.state == to {
            return Ok(before);
        }
        let from = State::from(before.state);
        if to == UserState::Inactive {
            keep_an_admin(writing, &before)?;
            shop_store::session::end_others(writing.tx, id, 0, writing.now)?;
        }
        shop_store::user::admin::set_state(writing.tx, id, from, to.into(), writing.now)?;
        let after = find(writing.tx, id)?.ok_or(ErrorCode::UserNotFound)?;
        let facts = |state: UserState| json!({"state": state});
        let target = (AuditTarget::User, id);
        audit::record(writing, actor, operation::set_user_state, target, &facts(before.state), &facts(to))?;
        Ok(after)
    })
    .await
}

/// Refuses to block the last admin: no user could then unblock an admin.
fn keep_an_admin(writing: &Writing<'_>, user: &AdminUser) -> Result<(), WorkError> {
    if user.user.kind == UserType::Admin && shop_store::user::admin::admins(writing.tx)? <= 1 {
        return Err(ShopError::from(Conflict::Account { reason: AccountConflict::LastAdmin }).into());
    }
    Ok(())
}
