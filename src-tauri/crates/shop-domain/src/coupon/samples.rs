//! Short constructors of lines and coupons for the tests of this folder.

use chrono::{DateTime, Utc};

use super::{CouponKind, Discount, OrderLines, OwnedCoupon, PricedLine, UserCouponState};
use crate::ids::{ProductId, UserCouponId};
use crate::money::Won;
use crate::quantity::Quantity;

pub(super) fn won(amount: i64) -> Won {
    Won::new(amount).unwrap()
}

/// An instant by its second; the sample coupons run from 0 to 1,000.
pub(super) fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(second, 0).unwrap()
}

/// Lines numbered from 1, each a product, a price and a quantity.
pub(super) fn lines(lines: &[(ProductId, i64, i64)]) -> OrderLines {
    let priced = (1..).zip(lines).map(|(line_id, (product_id, price, quantity))| PricedLine {
        line_id,
        product_id: *product_id,
        option_id: None,
        price: won(*price),
        quantity: Quantity::new(*quantity).unwrap(),
    });
    OrderLines::new(priced.collect()).unwrap()
}

pub(super) fn coupon(id: UserCouponId, rate: Option<i64>, price: Option<i64>) -> OwnedCoupon {
    OwnedCoupon {
        user_coupon_id: id,
        coupon_id: id + 100,
        owned: true,
        state: UserCouponState::Available,
        begin: at(0),
        expires_at: at(1_000),
        kind: CouponKind::Cart,
        discount: Discount::new(rate, price).unwrap(),
        max_discount: None,
        min_order_amount: Won::ZERO,
        product_ids: Vec::new(),
    }
}

pub(super) fn cart_rate(id: UserCouponId, rate: i64) -> OwnedCoupon {
    coupon(id, Some(rate), None)
}

pub(super) fn cart_price(id: UserCouponId, price: i64) -> OwnedCoupon {
    coupon(id, None, Some(price))
}

pub(super) fn item_rate(id: UserCouponId, rate: i64, products: &[ProductId]) -> OwnedCoupon {
    OwnedCoupon { kind: CouponKind::CartItem, product_ids: products.to_vec(), ..cart_rate(id, rate) }
}

pub(super) fn item_price(id: UserCouponId, price: i64, products: &[ProductId]) -> OwnedCoupon {
    OwnedCoupon { kind: CouponKind::CartItem, product_ids: products.to_vec(), ..cart_price(id, price) }
}
