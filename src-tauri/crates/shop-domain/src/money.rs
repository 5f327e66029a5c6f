//! Money: whole won within a range, and per cent. An operation that would leave the range returns an error; nothing
//! wraps, panics or uses fractions of a won.

use std::fmt;

use crate::limits::{COUPON_RATE, MAX_WON, OutOfRange};
use crate::quantity::Quantity;

/// An amount in Korean won, 0 to [`MAX_WON`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Won(i64);

impl Won {
    /// No money.
    pub const ZERO: Won = Won(0);
    /// The largest amount.
    pub const MAX: Won = Won(MAX_WON);

    /// An amount of won.
    ///
    /// # Errors
    /// [`OutOfRange`] below 0 and above [`MAX_WON`].
    pub const fn new(won: i64) -> Result<Won, OutOfRange> {
        if won >= 0 && won <= MAX_WON { Ok(Won(won)) } else { Err(OutOfRange) }
    }

    /// The amount as a number of won.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Whether the amount is 0.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum.
    ///
    /// # Errors
    /// [`OutOfRange`] above [`MAX_WON`].
    pub const fn checked_add(self, other: Won) -> Result<Won, OutOfRange> {
        // Two amounts in range cannot overflow an i64.
        Won::new(self.0 + other.0)
    }

    /// The difference.
    ///
    /// # Errors
    /// [`OutOfRange`] below 0.
    pub const fn checked_sub(self, other: Won) -> Result<Won, OutOfRange> {
        Won::new(self.0 - other.0)
    }

    /// The price of `quantity` units at this price.
    ///
    /// # Errors
    /// [`OutOfRange`] above [`MAX_WON`].
    pub const fn checked_mul(self, quantity: Quantity) -> Result<Won, OutOfRange> {
        // At most 10^12 × 10^6, which an i64 still holds.
        Won::new(self.0 * quantity.get())
    }

    /// That percentage of the amount, rounded down to the won.
    #[must_use]
    pub const fn percent(self, rate: Percent) -> Won {
        Won(self.0 * rate.0 / 100)
    }

    /// The difference, or 0 if `part` is larger.
    #[must_use]
    pub const fn saturating_sub(self, part: Won) -> Won {
        if part.0 >= self.0 { Won::ZERO } else { Won(self.0 - part.0) }
    }
}

impl fmt::Display for Won {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A rate in per cent, 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i64);

impl Percent {
    /// A rate.
    ///
    /// # Errors
    /// [`OutOfRange`] below 1 and above 100.
    pub const fn new(percent: i64) -> Result<Percent, OutOfRange> {
        if percent >= *COUPON_RATE.start() && percent <= *COUPON_RATE.end() {
            Ok(Percent(percent))
        } else {
            Err(OutOfRange)
        }
    }

    /// The rate as a number of per cent.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn won(amount: i64) -> Won {
        Won::new(amount).unwrap()
    }

    #[test]
    fn an_amount_lies_between_nothing_and_the_maximum() {
        for (amount, fits) in
            [(i64::MIN, false), (-1, false), (0, true), (MAX_WON, true), (MAX_WON + 1, false), (i64::MAX, false)]
        {
            assert_eq!(Won::new(amount).is_ok(), fits, "{amount} won");
        }
    }

    #[test]
    fn sums_differences_and_products_never_leave_the_range() {
        assert_eq!(won(1).checked_add(won(2)), Ok(won(3)));
        assert_eq!(Won::MAX.checked_add(won(1)), Err(OutOfRange));
        assert_eq!(won(3).checked_sub(won(3)), Ok(Won::ZERO));
        assert_eq!(won(2).checked_sub(won(3)), Err(OutOfRange));
        assert_eq!(won(2).saturating_sub(won(3)), Won::ZERO);
        assert_eq!(won(5).saturating_sub(won(3)), won(2));
        let most = Quantity::new(1_000_000).unwrap();
        assert_eq!(won(1_000_000).checked_mul(most), Ok(Won::MAX));
        assert_eq!(won(1_000_001).checked_mul(most), Err(OutOfRange));
        assert_eq!(Won::MAX.checked_mul(most), Err(OutOfRange));
        assert!(Won::ZERO.is_zero() && !won(1).is_zero());
        assert_eq!(won(1_200).to_string(), "1200");
    }

    #[test]
    fn a_rate_rounds_down_to_the_won() {
        for (amount, rate, part) in
            [(10_000, 10, 1_000), (999, 10, 99), (9, 10, 0), (4_020, 10, 402), (101, 99, 99), (MAX_WON, 100, MAX_WON)]
        {
            let rate = Percent::new(rate).unwrap();
            assert_eq!(won(amount).percent(rate), won(part), "{rate:?} of {amount}");
        }
    }

    #[test]
    fn a_rate_is_one_to_a_hundred_per_cent() {
        for (percent, fits) in [(0, false), (1, true), (100, true), (101, false), (-5, false)] {
            assert_eq!(Percent::new(percent).is_ok(), fits, "{percent} %");
        }
        assert_eq!(Percent::new(7).map(Percent::get), Ok(7));
    }
}
