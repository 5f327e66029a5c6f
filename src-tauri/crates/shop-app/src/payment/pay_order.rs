//! Paying an order with points: debit, ledger, payment, order, sales and outbox in one transaction.
//!
//! A refusal leaves the order unchanged. Any other failure rolls the transaction back, and `compensate` handles it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use shop_domain::order::{OrderState, PayFacts, PaymentMethod as Method, PaymentState, check_payment};
use shop_domain::{BusinessDay, Won};
use shop_store::order::{Counted, Payable, StateTransition};
use shop_store::payment::PaymentRow;
use shop_store::point::ForOrder;
use shop_store::{StoreError, Tx};

use super::compensate::{compensate, keys};
use crate::context::{Shop, UserCall};
use crate::order::{Settlement, payment, settle};
use crate::runtime::{FaultPoint, WorkError, WriteError, Writing};
use shop_contract::{PayOrder, Payment, PaymentMethod, ShopError, ShopEvent, operation};

/// Pays one of the caller's orders.
///
/// # Errors
/// `INVALID_INPUT`, `ORDER_NOT_FOUND`, `INVALID_ORDER_STATE`, `AMOUNT_MISMATCH`, `INSUFFICIENT_BALANCE`, in this
/// order; `PAYMENT_FAILED`; as any write.
pub async fn pay_order(call: UserCall, request: PayOrder) -> Result<Payment, ShopError> {
    let user_id = call.user_id();
    let shop = call.shop.clone();
    let (order_id, method, amount) = (request.order_id, request.payment_method, request.amount);
    let paid = call
        .try_write(operation::pay_order, &request, keys(order_id, user_id), move |writing| {
            pay(writing, Paying { order_id, user_id, method, amount }, shop.zone(), &shop.payment_fault)
        })
        .await;
    match paid {
        Err(broken @ (WriteError::Failed(_) | WriteError::Unknown(_))) => {
            compensate(&call, &request, user_id, broken).await
        }
        paid => paid.map_err(|error| call.refusal(error)),
    }
}

/// The transaction of [`pay_order`], for a caller that holds the writer, such as the Lab. Its failure is not compensated.
///
/// # Errors
/// As [`pay_order`] without `PAYMENT_FAILED`.
pub fn pay_in(writing: &mut Writing<'_>, shop: &Shop, user_id: i64, request: &PayOrder) -> Result<Payment, WorkError> {
    let (order_id, method, amount) = (request.order_id, request.payment_method, request.amount);
    pay(writing, Paying { order_id, user_id, method, amount }, shop.zone(), &shop.payment_fault)
}

#[derive(Clone, Copy)]
struct Paying {
    order_id: i64,
    user_id: i64,
    method: PaymentMethod,
    amount: i64,
}

fn pay(writing: &mut Writing<'_>, paying: Paying, zone: Tz, fault: &FaultPoint) -> Result<Payment, WorkError> {
    let Paying { order_id, user_id, method, amount } = paying;
    let (tx, now) = (writing.tx, writing.now);
    let found = shop_store::order::payable(tx, order_id, user_id)?;
    let facts = PayFacts {
        amount,
        method: Method::from(method).as_str(),
        user_id,
        order: found.as_ref().map(|found| found.order),
        available_point: found.as_ref().map_or(Won::ZERO, |found| found.available_point),
    };
    check_payment(&facts, now).map_err(ShopError::from)?;
    let payable = found.ok_or(shop_contract::ErrorCode::OrderNotFound)?;
    let order = payable.order;
    let description = format!("주문 결제 {}", payable.order_number);
    let movement = ForOrder { user_id, order_id, amount: order.total_amount, description: &description };
    let ledger = shop_store::point::pay(tx, movement, now)?;
    fault.pass(writing.has_failed)?;
    confirm(tx, order_id, &payable, BusinessDay::of(now, zone), now)?;
    let items = shop_store::order::sold_items(tx, order_id)?;
    let (amount, ledger_id) = (order.total_amount, Some(ledger.id));
    let order_number = payable.order_number;
    let id = settle(writing, zone, &Settlement { order_id, order_number, user_id, amount, ledger_id }, &items)?;
    let (before, after) = (ledger.balance.before.get(), ledger.balance.after.get());
    writing.effects.tell(user_id, ShopEvent::Points { available_point: after });
    Ok(payment(PaymentRow {
        id,
        order_id,
        amount,
        state: PaymentState::Completed,
        failure_reason: None,
        paid_at: Some(now),
        balance: Some((before, after)),
    }))
}

/// Confirms the order and counts it among today's paid orders.
fn confirm(
    tx: &Tx<'_>,
    order_id: i64,
    payable: &Payable,
    today: BusinessDay,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Payable { order_number, order, discount_amount, shipping_fee, .. } = payable;
    let goods = order.total_amount.checked_sub(*shipping_fee);
    let amount = goods.and_then(|goods| goods.checked_add(*discount_amount));
    let amount = amount.map_err(|error| StoreError::BadValue(error.to_string()))?;
    let counted = Counted {
        order_number,
        amount,
        discount_amount: *discount_amount,
        shipping_fee: *shipping_fee,
        paid_day: Some(today),
    };
    let (from, to) = (OrderState::Normal, OrderState::Confirmed);
    shop_store::order::transition(tx, StateTransition { order_id, from, delivery_state: None, to, counted }, now)
}
