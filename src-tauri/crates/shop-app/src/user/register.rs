//! Registration of customers.

use super::consents::consents_of;
use super::new_account::{NewAccount, enter};
use super::password::hash_newcomers_password;
use super::{text, view};
use crate::context::Call;
use crate::runtime::locks::LockKey;
use shop_contract::{ErrorCode, Register, ShopError, User, operation};

/// Registers a customer.
///
/// # Errors
/// `INVALID_INPUT`, also where a text in force was not agreed to; `EMAIL_TAKEN`; `OVERLOADED` if too many passwords are being hashed.
pub async fn register(call: Call, request: Register) -> Result<User, ShopError> {
    let user = NewAccount::parse(None, &request.email, &request.name, request.phone.as_deref())?;
    text::new_password("password", &request.password)?;
    // Once more in the transaction, but a refusal costs no hash.
    call.read_inline(|db| consents_of(db, request.consents.as_ref()))?;
    let (hash, proof) = hash_newcomers_password(&call, &request.password, purpose(&call, &request)).await?;
    let user = user.with_password_hash(hash);
    let fingerprint = (&request.email, &request.name, &request.phone, proof, &request.consents);
    let given = request.consents.clone();
    call.write(operation::register, &fingerprint, LockKey::Shop, move |writing| {
        let consents = consents_of(writing.tx, given.as_ref())?;
        let id = enter(writing, &user)?;
        for consent in consents {
            shop_store::consent::insert(writing.tx, id, consent, writing.now)?;
        }
        let row = shop_store::user::find(writing.tx, id)?.ok_or(ErrorCode::UserNotFound)?;
        Ok(view::user(row))
    })
    .await
}

/// The purpose of the password's fingerprint in the request. Visitors have no user id and share their idempotency keys:
/// without the password in the fingerprint, another visitor who sends the same key and e-mail would get the stored
/// answer; with a fast hash of it, the stored value would make the password easy to guess.
fn purpose(call: &Call, request: &Register) -> Option<String> {
    call.idempotency_key.as_ref().map(|key| format!("register\n{key}\n{}", request.email))
}
