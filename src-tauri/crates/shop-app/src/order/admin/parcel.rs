//! Ships paid orders, undoes that for a few seconds, and records their delivery: an admin reports the event, and the
//! domain's table gives the new state.

use chrono::{DateTime, Utc};
use serde_json::json;
use shop_domain::order::{DeliveryEvent, DeliveryState, InvalidOrderState, next_delivery, unship};
use shop_store::order::{DeliveryTransition, Order};

use super::view::admin_order;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use shop_contract::{AdminOrder, AuditTarget, ById, ErrorCode, Facts, ShopError, ShopEvent, operation};

/// Marks an order as shipped; from then on its customer can no longer cancel it.
///
/// # Errors
/// `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for an order that is not paid or is already shipped; as any write.
pub async fn ship_order(call: AdminCall, request: ById) -> Result<AdminOrder, ShopError> {
    move_parcel(call, operation::ship_order.facts(), request, DeliveryEvent::Ship).await
}

/// Undoes that an order was shipped, within a few seconds of it.
///
/// # Errors
/// `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for an order that is not in delivery or was shipped too long ago; as any
/// write.
pub async fn unship_order(call: AdminCall, request: ById) -> Result<AdminOrder, ShopError> {
    move_parcel(call, operation::unship_order.facts(), request, DeliveryEvent::Unship).await
}

/// Marks an order as delivered.
///
/// # Errors
/// `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for an order that is not in delivery; as any write.
pub async fn deliver_order(call: AdminCall, request: ById) -> Result<AdminOrder, ShopError> {
    move_parcel(call, operation::deliver_order.facts(), request, DeliveryEvent::Deliver).await
}

/// Changes the delivery state of an order and notifies its customer and the admins.
async fn move_parcel(
    call: AdminCall,
    operation: &'static Facts,
    request: ById,
    event: DeliveryEvent,
) -> Result<AdminOrder, ShopError> {
    let actor = call.admin();
    let (order_id, zone) = (request.id, call.shop.zone());
    call.write(operation, &request, LockKey::Order(order_id), move |writing| {
        let order = shop_store::order::find(writing.tx, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
        let to = next(&order, event, writing.now).map_err(ShopError::from)?;
        let (from, counted) = (order.delivery_state, order.counted_in(zone));
        shop_store::order::transition_delivery(
            writing.tx,
            DeliveryTransition { order_id, from, to, counted },
            writing.now,
        )?;
        let was = |state: Option<DeliveryState>| json!({"deliveryState": state.map(DeliveryState::as_str)});
        audit::record(writing, actor, operation, (AuditTarget::Order, order_id), &was(from), &was(Some(to)))?;
        let event = ShopEvent::Order { order_id, state: order.state.into(), delivery_state: Some(to.into()) };
        writing.effects.tell_with_admins(order.user_id, event);
        admin_order(writing.tx, order_id)
    })
    .await
}

fn next(order: &Order, event: DeliveryEvent, now: DateTime<Utc>) -> Result<DeliveryState, InvalidOrderState> {
    match event {
        DeliveryEvent::Unship => unship(order.state, order.delivery_state, order.shipped_at, now),
        DeliveryEvent::Ship | DeliveryEvent::Deliver => next_delivery(order.state, order.delivery_state, event),
    }
}
