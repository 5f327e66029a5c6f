//! The password of a signed-in user, asked once more before something that a forgotten session must not do.

use super::hashing::{HashLine, HashPermit};
use super::password;
use super::throttle::Guess;
use crate::context::Call;
use crate::runtime::Principal;
use shop_contract::{ErrorCode, ShopError};

/// Password attempts in an open session are limited too. Each session is counted separately, so that this cannot block
/// the user's sign-in.
pub(super) fn guess(principal: Principal) -> Guess {
    Guess { email: String::new(), address: format!("session {}", principal.session_id) }
}

/// Verifies the caller's password and returns its hash.
///
/// # Errors
/// `TOO_MANY_REQUESTS`, `OVERLOADED`; `UNAUTHORIZED` for a wrong password.
pub(super) async fn verify(call: &Call, user_id: i64, guess: &Guess, password: &str) -> Result<String, ShopError> {
    guess.ensure_open(call)?;
    let permit = HashPermit::take(HashLine::Known)?;
    guess.count(call).await?;
    let hash = call.read(move |db| Ok(shop_store::user::password_hash(db, user_id)?)).await?;
    let fits = password::is_password(call, permit, password, hash.clone()).await?;
    hash.filter(|_| fits).ok_or_else(|| ErrorCode::Unauthorized.into())
}
