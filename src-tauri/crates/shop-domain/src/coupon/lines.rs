//! The lines of an order before and after its discounts. What the discounts are is `price`'s affair.

use std::collections::BTreeMap;

use crate::ids::{CartItemId, OptionId, ProductId};
use crate::limits::OutOfRange;
use crate::money::Won;
use crate::quantity::Quantity;

/// A line to be priced; line ids differ from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PricedLine {
    /// The cart line.
    pub line_id: CartItemId,
    /// Its product.
    pub product_id: ProductId,
    /// Its option, where one was chosen.
    pub option_id: Option<OptionId>,
    /// The price of a unit, now.
    pub price: Won,
    /// Units.
    pub quantity: Quantity,
}

/// A line with its share of the discounts: `total = price × quantity − discount`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineTotal {
    /// The line.
    pub line: PricedLine,
    /// `price × quantity`.
    pub amount: Won,
    /// What all coupons together take off the line.
    pub discount: Won,
    /// What is left to pay for the line.
    pub total: Won,
}

/// The lines of an order, by line id, whose amounts are known to be in range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLines {
    lines: Vec<LineTotal>,
    amount: Won,
}

impl OrderLines {
    /// Takes lines in any order and adds them up.
    ///
    /// # Errors
    /// [`OutOfRange`] when a line or the sum is more than one amount may be.
    pub fn new(lines: Vec<PricedLine>) -> Result<OrderLines, OutOfRange> {
        let mut totals = Vec::with_capacity(lines.len());
        let mut sum = Won::ZERO;
        for line in lines {
            let amount = line.price.checked_mul(line.quantity)?;
            sum = sum.checked_add(amount)?;
            totals.push(LineTotal { line, amount, discount: Won::ZERO, total: amount });
        }
        totals.sort_by_key(|total| total.line.line_id);
        Ok(OrderLines { lines: totals, amount: sum })
    }

    /// The amount before discounts.
    #[must_use]
    pub const fn amount(&self) -> Won {
        self.amount
    }

    /// The lines by line id, nothing taken off yet.
    pub(super) fn totals(&self) -> &[LineTotal] {
        &self.lines
    }

    /// The amount of each product over all its lines.
    pub(super) fn product_amounts(&self) -> BTreeMap<ProductId, Won> {
        let mut amounts = BTreeMap::new();
        for total in &self.lines {
            let sum = amounts.entry(total.line.product_id).or_insert(Won::ZERO);
            *sum = plus(*sum, total.amount);
        }
        amounts
    }
}

/// Adds parts of an order's amount, which [`OrderLines`] has proven to fit.
pub(super) fn plus(sum: Won, part: Won) -> Won {
    sum.checked_add(part).expect("BUG: parts of an order are less than the whole")
}
