//! Ships paid orders, undoes that for a few seconds, and records their delivery: an admin reports the event, and the
//! domain's table gives the new state. The tracking is set when an order is shipped, and corrected until it is delivered.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};
use shop_domain::order::{DeliveryEvent, DeliveryState, InvalidOrderState, is_tracking_open, next_delivery, unship};
use shop_domain::shipping::{DeliveryMethod, is_pickup_code};
use shop_store::order::{DeliveryTransition, Order, TrackedOrder, Tracking};

use super::view::admin_order;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use crate::runtime::{Principal, WorkError, Writing};
use crate::shipping::parse_tracking;
use shop_contract::{
    AdminOrder, AuditTarget, ById, Current, DeliverOrder, ErrorCode, Facts, SetTracking, ShipOrder, ShopError,
    ShopEvent, operation,
};

/// Marks an order as shipped; from then on its customer can no longer cancel it. An order that is picked up is ready then.
///
/// # Errors
/// `INVALID_INPUT` for a carrier or number that is none, and for either of an order that is picked up; `ORDER_NOT_FOUND`;
/// `INVALID_ORDER_STATE` for an order that is not paid or is already shipped; as any write.
pub async fn ship_order(call: AdminCall, request: impl Into<ShipOrder>) -> Result<AdminOrder, ShopError> {
    let request = request.into();
    let tracking = parse_tracking(request.carrier.as_deref(), request.tracking_number.as_deref())?;
    let told = Told { tracking: Some(tracking), ..Told::default() };
    move_parcel(call, operation::ship_order.facts(), (request.id, &request), DeliveryEvent::Ship, told).await
}

/// Undoes that an order was shipped, within a few seconds of it; its tracking is taken away.
///
/// # Errors
/// `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for an order that is not in delivery or was shipped too long ago; as any
/// write.
pub async fn unship_order(call: AdminCall, request: ById) -> Result<AdminOrder, ShopError> {
    let facts = operation::unship_order.facts();
    move_parcel(call, facts, (request.id, &request), DeliveryEvent::Unship, Told::default()).await
}

/// Marks an order as delivered, or hands it over to the customer that tells its code.
///
/// # Errors
/// `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for an order that is not in delivery; `INVALID_INPUT` for a wrong or missing code
/// of an order that is picked up, and for a code of any other; as any write.
pub async fn deliver_order(call: AdminCall, request: impl Into<DeliverOrder>) -> Result<AdminOrder, ShopError> {
    let request = request.into();
    let told = Told { pickup_code: request.pickup_code.clone(), ..Told::default() };
    move_parcel(call, operation::deliver_order.facts(), (request.id, &request), DeliveryEvent::Deliver, told).await
}

/// Corrects the carrier and the tracking number of an order, until it is delivered.
///
/// # Errors
/// `INVALID_INPUT` for a carrier or number that is none; `ORDER_NOT_FOUND`; `CONFLICT` with the current order if it has changed
/// since it was read; `INVALID_ORDER_STATE` for an order that is not paid, is picked up or is delivered; as any write.
pub async fn set_tracking(call: AdminCall, request: SetTracking) -> Result<AdminOrder, ShopError> {
    let (actor, order_id) = (call.admin(), request.id);
    let tracking = parse_tracking(request.carrier.as_deref(), request.tracking_number.as_deref())?;
    let read_at = request.updated_at;
    call.write(operation::set_tracking, &request, LockKey::Order(order_id), move |writing| {
        let order = shop_store::order::find(writing.tx, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
        if read_at.is_some_and(|read_at| read_at != order.updated_at) {
            let current = admin_order(writing.tx, order_id)?;
            return Err(ShopError::from(Current::Order(Box::new(current))).into());
        }
        is_tracking_open(order.state, order.delivery_state, order.delivery_method).map_err(ShopError::from)?;
        if order.tracking != tracking {
            correct(writing, actor, &order, &tracking)?;
        }
        admin_order(writing.tx, order_id)
    })
    .await
}

/// What an admin tells with an event.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// The tracking of a shipment; where a part of it is absent, the order keeps its own.
    pub(super) tracking: Option<Tracking>,
    /// The code that the customer told.
    pub(super) pickup_code: Option<String>,
}

