//! Adding and changing cart lines: checks of quantity, product, stock, limit and room, in that order. Stock is not
//! taken here; placing an order checks it again.

use thiserror::Error;

use crate::catalog::{OptionChoice, ProductState, is_for_sale};
use crate::ids::{OptionId, ProductId};
use crate::limits::MAX_CART_LINES;
use crate::quantity::Quantity;
use crate::stock::ShortLine;

/// Facts for the decision, read in the transaction that writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CartFacts {
    /// The product.
    pub product_id: ProductId,
    /// Its option, if one was chosen.
    pub option_id: Option<OptionId>,
    /// The product's state.
    pub product: ProductState,
    /// The chosen option, checked against the product.
    pub option: OptionChoice,
    /// Units in stock of this product and option.
    pub available: i64,
    /// Units of the product that one customer may buy, if limited.
    pub limited_quantity: Option<i64>,
    /// Units of the product in the `NORMAL` and `CONFIRMED` orders of the user.
    pub already_bought: i64,
    /// Units in this line now; 0 for a new line.
    pub in_line: i64,
    /// Units in the user's other lines of the same product.
    pub in_other_lines: i64,
    /// The user's other lines, of any product.
    pub other_lines: usize,
    /// Units to add, or the new quantity of the line.
    pub requested: i64,
}

/// Details of `EXCEEDED_LIMITED_QUANTITY`, in units of the product over all its options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitExceeded {
    /// Units that one customer may buy.
    pub limited_quantity: i64,
    /// Units that the user has bought.
    pub already_bought: i64,
    /// Units in the cart before this request.
    pub in_cart: i64,
    /// Units of this request.
    pub requested: i64,
}

/// Why a change is refused, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CartRefusal {
    /// `INVALID_INPUT`: not a quantity.
    #[error("quantity out of range")]
    InvalidQuantity,
    /// `PRODUCT_NOT_FOUND`: the product or its option is not on sale.
    #[error("product not on sale")]
    ProductNotFound,
    /// `INSUFFICIENT_STOCK`: the line would have more units than the stock.
    #[error("insufficient stock")]
    InsufficientStock(ShortLine),
    /// `EXCEEDED_LIMITED_QUANTITY`: more than one customer may buy.
    #[error("limit exceeded")]
    LimitExceeded(LimitExceeded),
    /// `INVALID_INPUT`: the cart already holds 100 other lines.
    #[error("cart is full")]
    CartFull,
}

/// The result of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineChange {
    /// The line is removed.
    Remove,
    /// The new quantity of the line.
    Set(Quantity),
}

/// Decides the quantity of a line after `requested` units are added.
///
/// # Errors
/// [`CartRefusal`], in its order.
pub fn add_line(facts: &CartFacts) -> Result<Quantity, CartRefusal> {
    let requested = Quantity::new(facts.requested).map_err(|_| CartRefusal::InvalidQuantity)?;
    check_line(facts, requested.get().saturating_add(facts.in_line))
}

/// Decides a change of the quantity of a line to `requested`; 0 removes it in any state of the product.
///
/// # Errors
/// [`CartRefusal`], in its order.
pub fn change_line(facts: &CartFacts) -> Result<LineChange, CartRefusal> {
    if facts.requested == 0 {
        return Ok(LineChange::Remove);
    }
    let requested = Quantity::new(facts.requested).map_err(|_| CartRefusal::InvalidQuantity)?;
    check_line(facts, requested.get()).map(LineChange::Set)
}

fn check_line(facts: &CartFacts, wanted: i64) -> Result<Quantity, CartRefusal> {
    if !is_for_sale(facts.product, facts.option) {
        return Err(CartRefusal::ProductNotFound);
    }
    if wanted > facts.available {
        return Err(CartRefusal::InsufficientStock(ShortLine {
            product_id: facts.product_id,
            option_id: facts.option_id,
            requested: wanted,
            available: facts.available,
        }));
    }
    if let Some(limited_quantity) = facts.limited_quantity
        && exceeds(limited_quantity, &[facts.already_bought, facts.in_other_lines, wanted])
    {
        return Err(CartRefusal::LimitExceeded(LimitExceeded {
            limited_quantity,
            already_bought: facts.already_bought,
            in_cart: facts.in_line.saturating_add(facts.in_other_lines),
            requested: facts.requested,
        }));
    }
    if facts.other_lines >= MAX_CART_LINES {
        return Err(CartRefusal::CartFull);
    }
    // Checked last: only the sum of both can be out of range, each alone is a quantity.
    Quantity::new(wanted).map_err(|_| CartRefusal::InvalidQuantity)
}

