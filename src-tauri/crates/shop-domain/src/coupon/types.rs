//! Coupons: kinds, states, discounts, and the reasons for a refusal.

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::code::coded;
use crate::ids::{CouponId, ProductId, UserCouponId};
use crate::money::{Percent, Won};

coded! {
    /// Kind of a coupon.
    CouponKind {
        /// A discount on the whole order.
        Cart => "CART",
        /// A discount on the lines of one of its products.
        CartItem => "CART_ITEM",
    }
}

coded! {
    /// State of a coupon.
    CouponState {
        /// Issued while any are left.
        Normal => "NORMAL",
        /// Its end has passed.
        Expired => "EXPIRED",
        /// Ended by an admin.
        Discontinued => "DISCONTINUED",
        /// Deleted; the row stays, because other rows refer to it.
        Deleted => "DELETED",
    }
}

coded! {
    /// How customers get a coupon.
    Distribution {
        /// Listed, for each customer that asks.
        Open => "OPEN",
        /// Not listed; for customers that enter its code.
        Code => "CODE",
        /// Not listed; for customers that an admin chooses.
        Grant => "GRANT",
    }
}

coded! {
    /// State of an issued coupon.
    UserCouponState {
        /// Available.
        Available => "AVAILABLE",
        /// Used by an order.
        Used => "USED",
        /// Expired unused.
        Expired => "EXPIRED",
        /// Revoked.
        Deleted => "DELETED",
    }
}

coded! {
    /// Why a coupon is refused, in order of precedence.
    ///
    /// `DUPLICATE` precedes `LIMIT_EXCEEDED`: an item coupon given twice also exceeds the limit of its product, and the
    /// more helpful reason is that it was given twice.
    CouponReason {
        /// It belongs to another user, or does not exist.
        NotOwned => "NOT_OWNED",
        /// Used already, or revoked.
        NotAvailable => "NOT_AVAILABLE",
        /// It has expired.
        Expired => "EXPIRED",
        /// It cannot be used yet.
        NotStarted => "NOT_STARTED",
        /// The order's amount before discounts is too small.
        MinOrderAmount => "MIN_ORDER_AMOUNT",
        /// The same coupon was given before.
        Duplicate => "DUPLICATE",
        /// A third `CART` coupon, or a second `CART_ITEM` coupon for a product.
        LimitExceeded => "LIMIT_EXCEEDED",
        /// None of its products is in the order, or the discount would be 0.
        NotApplicable => "NOT_APPLICABLE",
    }
}

/// Discount before its cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discount {
    /// Per cent, rounded down to the won.
    Rate(Percent),
    /// Won, more than 0.
    Price(Won),
}

/// Neither a rate nor a price, both, or out of range; `INVALID_INPUT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a discount")]
pub struct InvalidDiscount;

impl Discount {
    /// A discount from its two columns, of which exactly one is not NULL.
    ///
    /// # Errors
    /// [`InvalidDiscount`] for both, neither, a rate outside 1 to 100 and a price that is not above 0.
    pub fn new(rate: Option<i64>, price: Option<i64>) -> Result<Discount, InvalidDiscount> {
        let discount = match (rate, price) {
            (Some(rate), None) => Percent::new(rate).map(Discount::Rate),
            (None, Some(price)) if price > 0 => Won::new(price).map(Discount::Price),
            _ => return Err(InvalidDiscount),
        };
        discount.map_err(|_| InvalidDiscount)
    }

    /// The discount on `base`: at most `cap` and at most `base`.
    #[must_use]
    pub fn off(self, base: Won, cap: Option<Won>) -> Won {
        let full = match self {
            Discount::Rate(rate) => base.percent(rate),
            Discount::Price(price) => price,
        };
        full.min(cap.unwrap_or(Won::MAX)).min(base)
    }
}

/// A coupon to be used, with the facts for the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedCoupon {
    /// The issued coupon.
    pub user_coupon_id: UserCouponId,
    /// The coupon it was issued from.
    pub coupon_id: CouponId,
    /// Whether it belongs to the user.
    pub owned: bool,
    /// Its state.
    pub state: UserCouponState,
    /// The first instant at which it can be used.
    pub begin: DateTime<Utc>,
    /// The first instant at which it can no longer be used.
    pub expires_at: DateTime<Utc>,
    /// Its kind.
    pub kind: CouponKind,
    /// Its discount.
    pub discount: Discount,
    /// The largest discount, if limited.
    pub max_discount: Option<Won>,
    /// The smallest amount of the order before discounts.
    pub min_order_amount: Won,
    /// The products of a `CART_ITEM` coupon; without products it applies to nothing.
    pub product_ids: Vec<ProductId>,
}

impl OwnedCoupon {
    /// Represents an unknown id: refused like a coupon of another user.
    #[must_use]
    pub const fn unknown(user_coupon_id: UserCouponId) -> OwnedCoupon {
        OwnedCoupon {
            user_coupon_id,
            coupon_id: 0,
            owned: false,
            state: UserCouponState::Deleted,
            begin: DateTime::<Utc>::MIN_UTC,
            expires_at: DateTime::<Utc>::MIN_UTC,
            kind: CouponKind::Cart,
            discount: Discount::Price(Won::ZERO),
            max_discount: None,
            min_order_amount: Won::ZERO,
            product_ids: Vec::new(),
        }
    }

    /// The discount on `base`.
    #[must_use]
    pub fn off(&self, base: Won) -> Won {
        self.discount.off(base, self.max_discount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn won(amount: i64) -> Won {
        Won::new(amount).unwrap()
    }

    #[test]
    fn a_discount_is_a_rate_or_a_price() {
        for (rate, price, fits) in [
            (Some(10), None, true),
            (None, Some(1), true),
            (Some(100), None, true),
            (None, None, false),
            (Some(10), Some(10), false),
            (Some(0), None, false),
            (Some(101), None, false),
            (None, Some(0), false),
            (None, Some(-1), false),
            (None, Some(i64::MAX), false),
        ] {
            assert_eq!(Discount::new(rate, price).is_ok(), fits, "{rate:?} {price:?}");
        }
    }

    #[test]
    fn a_discount_is_capped_and_never_more_than_there_is() {
        for (rate, price, base, cap, off) in [
            (Some(10), None, 9_999, None, 999),
            (Some(50), None, 10_000, Some(3_000), 3_000),
            (Some(50), None, 10_000, Some(9_000), 5_000),
            (None, Some(3_000), 10_000, None, 3_000),
            (None, Some(3_000), 2_000, None, 2_000),
            (None, Some(3_000), 2_000, Some(500), 500),
            (Some(100), None, 77, None, 77),
            (Some(1), None, 99, None, 0),
            (None, Some(5), 0, None, 0),
        ] {
            let discount = Discount::new(rate, price).unwrap();
            assert_eq!(discount.off(won(base), cap.map(won)), won(off), "{discount:?} of {base}");
        }
    }

    #[test]
    fn reasons_have_the_codes_of_the_contract() {
        let codes: Vec<&str> = CouponReason::ALL.iter().map(|reason| reason.as_str()).collect();
        assert_eq!(
            codes,
            [
                "NOT_OWNED",
                "NOT_AVAILABLE",
                "EXPIRED",
                "NOT_STARTED",
                "MIN_ORDER_AMOUNT",
                "DUPLICATE",
                "LIMIT_EXCEEDED",
                "NOT_APPLICABLE",
            ]
        );
    }
}
