//! Paying an order with points: who may, when, how much. A refusal here leaves the order to be paid
//! again; what breaks off afterwards is compensated elsewhere.

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::code::coded;
use crate::ids::UserId;
use crate::money::Won;
use crate::order::cancel::expires;
use crate::order::state::{InvalidOrderState, OrderEvent, OrderState, next_state};
use crate::point::BalanceChange;

coded! {
    /// How an order is paid.
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
    /// Whether the shop takes it. Points alone are open until the shop's settings can open another.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Point)
    }
}

coded! {
    /// What became of a payment.
    PaymentState {
        /// Paid.
        Completed => "COMPLETED",
        /// Broke off, and was undone.
        Failed => "FAILED",
        /// Paid back.
        Refunded => "REFUNDED",
    }
}

/// What is known of the order to be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayableOrder {
    /// Whose it is.
    pub user_id: UserId,
    /// Where it stands.
    pub state: OrderState,
    /// The first instant at which it can no longer be paid.
    pub expires_at: Option<DateTime<Utc>>,
    /// What is to be paid.
    pub total_amount: Won,
}

/// Everything the decision needs, read in the transaction that will write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayFacts<'a> {
    /// The amount sent, in won.
    pub amount: i64,
    /// The method sent.
    pub method: &'a str,
    /// Who pays.
    pub user_id: UserId,
    /// The order, where there is one.
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
    /// `INVALID_INPUT`: a method that the shop does not take.
    #[error("payment method not open: {0}")]
    MethodNotOpen(PaymentMethod),
    /// `ORDER_NOT_FOUND`: there is none, or it is somebody else's.
    #[error("order not found")]
    OrderNotFound,
    /// `INVALID_ORDER_STATE`: it does not await payment, or no longer.
    #[error(transparent)]
    InvalidOrderState(InvalidOrderState),
    /// `AMOUNT_MISMATCH`: the amount is not the order's total.
    #[error("amount mismatch: expected {expected}, got {actual}")]
    AmountMismatch {
        /// The order's total.
        expected: Won,
        /// What was sent.
        actual: Won,
    },
    /// `INSUFFICIENT_BALANCE`: not enough points.
    #[error("balance short by {shortfall}")]
    InsufficientBalance {
        /// What is to be paid.
        required: Won,
        /// What there is.
        available: Won,
        /// What is missing.
        shortfall: Won,
    },
}

/// Decides a payment at `now`, and says what it makes of the balance.
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

/// An order whose time has passed is as good as cancelled, whether or not the job has come by.
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
        assert_eq!(pay(&facts, Some(order)), Err(PayRefusal::OrderNotFound), "somebody else's");
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
