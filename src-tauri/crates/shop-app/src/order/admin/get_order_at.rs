//! An order as of an instant: its states, from its own instants, its payments and the acts of admins.

use chrono::{DateTime, Utc};
use shop_domain::as_of::{OrderChange, OrderStanding, Reconciled, order_at};
use shop_domain::instant::clamp;
use shop_domain::order::{DeliveryEvent, OrderEvent, OrderState as State};
use shop_store::Db;
use shop_store::as_of::{ActsOn, failed_attempts};
use shop_store::audit::AuditRow;
use shop_store::order::Order;
use shop_store::user::admin::names;

use super::parts::{after, is_part};
use crate::as_of::{Question, cause, check};
use crate::context::AdminCall;
use crate::runtime::WorkError;
use shop_contract::{AsOf, AuditTarget, Cause, CauseKind, ErrorCode, GetAsOf, OrderAt, ShopError, operation};

/// Most acts on one order that are read.
const ACTS: i64 = 1_000;

/// The states of an order as of an instant, with the events that made them so.
///
/// # Errors
/// `INVALID_INPUT` for an instant after now and for the limit; `ORDER_NOT_FOUND`.
pub async fn get_order_at(call: AdminCall, request: GetAsOf) -> Result<OrderAt, ShopError> {
    let question = Question::new(&call, request.instant, request.limit)?;
    call.read(move |db| {
        let order = shop_store::order::find(db, request.id)?.ok_or(ErrorCode::OrderNotFound)?;
        let events = events(db, &order)?;
        let last_at = events.iter().map(|event| event.cause.at).max().unwrap_or(order.created_at);
        let (instant, latest_at) = question.instants(last_at)?;
        let changes: Vec<_> = events.iter().filter_map(|event| Some((event.cause.at, event.change?))).collect();
        let standing = order_at(&changes, instant).ok().flatten();
        let now = OrderStanding { state: order.state, delivery_state: order.delivery_state };
        let is_right = order_at(&changes, latest_at) == Ok(Some(now));
        let at = |event: &Event| event.cause.at;
        let mut causes: Vec<Cause> =
            events.iter().filter(|event| at(event) <= instant).rev().map(|event| event.cause.clone()).collect();
        let has_earlier = causes.len() > question.limit;
        causes.truncate(question.limit);
        let as_of = AsOf {
            instant,
            first_at: order.created_at,
            last_at,
            latest_at,
            previous_at: events.iter().map(at).filter(|at| *at < instant).max(),
            next_at: events.iter().map(at).filter(|at| *at > instant).min(),
            causes,
            has_earlier,
            earlier_value: None,
            check: check(if is_right { Reconciled::Matches } else { Reconciled::Differs }),
        };
        Ok(OrderAt {
            order_id: order.id,
            order_number: order.order_number,
            state: standing.map(|standing| standing.state.into()),
            delivery_state: standing.and_then(|standing| standing.delivery_state).map(Into::into),
            total_amount: order.total_amount.get(),
            as_of,
        })
    })
    .await
}

/// An event of an order: the cause as it is shown, and the change of its states, if there was one.
struct Event {
    change: Option<OrderChange>,
    cause: Cause,
}

/// All events, the first one first.
fn events(db: &Db, order: &Order) -> Result<Vec<Event>, WorkError> {
    let actions = [
        operation::ship_order.name(),
        operation::unship_order.name(),
        operation::deliver_order.name(),
        operation::refund_order.name(),
        operation::confirm_payment.name(),
    ];
    let on = ActsOn { target_type: AuditTarget::Order.as_str(), target_id: order.id, actions: &actions };
    let mut acts = on.until(db, clamp(DateTime::<Utc>::MAX_UTC), ACTS)?;
    acts.reverse();
    let customer = names(db, &[order.user_id])?.pop().map(|(_, name, _)| name);
    let by_customer = |cause: Cause| Cause { actor_id: Some(order.user_id), actor_name: customer.clone(), ..cause };
    let placed = by_customer(cause(order.created_at, CauseKind::Created));
    let mut events = vec![Event { change: Some(OrderChange::Placed), cause: placed }];
    for attempt in failed_attempts(db, order.id)? {
        let failed = Cause { reason: attempt.reason, ..cause(attempt.at, CauseKind::AttemptFailed) };
        events.push(Event { change: None, cause: by_customer(failed) });
    }
    let confirmation = acts.iter().find(|act| act.action == operation::confirm_payment.name());
    events.extend(order.paid_at.map(|at| Event {
        change: Some(OrderChange::Order(OrderEvent::Pay)),
        cause: match confirmation {
            Some(act) => by_admin(cause(at, CauseKind::Paid), act),
            None => by_customer(cause(at, CauseKind::Paid)),
        },
    }));
    events.extend(acts.iter().filter_map(|act| delivery(act).or_else(|| part(act))));
    let refund = acts.iter().find(|act| act.action == operation::refund_order.name() && !is_part(act));
    events.extend(end(order).map(|(change, cause)| Event {
        change: Some(OrderChange::Order(change)),
        cause: match refund {
            Some(act) => Cause { reason: after(act, "reason"), ..by_admin(cause, act) },
            // That its time for payment passed is the act of no user.
            None if matches!(change, OrderEvent::Expire | OrderEvent::FailPayment) => cause,
            None => by_customer(cause),
        },
    }));
    Ok(events)
}

/// The step of a delivery that an act took.
fn delivery(act: &AuditRow) -> Option<Event> {
    let (change, kind) = match act.action.as_str() {
        name if name == operation::ship_order.name() => (DeliveryEvent::Ship, CauseKind::Shipped),
        name if name == operation::unship_order.name() => (DeliveryEvent::Unship, CauseKind::Unshipped),
        name if name == operation::deliver_order.name() => (DeliveryEvent::Deliver, CauseKind::Delivered),
        _ => return None,
    };
    Some(Event { change: Some(OrderChange::Delivery(change)), cause: by_admin(cause(act.created_at, kind), act) })
}

/// How an order ended. An unpaid one that ended after its time for payment counts as expired.
fn end(order: &Order) -> Option<(OrderEvent, Cause)> {
    let at = order.cancelled_at?;
    let is_expired = order.expires_at.is_some_and(|expires_at| at >= expires_at);
    let (change, kind) = match order.state {
        State::Normal | State::Confirmed => return None,
        State::Cancelled if is_expired => (OrderEvent::Expire, CauseKind::Expired),
        State::Cancelled => (OrderEvent::Cancel, CauseKind::Cancelled),
        State::PaymentFailed => (OrderEvent::FailPayment, CauseKind::PaymentFailed),
        State::Refunded => (OrderEvent::Refund, CauseKind::Refunded),
    };
    Some((change, cause(at, kind)))
}

fn by_admin(cause: Cause, act: &AuditRow) -> Cause {
    Cause { actor_id: act.actor_id, actor_name: act.actor_name.clone(), ..cause }
}

/// A refund of a part of the order, which changes none of its states.
fn part(act: &AuditRow) -> Option<Event> {
    let refunded = by_admin(cause(act.created_at, CauseKind::PartlyRefunded), act);
    is_part(act).then(|| Event { change: None, cause: Cause { reason: after(act, "reason"), ..refunded } })
}
