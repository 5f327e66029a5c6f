//! A new password. Whoever else was signed in with the old one is no longer.

use super::{hash_password, password, text};
use crate::contract::{ChangePassword, Done, ErrorCode, ShopError};
use crate::runtime::Call;
use crate::runtime::locks::LockKey;

/// Changes the caller's password and ends all of the caller's other sessions. It keeps no idempotency key: its
/// fingerprint would hold two passwords.
///
/// # Errors
/// `UNAUTHORIZED`, also where the current password is wrong; `INVALID_INPUT` for a new one that is too short or too long.
pub async fn change_password(call: Call, request: ChangePassword) -> Result<Done, ShopError> {
    let identity = call.user()?;
    text::new_password("newPassword", &request.new_password)?;
    let user_id = identity.user_id;
    let old = call.read(move |db| Ok(shop_store::user::password_hash(db, user_id)?)).await?;
    if !password::is_password(&call, &request.current_password, old.clone()).await? {
        return Err(ErrorCode::Unauthorized.into());
    }
    let new = hash_password(&call, &request.new_password).await?;
    let changed = call.shop.write(LockKey::User(user_id), move |writing| {
        let old = old.unwrap_or_default();
        if !shop_store::user::change_password(writing.tx, user_id, &old, &new, writing.now)? {
            return Err(ErrorCode::Unauthorized.into());
        }
        shop_store::session::end_others(writing.tx, user_id, identity.session_id, writing.now)?;
        Ok(Done {})
    });
    changed.await.map_err(|error| call.refusal(error))
}
