//! Shutting the door for a person, or opening it again. It bites at once: every call asks whose session it is, and all
//! sessions of the person end.

use serde_json::json;
use shop_domain::user::UserState as State;

use super::people::find;
use crate::audit;
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{Call, Stop, Writing};
use shop_contract::{
    AccountConflict, AnyUser, AuditTarget, Conflict, ErrorCode, SetUserState, ShopError, UserState, UserType, operation,
};

/// Blocks a person or lets him in again; nothing happens where that is so already.
///
/// # Errors
/// `USER_NOT_FOUND`; `CONFLICT` where no admin would be left who may come in; as any write.
pub async fn set_user_state(call: Call, request: SetUserState) -> Result<AnyUser, ShopError> {
    let actor = call.admin()?;
    let (id, to) = (request.id, request.state);
    // The shop's own key too, so that two admins who block each other come one after the other.
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

/// A shop without an admin who may come in could not be helped from within.
fn keep_an_admin(writing: &Writing<'_>, user: &AnyUser) -> Result<(), Stop> {
    if user.user.kind == UserType::Admin && shop_store::user::admin::admins(writing.tx)? <= 1 {
        return Err(ShopError::from(Conflict::Account { reason: AccountConflict::LastAdmin }).into());
    }
    Ok(())
}
