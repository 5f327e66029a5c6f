//! The shipping fee as a table, and what holds for every rule.

use proptest::prelude::*;

use super::{Destination, Fee, Postcode, ShippingRules, Surcharge, SurchargeFault, shipping_fee};
use crate::limits::{MAX_SURCHARGES, MAX_WON};
use crate::money::Won;

fn won(amount: i64) -> Won {
    Won::new(amount).unwrap()
}

fn range(from: &str, to: &str, amount: i64) -> Surcharge {
    let code = |text| Postcode::parse(text).unwrap();
    Surcharge { from: code(from), to: code(to), amount: won(amount) }
}

fn to(zip_code: &str) -> Destination {
    Destination::Postcode(Postcode::parse(zip_code).unwrap())
}

#[test]
fn a_fee_is_the_base_and_what_the_postcode_adds() {
    let islands = || vec![range("63000", "63644", 3_000), range("40200", "40240", 5_000)];
    let rules =
        |free_over: Option<i64>, keeps| ShippingRules::new(won(2_500), free_over.map(won), islands(), keeps).unwrap();
    let (plain, free, kept) = (rules(None, false), rules(Some(30_000), false), rules(Some(30_000), true));
    for (why, rules, to, goods, amount, surcharge, until_free) in [
        ("no limit", &plain, to("06236"), 1_000_000, 2_500, 0, None),
        ("below the limit", &free, to("06236"), 29_999, 2_500, 0, Some(1)),
        ("at the limit", &free, to("06236"), 30_000, 0, 0, None),
        ("nothing bought", &free, to("06236"), 0, 2_500, 0, Some(30_000)),
        ("the first postcode of a range", &free, to("63000"), 10_000, 5_500, 3_000, Some(20_000)),
        ("the last one", &free, to("63644"), 10_000, 5_500, 3_000, Some(20_000)),
        ("the one after", &free, to("63645"), 10_000, 2_500, 0, Some(20_000)),
        ("the one before", &free, to("62999"), 10_000, 2_500, 0, Some(20_000)),
        ("another range", &plain, to("40210"), 10_000, 7_500, 5_000, None),
        ("free on an island", &free, to("63000"), 30_000, 0, 0, None),
        ("the surcharge stays", &kept, to("63000"), 30_000, 3_000, 3_000, None),
        ("free elsewhere", &kept, to("06236"), 30_000, 0, 0, None),
        ("the surcharge below the limit", &kept, to("63000"), 10_000, 5_500, 3_000, Some(20_000)),
        ("no address yet", &free, Destination::Unknown, 10_000, 2_500, 0, Some(20_000)),
        ("picked up", &free, Destination::Pickup, 10_000, 0, 0, None),
        ("picked up, the surcharge stays", &kept, Destination::Pickup, 10_000, 0, 0, None),
    ] {
        let fee = Fee { amount: won(amount), surcharge: won(surcharge), until_free: until_free.map(won) };
        assert_eq!(shipping_fee(rules, to, won(goods)), Ok(fee), "{why}");
    }
}

#[test]
fn a_shop_without_a_base_says_nothing_of_free_shipping() {
    let only_islands = ShippingRules::new(Won::ZERO, Some(won(30_000)), vec![range("63000", "63644", 3_000)], true);
    let fee = shipping_fee(&only_islands.unwrap(), to("06236"), won(1_000)).unwrap();
    assert_eq!(fee, Fee::default(), "it is free already");
}

#[test]
fn the_default_is_free_everywhere() {
    for to in [to("63000"), Destination::Unknown, Destination::Pickup] {
        assert_eq!(shipping_fee(&ShippingRules::default(), to, won(10_000)), Ok(Fee::default()));
    }
}

#[test]
fn ranges_are_apart_and_run_forwards() {
    let of = |ranges: Vec<Surcharge>| ShippingRules::new(Won::ZERO, None, ranges, false).map(|_| ());
    assert_eq!(of(vec![range("63000", "63644", 1), range("40200", "40240", 1)]), Ok(()), "in any order");
    assert_eq!(of(vec![range("63000", "63000", 1)]), Ok(()), "one postcode");
    assert_eq!(of(vec![range("63001", "63000", 1)]), Err(SurchargeFault::Backwards));
    assert_eq!(
        of(vec![range("1".repeat(5).as_str(), "22222", 1), range("22222", "33333", 2)]),
        Err(SurchargeFault::Overlap)
    );
    let many: Vec<_> = (0..=MAX_SURCHARGES).map(|at| range(&format!("{at:05}"), &format!("{at:05}"), 1)).collect();
    assert_eq!(of(many), Err(SurchargeFault::TooMany));
}

#[test]
fn an_enormous_fee_is_refused() {
    let rules = ShippingRules::new(won(MAX_WON), None, vec![range("00000", "99999", 1)], false).unwrap();
    assert!(shipping_fee(&rules, to("06236"), Won::ZERO).is_err());
}

proptest! {
    #[test]
    fn more_goods_never_cost_more_shipping(
        base in 0..10_000_i64, free_over in proptest::option::of(1..100_000_i64), extra in 0..10_000_i64,
        keeps in any::<bool>(), goods in 0..100_000_i64, more in 0..100_000_i64, zip in 0..100_000_u32,
    ) {
        let ranges = vec![range("50000", "69999", extra)];
        let rules = ShippingRules::new(won(base), free_over.map(won), ranges, keeps).unwrap();
        let to = to(&format!("{zip:05}"));
        let (less, rich) = (shipping_fee(&rules, to, won(goods)).unwrap(), shipping_fee(&rules, to, won(goods + more)).unwrap());
        prop_assert!(rich.amount <= less.amount);
        prop_assert!(less.surcharge <= less.amount, "it is a part of the fee");
        prop_assert_eq!(shipping_fee(&rules, Destination::Pickup, won(goods)).unwrap(), Fee::default());
        if let Some(missing) = less.until_free {
            let there = shipping_fee(&rules, to, won(goods + missing.get())).unwrap();
            prop_assert!(there.amount < less.amount, "what is promised is kept");
            let short = shipping_fee(&rules, to, won(goods + missing.get() - 1)).unwrap();
            prop_assert_eq!(short.amount, less.amount, "and nothing less is enough");
        }
    }
}
