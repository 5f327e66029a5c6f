//! The combination of coupons with the largest discount, for the *best combination* button.
//!
//! Item coupons and cart coupons can be chosen one after the other: a smaller sum never leaves more to pay after a cart
//! coupon. Up to six item coupons are tried in every order, which finds the best distribution over the products; with
//! more, the one with the largest discount is taken each time, which is optimal too if each names one product of the
//! order. Cart coupons are tried in all ordered pairs. Ties go to fewer coupons, then to lower ids.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::coupon::lines::OrderLines;
use crate::coupon::price::choose_product;
use crate::coupon::types::{CouponKind, OwnedCoupon};
use crate::coupon::usable::check_usable;
use crate::ids::{ProductId, UserCouponId};
use crate::money::Won;

/// Item coupons up to which every order is tried (at most 1,957).
const EXHAUSTIVE_MAX: usize = 6;

/// The coupons to pass to [`price_order`](super::price_order), in this order, for the lowest price. Unusable coupons
/// are ignored.
#[must_use]
pub fn best_combination(lines: &OrderLines, coupons: &[OwnedCoupon], now: DateTime<Utc>) -> Vec<UserCouponId> {
    let usable: BTreeMap<UserCouponId, &OwnedCoupon> = coupons
        .iter()
        .filter(|coupon| check_usable(coupon, lines.amount(), now).is_ok())
        .map(|coupon| (coupon.user_coupon_id, coupon))
        .collect();
    let of_kind = |kind| usable.values().copied().filter(move |coupon| coupon.kind == kind);
    let items = best_items(&lines.product_amounts(), of_kind(CouponKind::CartItem).collect());
    let left = lines.amount().saturating_sub(items.off);
    let carts = best_carts(left, &of_kind(CouponKind::Cart).collect::<Vec<_>>());
    [items.ids, carts.ids].concat()
}

/// Coupons in order, and their joint discount.
#[derive(Clone, Default)]
struct Choice {
    ids: Vec<UserCouponId>,
    off: Won,
}

impl Choice {
    fn with(&self, coupon: &OwnedCoupon, off: Won) -> Choice {
        let mut ids = self.ids.clone();
        ids.push(coupon.user_coupon_id);
        // Both parts come off one amount, so the sum is within the range of amounts.
        Choice { ids, off: self.off.checked_add(off).unwrap_or(Won::MAX) }
    }

    /// Candidates come by ascending ids, so that an equal one does not replace an earlier one of the same length.
    fn beats(&self, other: &Choice) -> bool {
        self.off > other.off || (self.off == other.off && self.ids.len() < other.ids.len())
    }
}

fn best_items(amounts: &BTreeMap<ProductId, Won>, coupons: Vec<&OwnedCoupon>) -> Choice {
    let none_taken = BTreeSet::new();
    let applicable: Vec<&OwnedCoupon> =
        coupons.into_iter().filter(|coupon| choose_product(coupon, amounts, &none_taken).is_ok()).collect();
    if applicable.len() <= EXHAUSTIVE_MAX {
        let mut best = Choice::default();
        try_every_order(amounts, &applicable, &none_taken, &Choice::default(), &mut best);
        best
    } else {
        most_first(amounts, &applicable)
    }
}

fn try_every_order(
    amounts: &BTreeMap<ProductId, Won>,
    coupons: &[&OwnedCoupon],
    taken: &BTreeSet<ProductId>,
    so_far: &Choice,
    best: &mut Choice,
) {
    if so_far.beats(best) {
        best.clone_from(so_far);
    }
    for coupon in coupons.iter().filter(|coupon| !so_far.ids.contains(&coupon.user_coupon_id)) {
        if let Ok((product_id, off)) = choose_product(coupon, amounts, taken) {
            let mut taken = taken.clone();
            taken.insert(product_id);
            try_every_order(amounts, coupons, &taken, &so_far.with(coupon, off), best);
        }
    }
}

fn most_first(amounts: &BTreeMap<ProductId, Won>, coupons: &[&OwnedCoupon]) -> Choice {
    let mut taken = BTreeSet::new();
    let mut choice = Choice::default();
    loop {
        let next = coupons
            .iter()
            .filter(|coupon| !choice.ids.contains(&coupon.user_coupon_id))
            .filter_map(|coupon| Some((coupon, choose_product(coupon, amounts, &taken).ok()?)))
            .reduce(|best, next| if next.1.1 > best.1.1 { next } else { best });
        let Some((coupon, (product_id, off))) = next else {
            return choice;
        };
        taken.insert(product_id);
        choice = choice.with(coupon, off);
    }
}

fn best_carts(left: Won, coupons: &[&OwnedCoupon]) -> Choice {
    let mut best = Choice::default();
    for first in coupons {
        let off = first.off(left);
        let one = Choice::default().with(first, off);
        if one.beats(&best) {
            best = one.clone();
        }
        let rest = left.saturating_sub(off);
        for second in coupons.iter().filter(|c| c.user_coupon_id != first.user_coupon_id) {
            let second_off = second.off(rest);
            // A coupon with a discount of 0 is refused, so a pair needs two that have one.
            if off.is_zero() || second_off.is_zero() {
                continue;
            }
            let two = one.with(second, second_off);
            if two.beats(&best) {
                best = two;
            }
        }
    }
    best
}
