//! Sending a paid order's parcel.

use shop_domain::order::DeliveryEvent;

use super::parcel::move_parcel;
use crate::runtime::Call;
use shop_contract::{AnyOrder, ById, ShopError, operation};

/// Marks an order as sent; from then on its customer can no longer give it back.
///
/// # Errors
/// `UNAUTHORIZED`; `FORBIDDEN` for anybody but an admin; `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for one that is not
/// paid, or sent already; as any write.
pub async fn ship_order(call: Call, request: ById) -> Result<AnyOrder, ShopError> {
    move_parcel(call, operation::ship_order.facts(), request, DeliveryEvent::Ship).await
}
