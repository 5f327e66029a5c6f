//! Removes a line from the cart.

use super::change_cart_item::take_out;
use crate::context::UserCall;
use crate::runtime::locks::LockKey;
use shop_contract::{ById, Done, ShopError, ShopEvent, operation};

/// Removes one of the caller's lines.
///
/// # Errors
/// `CART_ITEM_NOT_FOUND`, also for a line of another user.
pub async fn remove_cart_item(call: UserCall, request: ById) -> Result<Done, ShopError> {
    let user_id = call.user_id();
    let id = request.id;
    call.write(operation::remove_cart_item, &request, LockKey::User(user_id), move |writing| {
        take_out(writing, user_id, id)?;
        writing.effects.tell(user_id, ShopEvent::Cart {});
        Ok(Done {})
    })
    .await
}
