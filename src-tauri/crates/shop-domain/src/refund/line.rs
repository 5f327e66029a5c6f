//! The refund of a line: the parts of a line add up to its total to the won, in whatever steps its units are refunded.

use crate::limits::OutOfRange;
use crate::money::Won;
use crate::quantity::Quantity;

/// A line of an order, with what was refunded of it so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefundLine {
    /// The item of the order.
    pub item_id: i64,
    /// Units that were sold.
    pub quantity: Quantity,
    /// What was paid for them.
    pub total_amount: Won,
    /// Units that were refunded.
    pub cancelled: i64,
    /// What was refunded for them.
    pub refunded: Won,
}

impl RefundLine {
    /// Units that can still be refunded.
    #[must_use]
    pub const fn units_left(&self) -> i64 {
        self.quantity.get() - self.cancelled
    }
}

/// What `more` units of a line get back: ⌊total × (cancelled + more) ÷ quantity⌋ less what was refunded before. The last unit gets
/// what the earlier ones were rounded down by.
///
/// # Errors
/// [`OutOfRange`] for more units than are left, for fewer than none, and where more was refunded than the rule gives.
pub fn line_refund(line: &RefundLine, more: i64) -> Result<Won, OutOfRange> {
    let units = line.cancelled.checked_add(more).ok_or(OutOfRange)?;
    if more < 0 || line.cancelled < 0 || units > line.quantity.get() {
        return Err(OutOfRange);
    }
    // At most 10^12 × 10^6, which an i64 still holds.
    let share = line.total_amount.get().checked_mul(units).ok_or(OutOfRange)? / line.quantity.get();
    Won::new(share)?.checked_sub(line.refunded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::{MAX_QUANTITY, MAX_WON};
    use proptest::prelude::*;

    fn line(quantity: i64, total: i64, cancelled: i64, refunded: i64) -> RefundLine {
        RefundLine {
            item_id: 1,
            quantity: Quantity::new(quantity).unwrap(),
            total_amount: Won::new(total).unwrap(),
            cancelled,
            refunded: Won::new(refunded).unwrap(),
        }
    }

    #[test]
    fn units_get_back_their_share_rounded_down_and_the_last_ones_the_rest() {
        for (quantity, total, cancelled, refunded, more, expected) in [
            (3, 10_000, 0, 0, 1, Some(3_333)),
            (3, 10_000, 1, 3_333, 1, Some(3_333)),
            (3, 10_000, 2, 6_666, 1, Some(3_334)),
            (3, 10_000, 0, 0, 2, Some(6_666)),
            (3, 10_000, 0, 0, 3, Some(10_000)),
            (3, 10_000, 1, 3_333, 2, Some(6_667)),
            (3, 10_000, 0, 0, 0, Some(0)),
            (3, 2, 0, 0, 1, Some(0)),
            (3, 0, 0, 0, 3, Some(0)),
            (MAX_QUANTITY, MAX_WON, 0, 0, MAX_QUANTITY, Some(MAX_WON)),
            (MAX_QUANTITY, MAX_WON, MAX_QUANTITY - 1, MAX_WON - 1_000_000, 1, Some(1_000_000)),
            (3, 10_000, 0, 0, 4, None),
            (3, 10_000, 3, 10_000, 1, None),
            (3, 10_000, 0, 0, -1, None),
            (3, 10_000, 1, 3_333, i64::MAX, None),
            (3, 10_000, 1, 3_333, i64::MIN, None),
            (3, 10_000, 1, 9_000, 1, None),
        ] {
            let got = line_refund(&line(quantity, total, cancelled, refunded), more).ok().map(Won::get);
            assert_eq!(got, expected, "{more} more of {quantity} for {total} won, {cancelled} for {refunded} before");
        }
        assert_eq!(line(3, 1, 1, 0).units_left(), 2);
    }

    /// Refunds a line in these steps, and checks what has gone back after each of them.
    fn refund_in_steps(quantity: i64, total: i64, steps: &[i64]) {
        let mut one = line(quantity, total, 0, 0);
        for step in steps.iter().copied().chain([quantity]) {
            let more = step.min(one.units_left());
            let part = line_refund(&one, more).expect("units are left");
            one.refunded = one.refunded.checked_add(part).expect("no more than the total");
            one.cancelled += more;
            let exact = i128::from(total) * i128::from(one.cancelled);
            let refunded = i128::from(one.refunded.get()) * i128::from(quantity);
            assert!(
                refunded <= exact && exact - refunded < i128::from(quantity),
                "less than a won is held back: {one:?}"
            );
        }
        assert_eq!((one.cancelled, one.refunded.get()), (quantity, total), "the parts are the whole, in {steps:?}");
    }

    proptest! {
        #[test]
        fn the_parts_of_a_line_add_up_to_the_won(
            quantity in prop_oneof![1..=12_i64, 1..=MAX_QUANTITY],
            total in prop_oneof![0..=50_000_i64, 0..=MAX_WON],
            steps in proptest::collection::vec(prop_oneof![0..=4_i64, 0..=MAX_QUANTITY], 0..8),
        ) {
            refund_in_steps(quantity, total, &steps);
        }
    }
}
