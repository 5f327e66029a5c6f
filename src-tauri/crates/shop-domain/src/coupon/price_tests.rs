//! Prices of orders: the rules as tables, and properties of every order.

use proptest::prelude::*;

use super::samples::{at, cart_price, cart_rate, item_price, item_rate, lines, won};
use super::{
    CouponReason, OrderLines, OwnedCoupon, PricedLine, PricedOrder, UserCouponState, judge, price_order, quote,
};
use crate::ids::UserCouponId;
use crate::limits::{MAX_WON, OutOfRange};
use crate::money::Won;
use crate::quantity::Quantity;

fn price(order: &OrderLines, coupons: &[OwnedCoupon]) -> PricedOrder {
    price_order(order, coupons, at(500)).unwrap()
}

fn refusal(order: &OrderLines, coupons: &[OwnedCoupon]) -> (UserCouponId, CouponReason) {
    let refusal = price_order(order, coupons, at(500)).unwrap_err();
    (refusal.user_coupon_id, refusal.reason)
}

fn line_discounts(order: &PricedOrder) -> Vec<i64> {
    order.lines.iter().map(|line| line.discount.get()).collect()
}

fn coupon_discounts(order: &PricedOrder) -> Vec<(UserCouponId, Option<i64>, i64)> {
    order.coupons.iter().map(|c| (c.user_coupon_id, c.line_id, c.discount.get())).collect()
}

#[test]
fn per_line_rounding_never_loses_a_won() {
    let thirds = price(&lines(&[(1, 3_333, 1), (2, 3_333, 1), (3, 3_334, 1)]), &[cart_rate(1, 10)]);
    assert_eq!(thirds.discount_amount, won(1_000));
    assert_eq!(line_discounts(&thirds), [333, 333, 334]);
    let quarters = [(1, 1_005, 1), (2, 1_005, 1), (3, 1_005, 1), (4, 1_005, 1)];
    let quarters = price(&lines(&quarters), &[cart_rate(1, 10)]);
    assert_eq!(quarters.discount_amount, won(402));
    assert_eq!(line_discounts(&quarters), [101, 101, 100, 100], "ties go to the lower line");
}

#[test]
fn item_coupons_come_first_then_cart_coupons_in_the_order_given() {
    let order = lines(&[(1, 10_000, 1), (2, 5_000, 2)]);
    let coupons = [cart_rate(1, 10), cart_price(2, 1_000), item_rate(3, 50, &[2])];
    let priced = price(&order, &coupons);
    let expected = [(3, Some(2), 5_000), (1, None, 1_500), (2, None, 1_000)];
    assert_eq!(coupon_discounts(&priced), expected);
    assert_eq!(priced.amount, won(20_000));
    assert_eq!(priced.total_amount, won(12_500));
    let other_way = [cart_price(2, 1_000), cart_rate(1, 10), item_rate(3, 50, &[2])];
    let expected = [(3, Some(2), 5_000), (2, None, 1_000), (1, None, 1_400)];
    assert_eq!(coupon_discounts(&price(&order, &other_way)), expected);
}

#[test]
fn a_discount_stops_at_its_cap_and_at_what_is_left() {
    let order = lines(&[(1, 10_000, 1)]);
    let capped = OwnedCoupon { max_discount: Some(won(700)), ..cart_rate(1, 50) };
    assert_eq!(price(&order, &[capped]).discount_amount, won(700));
    let free = price(&order, &[cart_price(1, 99_999)]);
    assert_eq!((free.discount_amount, free.total_amount), (won(10_000), Won::ZERO));
    let both = price(&order, &[cart_price(1, 9_999), cart_price(2, 500)]);
    assert_eq!(coupon_discounts(&both), [(1, None, 9_999), (2, None, 1)]);
}

#[test]
fn an_item_coupon_spreads_over_its_products_lines_and_names_the_first() {
    let order = lines(&[(9, 700, 1), (5, 1_000, 1), (5, 2_000, 1)]);
    let priced = price(&order, &[item_price(1, 1_000, &[5])]);
    assert_eq!(line_discounts(&priced), [0, 333, 667]);
    assert_eq!(coupon_discounts(&priced), [(1, Some(2), 1_000)]);
}

#[test]
fn an_item_coupon_of_several_products_takes_the_best_that_is_free() {
    let order = lines(&[(1, 1_000, 1), (2, 3_000, 1), (3, 3_000, 1)]);
    let first = price(&order, &[item_rate(1, 10, &[3, 2, 1])]);
    assert_eq!(coupon_discounts(&first), [(1, Some(2), 300)], "ties go to the lower product");
    let all = [item_rate(1, 10, &[1, 2, 3]), item_rate(2, 10, &[1, 2]), item_rate(3, 10, &[3])];
    let expected = [(1, Some(2), 300), (2, Some(1), 100), (3, Some(3), 300)];
    assert_eq!(coupon_discounts(&price(&order, &all)), expected);
}

