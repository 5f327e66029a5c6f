//! Updates the caller's profile.

use super::{text, view};
use crate::context::UserCall;
use crate::runtime::locks::LockKey;
use shop_contract::{ErrorCode, ShopError, UpdateMe, User, operation};

/// Updates name and phone of the caller; absent fields stay unchanged.
///
/// # Errors
/// `INVALID_INPUT`.
pub async fn update_me(call: UserCall, request: UpdateMe) -> Result<User, ShopError> {
    let user_id = call.user_id();
    let name = request.name.as_deref().map(text::name).transpose()?;
    let phone = match request.phone.as_deref() {
        Some(typed) => Some(text::phone(Some(typed))?),
        None => None,
    };
    call.write(operation::update_me, &request, LockKey::User(user_id), move |writing| {
        let mut row = shop_store::user::find(writing.tx, user_id)?.ok_or(ErrorCode::UserNotFound)?;
        row.name = name.clone().unwrap_or(row.name);
        row.phone = phone.clone().unwrap_or(row.phone);
        shop_store::user::update_profile(writing.tx, user_id, &row.name, row.phone.as_deref(), writing.now)?;
        Ok(view::user(row))
    })
    .await
}