/// Whether the sum of the units exceeds the limit.
pub(crate) fn exceeds(limit: i64, units: &[i64]) -> bool {
    units.iter().fold(0, |sum: i64, units| sum.saturating_add(*units)) > limit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::OptionState;

    const FACTS: CartFacts = CartFacts {
        product_id: 1,
        option_id: None,
        product: ProductState::Normal,
        option: OptionChoice::None,
        available: 10,
        limited_quantity: None,
        already_bought: 0,
        in_line: 0,
        in_other_lines: 0,
        other_lines: 0,
        requested: 1,
    };

    fn limit(limited_quantity: i64) -> CartFacts {
        CartFacts { limited_quantity: Some(limited_quantity), ..FACTS }
    }

    #[test]
    fn adding_adds_up_and_stops_at_the_stock() {
        for (in_line, requested, expected) in [(0, 1, Some(1)), (4, 6, Some(10)), (4, 7, None)] {
            let facts = CartFacts { in_line, requested, ..FACTS };
            assert_eq!(add_line(&facts).map(Quantity::get).ok(), expected, "{in_line} + {requested}");
        }
        let short = add_line(&CartFacts { in_line: 4, requested: 7, ..FACTS });
        let line = ShortLine { product_id: 1, option_id: None, requested: 11, available: 10 };
        assert_eq!(short, Err(CartRefusal::InsufficientStock(line)));
    }

    #[test]
    fn a_quantity_is_at_least_one() {
        for requested in [0, -1, i64::MIN, i64::MAX, 1_000_001] {
            let refused = add_line(&CartFacts { requested, ..FACTS });
            assert_eq!(refused, Err(CartRefusal::InvalidQuantity), "{requested}");
        }
        let refused = change_line(&CartFacts { requested: -1, ..FACTS });
        assert_eq!(refused, Err(CartRefusal::InvalidQuantity));
        let overfull = CartFacts { in_line: 1_000_000, available: i64::MAX, ..FACTS };
        assert_eq!(add_line(&overfull), Err(CartRefusal::InvalidQuantity), "together too many");
    }

    #[test]
    fn a_limit_counts_other_options_and_what_was_bought() {
        for (bought, others, in_line, requested, fits) in [
            (0, 0, 0, 3, true),
            (0, 0, 0, 4, false),
            (1, 1, 0, 1, true),
            (1, 1, 0, 2, false),
            (0, 1, 1, 1, true),
            (0, 1, 1, 2, false),
            (3, 0, 0, 1, false),
            (i64::MAX, i64::MAX, 0, 1, false),
        ] {
            let facts = CartFacts { already_bought: bought, in_other_lines: others, in_line, requested, ..limit(3) };
            assert_eq!(add_line(&facts).is_ok(), fits, "{facts:?}");
        }
        let refused = add_line(&CartFacts { already_bought: 1, in_other_lines: 1, in_line: 1, ..limit(3) });
        let details = LimitExceeded { limited_quantity: 3, already_bought: 1, in_cart: 2, requested: 1 };
        assert_eq!(refused, Err(CartRefusal::LimitExceeded(details)));
    }

    #[test]
    fn a_change_replaces_and_zero_removes() {
        let facts = CartFacts { in_line: 9, requested: 10, ..limit(10) };
        assert_eq!(change_line(&facts), Ok(LineChange::Set(Quantity::new(10).unwrap())));
        let gone = CartFacts { product: ProductState::Deleted, requested: 0, ..FACTS };
        assert_eq!(change_line(&gone), Ok(LineChange::Remove), "what is gone can be taken out");
    }

    #[test]
    fn the_hundredth_line_fits_and_the_next_does_not() {
        assert!(add_line(&CartFacts { other_lines: 99, ..FACTS }).is_ok());
        let refused = add_line(&CartFacts { other_lines: 100, ..FACTS });
        assert_eq!(refused, Err(CartRefusal::CartFull));
    }

    #[test]
    fn refusals_come_in_their_order() {
        let mut facts = CartFacts {
            product: ProductState::Discontinued,
            option: OptionChoice::Chosen(OptionState::Deleted),
            available: 0,
            limited_quantity: Some(0),
            other_lines: 100,
            requested: 0,
            ..FACTS
        };
        assert_eq!(add_line(&facts), Err(CartRefusal::InvalidQuantity));
        facts.requested = 1;
        assert_eq!(add_line(&facts), Err(CartRefusal::ProductNotFound));
        facts.product = ProductState::Normal;
        assert_eq!(add_line(&facts), Err(CartRefusal::ProductNotFound), "the option is gone too");
        facts.option = OptionChoice::None;
        assert!(matches!(add_line(&facts), Err(CartRefusal::InsufficientStock(_))));
        facts.available = 1;
        assert!(matches!(add_line(&facts), Err(CartRefusal::LimitExceeded(_))));
        facts.limited_quantity = None;
        assert_eq!(add_line(&facts), Err(CartRefusal::CartFull));
        facts.other_lines = 0;
        assert!(add_line(&facts).is_ok());
    }
}
