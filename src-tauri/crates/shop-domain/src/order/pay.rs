//! Payment of an order: its refusals, and how the amount is split between points and a deposit. A refused order can still be
//! paid; a failure afterwards is compensated by the use case.

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::code::coded;
use crate::ids::UserId;
use crate::money::Won;
use crate::order::cancel::expires;
use crate::order::state::{InvalidOrderState, OrderEvent, OrderState, next_state};
use crate::point::BalanceChange;

coded! {
    /// Payment method.
    PaymentMethod {
        /// With the customer's points.
        Point => "POINT",
        /// By a transfer to the shop's bank account.
        BankTransfer => "BANK_TRANSFER",
        /// In cash.
        Cash => "CASH",
    }
}

impl PaymentMethod {
    /// Whether the money comes from outside, so that an admin confirms it.
    #[must_use]
    pub const fn is_deposit(self) -> bool {
        !matches!(self, Self::Point)
    }
}

coded! {
    /// State of a payment.
    PaymentState {
        /// The deposit is awaited.
        Pending => "PENDING",
        /// Paid.
        Completed => "COMPLETED",
        /// The order ended before the deposit came.
        Cancelled => "CANCELLED",
        /// Failed and undone.
        Failed => "FAILED",
        /// Refunded.
        Refunded => "REFUNDED",
    }
}

/// The order to be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayableOrder {
    /// Its customer.
    pub user_id: UserId,
    /// Its state.
    pub state: OrderState,
    /// The instant at which it expires.
    pub expires_at: Option<DateTime<Utc>>,
    /// The amount to be paid.
    pub total_amount: Won,
    /// Whether a deposit is awaited already.
    pub awaits_deposit: bool,
}

/// Facts for the decision, read in the transaction that writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayFacts<'a> {
    /// The amount sent, in won.
    pub amount: i64,
    /// The method sent.
    pub method: &'a str,
    /// The part to be paid with points, for a method other than points.
    pub point_amount: Option<i64>,
    /// The methods that the shop accepts beside points.
    pub open: &'a [PaymentMethod],
    /// The payer.
    pub user_id: UserId,
    /// The order, if it exists.
    pub order: Option<PayableOrder>,
    /// The payer's points.
    pub available_point: Won,
}

/// Why a payment is refused, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PayRefusal {
    /// `INVALID_INPUT`: not an amount above 0.
    #[error("amount out of range")]
    InvalidAmount,
    /// `INVALID_INPUT`: no such method.
    #[error("unknown payment method")]
    UnknownMethod,
    /// `INVALID_INPUT`: the shop does not accept the method.
    #[error("payment method not open: {0}")]
    MethodNotOpen(PaymentMethod),
    /// `INVALID_INPUT`: a part in points that is below 0 or all of the amount, or that a payment with points has.
    #[error("part in points out of range")]
    InvalidPart,
    /// `ORDER_NOT_FOUND`: no such order, or one of another user.
    #[error("order not found")]
    OrderNotFound,
    /// `INVALID_ORDER_STATE`: it does not await payment, awaits a deposit already, or has expired.
    #[error(transparent)]
    InvalidOrderState(InvalidOrderState),
    /// `AMOUNT_MISMATCH`: the amount is not the order's total.
    #[error("amount mismatch: expected {expected}, got {actual}")]
    AmountMismatch {
        /// The order's total.
        expected: Won,
        /// The amount sent.
        actual: Won,
    },
    /// `INSUFFICIENT_BALANCE`: not enough points.
    #[error("balance short by {shortfall}")]
    InsufficientBalance {
        /// The amount to be paid.
        required: Won,
        /// Points available.
        available: Won,
        /// Points missing.
        shortfall: Won,
    },
}

/// How an order is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayPlan {
    /// All of it with points, at once.
    Points(BalanceChange),
    /// By a deposit, and a part in points at once.
    Deposit {
        /// How the money comes.
        method: PaymentMethod,
        /// The change of the balance; `None` without a part in points.
        points: Option<BalanceChange>,
        /// The rest, above 0, which an admin confirms.
        awaited: Won,
    },
}

/// Decides a payment at `now`.
///
/// # Errors
/// [`PayRefusal`], in its order.
pub fn check_payment(facts: &PayFacts<'_>, now: DateTime<Utc>) -> Result<PayPlan, PayRefusal> {
    let actual = Won::new(facts.amount).ok().filter(|amount| !amount.is_zero()).ok_or(PayRefusal::InvalidAmount)?;
    let method = PaymentMethod::parse(facts.method).map_err(|_| PayRefusal::UnknownMethod)?;
    if method.is_deposit() && !facts.open.contains(&method) {
        return Err(PayRefusal::MethodNotOpen(method));
    }
    let (points, awaited) = split(method, actual, facts.point_amount).ok_or(PayRefusal::InvalidPart)?;
    let order = facts.order.filter(|order| order.user_id == facts.user_id).ok_or(PayRefusal::OrderNotFound)?;
    check_awaits_payment(order.state, order.expires_at, now).map_err(PayRefusal::InvalidOrderState)?;
    if order.awaits_deposit {
        let asked = OrderEvent::Pay.as_str();
        return Err(PayRefusal::InvalidOrderState(InvalidOrderState { state: order.state, asked }));
    }
    if actual != order.total_amount {
        return Err(PayRefusal::AmountMismatch { expected: order.total_amount, actual });
    }
    let change = spend(facts.available_point, points)?;
    Ok(match method {
        PaymentMethod::Point => PayPlan::Points(change),
        _ => PayPlan::Deposit { method, points: Some(change).filter(|_| !points.is_zero()), awaited },
    })
}

/// The part in points and the rest; `None` for a part that is out of range.
fn split(method: PaymentMethod, amount: Won, part: Option<i64>) -> Option<(Won, Won)> {
    if !method.is_deposit() {
        return part.is_none().then_some((amount, Won::ZERO));
    }
    let points = Won::new(part.unwrap_or(0)).ok()?;
    let awaited = amount.checked_sub(points).ok().filter(|awaited| !awaited.is_zero())?;
    Some((points, awaited))
}

fn spend(before: Won, points: Won) -> Result<BalanceChange, PayRefusal> {
    let after = before.checked_sub(points).map_err(|_| PayRefusal::InsufficientBalance {
        required: points,
        available: before,
        shortfall: points.saturating_sub(before),
    })?;
    Ok(BalanceChange { before, after })
}

/// An expired order counts as cancelled, whether or not the job has marked it.
pub(super) fn check_awaits_payment(
    state: OrderState,
    expires_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), InvalidOrderState> {
    next_state(state, OrderEvent::Pay)?;
    if expires(state, expires_at, now) {
        return Err(InvalidOrderState { state, asked: OrderEvent::Pay.as_str() });
    }
    Ok(())
}
