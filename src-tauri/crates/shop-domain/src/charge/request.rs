//! The rules of a request for points: its amount, how many may wait, and how it ends.
//!
//! ```text
//! REQUESTED ──confirm──▶ CONFIRMED
//!     └──reject, withdraw──▶ REJECTED
//! ```

use thiserror::Error;

use crate::code::coded;
use crate::limits::{CHARGE_MAX, CHARGE_MIN, MAX_WON, WAITING_CHARGES_MAX};
use crate::money::Won;

coded! {
    /// What the shop does where a customer charges points.
    ChargeMode {
        /// The points are there at once, without any money: for a demo.
        Free => "FREE",
        /// The customer requests points, and an admin confirms the deposit.
        Request => "REQUEST",
        /// Customers cannot charge points.
        Off => "OFF",
    }
}

coded! {
    /// State of a request.
    ChargeState {
        /// It waits for the deposit.
        Requested => "REQUESTED",
        /// The deposit was confirmed, and the points are there.
        Confirmed => "CONFIRMED",
        /// An admin has rejected it, or the customer has withdrawn it.
        Rejected => "REJECTED",
    }
}

/// Why a request is refused, or its end, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ChargeRefusal {
    /// The amount cannot be charged at a time, or is no amount of a deposit.
    #[error("amount out of range")]
    InvalidAmount,
    /// As many requests of the customer wait as may wait.
    #[error("too many requests wait")]
    TooManyWaiting,
    /// The request has ended in this state.
    #[error("the request is {0}")]
    Decided(ChargeState),
    /// Another amount came than was requested.
    #[error("{actual} won came, {expected} were requested")]
    AmountMismatch {
        /// The amount of the request, in won.
        expected: Won,
        /// The amount that came, in won.
        actual: i64,
    },
}

/// Decides a request for `amount` won, [`CHARGE_MIN`] to [`CHARGE_MAX`], of a customer of whom `waiting` requests wait;
/// at most [`WAITING_CHARGES_MAX`] do.
///
/// # Errors
/// [`ChargeRefusal`], in its order.
pub fn request(amount: i64, waiting: i64) -> Result<Won, ChargeRefusal> {
    if !(CHARGE_MIN..=CHARGE_MAX).contains(&amount) {
        return Err(ChargeRefusal::InvalidAmount);
    }
    if waiting >= WAITING_CHARGES_MAX {
        return Err(ChargeRefusal::TooManyWaiting);
    }
    Won::new(amount).map_err(|_| ChargeRefusal::InvalidAmount)
}

/// Decides the confirmation of a request for `requested` won by a deposit of `arrived` won.
///
/// # Errors
/// [`ChargeRefusal`], in its order.
pub fn confirm(state: ChargeState, requested: Won, arrived: i64) -> Result<(), ChargeRefusal> {
    if !(1..=MAX_WON).contains(&arrived) {
        return Err(ChargeRefusal::InvalidAmount);
    }
    end(state)?;
    if arrived == requested.get() {
        Ok(())
    } else {
        Err(ChargeRefusal::AmountMismatch { expected: requested, actual: arrived })
    }
}

/// Decides that a request ends: only one that waits can.
///
/// # Errors
/// [`ChargeRefusal::Decided`].
pub fn end(state: ChargeState) -> Result<(), ChargeRefusal> {
    match state {
        ChargeState::Requested => Ok(()),
        ChargeState::Confirmed | ChargeState::Rejected => Err(ChargeRefusal::Decided(state)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ChargeRefusal::{AmountMismatch, Decided, InvalidAmount, TooManyWaiting};
    use ChargeState::{Confirmed, Rejected, Requested};

    #[test]
    fn a_request_is_a_thousand_to_ten_million_won_and_few_wait() {
        for (amount, waiting, expected) in [
            (999, 0, Err(InvalidAmount)),
            (1_000, 0, Ok(1_000)),
            (10_000_000, 4, Ok(10_000_000)),
            (10_000_001, 0, Err(InvalidAmount)),
            (i64::MIN, 0, Err(InvalidAmount)),
            (i64::MAX, 0, Err(InvalidAmount)),
            (1_000, 5, Err(TooManyWaiting)),
            (1_000, i64::MAX, Err(TooManyWaiting)),
            (999, 5, Err(InvalidAmount)),
        ] {
            let taken = request(amount, waiting).map(Won::get);
            assert_eq!(taken, expected, "{amount} won while {waiting} wait");
        }
    }

    #[test]
    fn only_the_amount_that_was_requested_confirms_and_only_once() {
        let requested = Won::new(50_000).unwrap();
        let mismatch = |actual| Err(AmountMismatch { expected: requested, actual });
        for (state, arrived, expected) in [
            (Requested, 50_000, Ok(())),
            (Requested, 49_999, mismatch(49_999)),
            (Requested, 50_001, mismatch(50_001)),
            (Requested, 0, Err(InvalidAmount)),
            (Requested, -50_000, Err(InvalidAmount)),
            (Requested, MAX_WON + 1, Err(InvalidAmount)),
            (Confirmed, 50_000, Err(Decided(Confirmed))),
            (Rejected, 50_000, Err(Decided(Rejected))),
            (Confirmed, 1, Err(Decided(Confirmed))),
            (Confirmed, 0, Err(InvalidAmount)),
        ] {
            assert_eq!(confirm(state, requested, arrived), expected, "{arrived} won for one that is {state}");
        }
    }

    #[test]
    fn what_has_ended_does_not_end_again() {
        assert_eq!(end(Requested), Ok(()));
        assert_eq!(end(Confirmed), Err(Decided(Confirmed)));
        assert_eq!(end(Rejected), Err(Decided(Rejected)));
    }
}
