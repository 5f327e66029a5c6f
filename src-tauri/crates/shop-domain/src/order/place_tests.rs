//! Plans and refusals of orders.

use chrono::{DateTime, TimeDelta, Utc};

use super::{OrderState, PlaceFacts, PlaceLine, PlaceRefusal, plan_order};
use crate::cart::LimitExceeded;
use crate::catalog::{OptionChoice, OptionState, ProductState};
use crate::coupon::{CouponKind, CouponReason, CouponRefusal, Discount, OwnedCoupon, PricedLine, UserCouponState};
use crate::ids::{CartItemId, OptionId, ProductId};
use crate::limits::MAX_WON;
use crate::money::Won;
use crate::quantity::Quantity;
use crate::shipping::{Destination, ShippingRules};
use crate::stock::ShortLine;

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(second, 0).unwrap()
}

fn won(amount: i64) -> Won {
    Won::new(amount).unwrap()
}

fn line(line_id: CartItemId, product_id: ProductId, option_id: Option<OptionId>, quantity: i64) -> PlaceLine {
    PlaceLine {
        line: PricedLine {
            line_id,
            product_id,
            option_id,
            price: won(1_000),
            quantity: Quantity::new(quantity).unwrap(),
        },
        product: ProductState::Normal,
        option: option_id.map_or(OptionChoice::None, |_| OptionChoice::Chosen(OptionState::Normal)),
        available: 10,
        limited_quantity: None,
        already_bought: 0,
    }
}

fn facts(lines: &[PlaceLine]) -> PlaceFacts {
    PlaceFacts {
        lines: lines.to_vec(),
        coupons: Vec::new(),
        shipping: ShippingRules::default(),
        destination: Destination::Unknown,
        expected_total: None,
        expires_after: TimeDelta::seconds(1_800),
        now: at(100),
    }
}

fn coupon(rate: i64) -> OwnedCoupon {
    OwnedCoupon {
        user_coupon_id: 5,
        coupon_id: 50,
        owned: true,
        state: UserCouponState::Available,
        begin: at(0),
        expires_at: at(1_000),
        kind: CouponKind::Cart,
        discount: Discount::new(Some(rate), None).unwrap(),
        max_discount: None,
        min_order_amount: Won::ZERO,
        product_ids: Vec::new(),
    }
}

#[test]
fn an_order_awaits_its_payment() {
    let facts = PlaceFacts {
        coupons: vec![coupon(10)],
        expected_total: Some(2_700),
        ..facts(&[line(1, 1, None, 2), line(2, 2, None, 1)])
    };
    let plan = plan_order(&facts).unwrap();
    assert_eq!(plan.priced.amount, won(3_000));
    assert_eq!(plan.priced.total_amount, won(2_700));
    assert_eq!(plan.state, OrderState::Normal);
    assert_eq!(plan.expires_at, Some(at(1_900)));
    assert!(!plan.is_confirmed_at_once());
}

#[test]
fn an_order_with_nothing_to_pay_is_confirmed_at_once() {
    let free = PlaceFacts { coupons: vec![coupon(100)], expected_total: Some(0), ..facts(&[line(1, 1, None, 2)]) };
    let plan = plan_order(&free).unwrap();
    assert!(plan.priced.total_amount.is_zero() && plan.is_confirmed_at_once());
    assert_eq!((plan.state, plan.expires_at), (OrderState::Confirmed, None));
}

#[test]
fn a_fee_is_paid_beside_the_goods_and_no_coupon_changes_it() {
    let shipping = ShippingRules::new(won(2_500), Some(won(2_700)), Vec::new(), false).unwrap();
    let facts = PlaceFacts { shipping, ..facts(&[line(1, 1, None, 2), line(2, 2, None, 1)]) };
    for (why, rate, destination, fee, total) in [
        ("the goods after discounts are at the limit", 10, Destination::Unknown, 0, 2_700),
        ("a greater discount takes them below it", 20, Destination::Unknown, 2_500, 4_900),
        ("free goods are delivered for the fee", 100, Destination::Unknown, 2_500, 2_500),
        ("or picked up for nothing", 100, Destination::Pickup, 0, 0),
    ] {
        let facts =
            PlaceFacts { coupons: vec![coupon(rate)], destination, expected_total: Some(total), ..facts.clone() };
        let plan = plan_order(&facts).expect(why);
        assert_eq!((plan.fee.amount, plan.total_amount), (won(fee), won(total)), "{why}");
        assert_eq!(plan.priced.total_amount, won(total - fee), "{why}: the goods");
        assert_eq!(plan.is_confirmed_at_once(), total == 0, "{why}: a fee makes it payable");
        assert_eq!(plan.expires_at.is_some(), total > 0, "{why}");
    }
}

