//! Reads of the cart.

use super::view;
use crate::context::UserCall;
use shop_contract::{Cart, Empty, ShopError};

/// The caller's cart.
pub async fn get_cart(call: UserCall, _: Empty) -> Result<Cart, ShopError> {
    let user_id = call.user_id();
    let now = call.now();
    call.read(move |db| Ok(view::cart(db, user_id, now)?)).await
}
