//! Paying an order. With points: debit, ledger, payment, order, sales and outbox in one transaction. By a deposit: see
//! `pay_by_deposit`.
//!
//! A refusal leaves the order unchanged. Any other failure rolls the transaction back, and `compensate` handles it.

use chrono::{DateTime, Utc};
use shop_domain::order::{OrderState, PayFacts, PayPlan, PaymentMethod as Method, check_payment};
use shop_domain::{BusinessDay, Won};
use shop_store::order::{Counted, Payable, StateTransition};
use shop_store::payment::PaymentRow;
use shop_store::point::ForOrder;
use shop_store::{StoreError, Tx};

use super::compensate::{compensate, keys};
use super::pay_by_deposit::{Deposit, pay_by_deposit};
use super::settings::payment_methods;
use crate::charge::parse_depositor;
use crate::context::{Shop, UserCall};
use crate::order::{Settlement, payment, settle};
use crate::runtime::{WorkError, WriteError, Writing};
use shop_contract::{ErrorCode, PayOrder, Payment, ShopError, ShopEvent, operation};

/// Pays one of the caller's orders.
///
/// # Errors
/// `INVALID_INPUT`, `ORDER_NOT_FOUND`, `INVALID_ORDER_STATE`, `AMOUNT_MISMATCH`, `INSUFFICIENT_BALANCE`, in this
/// order; `PAYMENT_FAILED`; as any write.
pub async fn pay_order(call: UserCall, request: PayOrder) -> Result<Payment, ShopError> {
    let user_id = call.user_id();
    let shop = call.shop.clone();
    let paying = Paying::parse(user_id, &request)?;
    let paid = call
        .try_write(operation::pay_order, &request, keys(request.order_id, user_id), move |writing| {
            pay(writing, &paying, &shop)
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
    pay(writing, &Paying::parse(user_id, request)?, shop)
}

/// A request, read.
struct Paying {
    order_id: i64,
    user_id: i64,
    method: Method,
    amount: i64,
    point_amount: Option<i64>,
    depositor_name: Option<String>,
}

impl Paying {
    fn parse(user_id: i64, request: &PayOrder) -> Result<Self, ShopError> {
        let method = Method::from(request.payment_method);
        let depositor_name = parse_depositor(request.depositor_name.as_deref())?;
        if depositor_name.is_some() && !method.is_deposit() {
            return Err(ShopError::invalid("depositorName", "not with POINT"));
        }
        let PayOrder { order_id, amount, point_amount, .. } = *request;
        Ok(Self { order_id, user_id, method, amount, point_amount, depositor_name })
    }
}

fn pay(writing: &mut Writing<'_>, paying: &Paying, shop: &Shop) -> Result<Payment, WorkError> {
    let Paying { order_id, user_id, method, amount, point_amount, .. } = *paying;
    let tx = writing.tx;
    let found = shop_store::order::payable(tx, order_id, user_id)?;
    let open: Vec<_> =
        if method.is_deposit() { payment_methods(tx)?.into_iter().map(Method::from).collect() } else { Vec::new() };
    let facts = PayFacts {
        amount,
        method: method.as_str(),
        point_amount,
        open: &open,
        user_id,
        order: found.as_ref().map(|found| found.order),
        available_point: found.as_ref().map_or(Won::ZERO, |found| found.available_point),
    };
    let plan = check_payment(&facts, writing.now).map_err(ShopError::from)?;
    let payable = found.ok_or(ErrorCode::OrderNotFound)?;
    match plan {
        PayPlan::Points(_) => pay_with_points(writing, order_id, payable, shop),
        PayPlan::Deposit { method, points, awaited } => {
            let points = points.map(|change| Won::new(-change.amount())).transpose();
            let points = points.map_err(|error| StoreError::BadValue(error.to_string()))?;
            let name = paying.depositor_name.as_deref();
            pay_by_deposit(writing, &payable, Deposit { order_id, user_id, method, points, awaited, name }, shop)
        }
    }
}

fn pay_with_points(
    writing: &mut Writing<'_>,
    order_id: i64,
    payable: Payable,
    shop: &Shop,
) -> Result<Payment, WorkError> {
    let (tx, now, zone) = (writing.tx, writing.now, shop.zone());
    let (user_id, total) = (payable.order.user_id, payable.order.total_amount);
    let description = format!("주문 결제 {}", payable.order_number);
    let movement = ForOrder { user_id, order_id, amount: total, description: &description };
    let ledger = shop_store::point::pay(tx, movement, now)?;
    shop.payment_fault.pass(writing.has_failed)?;
    confirm(tx, order_id, &payable, BusinessDay::of(now, zone), now)?;
    let items = shop_store::order::sold_items(tx, order_id)?;
    let id = shop_store::payment::complete(tx, order_id, total, Some(ledger.id), now)?;
    settle(writing, zone, &Settlement { order_id, order_number: payable.order_number, user_id, total }, &items)?;
    let (before, after) = (ledger.balance.before.get(), ledger.balance.after.get());
    writing.effects.tell(user_id, ShopEvent::Points { available_point: after });
    Ok(payment(PaymentRow::with_points(id, order_id, total, Some((before, after)), Some(now))))
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
        refunded_amount: Won::ZERO,
        refunded_fee: Won::ZERO,
        paid_day: Some(today),
    };
    let (from, to) = (OrderState::Normal, OrderState::Confirmed);
    shop_store::order::transition(tx, StateTransition { order_id, from, delivery_state: None, to, counted }, now)
}
