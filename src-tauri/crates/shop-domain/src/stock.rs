//! Stock: adjustments by an admin, and the details of a shortage. Taking and giving back are conditional updates in the
//! database and have no other rule.

use thiserror::Error;

use crate::code::coded;
use crate::ids::{OptionId, ProductId};
use crate::limits::{MAX_QUANTITY, MAX_STOCK};

coded! {
    /// Type of an adjustment.
    AdjustmentType {
        /// Adds units.
        Increase => "INCREASE",
        /// Removes units.
        Decrease => "DECREASE",
        /// Sets the counted level.
        Set => "SET",
    }
}

coded! {
    /// Type of a stock movement.
    MovementType {
        /// An order took the units.
        Sale => "SALE",
        /// A cancelled, expired, failed or refunded order gave them back.
        Restore => "RESTORE",
        /// An admin added units.
        Increase => "INCREASE",
        /// An admin removed units.
        Decrease => "DECREASE",
        /// An admin set the counted level.
        Set => "SET",
    }
}

impl AdjustmentType {
    /// Whether the quantity is valid: 1 to a million, or 0 to [`MAX_STOCK`] for a count.
    #[must_use]
    pub fn allows(self, quantity: i64) -> bool {
        match self {
            Self::Set => (0..=MAX_STOCK).contains(&quantity),
            Self::Increase | Self::Decrease => (1..=MAX_QUANTITY).contains(&quantity),
        }
    }

    /// The type of the movement that records it.
    #[must_use]
    pub const fn movement(self) -> MovementType {
        match self {
            Self::Increase => MovementType::Increase,
            Self::Decrease => MovementType::Decrease,
            Self::Set => MovementType::Set,
        }
    }
}

/// The level before and after an adjustment, in units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Adjustment {
    /// Units before.
    pub before: i64,
    /// Units after, 0 to [`MAX_STOCK`].
    pub after: i64,
}

impl Adjustment {
    /// The signed change, as the movement records it.
    #[must_use]
    pub const fn change(self) -> i64 {
        self.after - self.before
    }
}

/// Why an adjustment is refused, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum AdjustmentRefusal {
    /// `INVALID_INPUT`: not 1 to a million units (0 to [`MAX_STOCK`] for a count).
    #[error("quantity out of range")]
    InvalidQuantity,
    /// `CONFLICT`: the level is not the one that was seen.
    #[error("the stock level has changed since it was seen")]
    LevelMoved,
    /// `INVALID_STOCK_ADJUSTMENT`: the level would go below 0, or above [`MAX_STOCK`].
    #[error("the stock level would leave its range")]
    LevelOutOfRange,
}

/// Decides an adjustment of a level of `before` units.
///
/// # Errors
/// [`AdjustmentRefusal`], in its order.
pub fn adjust(before: i64, kind: AdjustmentType, quantity: i64) -> Result<Adjustment, AdjustmentRefusal> {
    if !kind.allows(quantity) {
        return Err(AdjustmentRefusal::InvalidQuantity);
    }
    let after = match kind {
        AdjustmentType::Increase => before.saturating_add(quantity),
        AdjustmentType::Decrease => before.saturating_sub(quantity),
        AdjustmentType::Set => quantity,
    };
    if (0..=MAX_STOCK).contains(&after) {
        Ok(Adjustment { before, after })
    } else {
        Err(AdjustmentRefusal::LevelOutOfRange)
    }
}

/// Decides an adjustment that was made with `seen` units in view; `None` compares nothing.
///
/// # Errors
/// [`AdjustmentRefusal`], in its order.
pub fn adjust_seen(
    before: i64,
    seen: Option<i64>,
    kind: AdjustmentType,
    quantity: i64,
) -> Result<Adjustment, AdjustmentRefusal> {
    if kind.allows(quantity) && seen.is_some_and(|seen| seen != before) {
        return Err(AdjustmentRefusal::LevelMoved);
    }
    adjust(before, kind, quantity)
}

coded! {
    /// What becomes of the stock of a product itself when it gets its first option.
    OwnStock {
        /// It becomes stock of the option.
        Move => "MOVE",
        /// It is written off.
        WriteOff => "WRITE_OFF",
    }
}

/// How the stock of a product itself ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnStockEnd {
    /// The level of the product.
    pub own: Adjustment,
    /// The level of the option, where the stock is moved to it.
    pub option: Option<Adjustment>,
}