#[test]
fn the_first_coupon_at_fault_is_named_with_its_reason() {
    let order = lines(&[(1, 1_000, 1)]);
    let stranger = OwnedCoupon { owned: false, ..cart_price(8, 10) };
    let used = OwnedCoupon { state: UserCouponState::Used, ..cart_price(9, 10) };
    let dear = OwnedCoupon { min_order_amount: won(1_001), ..cart_price(7, 10) };
    let good = |id| cart_price(id, 10);
    for (coupons, expected) in [
        (vec![good(1), stranger.clone()], (8, CouponReason::NotOwned)),
        (vec![OwnedCoupon::unknown(6)], (6, CouponReason::NotOwned)),
        (vec![used.clone(), stranger], (9, CouponReason::NotAvailable)),
        (vec![good(1), dear], (7, CouponReason::MinOrderAmount)),
        (vec![good(1), good(2), good(3)], (3, CouponReason::LimitExceeded)),
        (vec![good(1), good(1)], (1, CouponReason::Duplicate)),
        (vec![good(1), good(2), good(1)], (1, CouponReason::Duplicate)),
        (vec![item_rate(4, 10, &[1]), item_rate(4, 10, &[1])], (4, CouponReason::Duplicate)),
        (vec![item_rate(4, 10, &[1]), item_rate(5, 10, &[1])], (5, CouponReason::LimitExceeded)),
        (vec![item_rate(4, 10, &[2])], (4, CouponReason::NotApplicable)),
        (vec![item_rate(4, 10, &[])], (4, CouponReason::NotApplicable)),
        (vec![good(1), item_rate(4, 10, &[2]), used], (4, CouponReason::NotApplicable)),
    ] {
        assert_eq!(refusal(&order, &coupons), expected, "{coupons:?}");
    }
}

#[test]
fn a_coupon_that_would_take_nothing_off_is_refused() {
    let penny = lines(&[(1, 9, 1)]);
    assert_eq!(refusal(&penny, &[cart_rate(1, 10)]), (1, CouponReason::NotApplicable));
    assert_eq!(refusal(&penny, &[item_rate(1, 10, &[1])]), (1, CouponReason::NotApplicable));
    let nothing_left = [cart_rate(1, 100), cart_rate(2, 100)];
    assert_eq!(refusal(&penny, &nothing_left), (2, CouponReason::NotApplicable));
    let capped_to_nothing = OwnedCoupon { max_discount: Some(Won::ZERO), ..cart_rate(1, 50) };
    assert_eq!(refusal(&penny, &[capped_to_nothing]), (1, CouponReason::NotApplicable));
}

#[test]
fn the_minimum_looks_at_the_amount_before_discounts() {
    let order = lines(&[(1, 1_000, 1)]);
    let needs_all = OwnedCoupon { min_order_amount: won(1_000), ..cart_price(2, 10) };
    let priced = price(&order, &[item_rate(1, 50, &[1]), needs_all]);
    assert_eq!(priced.total_amount, won(490));
}

#[test]
fn a_quote_goes_on_without_what_is_refused() {
    let order = lines(&[(1, 1_000, 1)]);
    let used = OwnedCoupon { state: UserCouponState::Used, ..cart_price(1, 10) };
    let coupons = [used, cart_price(2, 10), cart_price(3, 10), cart_price(4, 10)];
    let quote = quote(&order, &coupons, at(500));
    let refused: Vec<_> = quote.refused.iter().map(|r| (r.user_coupon_id, r.reason)).collect();
    let expected = [(1, CouponReason::NotAvailable), (4, CouponReason::LimitExceeded)];
    assert_eq!(refused, expected, "what is refused does not count towards the limit");
    assert_eq!(quote.order.discount_amount, won(20));
}

#[test]
fn a_candidate_is_judged_beside_what_is_chosen() {
    let order = lines(&[(1, 10_000, 1)]);
    let judged = |chosen: &[OwnedCoupon], candidate| judge(&order, chosen, &candidate, at(500));
    let half = cart_rate(1, 50);
    assert_eq!(judged(&[], cart_rate(2, 10)), Ok(won(1_000)));
    assert_eq!(judged(std::slice::from_ref(&half), cart_rate(2, 10)), Ok(won(500)));
    assert_eq!(judged(&[half.clone(), cart_rate(2, 10)], half.clone()), Ok(won(5_000)));
    let two = [half, cart_price(2, 1)];
    assert_eq!(judged(&two, cart_price(3, 1)), Err(CouponReason::LimitExceeded));
    assert_eq!(judged(&two, item_rate(4, 10, &[1])), Ok(won(1_000)), "items come first");
    assert_eq!(judged(&two, item_rate(4, 10, &[2])), Err(CouponReason::NotApplicable));
    let twice = [cart_price(2, 1), cart_price(2, 1)];
    assert_eq!(judged(&twice, cart_price(2, 1)), Err(CouponReason::Duplicate));
}

