//! Noting that a parcel has arrived.

use shop_domain::order::DeliveryEvent;

use super::parcel::move_parcel;
use crate::runtime::Call;
use shop_contract::{AnyOrder, ById, ShopError, operation};

/// Marks an order as delivered.
///
/// # Errors
/// `UNAUTHORIZED`; `FORBIDDEN` for anybody but an admin; `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for one that is not on
/// its way; as any write.
pub async fn deliver_order(call: Call, request: ById) -> Result<AnyOrder, ShopError> {
    move_parcel(call, operation::deliver_order.facts(), request, DeliveryEvent::Deliver).await
}
