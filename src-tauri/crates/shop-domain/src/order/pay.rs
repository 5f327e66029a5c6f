//! Payment of an order: its refusals and the new balance. A refused order can still be paid; a failure afterwards is
//! compensated by the use case.

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
    /// Whether the shop accepts it; at present points only.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Point)
    }
}

coded! {
    /// State of a payment.
    PaymentState {
        /// Paid.
        Completed => "COMPLETED",
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
}

/// Facts for the decision, read in the transaction that writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayFacts<'a> {
    /// The amount sent, in won.
    pub amount: i64,
    /// The method sent.
    pub method: &'a str,
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
    /// `ORDER_NOT_FOUND`: no such order, or one of another user.
    #[error("order not found")]
    OrderNotFound,
    /// `INVALID_ORDER_STATE`: it does not await payment, or has expired.
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

/// Decides a payment at `now` and returns the change of the balance.
///
/// # Errors
/// [`PayRefusal`], in its order.
pub fn check_payment(facts: &PayFacts<'_>, now: DateTime<Utc>) -> Result<BalanceChange, PayRefusal> {
    let actual = Won::new(facts.amount).ok().filter(|amount| !amount.is_zero()).ok_or(PayRefusal::InvalidAmount)?;
    let method = PaymentMethod::parse(facts.method).map_err(|_| PayRefusal::UnknownMethod)?;
    if !method.is_open() {
        return Err(PayRefusal::MethodNotOpen(method));
    }
    let order = facts.order.filter(|order| order.user_id == facts.user_id).ok_or(PayRefusal::OrderNotFound)?;
    check_awaits_payment(&order, now).map_err(PayRefusal::InvalidOrderState)?;
    if actual != order.total_amount {
        return Err(PayRefusal::AmountMismatch { expected: order.total_amount, actual });
    }
    let before = facts.available_point;
    match before.checked_sub(actual) {
        Ok(after) => Ok(BalanceChange { before, after }),
        Err(_) => Err(PayRefusal::InsufficientBalance {
            required: actual,
            available: before,
            shortfall: actual.saturating_sub(before),
        }),
    }
}

/// An expired order counts as cancelled, whether or not the job has marked it.
fn check_awaits_payment(order: &PayableOrder, now: DateTime<Utc>) -> Result<(), InvalidOrderState> {
    next_state(order.state, OrderEvent::Pay)?;
    if expires(order.state, order.expires_at, now) {
        let asked = OrderEvent::Pay.as_str();
        return Err(InvalidOrderState { state: order.state, asked });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(second, 0).unwrap()
    }

    fn won(amount: i64) -> Won {
        Won::new(amount).unwrap()
    }

    #[test]
    fn refusals_come_in_their_order() {
        let mut order = PayableOrder {
            user_id: 2,
            state: OrderState::Confirmed,
            expires_at: Some(at(50)),
            total_amount: won(1_000),
        };
        let mut facts = PayFacts { amount: 0, method: "CARD", user_id: 1, order: None, available_point: won(999) };
        let pay =
            |facts: &PayFacts<'_>, order: Option<PayableOrder>| check_payment(&PayFacts { order, ..*facts }, at(50));
        for amount in [0, -1, i64::MIN, i64::MAX] {
            facts.amount = amount;
            assert_eq!(pay(&facts, None), Err(PayRefusal::InvalidAmount), "{amount}");
        }
        facts.amount = 900;
        assert_eq!(pay(&facts, None), Err(PayRefusal::UnknownMethod));
        for (code, method) in [("BANK_TRANSFER", PaymentMethod::BankTransfer), ("CASH", PaymentMethod::Cash)] {
            facts.method = code;
            assert_eq!(pay(&facts, None), Err(PayRefusal::MethodNotOpen(method)), "{code}");
        }
        facts.method = "POINT";
        assert_eq!(pay(&facts, None), Err(PayRefusal::OrderNotFound));
        assert_eq!(pay(&facts, Some(order)), Err(PayRefusal::OrderNotFound), "an order of another user");
        order.user_id = 1;
        let refused = |state| Err(PayRefusal::InvalidOrderState(InvalidOrderState { state, asked: "PAY" }));
        assert_eq!(pay(&facts, Some(order)), refused(OrderState::Confirmed));
        order.state = OrderState::Normal;
        assert_eq!(pay(&facts, Some(order)), refused(OrderState::Normal), "its time has passed");
        order.expires_at = Some(at(51));
        let mismatch = PayRefusal::AmountMismatch { expected: won(1_000), actual: won(900) };
        assert_eq!(pay(&facts, Some(order)), Err(mismatch));
        facts.amount = 1_000;
        let short = PayRefusal::InsufficientBalance { required: won(1_000), available: won(999), shortfall: won(1) };
        assert_eq!(pay(&facts, Some(order)), Err(short));
        facts.available_point = won(1_000);
        let change = BalanceChange { before: won(1_000), after: Won::ZERO };
        assert_eq!(pay(&facts, Some(order)), Ok(change), "all of it may be spent");
        assert_eq!(change.amount(), -1_000);
    }
}
