//! The orders of all customers, page by page, with the sums over all orders that match the filter; one order with its timeline.

use serde::Serialize;
use shop_domain::order::OrderState as State;
use shop_store::audit::{AuditFilter, AuditRow};
use shop_store::order::Order;
use shop_store::{Db, StoreResult};

use super::by_amount;
use super::parts::is_part;
use super::view::{admin_refunds, with_customers};
use super::wanted::{Found, Wanted};
use crate::context::AdminCall;
use crate::order::view::payment;
use crate::paging::Listing;
use crate::returns::admin_return;
use crate::runtime::WorkError;
use shop_contract::{
    AdminOrderPage, AuditTarget, ById, ErrorCode, ListOrdersForAdmin, OrderDetail, OrderEvent, OrderStep, ShopError,
    operation,
};

/// Maximum number of audit entries that are read for the timeline of one order.
const ACTS: i64 = 100;

/// Lists the orders of all customers.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor, and for a sequence by amount if too many orders match.
pub async fn list_orders_for_admin(call: AdminCall, request: ListOrdersForAdmin) -> Result<AdminOrderPage, ShopError> {
    let (cursor, limit, zone) = (request.cursor.clone(), request.limit, call.shop.zone());
    let wanted = Wanted::of(request);
    let listing = Listing::new("all orders", &wanted, limit)?;
    if let Some(is_smallest_first) = by_amount::is_smallest_first(wanted.sort()) {
        let after = listing.after(cursor.as_deref())?;
        let page = move |db: &Db| {
            let found = by_amount::page(db, (&wanted, zone), (is_smallest_first, after), &listing)?;
            answer(db, found, &listing, |order| (order.total_amount.get(), order.id), after.is_none())
        };
        return call.read(page).await;
    }
    let after: Option<i64> = listing.after(cursor.as_deref())?;
    call.read(move |db| {
        let found = wanted.page(db, zone, after, listing.fetch())?;
        answer(db, found, &listing, |order| order.id, after.is_none())
    })
    .await
}

/// The page as it is answered; `key` gives the key of its last order.
fn answer<K: Serialize>(
    db: &Db,
    found: Found,
    listing: &Listing,
    key: impl FnOnce(&Order) -> K,
    is_first: bool,
) -> Result<AdminOrderPage, WorkError> {
    let (orders, next_cursor) = listing.page(found.orders, key);
    let summary = is_first.then_some(found.summary);
    Ok(AdminOrderPage { items: with_customers(db, orders)?, next_cursor, summary })
}

/// An order with its customer, its timeline and all payment attempts.
///
/// # Errors
/// `ORDER_NOT_FOUND`.
pub async fn get_order_for_admin(call: AdminCall, request: ById) -> Result<OrderDetail, ShopError> {
    call.read(move |db| {
        let order = shop_store::order::find(db, request.id)?.ok_or(ErrorCode::OrderNotFound)?;
        let timeline = timeline(&order, &acts(db, order.id)?);
        let payments = shop_store::payment::of_orders(db, &[order.id])?;
        let refunds = admin_refunds(db, order.id)?;
        let returns = shop_store::returns::of_order(db, order.id)?.into_iter().map(admin_return).collect();
        let order = with_customers(db, vec![order])?.pop().ok_or(ErrorCode::OrderNotFound)?;
        Ok(OrderDetail { order, timeline, payments: payments.into_iter().map(payment).collect(), refunds, returns })
    })
    .await
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
    // The latest act comes first.
    let moved = acts.iter().rev().filter_map(|act| Some(event(step_of(act)?, act.created_at, Some(act))));
    let end = match order.state {
        State::Cancelled => Some(OrderStep::Cancelled),
        State::PaymentFailed => Some(OrderStep::PaymentFailed),
        State::Refunded => Some(OrderStep::Refunded),
        State::Normal | State::Confirmed => None,
    };
    let ended = end.zip(order.cancelled_at).map(|(step, at)| event(step, at, last_refund(acts)));
    let mut events = vec![event(OrderStep::Placed, order.created_at, None)];
    events.extend(order.paid_at.map(|at| event(OrderStep::Paid, at, by(operation::confirm_payment.name()))));
    events.extend(moved);
    events.extend(ended);
    events
}

/// The act that refunded all that was left.
fn last_refund(acts: &[AuditRow]) -> Option<&AuditRow> {
    acts.iter().find(|act| act.action == operation::refund_order.name() && !is_part(act))
}

/// The step that an act took: of a delivery, or a refund in part.
fn step_of(act: &AuditRow) -> Option<OrderStep> {
    if is_part(act) {
        return Some(OrderStep::PartlyRefunded);
    }
    [
        (operation::ship_order.name(), OrderStep::Shipped),
        (operation::unship_order.name(), OrderStep::Unshipped),
        (operation::deliver_order.name(), OrderStep::Delivered),
    ]
    .into_iter()
    .find_map(|(name, step)| (name == act.action).then_some(step))
}
