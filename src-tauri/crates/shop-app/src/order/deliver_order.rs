//! Records that a parcel was delivered.

use shop_domain::order::DeliveryEvent;

use super::parcel::move_parcel;
use crate::context::AdminCall;
use shop_contract::{AnyOrder, ById, ShopError, operation};

/// Marks an order as delivered.
///
/// # Errors
/// `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for an order that is not in delivery; as any write.
pub async fn deliver_order(call: AdminCall, request: ById) -> Result<AnyOrder, ShopError> {
    move_parcel(call, operation::deliver_order.facts(), request, DeliveryEvent::Deliver).await
}
