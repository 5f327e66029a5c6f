//! Making up for a payment that broke off: stock and coupons go back, the order becomes `PAYMENT_FAILED`.
//!
//! The payment's own transaction has been rolled back whole, so that no points are missing. What remains is written in
//! two steps. The first notes the broken-off attempt as a `FAILED` payment, with the answer that the client gets. The
//! second gives back, and turns the order. The note is the trace of the duty: an order that awaits payment beside a
//! `FAILED` payment has a compensation to come. It is carried out at once; where that fails, by a job
//! every few seconds, and first of all at start-up ([`finish_compensations`]). If the process dies before the note, nothing has happened at all: the order still awaits
//! payment, and is paid again or expires. Nothing is given back twice, because the second step turns the order from
//! `NORMAL` in the transaction that gives back, and an order that another attempt has paid is not touched.

use std::sync::Arc;

use shop_domain::order::{OrderEvent, OrderState, PaymentState, next_state};
use shop_store::order::Order;

use super::view;
use crate::order::{give_back, keys_to_give_back};
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{Call, Era, Shop, Stop, WriteError, Writing};
use shop_contract::{ErrorCode, PayOrder, Payment, ShopError, operation};

/// Orders that are looked at in one piece.
const PIECE: i64 = 100;

/// What the file says of an attempt whose write was told to have failed.
enum Attempt {
    /// It broke off, and that is noted now.
    BrokeOff,
    /// It, or a repetition of it, has been answered after all.
    Answered(Payment),
}

/// Compensates a payment that broke off for `reason`.
pub(super) async fn compensate(
    call: &Call,
    request: &PayOrder,
    user_id: i64,
    reason: &str,
) -> Result<Payment, ShopError> {
    tracing::error!(trace_id = call.trace_id, order_id = request.order_id, reason, "a payment broke off");
    match note(call, request, user_id).await? {
        Attempt::Answered(payment) => Ok(payment),
        Attempt::BrokeOff => {
            if let Err(error) = carry_out(&call.shop, call.era(), request.order_id).await {
                tracing::error!(trace_id = call.trace_id, ?error, "a compensation failed and is tried again soon");
            }
            Err(ErrorCode::PaymentFailed.into())
        }
    }
}

/// Carries out the compensations that were noted and not finished, by this process or one before it; says how many. One that cannot be
/// carried out does not keep the others waiting.
/// To be called when the shop is opened, and every few seconds.
///
/// # Errors
/// As any write.
pub async fn finish_compensations(shop: &Arc<Shop>) -> Result<usize, WriteError> {
    let mut done = 0;
    loop {
        let open = shop.read(|db| shop_store::payment::uncompensated(db, PIECE)).map_err(WriteError::from)?;
        let before = done;
        for order_id in open {
            match carry_out(shop, shop.era(), order_id).await {
                Ok(()) => done += 1,
                // The fault of the file is logged once, where it is found.
                Err(WriteError::Unavailable(_)) => {}
                Err(error) => tracing::error!(order_id, ?error, "a compensation failed and is tried again soon"),
            }
        }
        if done == before {
            return Ok(done);
        }
    }
}

/// The first step. The reason that a customer may read names the trace and no internals.
async fn note(call: &Call, request: &PayOrder, user_id: i64) -> Result<Attempt, ShopError> {
    let repeatable = call.repeatable(operation::pay_order, request)?;
    let order_id = request.order_id;
    let reason = format!("the payment broke off (trace {})", call.trace_id);
    let noted = call.shop.submit(call.era(), keys(order_id, user_id), None, move |writing| {
        if let Some(repeatable) = &repeatable
            && let Some(answer) = repeatable.first_answer(writing.tx)?
        {
            return answer.map(Attempt::Answered);
        }
        let order = shop_store::order::find(writing.tx, order_id)?;
        let order = order.filter(|order| order.user_id == user_id).ok_or(ErrorCode::OrderNotFound)?;
        if order.state == OrderState::Confirmed {
            return paid_after_all(writing, order);
        }
        next_state(order.state, OrderEvent::FailPayment).map_err(ShopError::from)?;
        shop_store::payment::fail(writing.tx, order_id, order.total_amount, &reason, writing.now)?;
        if let Some(repeatable) = &repeatable {
            repeatable.keep::<Payment>(writing, &Err(ErrorCode::PaymentFailed.into()))?;
        }
        Ok(Attempt::BrokeOff)
    });
    noted.await.map_err(|error| call.refusal(error))
}

/// The order is paid: the write was told to have failed and had not, or another window was quicker.
fn paid_after_all(writing: &Writing<'_>, order: Order) -> Result<Attempt, Stop> {
    let payments = shop_store::payment::of_orders(writing.tx, &[order.id])?;
    let completed = payments.into_iter().find(|payment| payment.state == PaymentState::Completed);
    let payment = completed.ok_or(ErrorCode::OrderNotFound)?;
    Ok(Attempt::Answered(view::payment(payment)))
}

/// What a payment holds: the order's state and the payer's points.
pub(super) fn keys(order_id: i64, user_id: i64) -> Keys {
    Keys::new([LockKey::Order(order_id), LockKey::Point(user_id)])
}

/// The second step. Does nothing to an order that no longer awaits payment.
async fn carry_out(shop: &Arc<Shop>, era: Era, order_id: i64) -> Result<(), WriteError> {
    let keys = shop.read(|db| keys_to_give_back(db, order_id)).map_err(WriteError::from)?;
    let zone = shop.zone();
    shop.submit(era, keys, None, move |writing| {
        let order = shop_store::order::find(writing.tx, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
        match next_state(order.state, OrderEvent::FailPayment) {
            Ok(failed) => give_back(writing, zone, &order, failed),
            Err(_) => Ok(()),
        }
    })
    .await
}
