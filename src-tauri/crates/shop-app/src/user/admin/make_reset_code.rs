//! Makes a one-time code for a user that has forgotten the password; an earlier code becomes invalid.

use chrono::TimeDelta;
use serde_json::json;
use shop_domain::limits::RESET_CODE_HOURS;

use super::queries::find_present;
use super::staff::Actor;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use crate::user::reset_code::NewCode;
use shop_contract::{
    AccountConflict, AccountState, AuditTarget, ById, Conflict, ErrorCode, ResetCode, ShopError, operation,
};

/// Makes the code; it is shown this once, and only its hash is stored. The request has no idempotency key: the stored answer
/// would contain the code.
///
/// # Errors
/// `USER_NOT_FOUND`; `FORBIDDEN` for another admin's code unless the caller is an owner; `CONFLICT` for a blocked user.
pub async fn make_reset_code(call: AdminCall, request: ById) -> Result<ResetCode, ShopError> {
    let (admin, actor, id) = (call.admin(), Actor::of(&call), request.id);
    let code = NewCode::of(call.shop.random_bytes());
    let made = call.shop.write(LockKey::User(id), move |writing| {
        let user = find_present(writing.tx, id)?.ok_or(ErrorCode::UserNotFound)?;
        actor.ensure_may_change(&user)?;
        if user.state == AccountState::Inactive {
            return Err(ShopError::from(Conflict::Account { reason: AccountConflict::Blocked }).into());
        }
        let expires_at = writing.now + TimeDelta::hours(RESET_CODE_HOURS);
        shop_store::user::reset::put(writing.tx, id, &code.hash(), expires_at, writing.now)?;
        let facts = json!({"resetCodeUntil": expires_at});
        audit::record(writing, admin, operation::make_reset_code, (AuditTarget::User, id), &(), &facts)?;
        Ok(ResetCode { code: code.text(), expires_at })
    });
    made.await.map_err(|error| call.refusal(error))
}
