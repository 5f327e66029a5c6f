//! The price of an order: `CART_ITEM` coupons first, each on the lines of its product, then `CART` coupons in the order
//! given, each on the remaining amount. A quote and an order use the same function, so that a page cannot show a price
//! that the order refuses.
//!
//! A `CART_ITEM` coupon for several products of the order applies to one of them: the one with the largest discount
//! (ties: lower id) among those without an earlier item coupon. Its discount is spread over the lines of that product,
//! and the first of these lines represents the product.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::coupon::lines::{LineTotal, OrderLines, PricedLine, plus};
use crate::coupon::prorate::prorate;
use crate::coupon::types::{CouponKind, CouponReason, OwnedCoupon};
use crate::coupon::usable::check_usable;
use crate::ids::{CartItemId, ProductId, UserCouponId};
use crate::limits::MAX_CART_COUPONS;
use crate::money::Won;

/// A coupon with its discount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AppliedCoupon {
    /// The coupon.
    pub user_coupon_id: UserCouponId,
    /// For a `CART_ITEM` coupon, the first line of the product it applies to.
    pub line_id: Option<CartItemId>,
    /// Discount, more than 0.
    pub discount: Won,
}

/// Amounts of an order: `total_amount = amount − discount_amount`, and both are sums over the lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PricedOrder {
    /// The lines, by line id.
    pub lines: Vec<LineTotal>,
    /// The coupons, in the order in which they were applied.
    pub coupons: Vec<AppliedCoupon>,
    /// Amount before discounts.
    pub amount: Won,
    /// Discount.
    pub discount_amount: Won,
    /// Amount to be paid.
    pub total_amount: Won,
}

/// The refused coupon and the reason; details of `INVALID_COUPON`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("coupon {user_coupon_id} refused: {reason}")]
pub struct CouponRefusal {
    /// The coupon.
    pub user_coupon_id: UserCouponId,
    /// The reason.
    pub reason: CouponReason,
}

/// The price with every coupon that applies, and the coupons that do not, in the order given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The amounts.
    pub order: PricedOrder,
    /// The coupons left out.
    pub refused: Vec<CouponRefusal>,
}

/// Prices an order with all the coupons given.
///
/// # Errors
/// The first coupon, in the order given, that does not apply.
pub fn price_order(
    lines: &OrderLines,
    coupons: &[OwnedCoupon],
    now: DateTime<Utc>,
) -> Result<PricedOrder, CouponRefusal> {
    let Quote { order, refused } = quote(lines, coupons, now);
    refused.first().copied().map_or(Ok(order), Err)
}

/// Prices an order with those of the coupons that apply. A coupon that cannot be used counts towards no limit; a `CART`
/// coupon counts as one of the two even if nothing is left to discount.
#[must_use]
pub fn quote(lines: &OrderLines, coupons: &[OwnedCoupon], now: DateTime<Utc>) -> Quote {
    let mut outcomes = admit(lines.amount(), coupons, now);
    let mut pricing = Pricing::of(lines);
    for kind in [CouponKind::CartItem, CouponKind::Cart] {
        for (coupon, outcome) in coupons.iter().zip(&mut outcomes) {
            if coupon.kind == kind && outcome.is_ok() {
                *outcome = pricing.apply(coupon);
            }
        }
    }
    let refusal = |(coupon, outcome): (&OwnedCoupon, Result<(), CouponReason>)| {
        outcome.err().map(|reason| CouponRefusal { user_coupon_id: coupon.user_coupon_id, reason })
    };
    let refused = coupons.iter().zip(outcomes).filter_map(refusal).collect();
    Quote { order: pricing.finish(lines.amount()), refused }
}

/// The discount of `candidate` in addition to the `chosen` coupons (or among them, if it is one), for the page that
/// shows for every coupon whether it applies and why not.
///
/// # Errors
/// The reason for which it does not apply.
pub fn judge(
    lines: &OrderLines,
    chosen: &[OwnedCoupon],
    candidate: &OwnedCoupon,
    now: DateTime<Utc>,
) -> Result<Won, CouponReason> {
    let id = candidate.user_coupon_id;
    let mut coupons = chosen.to_vec();
    if !coupons.iter().any(|coupon| coupon.user_coupon_id == id) {
        coupons.push(candidate.clone());
    }
    let quote = quote(lines, &coupons, now);
    if let Some(refusal) = quote.refused.iter().find(|refusal| refusal.user_coupon_id == id) {
        return Err(refusal.reason);
    }
    let applied = quote.order.coupons.iter().find(|coupon| coupon.user_coupon_id == id);
    applied.map(|coupon| coupon.discount).ok_or(CouponReason::NotApplicable)
}

