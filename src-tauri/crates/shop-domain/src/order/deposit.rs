//! Money that comes from outside for an order: until when it is awaited, and its confirmation by an admin.
//!
//! ```text
//! PENDING ──confirm──▶ COMPLETED ──refund──▶ REFUNDED
//!    └──cancel, expire, fail──▶ CANCELLED
//! ```

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use thiserror::Error;

use crate::day::BusinessDay;
use crate::limits::MAX_WON;
use crate::money::Won;
use crate::order::pay::check_awaits_payment;
use crate::order::state::{InvalidOrderState, OrderState};

/// The instant at which an order expires whose money is awaited from `now` on: the last millisecond of the business day
/// `days` days after today's, so that the instant and the deadline have the same day.
#[must_use]
pub fn due_at(now: DateTime<Utc>, days: i64, zone: Tz) -> DateTime<Utc> {
    let last = BusinessDay::of(now, zone).plus_days(u64::try_from(days).unwrap_or(0));
    last.next().starts_at(zone) - TimeDelta::milliseconds(1)
}

/// The facts of a confirmation, read in the transaction that writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DepositFacts {
    /// The state of the order.
    pub order_state: OrderState,
    /// The instant at which the order expires.
    pub expires_at: Option<DateTime<Utc>>,
    /// The amount that is awaited.
    pub awaited: Won,
}

/// Why a confirmation is refused, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DepositRefusal {
    /// `INVALID_INPUT`: not an amount above 0.
    #[error("amount out of range")]
    InvalidAmount,
    /// `INVALID_ORDER_STATE`: the order does not await payment, or has expired.
    #[error(transparent)]
    InvalidOrderState(InvalidOrderState),
    /// `AMOUNT_MISMATCH`: another amount came.
    #[error("{actual} won came, {expected} are awaited")]
    AmountMismatch {
        /// The amount that is awaited.
        expected: Won,
        /// The amount that came, in won.
        actual: i64,
    },
}

/// Decides that the deposit of `arrived` won pays an order at `now`.
///
/// # Errors
/// [`DepositRefusal`], in its order.
pub fn confirm_deposit(facts: &DepositFacts, arrived: i64, now: DateTime<Utc>) -> Result<(), DepositRefusal> {
    if !(1..=MAX_WON).contains(&arrived) {
        return Err(DepositRefusal::InvalidAmount);
    }
    check_awaits_payment(facts.order_state, facts.expires_at, now).map_err(DepositRefusal::InvalidOrderState)?;
    if arrived == facts.awaited.get() {
        Ok(())
    } else {
        Err(DepositRefusal::AmountMismatch { expected: facts.awaited, actual: arrived })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Asia::Seoul;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_money_is_awaited_until_the_end_of_a_business_day() {
        for (now, days, due, why) in [
            ("2026-03-05T14:59:59.999Z", 3, "2026-03-08T14:59:59.999Z", "the last moment of 5 March in Seoul"),
            ("2026-03-05T15:00:00Z", 3, "2026-03-09T14:59:59.999Z", "6 March has begun"),
            ("2026-03-05T00:00:00Z", 0, "2026-03-05T14:59:59.999Z", "the same day"),
            ("2026-02-26T00:00:00Z", 3, "2026-03-01T14:59:59.999Z", "over the end of a month"),
        ] {
            assert_eq!(due_at(at(now), days, Seoul), at(due), "{why}");
        }
        let lisbon = due_at(at("2026-03-27T12:00:00Z"), 2, chrono_tz::Europe::Lisbon);
        assert_eq!(lisbon, at("2026-03-29T22:59:59.999Z"), "a day that is an hour shorter");
    }

    #[test]
    fn refusals_come_in_their_order() {
        let awaited = Won::new(9_000).unwrap();
        let due = at("2026-03-08T14:59:59.999Z");
        let facts = |order_state| DepositFacts { order_state, expires_at: Some(due), awaited };
        let refused = |state| Err(DepositRefusal::InvalidOrderState(InvalidOrderState { state, asked: "PAY" }));
        let before = due - TimeDelta::milliseconds(1);
        for &state in OrderState::ALL {
            for amount in [0, -1, i64::MIN, i64::MAX, MAX_WON + 1] {
                let found = confirm_deposit(&facts(state), amount, due);
                assert_eq!(found, Err(DepositRefusal::InvalidAmount), "{amount} for {state}");
            }
            let expected = if state == OrderState::Normal { Ok(()) } else { refused(state) };
            assert_eq!(confirm_deposit(&facts(state), 9_000, before), expected, "{state}");
            assert_eq!(confirm_deposit(&facts(state), 1, due), refused(state), "{state}, at its end");
        }
        for actual in [8_999, 9_001] {
            let mismatch = Err(DepositRefusal::AmountMismatch { expected: awaited, actual });
            assert_eq!(confirm_deposit(&facts(OrderState::Normal), actual, before), mismatch, "{actual}");
        }
    }

    proptest! {
        #[test]
        fn it_is_due_on_its_day_and_not_a_moment_later(second in 0_i64..4_000_000_000, days in 0_i64..=30) {
            let now = DateTime::from_timestamp(second, 0).unwrap();
            let due = due_at(now, days, Seoul);
            let day = BusinessDay::of(now, Seoul).plus_days(days.unsigned_abs());
            prop_assert!(due > now);
            prop_assert_eq!(BusinessDay::of(due, Seoul), day);
            prop_assert_eq!(BusinessDay::of(due + TimeDelta::milliseconds(1), Seoul), day.next());
        }
    }
}
