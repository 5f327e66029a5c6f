//! One order of any customer, with its customer; for the admin's page also with its timeline.

use std::collections::HashMap;

use shop_domain::order::OrderState as State;
use shop_store::audit::{AuditFilter, AuditRow};
use shop_store::order::Order;
use shop_store::user::admin::names;
use shop_store::{Db, StoreResult};

use super::view;
use crate::context::AdminCall;
use crate::runtime::WorkError;
use shop_contract::{
    AnyOrder, AuditTarget, ById, ErrorCode, OrderCustomer, OrderDetail, OrderEvent, OrderStep, ShopError, operation,
};

/// Maximum number of audit entries that are read for the timeline of one order.
const ACTS: i64 = 100;

/// An order with its customer, its timeline and all payment attempts.
///
/// # Errors
/// `ORDER_NOT_FOUND`.
pub async fn get_any_order(call: AdminCall, request: ById) -> Result<OrderDetail, ShopError> {
    call.read(move |db| {
        let order = shop_store::order::find(db, request.id)?.ok_or(ErrorCode::OrderNotFound)?;
        let timeline = timeline(&order, &acts(db, order.id)?);
        let payments = shop_store::payment::of_orders(db, &[order.id])?;
        let order = with_customers(db, vec![order])?.pop().ok_or(ErrorCode::OrderNotFound)?;
        Ok(OrderDetail { order, timeline, payments: payments.into_iter().map(view::payment).collect() })
    })
    .await
}

/// Reads one order in the admin view.
pub(super) fn any_order(db: &Db, order_id: i64) -> Result<AnyOrder, WorkError> {
    let order = shop_store::order::find(db, order_id)?;
    Ok(with_customers(db, order.into_iter().collect())?.pop().ok_or(ErrorCode::OrderNotFound)?)
}

/// Reads orders by their ids in the admin view, for the webhook of the merchant's own system.
pub(crate) fn orders_for_webhook(db: &Db, order_ids: &[i64]) -> StoreResult<HashMap<i64, AnyOrder>> {
    let found = order_ids.iter().filter_map(|id| shop_store::order::find(db, *id).transpose());
    let orders = with_customers(db, found.collect::<StoreResult<_>>()?)?;
    Ok(orders.into_iter().map(|order| (order.order.id, order)).collect())
}

/// Adds the customers to the orders, in the same sequence.
pub(super) fn with_customers(db: &Db, orders: Vec<Order>) -> StoreResult<Vec<AnyOrder>> {
    let user_ids: Vec<i64> = orders.iter().map(|order| order.user_id).collect();
    let found = names(db, &user_ids)?.into_iter();
    let customers: HashMap<i64, OrderCustomer> =
        found.map(|(id, name, email)| (id, OrderCustomer { id, name, email })).collect();
    let nobody = |id| OrderCustomer { id, name: String::new(), email: String::new() };
    let whole = shop_store::order::whole(db, orders)?;
    let with_customer = |(whole, id): (_, i64)| AnyOrder {
        order: view::order(whole),
        customer: customers.get(&id).cloned().unwrap_or_else(|| nobody(id)),
    };
    Ok(whole.into_iter().zip(user_ids).map(with_customer).collect())
}

fn acts(db: &Db, order_id: i64) -> StoreResult<Vec<AuditRow>> {
    let filter = AuditFilter {
        target_type: Some(AuditTarget::Order.as_str().to_owned()),
        target_id: Some(order_id),
        limit: ACTS,
        ..AuditFilter::default()
    };
    shop_store::audit::list(db, &filter)
}

/// The events of an order, oldest first: its own timestamps and the actions of admins.
fn timeline(order: &Order, acts: &[AuditRow]) -> Vec<OrderEvent> {
    let by = |action: &str| acts.iter().find(|act| act.action == action);
    let event = |step, at, act: Option<&AuditRow>| OrderEvent {
        step,
        at,
        actor_id: act.and_then(|act| act.actor_id),
        actor_name: act.and_then(|act| act.actor_name.clone()),
    };
    let parcel =
        [(operation::ship_order.name(), OrderStep::Shipped), (operation::deliver_order.name(), OrderStep::Delivered)];
    let moved =
        parcel.into_iter().filter_map(|(action, step)| by(action).map(|act| event(step, act.created_at, Some(act))));
    let end = match order.state {
        State::Cancelled => Some(OrderStep::Cancelled),
        State::PaymentFailed => Some(OrderStep::PaymentFailed),
        State::Refunded => Some(OrderStep::Refunded),
        State::Normal | State::Confirmed => None,
    };
    let ended = end.zip(order.cancelled_at).map(|(step, at)| event(step, at, by(operation::refund_order.name())));
    let mut events = vec![event(OrderStep::Placed, order.created_at, None)];
    events.extend(order.paid_at.map(|at| event(OrderStep::Paid, at, None)));
    events.extend(moved);
    events.extend(ended);
    events
}
