//! Sets a new password for a user that has forgotten the old one: with a one-time code of an admin, or by the operator. All
//! sessions of the user end.

use std::sync::Arc;

use chrono::DateTime;
use shop_domain::user::Email;
use shop_store::user::reset::redeem;

use super::hashing::{HashLine, HashPermit};
use super::throttle::Guess;
use super::{hash_password, password, reset_code, text, view};
use crate::audit;
use crate::context::{Call, Shop};
use crate::runtime::Origin;
use crate::runtime::locks::LockKey;
use shop_contract::{AuditTarget, Done, ErrorCode, ResetPassword, ShopError, User, operation};

/// Sets the password with a code. Attempts are throttled like those of signing in, and counted apart from them: a user that
/// guessed the old password too often can still use the code, and can sign in afterwards. The request has no idempotency key:
/// its fingerprint would be derived from a password and a code.
///
/// # Errors
/// `INVALID_INPUT` for a new password that is too short or too long; `TOO_MANY_REQUESTS` with `retryAfter` in seconds;
/// `OVERLOADED`; `UNAUTHORIZED` after the same amount of work for an unknown e-mail, a blocked user, and a code that is wrong,
/// used or expired.
pub async fn reset_password(call: Call, request: ResetPassword) -> Result<Done, ShopError> {
    text::new_password("newPassword", &request.new_password)?;
    let email = Email::parse(&request.email).map(|email| email.as_str().to_owned()).unwrap_or_default();
    let guess = Guess { email, address: address(call.origin) };
    guess.ensure_open(&call)?;
    let permit = HashPermit::take(HashLine::Known)?;
    guess.count(&call).await?;
    let password_hash = password::hash_with(&call, permit, &request.new_password).await?;
    let code_hash = reset_code::hash(&request.code);
    // No code expires while the clock is not trusted, as no session does.
    let may_expire = call.shop.is_clock_believed().map_err(|error| call.failed_read(&error))?;
    let reset = call.shop.write(LockKey::Shop, move |writing| {
        let after = if may_expire { writing.now } else { DateTime::UNIX_EPOCH };
        if !redeem(writing.tx, &guess.email, &code_hash, after, &password_hash, writing.now)? {
            return Err(ErrorCode::Unauthorized.into());
        }
        shop_store::sign_in_attempt::clear_email(writing.tx, &guess.email)?;
        Ok(Done {})
    });
    reset.await.map_err(|error| call.refusal(error))
}

/// Sets the password for the operator, who can read the data folder and needs no code.
///
/// # Errors
/// `INVALID_INPUT`; `USER_NOT_FOUND`, also for a deleted user.
pub async fn set_password(shop: &Arc<Shop>, email: &str, password: &str) -> Result<User, ShopError> {
    let call = Call::new(Arc::clone(shop), None, None);
    let email = text::email(email)?;
    text::new_password("password", password)?;
    let password_hash = hash_password(&call, password).await?;
    let written = shop.write(LockKey::Shop, move |writing| {
        let row = shop_store::user::find_by_email(writing.tx, &email)?.ok_or(ErrorCode::UserNotFound)?;
        shop_store::user::reset::set_password(writing.tx, row.id, &password_hash, writing.now)?;
        shop_store::sign_in_attempt::clear_email(writing.tx, &email)?;
        let target = (AuditTarget::User, row.id);
        audit::record_by(writing, None, operation::reset_password, target, &(), &())?;
        Ok(view::user(row))
    });
    written.await.map_err(|error| call.refusal(error))
}

/// Codes are counted by the machine from which they come, apart from passwords.
fn address(origin: Origin) -> String {
    match origin {
        Origin::ThisMachine => "reset this machine".to_owned(),
        Origin::Network(address) => format!("reset {address}"),
    }
}