#[test]
fn amounts_that_do_not_fit_are_refused_before_anything_is_priced() {
    let line = |line_id, price, quantity| PricedLine {
        line_id,
        product_id: 1,
        option_id: None,
        price: won(price),
        quantity: Quantity::new(quantity).unwrap(),
    };
    assert_eq!(OrderLines::new(vec![line(1, MAX_WON, 2)]), Err(OutOfRange));
    assert_eq!(OrderLines::new(vec![line(1, MAX_WON, 1), line(2, 1, 1)]), Err(OutOfRange));
    assert_eq!(OrderLines::new(vec![line(1, MAX_WON, 1)]).unwrap().amount(), Won::MAX);
    assert_eq!(OrderLines::new(Vec::new()).unwrap().amount(), Won::ZERO);
}

/// Coupons of every kind; some expire, some name absent products.
pub(super) fn any_coupons(most: usize) -> impl Strategy<Value = Vec<OwnedCoupon>> {
    let any_coupon = (
        any::<bool>(),
        prop_oneof![(1..=100_i64).prop_map(Ok), (1..=20_000_i64).prop_map(Err)],
        proptest::option::of(0..=5_000_i64),
        0..=20_000_i64,
        proptest::collection::vec(1..=5_i64, 0..3),
        0..=9_u8,
    );
    proptest::collection::vec(any_coupon, 0..=most).prop_map(|parts| {
        (1..)
            .zip(parts)
            .map(|(id, (is_item, discount, cap, min, products, luck))| {
                let plain = match (is_item, discount) {
                    (true, Ok(rate)) => item_rate(id, rate, &products),
                    (true, Err(price)) => item_price(id, price, &products),
                    (false, Ok(rate)) => cart_rate(id, rate),
                    (false, Err(price)) => cart_price(id, price),
                };
                let expires_at = if luck == 0 { at(500) } else { at(1_000) };
                let max_discount = cap.map(won);
                OwnedCoupon { max_discount, min_order_amount: won(min), expires_at, ..plain }
            })
            .collect()
    })
}

pub(super) fn any_lines() -> impl Strategy<Value = Vec<(i64, i64, i64)>> {
    proptest::collection::vec((1..=5_i64, 0..=20_000_i64, 1..=5_i64), 1..8)
}

proptest! {
    #[test]
    fn the_parts_of_an_order_add_up_to_the_whole(
        parts in any_lines(),
        coupons in any_coupons(7),
    ) {
        let order = quote(&lines(&parts), &coupons, at(500)).order;
        let sum = |of: fn(&super::LineTotal) -> Won| order.lines.iter().map(|l| of(l).get()).sum::<i64>();
        prop_assert_eq!(sum(|line| line.amount), order.amount.get());
        prop_assert_eq!(sum(|line| line.discount), order.discount_amount.get());
        prop_assert_eq!(sum(|line| line.total), order.total_amount.get());
        let by_coupon: i64 = order.coupons.iter().map(|c| c.discount.get()).sum();
        prop_assert_eq!(by_coupon, order.discount_amount.get(), "every won has its coupon");
        prop_assert_eq!(order.amount.get() - by_coupon, order.total_amount.get());
        for line in &order.lines {
            prop_assert_eq!(line.amount.get(), line.discount.get() + line.total.get());
        }
        prop_assert!(order.coupons.iter().all(|coupon| !coupon.discount.is_zero()));
    }

    #[test]
    fn the_order_of_the_lines_is_irrelevant(
        parts in any_lines(),
        coupons in any_coupons(7),
        turn in 0..8_usize,
    ) {
        let order = lines(&parts);
        let mut turned: Vec<PricedLine> =
            quote(&order, &[], at(500)).order.lines.iter().map(|total| total.line).collect();
        let places = turn % turned.len();
        turned.rotate_left(places);
        turned.reverse();
        let turned = OrderLines::new(turned).unwrap();
        prop_assert_eq!(quote(&turned, &coupons, at(500)), quote(&order, &coupons, at(500)));
    }

    #[test]
    fn what_a_quote_leaves_out_is_what_an_order_refuses(
        parts in any_lines(),
        coupons in any_coupons(7),
    ) {
        let order = lines(&parts);
        let quote = quote(&order, &coupons, at(500));
        match price_order(&order, &coupons, at(500)) {
            Ok(priced) => {
                prop_assert!(quote.refused.is_empty());
                prop_assert_eq!(priced, quote.order);
            }
            Err(refusal) => prop_assert_eq!(Some(&refusal), quote.refused.first()),
        }
        for coupon in &coupons {
            let refused = quote.refused.iter().find(|r| r.user_coupon_id == coupon.user_coupon_id);
            let judged = judge(&order, &coupons, coupon, at(500));
            prop_assert_eq!(judged.err(), refused.map(|r| r.reason), "one truth for page and till");
        }
    }
}
