//! Points: charges by customers and adjustments by admins. `order` decides payments and refunds.

use thiserror::Error;

use crate::code::coded;
use crate::limits::{CHARGE_MAX, CHARGE_MIN, MAX_WON};
use crate::money::Won;

coded! {
    /// Type of a transaction.
    TransactionType {
        /// The customer charged points.
        Charge => "CHARGE",
        /// An order was paid.
        Payment => "PAYMENT",
        /// A paid order was refunded.
        Refund => "REFUND",
        /// An admin corrected the balance, with a reason.
        Adjust => "ADJUST",
    }
}

/// A balance before and after, in won.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BalanceChange {
    /// Points before.
    pub before: Won,
    /// Points after.
    pub after: Won,
}

impl BalanceChange {
    /// The signed amount, as the ledger records it.
    #[must_use]
    pub const fn amount(self) -> i64 {
        self.after.get() - self.before.get()
    }
}

/// Why a charge or adjustment is refused, in order of precedence; always `INVALID_INPUT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum PointRefusal {
    /// The amount cannot be charged at once, or the adjustment is 0.
    #[error("amount out of range")]
    InvalidAmount,
    /// The balance would go below 0 or above the largest amount.
    #[error("the balance would leave its range")]
    BalanceOutOfRange,
}

/// Decides a charge of `amount` won, [`CHARGE_MIN`] to [`CHARGE_MAX`] at a time.
///
/// # Errors
/// [`PointRefusal`], in its order.
pub fn charge(balance: Won, amount: i64) -> Result<BalanceChange, PointRefusal> {
    if (CHARGE_MIN..=CHARGE_MAX).contains(&amount) { change(balance, amount) } else { Err(PointRefusal::InvalidAmount) }
}

/// Decides an adjustment by a signed `amount` of won; 0 is refused, because it would be an empty row of the ledger.
///
/// # Errors
/// [`PointRefusal`], in its order.
pub fn adjust(balance: Won, amount: i64) -> Result<BalanceChange, PointRefusal> {
    if amount != 0 && (-MAX_WON..=MAX_WON).contains(&amount) {
        change(balance, amount)
    } else {
        Err(PointRefusal::InvalidAmount)
    }
}

fn change(before: Won, amount: i64) -> Result<BalanceChange, PointRefusal> {
    match Won::new(before.get() + amount) {
        Ok(after) => Ok(BalanceChange { before, after }),
        Err(_) => Err(PointRefusal::BalanceOutOfRange),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PointRefusal::{BalanceOutOfRange, InvalidAmount};

    #[test]
    fn a_charge_is_a_thousand_to_ten_million_won() {
        for (balance, amount, expected) in [
            (0, 999, Err(InvalidAmount)),
            (0, 1_000, Ok(1_000)),
            (5, 10_000_000, Ok(10_000_005)),
            (0, 10_000_001, Err(InvalidAmount)),
            (0, -1_000, Err(InvalidAmount)),
            (0, i64::MAX, Err(InvalidAmount)),
            (MAX_WON, 1_000, Err(BalanceOutOfRange)),
        ] {
            let after = charge(Won::new(balance).unwrap(), amount).map(|done| done.after.get());
            assert_eq!(after, expected, "{amount} onto {balance}");
        }
    }

    #[test]
    fn an_adjustment_never_takes_more_than_there_is() {
        for (balance, amount, expected) in [
            (500, -500, Ok(0)),
            (500, -501, Err(BalanceOutOfRange)),
            (500, 1, Ok(501)),
            (500, 0, Err(InvalidAmount)),
            (500, i64::MIN, Err(InvalidAmount)),
            (1, MAX_WON, Err(BalanceOutOfRange)),
        ] {
            let after = adjust(Won::new(balance).unwrap(), amount).map(|done| done.after.get());
            assert_eq!(after, expected, "{amount} onto {balance}");
        }
        assert_eq!(adjust(Won::MAX, -7).unwrap().amount(), -7);
    }
}
