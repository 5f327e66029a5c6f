//! Creates users for the operator, such as the first admin of a shop that runs without a window.

use std::sync::Arc;

use super::new_account::{NewAccount, enter};
use super::{hash_password, text, view};
use crate::context::{Call, Shop};
use crate::runtime::locks::LockKey;
use shop_contract::{AdminRole, ErrorCode, ShopError, User};

/// A new user. It has no `Debug`, so that the password is never logged.
#[derive(Clone)]
pub struct NewUser {
    /// Unique, ignoring case.
    pub email: String,
    /// 1 to 100 characters.
    pub name: String,
    /// 8 to 128 characters.
    pub password: String,
    /// The role of an admin; `None` for a customer.
    pub role: Option<AdminRole>,
}

/// Creates a user.
///
/// # Errors
/// `INVALID_INPUT`, `EMAIL_TAKEN`.
pub async fn create_user(shop: &Arc<Shop>, user: NewUser) -> Result<User, ShopError> {
    let call = Call::new(Arc::clone(shop), None, None);
    let entered = NewAccount::parse(user.role.map(Into::into), &user.email, &user.name, None)?;
    text::new_password("password", &user.password)?;
    let entered = entered.with_password_hash(hash_password(&call, &user.password).await?);
    let written = shop.write(LockKey::Shop, move |writing| {
        let id = enter(writing, &entered)?;
        let row = shop_store::user::find(writing.tx, id)?.ok_or(ErrorCode::UserNotFound)?;
        Ok(view::user(row))
    });
    written.await.map_err(|error| call.refusal(error))
}
