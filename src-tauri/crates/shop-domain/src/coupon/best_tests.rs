//! The best combination compared with every combination.

use proptest::prelude::*;

use super::price_tests::{any_coupons, any_lines};
use super::samples::{at, cart_price, cart_rate, item_price, item_rate, lines};
use super::{OrderLines, OwnedCoupon, best_combination, price_order};
use crate::ids::UserCouponId;

fn best(order: &OrderLines, coupons: &[OwnedCoupon]) -> Vec<UserCouponId> {
    best_combination(order, coupons, at(500))
}

#[test]
fn the_best_is_found_and_ties_go_to_fewer_and_lower() {
    let order = lines(&[(1, 10_000, 1), (2, 4_000, 1)]);
    for (coupons, expected, why) in [
        (vec![], vec![], "nothing to choose from"),
        (vec![cart_price(2, 500), cart_rate(1, 10)], vec![1, 2], "the rate first, on more"),
        (vec![cart_rate(1, 10), cart_rate(2, 20), cart_rate(3, 30)], vec![2, 3], "two at most"),
        (vec![cart_price(9, 500), cart_price(4, 500), cart_price(7, 500)], vec![4, 7], "lower ids"),
        (vec![cart_price(1, 14_000), cart_price(2, 5)], vec![1], "one is enough"),
        (vec![item_rate(1, 10, &[1]), item_rate(2, 20, &[1])], vec![2], "one for a product"),
        (
            vec![item_price(1, 3_000, &[1, 2]), item_price(2, 3_000, &[1])],
            vec![2, 1],
            "the coupon with a choice makes room for the one without",
        ),
        (vec![item_rate(1, 10, &[7]), OwnedCoupon::unknown(2)], vec![], "neither applies"),
        (vec![cart_rate(1, 10), item_price(2, 3_000, &[2]), cart_price(3, 1_000)], vec![2, 1, 3], "items first"),
    ] {
        assert_eq!(best(&order, &coupons), expected, "{why}");
    }
}

#[test]
fn many_item_coupons_are_still_the_best_where_each_names_one_product() {
    let order = lines(&[(1, 10_000, 1), (2, 4_000, 1)]);
    let coupons: Vec<OwnedCoupon> = (1..=20).map(|id| item_rate(id, id, &[if id % 2 == 0 { 2 } else { 1 }])).collect();
    assert_eq!(best(&order, &coupons), [19, 20]);
}

/// The largest discount of any list of these coupons, by trying them all.
fn most_by_trying_all(order: &OrderLines, coupons: &[OwnedCoupon], given: &[OwnedCoupon]) -> i64 {
    // A refused list is refused with more coupons too, so it is not extended.
    let Ok(priced) = price_order(order, given, at(500)) else {
        return 0;
    };
    let rest = coupons.iter().filter(|coupon| !given.contains(coupon));
    rest.map(|coupon| most_by_trying_all(order, coupons, &[given, std::slice::from_ref(coupon)].concat()))
        .fold(priced.discount_amount.get(), i64::max)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_other_combination_takes_off_more(parts in any_lines(), coupons in any_coupons(5)) {
        let order = lines(&parts);
        let chosen: Vec<OwnedCoupon> = best(&order, &coupons)
            .iter()
            .map(|id| coupons.iter().find(|c| c.user_coupon_id == *id).unwrap().clone())
            .collect();
        let priced = price_order(&order, &chosen, at(500)).expect("the till takes what the page offers");
        let most = most_by_trying_all(&order, &coupons, &[]);
        prop_assert_eq!(priced.discount_amount.get(), most);
    }

    #[test]
    fn the_answer_does_not_depend_on_how_coupons_are_listed(
        parts in any_lines(),
        coupons in any_coupons(8),
    ) {
        let order = lines(&parts);
        let reversed: Vec<OwnedCoupon> = coupons.iter().rev().cloned().collect();
        prop_assert_eq!(best(&order, &reversed), best(&order, &coupons));
    }
}
