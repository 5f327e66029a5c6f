//! Whether a line that lies in the cart can still be ordered, and if not, why. Ordering asks the same
//! questions again; this is what the cart page shows.

use crate::cart::check::exceeds;
use crate::catalog::{OptionChoice, ProductState, is_for_sale};
use crate::code::coded;

coded! {
    /// Why a line cannot be ordered, in order of precedence; the codes are those of the errors that an
    /// order would answer.
    LineProblem {
        /// The product or its option is no longer on sale.
        ProductNotFound => "PRODUCT_NOT_FOUND",
        /// The line holds more than there is.
        InsufficientStock => "INSUFFICIENT_STOCK",
        /// The product's lines hold more than one person may still buy.
        ExceededLimitedQuantity => "EXCEEDED_LIMITED_QUANTITY",
    }
}

/// What is known of a line in the cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineFacts {
    /// The product's state.
    pub product: ProductState,
    /// The option, held against the product.
    pub option: OptionChoice,
    /// Units in stock of this product and option.
    pub available: i64,
    /// Units a person may buy of the product, where that is limited.
    pub limited_quantity: Option<i64>,
    /// Units of the product the user has in `NORMAL` and `CONFIRMED` orders.
    pub already_bought: i64,
    /// Units in the line.
    pub quantity: i64,
    /// Units in all of the user's lines of the product, this one included.
    pub in_cart: i64,
}

/// Why the line cannot be ordered; `None` when it can.
#[must_use]
pub fn line_problem(facts: &LineFacts) -> Option<LineProblem> {
    let over = |limit| exceeds(limit, &[facts.already_bought, facts.in_cart]);
    if !is_for_sale(facts.product, facts.option) {
        Some(LineProblem::ProductNotFound)
    } else if facts.quantity > facts.available {
        Some(LineProblem::InsufficientStock)
    } else if facts.limited_quantity.is_some_and(over) {
        Some(LineProblem::ExceededLimitedQuantity)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_come_in_their_order() {
        let mut facts = LineFacts {
            product: ProductState::OutOfStock,
            option: OptionChoice::None,
            available: 1,
            limited_quantity: Some(3),
            already_bought: 2,
            quantity: 2,
            in_cart: 2,
        };
        assert_eq!(line_problem(&facts), Some(LineProblem::ProductNotFound));
        facts.product = ProductState::Normal;
        assert_eq!(line_problem(&facts), Some(LineProblem::InsufficientStock));
        facts.available = 2;
        assert_eq!(line_problem(&facts), Some(LineProblem::ExceededLimitedQuantity));
        facts.already_bought = 1;
        assert_eq!(line_problem(&facts), None, "exactly the limit is allowed");
        facts.limited_quantity = None;
        facts.already_bought = 99;
        assert_eq!(line_problem(&facts), None);
    }
}
