//! Becoming a customer.

use shop_domain::user::UserType;

use super::person::{Person, enter};
use super::{hash_password, text, view};
use crate::contract::{ErrorCode, Register, ShopError, User};
use crate::runtime::Call;
use crate::runtime::locks::LockKey;

/// Registers a customer.
///
/// # Errors
/// `INVALID_INPUT`, `EMAIL_TAKEN`.
pub async fn register(call: Call, request: Register) -> Result<User, ShopError> {
    let person = Person::parse(UserType::Customer, &request.email, &request.name, request.phone.as_deref())?;
    text::new_password("password", &request.password)?;
    let person = person.with_password_hash(hash_password(&call, &request.password).await?);
    // The fingerprint of a request is stored, and would make a password easy to guess: it goes without.
    let fingerprint = (&request.email, &request.name, &request.phone);
    call.write("register", &fingerprint, LockKey::Shop, move |writing| {
        let id = enter(writing, &person)?;
        let row = shop_store::user::find(writing.tx, id)?.ok_or(ErrorCode::UserNotFound)?;
        Ok(view::user(row))
    })
    .await
}
