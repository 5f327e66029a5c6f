//! Reads of the cart.

use super::view;
use crate::context::Call;
use shop_contract::{Cart, Empty, ShopError};

/// The caller's cart.
///
/// # Errors
/// `UNAUTHORIZED`.
pub async fn get_cart(call: Call, _: Empty) -> Result<Cart, ShopError> {
    let user_id = call.user()?.user_id;
    let now = call.now();
    call.read(move |db| Ok(view::cart(db, user_id, now)?)).await
}
