//! Compensates a failed payment: returns stock and coupons and sets the order to `PAYMENT_FAILED`.
//!
//! The payment's own transaction has been rolled back completely, so no points are missing. The compensation has two
//! steps. The first step records the attempt as a `FAILED` payment, with the answer that the client gets. The second
//! step returns everything and changes the order. The record marks pending work: an order that awaits payment and has a
//! `FAILED` payment still needs its compensation. It runs immediately; if that fails, a job retries it every few
//! seconds and at start-up ([`finish_compensations`]).
//!
//! If the process dies before the first step, nothing is written: the order still awaits payment and can be paid or
//! expires. Nothing is returned twice, because the second step changes the order from `NORMAL` in the transaction that
//! returns the stock. An order that another attempt has paid is not changed.

use std::sync::Arc;

use shop_domain::order::{OrderEvent, PaymentState, next_state};
use shop_store::order::Order;

use crate::context::{Call, Shop};
use crate::order::{give_back, keys_to_give_back, name_account, payment};
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{Epoch, WorkError, WriteError, Writing};
use shop_contract::{ErrorCode, PayOrder, Payment, ShopError, operation};

/// Orders read at once.
const PIECE: i64 = 100;

/// The stored state of an attempt whose write reported a failure.
enum Attempt {
    /// It failed, and the failure is recorded now.
    BrokeOff,
    /// The attempt, or a repetition of it, was answered.
    Answered(Box<Payment>),
}

/// Compensates a payment whose write reported the failure `broken`.
pub(super) async fn compensate(
    call: &Call,
    request: &PayOrder,
    user_id: i64,
    broken: WriteError,
) -> Result<Payment, ShopError> {
    tracing::error!(trace_id = call.trace_id, order_id = request.order_id, reason = ?broken, "a payment broke off");
    match note(call, request, user_id).await {
        Ok(Attempt::Answered(payment)) => Ok(*payment),
        Err(WriteError::Refused(refusal)) => Err(refusal),
        // The payment may be committed, and the file cannot be asked.
        Err(_) if matches!(broken, WriteError::Unknown(_)) => Err(call.refusal(broken)),
        Err(error) => Err(call.refusal(error)),
        Ok(Attempt::BrokeOff) => {
            if let Err(error) = carry_out(&call.shop, call.epoch(), request.order_id).await {
                tracing::error!(trace_id = call.trace_id, ?error, "a compensation failed and is tried again soon");
            }
            Err(ErrorCode::PaymentFailed.into())
        }
    }
}

/// Finishes compensations that were recorded but not completed, by this or an earlier process, and returns their
/// number. A compensation that fails does not block the others. Must run when the shop is opened and every few seconds.
pub async fn finish_compensations(shop: &Arc<Shop>) -> Result<usize, WriteError> {
    let mut done = 0;
    loop {
        let open = shop.read(|db| shop_store::payment::uncompensated(db, PIECE)).map_err(WriteError::from)?;
        let before = done;
        for order_id in open {
            match carry_out(shop, shop.epoch(), order_id).await {
                Ok(()) => done += 1,
                // The fault of the file is logged once, at its source.
                Err(WriteError::Unavailable(_)) => {}
                Err(error) => tracing::error!(order_id, ?error, "a compensation failed and is tried again soon"),
            }
        }
        if done == before {
            return Ok(done);
        }
    }
}

/// The first step. The reason shown to the customer contains the trace id and no internals.
async fn note(call: &Call, request: &PayOrder, user_id: i64) -> Result<Attempt, WriteError> {
    let repeatable = call.repeatable(operation::pay_order, request).map_err(WriteError::Refused)?;
    let (order_id, method) = (request.order_id, request.payment_method.into());
    let reason = format!("the payment broke off (trace {})", call.trace_id);
    let noted = call.shop.submit(call.epoch(), keys(order_id, user_id), None, move |writing| {
        if let Some(repeatable) = &repeatable
            && let Some(answer) = repeatable.first_answer(writing.tx)?
        {
            return answer.map(|payment| Attempt::Answered(Box::new(payment)));
        }
        let order = shop_store::order::find(writing.tx, order_id)?;
        let order = order.filter(|order| order.user_id == user_id).ok_or(ErrorCode::OrderNotFound)?;
        if let Some(payment) = paid_after_all(writing, &order)? {
            return Ok(Attempt::Answered(Box::new(payment)));
        }
        next_state(order.state, OrderEvent::FailPayment).map_err(ShopError::from)?;
        shop_store::payment::fail(writing.tx, order_id, method, order.total_amount, &reason, writing.now)?;
        if let Some(repeatable) = &repeatable {
            repeatable.keep_refusal(writing, ErrorCode::PaymentFailed.into())?;
        }
        Ok(Attempt::BrokeOff)
    });
    noted.await
}

/// The payment of an order that is paid or awaits its deposit: the write succeeded in spite of the reported failure, or another
/// request paid first.
fn paid_after_all(writing: &Writing<'_>, order: &Order) -> Result<Option<Payment>, WorkError> {
    let payments = shop_store::payment::of_orders(writing.tx, &[order.id])?.into_iter();
    let made = payments.filter(|payment| matches!(payment.state, PaymentState::Completed | PaymentState::Pending));
    let mut made = made.max_by_key(|payment| payment.method.is_deposit()).map(payment);
    name_account(writing.tx, made.iter_mut())?;
    Ok(made)
}

/// The lock keys of a payment: the order's state and the user's points.
pub(super) fn keys(order_id: i64, user_id: i64) -> Keys {
    Keys::new([LockKey::Order(order_id), LockKey::Point(user_id)])
}

/// The second step. Does nothing if the order no longer awaits payment.
async fn carry_out(shop: &Arc<Shop>, epoch: Epoch, order_id: i64) -> Result<(), WriteError> {
    let keys = shop.read(|db| keys_to_give_back(db, order_id)).map_err(WriteError::from)?;
    let zone = shop.zone();
    shop.submit(epoch, keys, None, move |writing| {
        let order = shop_store::order::find(writing.tx, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
        // Another request may have paid it since, or chosen to pay by a deposit.
        let is_begun = shop_store::payment::is_begun(writing.tx, order_id)?;
        if let Some(failed) = next_state(order.state, OrderEvent::FailPayment).ok().filter(|_| !is_begun) {
            give_back(writing, zone, &order, failed)?;
        }
        Ok(())
    })
    .await
}