/// Changes the delivery state of an order and notifies its customer and the admins.
async fn move_parcel(
    call: AdminCall,
    operation: &'static Facts,
    (order_id, request): (i64, &impl serde::Serialize),
    event: DeliveryEvent,
    told: Told,
) -> Result<AdminOrder, ShopError> {
    let (actor, zone) = (call.admin(), call.shop.zone());
    call.write(operation, request, LockKey::Order(order_id), move |writing| {
        let order = shop_store::order::find(writing.tx, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
        step(writing, actor, (operation, zone), &order, event, &told)?;
        admin_order(writing.tx, order_id)
    })
    .await
}

/// One step of a delivery, in the transaction of the caller.
pub(super) fn step(
    writing: &mut Writing<'_>,
    actor: Principal,
    (operation, zone): (&'static Facts, chrono_tz::Tz),
    order: &Order,
    event: DeliveryEvent,
    told: &Told,
) -> Result<(), WorkError> {
    let to = next(order, event, writing.now).map_err(ShopError::from)?;
    check_told(order, event, told)?;
    let (order_id, from, counted) = (order.id, order.delivery_state, order.counted_in(zone));
    shop_store::order::transition_delivery(
        writing.tx,
        DeliveryTransition { order_id, from, to, counted },
        writing.now,
    )?;
    let mut after = order.tracking.clone();
    if event == DeliveryEvent::Unship {
        after = Tracking::default();
    }
    if let Some(Tracking { carrier, number }) = &told.tracking {
        after = Tracking { carrier: carrier.clone().or(after.carrier), number: number.clone().or(after.number) };
    }
    if event == DeliveryEvent::Ship && after != order.tracking {
        let now = writing.now;
        let tracked = TrackedOrder { order_id, seen: now, updated_at: now };
        shop_store::order::set_tracking(writing.tx, tracked, &after)?;
    }
    let (before, after) = (audited(from, &order.tracking), audited(Some(to), &after));
    audit::record(writing, actor, operation, (AuditTarget::Order, order_id), &before, &after)?;
    let event = ShopEvent::Order {
        order_id,
        state: order.state.into(),
        delivery_state: Some(to.into()),
        delivery_method: Some(order.delivery_method.into()),
    };
    writing.effects.tell_with_admins(order.user_id, event);
    Ok(())
}

/// Corrects the tracking of an order that has another one.
pub(super) fn correct(
    writing: &mut Writing<'_>,
    actor: Principal,
    order: &Order,
    tracking: &Tracking,
) -> Result<(), WorkError> {
    // Always later than before, so that every missed change is detected.
    let updated_at = writing.now.max(order.updated_at + TimeDelta::milliseconds(1));
    let tracked = TrackedOrder { order_id: order.id, seen: order.updated_at, updated_at };
    shop_store::order::set_tracking(writing.tx, tracked, tracking)?;
    let was = |tracking| audited(None, tracking);
    let target = (AuditTarget::Order, order.id);
    audit::record(writing, actor, operation::set_tracking, target, &was(&order.tracking), &was(tracking))?;
    let delivery_state = order.delivery_state.map(Into::into);
    let event = ShopEvent::Order {
        order_id: order.id,
        state: order.state.into(),
        delivery_state,
        delivery_method: Some(order.delivery_method.into()),
    };
    writing.effects.tell_with_admins(order.user_id, event);
    Ok(())
}

fn next(order: &Order, event: DeliveryEvent, now: DateTime<Utc>) -> Result<DeliveryState, InvalidOrderState> {
    match event {
        DeliveryEvent::Unship => unship(order.state, order.delivery_state, order.shipped_at, now),
        DeliveryEvent::Ship | DeliveryEvent::Deliver => next_delivery(order.state, order.delivery_state, event),
    }
}

/// Checks what was told against the way of delivery.
fn check_told(order: &Order, event: DeliveryEvent, told: &Told) -> Result<(), ShopError> {
    let is_pickup = order.delivery_method == DeliveryMethod::Pickup;
    if let Some(Tracking { carrier, number }) = told.tracking.as_ref().filter(|_| is_pickup) {
        let given = [("carrier", carrier.is_some()), ("trackingNumber", number.is_some())];
        let faults = given.into_iter().filter(|(_, is_given)| *is_given);
        let faults: Vec<_> = faults.map(|(field, _)| (field.to_owned(), "PICKUP".to_owned())).collect();
        if !faults.is_empty() {
            return Err(ShopError::invalid_fields(faults));
        }
    }
    let code = told.pickup_code.as_deref();
    if event != DeliveryEvent::Deliver || (!is_pickup && code.is_none()) {
        return Ok(());
    }
    match (order.pickup_code.as_deref(), code) {
        (None, Some(_)) => Err(ShopError::invalid("pickupCode", "NOT_PICKUP")),
        (_, None) => Err(ShopError::invalid("pickupCode", "MISSING")),
        (Some(own), Some(code)) if is_pickup_code(own, code) => Ok(()),
        _ => Err(ShopError::invalid("pickupCode", "WRONG")),
    }
}

/// The part of an order that an act of a delivery changes.
fn audited(state: Option<DeliveryState>, tracking: &Tracking) -> Value {
    let mut fields = Map::new();
    if let Some(state) = state {
        fields.insert("deliveryState".to_owned(), json!(state.as_str()));
    }
    for (name, value) in [("carrier", &tracking.carrier), ("trackingNumber", &tracking.number)] {
        if let Some(value) = value {
            fields.insert(name.to_owned(), json!(value));
        }
    }
    Value::Object(fields)
}
