//! Changes a password. All other sessions of the user end.

use super::hashing::{HashLine, HashPermit};
use super::throttle::Guess;
use super::{hash_password, password, text};
use crate::context::Call;
use crate::context::UserCall;
use crate::runtime::Principal;
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

/// Password attempts in an open session are limited too. Each session is counted separately, so that this cannot block
/// the user's sign-in.
fn guess(principal: Principal) -> Guess {
    Guess { email: String::new(), address: format!("session {}", principal.session_id) }
}

/// Verifies the caller's password and returns its hash.
async fn verify(call: &Call, user_id: i64, guess: &Guess, password: &str) -> Result<String, ShopError> {
    guess.ensure_open(call)?;
    let permit = HashPermit::take(HashLine::Known)?;
    guess.count(call).await?;
    let hash = call.read(move |db| Ok(shop_store::user::password_hash(db, user_id)?)).await?;
    let fits = password::is_password(call, permit, password, hash.clone()).await?;
    hash.filter(|_| fits).ok_or_else(|| ErrorCode::Unauthorized.into())
}
