//! Changes a password. All other sessions of the user end.

use super::own_password::{guess, verify};
use super::{hash_password, text};
use crate::context::UserCall;
use crate::runtime::locks::LockKey;
use shop_contract::{ChangePassword, Done, ErrorCode, ShopError};

/// Changes the caller's password and ends all of the caller's other sessions. The request has no idempotency key: its
/// fingerprint would be derived from two passwords.
///
/// # Errors
/// `UNAUTHORIZED` if the current password is wrong; `INVALID_INPUT` for a new one that is too short or too long;
/// `TOO_MANY_REQUESTS` for a session that gave a wrong current password too often; `OVERLOADED`.
pub async fn change_password(call: UserCall, request: ChangePassword) -> Result<Done, ShopError> {
    let principal = call.user();
    text::new_password("newPassword", &request.new_password)?;
    let guess = guess(principal);
    let old = verify(&call, principal.user_id, &guess, &request.current_password).await?;
    let new = hash_password(&call, &request.new_password).await?;
    let changed = call.shop.write(LockKey::User(principal.user_id), move |writing| {
        if !shop_store::user::change_password(writing.tx, principal.user_id, &old, &new, writing.now)? {
            return Err(ErrorCode::Unauthorized.into());
        }
        guess.clear(writing)?;
        shop_store::session::end_others(writing.tx, principal.user_id, principal.session_id, writing.now)?;
        Ok(Done {})
    });
    changed.await.map_err(|error| call.refusal(error))
}