/// Checks each coupon alone and against those before it: given twice, or a third `CART` coupon.
fn admit(amount: Won, coupons: &[OwnedCoupon], now: DateTime<Utc>) -> Vec<Result<(), CouponReason>> {
    let mut seen = BTreeSet::new();
    let mut cart_coupons = 0;
    let mut admit_one = |coupon: &OwnedCoupon| {
        check_usable(coupon, amount, now)?;
        if !seen.insert(coupon.user_coupon_id) {
            return Err(CouponReason::Duplicate);
        }
        if coupon.kind == CouponKind::Cart {
            cart_coupons += 1;
            if cart_coupons > MAX_CART_COUPONS {
                return Err(CouponReason::LimitExceeded);
            }
        }
        Ok(())
    };
    coupons.iter().map(&mut admit_one).collect()
}

/// The product to which a `CART_ITEM` coupon applies, and its discount.
pub(super) fn choose_product(
    coupon: &OwnedCoupon,
    amounts: &BTreeMap<ProductId, Won>,
    taken: &BTreeSet<ProductId>,
) -> Result<(ProductId, Won), CouponReason> {
    let named: BTreeSet<ProductId> = coupon.product_ids.iter().copied().collect();
    let mut present = named.iter().filter_map(|id| Some((*id, *amounts.get(id)?))).peekable();
    if present.peek().is_none() {
        return Err(CouponReason::NotApplicable);
    }
    let best = present
        .filter(|(id, _)| !taken.contains(id))
        .map(|(id, amount)| (id, coupon.off(amount)))
        .reduce(|best, next| if next.1 > best.1 { next } else { best });
    match best {
        None => Err(CouponReason::LimitExceeded),
        Some((_, off)) if off.is_zero() => Err(CouponReason::NotApplicable),
        Some(chosen) => Ok(chosen),
    }
}

/// An order while its coupons are applied one by one.
struct Pricing {
    lines: Vec<LineTotal>,
    product_amounts: BTreeMap<ProductId, Won>,
    taken: BTreeSet<ProductId>,
    applied: Vec<AppliedCoupon>,
}

impl Pricing {
    fn of(lines: &OrderLines) -> Pricing {
        Pricing {
            lines: lines.totals().to_vec(),
            product_amounts: lines.product_amounts(),
            taken: BTreeSet::new(),
            applied: Vec::new(),
        }
    }

    fn apply(&mut self, coupon: &OwnedCoupon) -> Result<(), CouponReason> {
        let (line_id, discount) = match coupon.kind {
            CouponKind::CartItem => {
                let (product_id, off) = choose_product(coupon, &self.product_amounts, &self.taken)?;
                self.taken.insert(product_id);
                (self.spread(off, |line| line.product_id == product_id), off)
            }
            CouponKind::Cart => {
                let off = coupon.off(self.left());
                if off.is_zero() {
                    return Err(CouponReason::NotApplicable);
                }
                self.spread(off, |_| true);
                (None, off)
            }
        };
        self.applied.push(AppliedCoupon { user_coupon_id: coupon.user_coupon_id, line_id, discount });
        Ok(())
    }

    fn left(&self) -> Won {
        self.lines.iter().fold(Won::ZERO, |sum, line| plus(sum, line.total))
    }

    /// Spreads a discount over its lines and returns the first of them.
    fn spread(&mut self, off: Won, concerns: impl Fn(&PricedLine) -> bool) -> Option<CartItemId> {
        let mut lines: Vec<&mut LineTotal> = self.lines.iter_mut().filter(|total| concerns(&total.line)).collect();
        let left: Vec<Won> = lines.iter().map(|total| total.total).collect();
        for (total, share) in lines.iter_mut().zip(prorate(off, &left)) {
            total.discount = plus(total.discount, share);
            total.total = total.total.saturating_sub(share);
        }
        lines.first().map(|total| total.line.line_id)
    }

    fn finish(self, amount: Won) -> PricedOrder {
        let total_amount = self.left();
        PricedOrder {
            lines: self.lines,
            coupons: self.applied,
            amount,
            discount_amount: amount.saturating_sub(total_amount),
            total_amount,
        }
    }
}
