//! Becoming a customer.

use shop_domain::user::UserType;

use super::person::{Person, enter};
use super::{hash_password, password, text, view};
use crate::contract::{ErrorCode, Register, ShopError, User};
use crate::runtime::Call;
use crate::runtime::locks::LockKey;

/// Registers a customer.
///
/// # Errors
/// `INVALID_INPUT`, `EMAIL_TAKEN`; `OVERLOADED` where too many passwords are being hashed.
pub async fn register(call: Call, request: Register) -> Result<User, ShopError> {
    let person = Person::parse(UserType::Customer, &request.email, &request.name, request.phone.as_deref())?;
    text::new_password("password", &request.password)?;
    let person = person.with_password_hash(hash_password(&call, &request.password).await?);
    let fingerprint = (&request.email, &request.name, &request.phone, proof(&call, &request).await?);
    call.write("register", &fingerprint, LockKey::Shop, move |writing| {
        let id = enter(writing, &person)?;
        let row = shop_store::user::find(writing.tx, id)?.ok_or(ErrorCode::UserNotFound)?;
        Ok(view::user(row))
    })
    .await
}

/// What stands for the password in the fingerprint of the request. Visitors have no name, so that all of them share their
/// idempotency keys: without the password, a stranger who sends somebody's key and e-mail would be given that person's
/// answer; with it as it is, what is kept would make the password easy to guess.
async fn proof(call: &Call, request: &Register) -> Result<Option<String>, ShopError> {
    let Some(key) = &call.idempotency_key else { return Ok(None) };
    let purpose = format!("register\n{key}\n{}", request.email);
    password::fingerprint(call, &request.password, &purpose).await.map(Some)
}
