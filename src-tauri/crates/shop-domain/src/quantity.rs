//! A number of units in a line: one to a million. A stock level is not a quantity: it may be 0.

use std::fmt;

use crate::limits::{MAX_QUANTITY, OutOfRange};

/// A number of units, 1 to [`MAX_QUANTITY`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(i64);

impl Quantity {
    /// A number of units.
    ///
    /// # Errors
    /// [`OutOfRange`] below 1 and above [`MAX_QUANTITY`].
    pub const fn new(units: i64) -> Result<Quantity, OutOfRange> {
        if units >= 1 && units <= MAX_QUANTITY { Ok(Quantity(units)) } else { Err(OutOfRange) }
    }

    /// The number of units.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_one_to_a_million() {
        for (units, fits) in [
            (i64::MIN, false),
            (-1, false),
            (0, false),
            (1, true),
            (MAX_QUANTITY, true),
            (MAX_QUANTITY + 1, false),
            (i64::MAX, false),
        ] {
            assert_eq!(Quantity::new(units).map(Quantity::get).ok(), fits.then_some(units));
        }
        assert_eq!(Quantity::new(3).unwrap().to_string(), "3");
    }
}
