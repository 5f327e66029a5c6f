//! What sending and arriving have in common: an admin says so, and the parcel's state follows the domain's table.

use shop_domain::order::{DeliveryEvent, next_delivery};
use shop_store::order::ParcelTurn;

use super::queries::own_order;
use crate::contract::{ById, ErrorCode, Order, ShopError, ShopEvent, UserType};
use crate::runtime::Call;
use crate::runtime::locks::LockKey;

/// Moves an order's parcel on and tells its customer.
pub(super) async fn move_parcel(
    call: Call,
    operation: &'static str,
    request: ById,
    event: DeliveryEvent,
) -> Result<Order, ShopError> {
    if call.user()?.kind != UserType::Admin {
        return Err(ErrorCode::Forbidden.into());
    }
    let order_id = request.id;
    call.write(operation, &request, LockKey::Order(order_id), move |writing| {
        let order = shop_store::order::find(writing.tx, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
        let to = next_delivery(order.state, order.delivery_state, event).map_err(ShopError::from)?;
        shop_store::order::turn_parcel(
            writing.tx,
            ParcelTurn { order_id, from: order.delivery_state, to },
            writing.now,
        )?;
        writing.effects.tell(order.user_id, ShopEvent::Order { order_id, state: order.state.into() });
        own_order(writing.tx, order.user_id, order_id)
    })
    .await
}
