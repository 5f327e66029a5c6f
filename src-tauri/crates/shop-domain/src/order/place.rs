//! Placing an order: all decisions are made here, and the use case writes the plan. Units are summed per product for
//! limits, and per option for stock, before they are checked: lines that pass one by one can exceed a limit together.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use thiserror::Error;

use crate::cart::{LimitExceeded, exceeds};
use crate::catalog::{OptionChoice, ProductState, is_for_sale};
use crate::coupon::{CouponRefusal, OrderLines, OwnedCoupon, PricedLine, PricedOrder, price_order};
use crate::ids::{OptionId, ProductId};
use crate::money::Won;
use crate::order::state::OrderState;
use crate::shipping::{Destination, Fee, ShippingRules, shipping_fee};
use crate::stock::ShortLine;

/// A chosen cart line with facts about its product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceLine {
    /// The line at the current price.
    pub line: PricedLine,
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
}

/// Facts for the decision, read in the transaction that writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceFacts {
    /// The chosen lines.
    pub lines: Vec<PlaceLine>,
    /// The coupons in the order given; an unknown one is [`OwnedCoupon::unknown`].
    pub coupons: Vec<OwnedCoupon>,
    /// The shop's rules of the shipping fee.
    pub shipping: ShippingRules,
    /// Where the order goes.
    pub destination: Destination,
    /// The total that the client showed, if it was sent.
    pub expected_total: Option<i64>,
    /// Time for payment.
    pub expires_after: TimeDelta,
    /// The instant of the order.
    pub now: DateTime<Utc>,
}

/// The order to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderPlan {
    /// Lines, coupons used, amounts of the goods.
    pub priced: PricedOrder,
    /// The shipping fee, which no coupon changes.
    pub fee: Fee,
    /// The amount to be paid: the goods less the discount, and the fee.
    pub total_amount: Won,
    /// `NORMAL`, or `CONFIRMED` if there is nothing to pay.
    pub state: OrderState,
    /// The instant at which it expires; `None` if there is nothing to pay.
    pub expires_at: Option<DateTime<Utc>>,
}

impl OrderPlan {
    /// Whether there is nothing to pay, so that a payment of 0 is written with the order.
    #[must_use]
    pub fn is_confirmed_at_once(&self) -> bool {
        self.state == OrderState::Confirmed
    }
}

/// Why an order is refused, in order of precedence.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PlaceRefusal {
    /// `CART_EMPTY`: no line was chosen.
    #[error("no lines")]
    CartEmpty,
    /// `PRODUCT_NOT_FOUND`: a product or its option is no longer on sale.
    #[error("product {product_id} not on sale")]
    ProductNotFound {
        /// The product of the first such line.
        product_id: ProductId,
    },
    /// `EXCEEDED_LIMITED_QUANTITY`: more of a product than one customer may have.
    #[error("limit of product {product_id} exceeded")]
    LimitExceeded {
        /// The lowest id among such products.
        product_id: ProductId,
        /// The numbers of units.
        details: LimitExceeded,
    },
    /// `INSUFFICIENT_STOCK`: all lines with too little stock.
    #[error("insufficient stock")]
    InsufficientStock(Vec<ShortLine>),
    /// `INVALID_INPUT`: the amount exceeds the bound of an order. Checked before the coupons, which need the amounts, and for
    /// the sum with the fee after them.
    #[error("amounts out of range")]
    AmountOutOfRange,
    /// `INVALID_COUPON`: the first coupon, in the order given, that does not apply.
    #[error(transparent)]
    Coupon(CouponRefusal),
    /// `AMOUNT_MISMATCH`: the client showed another total.
    #[error("amount mismatch: expected {expected}, got {actual}")]
    AmountMismatch {
        /// The order's total.
        expected: Won,
        /// What the client showed, in won.
        actual: i64,
    },
}

/// Decides an order.
///
/// # Errors
/// [`PlaceRefusal`], in its order.
pub fn plan_order(facts: &PlaceFacts) -> Result<OrderPlan, PlaceRefusal> {
    if facts.lines.is_empty() {
        return Err(PlaceRefusal::CartEmpty);
    }
    check_products(&facts.lines)?;
    check_limits(&facts.lines)?;
    check_stock(&facts.lines)?;
    let priced_lines = facts.lines.iter().map(|line| line.line).collect();
    let lines = OrderLines::new(priced_lines).map_err(|_| PlaceRefusal::AmountOutOfRange)?;
    let priced = price_order(&lines, &facts.coupons, facts.now).map_err(PlaceRefusal::Coupon)?;
    let goods = priced.total_amount;
    let fee = shipping_fee(&facts.shipping, facts.destination, goods).map_err(|_| PlaceRefusal::AmountOutOfRange)?;
    let total_amount = goods.checked_add(fee.amount).map_err(|_| PlaceRefusal::AmountOutOfRange)?;
    check_expected_total(facts.expected_total, total_amount)?;
    let is_free = total_amount.is_zero();
    Ok(OrderPlan {
        priced,
        fee,
        total_amount,
        state: if is_free { OrderState::Confirmed } else { OrderState::Normal },
        expires_at: (!is_free).then(|| facts.now + facts.expires_after),
    })
}

fn check_products(lines: &[PlaceLine]) -> Result<(), PlaceRefusal> {
    match lines.iter().find(|line| !is_for_sale(line.product, line.option)) {
        Some(gone) => Err(PlaceRefusal::ProductNotFound { product_id: gone.line.product_id }),
        None => Ok(()),
    }
}

fn check_limits(lines: &[PlaceLine]) -> Result<(), PlaceRefusal> {
    let mut products: BTreeMap<ProductId, (&PlaceLine, i64)> = BTreeMap::new();
    for line in lines {
        let (_, units) = products.entry(line.line.product_id).or_insert((line, 0));
        *units = units.saturating_add(line.line.quantity.get());
    }
    for (product_id, (line, units)) in products {
        if let Some(limited_quantity) = line.limited_quantity
            && exceeds(limited_quantity, &[line.already_bought, units])
        {
            let details = LimitExceeded {
                limited_quantity,
                already_bought: line.already_bought,
                in_cart: units,
                requested: units,
            };
            return Err(PlaceRefusal::LimitExceeded { product_id, details });
        }
    }
    Ok(())
}

fn check_stock(lines: &[PlaceLine]) -> Result<(), PlaceRefusal> {
    let mut wanted: BTreeMap<(ProductId, Option<OptionId>), ShortLine> = BTreeMap::new();
    for PlaceLine { line, available, .. } in lines {
        let sum = wanted.entry((line.product_id, line.option_id)).or_insert(ShortLine {
            product_id: line.product_id,
            option_id: line.option_id,
            requested: 0,
            available: *available,
        });
        sum.requested = sum.requested.saturating_add(line.quantity.get());
    }
    let short: Vec<ShortLine> = wanted.into_values().filter(|sum| sum.requested > sum.available).collect();
    if short.is_empty() { Ok(()) } else { Err(PlaceRefusal::InsufficientStock(short)) }
}

fn check_expected_total(shown: Option<i64>, total: Won) -> Result<(), PlaceRefusal> {
    match shown {
        Some(shown) if shown != total.get() => Err(PlaceRefusal::AmountMismatch { expected: total, actual: shown }),
        _ => Ok(()),
    }
}
