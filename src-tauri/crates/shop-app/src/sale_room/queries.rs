//! The room in the view of a guest or a visitor.

use super::view;
use crate::context::Call;
use shop_contract::{Empty, SaleRoom, ShopError};

/// The stage of the room and its sale, with what the caller has bought.
pub async fn get_sale_room(call: Call, _: Empty) -> Result<SaleRoom, ShopError> {
    Ok(view::room(&call.shop, call.principal.map(|principal| principal.user_id), call.now()))
}
