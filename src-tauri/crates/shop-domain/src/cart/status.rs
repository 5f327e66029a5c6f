//! Whether a cart line can still be ordered, and if not, why; for the cart page. Placing an order checks the same
//! again.

use crate::cart::check::exceeds;
use crate::catalog::{OptionChoice, ProductState, is_for_sale};
use crate::code::coded;

coded! {
    /// Why a line cannot be ordered, in order of precedence; with the error codes of placing an order.
    LineProblem {
        /// The product or its option is no longer on sale.
        ProductNotFound => "PRODUCT_NOT_FOUND",
        /// The line has more units than the stock.
        InsufficientStock => "INSUFFICIENT_STOCK",
        /// The lines of the product have more units than one customer may still buy.
        ExceededLimitedQuantity => "EXCEEDED_LIMITED_QUANTITY",
    }
}

/// A cart line with facts about its product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineFacts {
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
    /// Units in the line.
    pub quantity: i64,
    /// Units in all of the user's lines of the product, this one included.
    pub in_cart: i64,
}

/// Why the line cannot be ordered; `None` if it can.
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