#[test]
fn a_limit_is_summed_over_the_lines_of_a_product() {
    let limited = |lines: &[PlaceLine], bought| {
        let lines: Vec<PlaceLine> =
            lines.iter().map(|line| PlaceLine { limited_quantity: Some(3), already_bought: bought, ..*line }).collect();
        plan_order(&facts(&lines)).map(|_| ())
    };
    let two_options = [line(1, 1, Some(1), 2), line(2, 1, Some(2), 2)];
    let details =
        |already_bought, units| LimitExceeded { limited_quantity: 3, already_bought, in_cart: units, requested: units };
    let refused = |details| Err(PlaceRefusal::LimitExceeded { product_id: 1, details });
    assert_eq!(limited(&two_options, 0), refused(details(0, 4)), "each alone would pass");
    assert_eq!(limited(&two_options[..1], 1), Ok(()), "exactly the limit");
    assert_eq!(limited(&two_options[..1], 2), refused(details(2, 2)), "bought before");
    let two_products = [line(1, 1, None, 2), line(2, 2, None, 2)];
    assert_eq!(limited(&two_products, 0), Ok(()), "a limit is a product's own");
}

#[test]
fn every_short_line_is_listed_and_equal_options_are_summed() {
    let lines = [line(1, 3, None, 11), line(2, 1, Some(4), 10), line(3, 2, Some(9), 6), line(4, 2, Some(9), 6)];
    let short = |product_id, option_id, requested| ShortLine { product_id, option_id, requested, available: 10 };
    let expected = vec![short(2, Some(9), 12), short(3, None, 11)];
    assert_eq!(plan_order(&facts(&lines)), Err(PlaceRefusal::InsufficientStock(expected)));
}

#[test]
fn a_gone_or_moved_option_is_a_product_not_found() {
    for option in [
        OptionChoice::Mismatch,
        OptionChoice::Chosen(OptionState::Discontinued),
        OptionChoice::Chosen(OptionState::Deleted),
    ] {
        let gone = PlaceLine { option, ..line(2, 7, Some(1), 1) };
        let refused = plan_order(&facts(&[line(1, 1, None, 1), gone]));
        assert_eq!(refused, Err(PlaceRefusal::ProductNotFound { product_id: 7 }), "{option:?}");
    }
}

#[test]
fn refusals_come_in_their_order() {
    let mut facts = PlaceFacts { coupons: vec![OwnedCoupon::unknown(5)], expected_total: Some(1), ..facts(&[]) };
    assert_eq!(plan_order(&facts), Err(PlaceRefusal::CartEmpty));

    let limited = PlaceLine { limited_quantity: Some(1), ..line(1, 1, None, 11) };
    let gone = PlaceLine { product: ProductState::Deleted, ..line(2, 2, None, 1) };
    facts.lines = vec![limited, gone];
    assert_eq!(plan_order(&facts), Err(PlaceRefusal::ProductNotFound { product_id: 2 }));

    facts.lines[1].product = ProductState::Normal;
    assert!(matches!(plan_order(&facts), Err(PlaceRefusal::LimitExceeded { product_id: 1, .. })));

    facts.lines[0].limited_quantity = None;
    facts.lines[0].line.price = won(MAX_WON);
    assert!(matches!(plan_order(&facts), Err(PlaceRefusal::InsufficientStock(_))));

    facts.lines[0].available = 11;
    assert_eq!(plan_order(&facts), Err(PlaceRefusal::AmountOutOfRange));

    facts.lines[0].line.price = won(1_000);
    let refusal = CouponRefusal { user_coupon_id: 5, reason: CouponReason::NotOwned };
    assert_eq!(plan_order(&facts), Err(PlaceRefusal::Coupon(refusal)));

    facts.coupons.clear();
    let mismatch = PlaceRefusal::AmountMismatch { expected: won(12_000), actual: 1 };
    assert_eq!(plan_order(&facts), Err(mismatch));

    facts.expected_total = Some(12_000);
    assert!(plan_order(&facts).is_ok());

    facts.shipping = ShippingRules::new(won(MAX_WON), None, Vec::new(), false).unwrap();
    assert_eq!(plan_order(&facts), Err(PlaceRefusal::AmountOutOfRange), "before the amounts are compared");
}
