//! The lines of an order before and after discounts; `price` computes the discounts.

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
    /// Its option, if one was chosen.
    pub option_id: Option<OptionId>,
    /// Current price of a unit.
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
    /// Discount of all coupons.
    pub discount: Won,
    /// Amount to be paid.
    pub total: Won,
}

/// The lines of an order by line id, with amounts in range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLines {
    lines: Vec<LineTotal>,
    amount: Won,
}

impl OrderLines {
    /// Adds up lines in any order.
    ///
    /// # Errors
    /// [`OutOfRange`] if a line or the sum exceeds the largest amount.
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

    /// The lines by line id, without discounts.
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

/// Adds two parts of the amount of an order, which is in range.
pub(super) fn plus(sum: Won, part: Won) -> Won {
    sum.checked_add(part).expect("BUG: parts of an order are less than the whole")
}
