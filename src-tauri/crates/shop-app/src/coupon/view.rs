//! Coupons in the form of the contract.

use chrono::{DateTime, Utc};
use shop_domain::Won;
use shop_domain::coupon::{CouponKind, Discount, UserCouponState as State, state_at};
use shop_store::coupon::{CouponRow, HeldCoupon, UsedFor};

use shop_contract::{Coupon, CouponOrder, CouponTerms, UserCoupon, UserCouponState};

pub(super) fn coupon(stored: CouponRow) -> Coupon {
    let terms = stored.terms;
    Coupon {
        id: stored.id,
        name: terms.name,
        name_en: terms.name_en,
        kind: terms.kind.into(),
        terms: view_terms(terms.kind, terms.discount, terms.max_discount, terms.min_order_amount, terms.product_ids),
        total_quantity: terms.total_quantity,
        issued_quantity: stored.issued_quantity,
        remaining_quantity: terms.total_quantity - stored.issued_quantity,
        begin_date: terms.begin_date,
        end_date: terms.end_date,
        owned: stored.owned,
    }
}

/// Converts a coupon of the caller, in its state at `now`.
pub(crate) fn user_coupon(held: HeldCoupon, now: DateTime<Utc>) -> UserCoupon {
    let rules = held.rules;
    UserCoupon {
        id: rules.user_coupon_id,
        coupon_id: rules.coupon_id,
        name: held.name,
        name_en: held.name_en,
        kind: rules.kind.into(),
        state: view_state(state_at(rules.state, rules.expires_at, now)),
        terms: view_terms(rules.kind, rules.discount, rules.max_discount, rules.min_order_amount, rules.product_ids),
        begin_date: rules.begin,
        issued_at: held.issued_at,
        expires_at: rules.expires_at,
        used_at: held.used_at,
        used_for: None,
        place_in_line: None,
    }
}

/// Converts the order that used a coupon.
pub(super) fn order(found: UsedFor) -> CouponOrder {
    let UsedFor { order_id, order_number, discount_amount, .. } = found;
    CouponOrder { order_id, order_number, discount_amount: discount_amount.get() }
}

/// A revoked coupon is shown as unusable; its former holder needs no more detail.
pub(super) fn view_state(state: State) -> UserCouponState {
    match state {
        State::Available => UserCouponState::Available,
        State::Used => UserCouponState::Used,
        State::Expired | State::Deleted => UserCouponState::Expired,
    }
}

fn view_terms(
    kind: CouponKind,
    discount: Discount,
    max_discount: Option<Won>,
    min_order_amount: Won,
    product_ids: Vec<i64>,
) -> CouponTerms {
    let (discount_rate, discount_price) = match discount {
        Discount::Rate(rate) => (Some(rate.get()), None),
        Discount::Price(price) => (None, Some(price.get())),
    };
    CouponTerms {
        discount_rate,
        discount_price,
        max_discount_price: max_discount.map(Won::get),
        min_order_amount: min_order_amount.get(),
        product_ids: (kind == CouponKind::CartItem).then_some(product_ids),
    }
}