/// Decides what becomes of the `own` units of a product when an option with `of_option` units is its first; `None` where the
/// product has none.
///
/// # Errors
/// [`AdjustmentRefusal::LevelOutOfRange`] for more units than an option can have.
pub fn end_own_stock(own: i64, of_option: i64, choice: OwnStock) -> Result<Option<OwnStockEnd>, AdjustmentRefusal> {
    if own == 0 {
        return Ok(None);
    }
    let after = of_option.saturating_add(own);
    let option = (choice == OwnStock::Move).then_some(Adjustment { before: of_option, after });
    if option.is_some() && after > MAX_STOCK {
        return Err(AdjustmentRefusal::LevelOutOfRange);
    }
    Ok(Some(OwnStockEnd { own: Adjustment { before: own, after: 0 }, option }))
}

/// An entry in the details of `INSUFFICIENT_STOCK`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShortLine {
    /// The product.
    pub product_id: ProductId,
    /// Its option, if one was chosen.
    pub option_id: Option<OptionId>,
    /// Units asked for.
    pub requested: i64,
    /// Units available.
    pub available: i64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use AdjustmentRefusal::{InvalidQuantity, LevelMoved, LevelOutOfRange};
    use AdjustmentType::{Decrease, Increase, Set};

    #[test]
    fn an_adjustment_never_leaves_the_range_of_a_level() {
        for (before, kind, quantity, expected) in [
            (7, Increase, 3, Ok(10)),
            (7, Decrease, 7, Ok(0)),
            (7, Decrease, 8, Err(LevelOutOfRange)),
            (7, Set, 0, Ok(0)),
            (7, Set, MAX_STOCK, Ok(MAX_STOCK)),
            (7, Set, MAX_STOCK + 1, Err(InvalidQuantity)),
            (7, Set, -1, Err(InvalidQuantity)),
            (7, Increase, 0, Err(InvalidQuantity)),
            (7, Decrease, -1, Err(InvalidQuantity)),
            (7, Increase, MAX_QUANTITY + 1, Err(InvalidQuantity)),
            (0, Decrease, i64::MAX, Err(InvalidQuantity)),
            (MAX_STOCK, Increase, 1, Err(LevelOutOfRange)),
        ] {
            let after = adjust(before, kind, quantity).map(|done| done.after);
            assert_eq!(after, expected, "{kind} {quantity} at {before}");
        }
    }

    #[test]
    fn a_level_that_moved_since_it_was_seen_is_not_set() {
        for (before, seen, quantity, expected) in [
            (7, None, 5, Ok(5)),
            (7, Some(7), 5, Ok(5)),
            (7, Some(8), 5, Err(LevelMoved)),
            (7, Some(8), 7, Err(LevelMoved)),
            (7, Some(8), -1, Err(InvalidQuantity)),
            (0, Some(1), 0, Err(LevelMoved)),
        ] {
            let after = adjust_seen(before, seen, Set, quantity).map(|done| done.after);
            assert_eq!(after, expected, "set {quantity} at {before}, seen {seen:?}");
        }
    }

    #[test]
    fn no_unit_of_a_product_is_lost_unsaid_when_it_gets_options() {
        for (own, of_option, choice, expected) in [
            (0, 3, OwnStock::Move, Ok(None)),
            (0, 3, OwnStock::WriteOff, Ok(None)),
            (12, 3, OwnStock::Move, Ok(Some((-12, Some(12))))),
            (12, 0, OwnStock::WriteOff, Ok(Some((-12, None)))),
            (MAX_STOCK, 0, OwnStock::Move, Ok(Some((-MAX_STOCK, Some(MAX_STOCK))))),
            (MAX_STOCK, 1, OwnStock::Move, Err(LevelOutOfRange)),
            (MAX_STOCK, 1, OwnStock::WriteOff, Ok(Some((-MAX_STOCK, None)))),
        ] {
            let changes = |end: OwnStockEnd| (end.own.change(), end.option.map(Adjustment::change));
            let ended = end_own_stock(own, of_option, choice).map(|end| end.map(changes));
            assert_eq!(ended, expected, "{choice} {own} to {of_option}");
        }
    }

    #[test]
    fn the_change_is_signed() {
        assert_eq!(adjust(7, Decrease, 3).unwrap().change(), -3);
        assert_eq!(adjust(7, Set, 9).unwrap().change(), 2);
    }

    #[test]
    fn codes_are_read_as_they_are_written() {
        for kind in MovementType::ALL {
            assert_eq!(MovementType::parse(kind.as_str()), Ok(*kind));
        }
        for kind in AdjustmentType::ALL {
            assert_eq!(kind.movement().as_str(), kind.as_str(), "an adjustment is recorded under its own name");
        }
        assert!(AdjustmentType::parse("increase").is_err());
        assert_eq!(Set.to_string(), "SET");
    }
}
