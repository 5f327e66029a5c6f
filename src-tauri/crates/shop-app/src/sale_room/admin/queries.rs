//! The room as its presenter sees it.

use crate::context::AdminCall;
use crate::sale_room::view;
use shop_contract::{AdminSaleRoom, Empty, ShopError};

/// The room with its PIN, guests and buyers, and the number of accounts that can be removed.
pub async fn get_sale_room_for_admin(call: AdminCall, _: Empty) -> Result<AdminSaleRoom, ShopError> {
    let removable = call.read_inline(|db| Ok(shop_store::user::guest::count(db)?))?;
    Ok(view::admin_room(&call.shop, removable, call.now()))
}
