//! Ships a paid order.

use shop_domain::order::DeliveryEvent;

use super::parcel::move_parcel;
use crate::context::AdminCall;
use shop_contract::{AnyOrder, ById, ShopError, operation};

/// Marks an order as shipped; from then on its customer can no longer cancel it.
///
/// # Errors
/// `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for an order that is not paid or is already shipped; as any write.
pub async fn ship_order(call: AdminCall, request: ById) -> Result<AnyOrder, ShopError> {
    move_parcel(call, operation::ship_order.facts(), request, DeliveryEvent::Ship).await
}
