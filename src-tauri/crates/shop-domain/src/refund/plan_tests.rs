//! A refund's refusals in their order, where its money goes, and that the parts of an order add up, by many random orders.

use super::*;
use crate::money::Won;
use crate::order::{DeliveryState, InvalidOrderState, OrderState};
use crate::quantity::Quantity;
use DeliveryState::{Delivered, Preparing, Shipped};
use RefundRefusal::{BeingReturned, Books, FeeOfUnshipped, InvalidQuantity, Nothing, UnknownItem};

fn won(amount: i64) -> Won {
    Won::new(amount).unwrap()
}

fn line(item_id: i64, quantity: i64, total: i64, cancelled: i64, refunded: i64) -> RefundLine {
    RefundLine {
        item_id,
        quantity: Quantity::new(quantity).unwrap(),
        total_amount: won(total),
        cancelled,
        refunded: won(refunded),
    }
}

fn units(pairs: &[(i64, i64)]) -> Vec<LineUnits> {
    pairs.iter().map(|&(item_id, quantity)| LineUnits { item_id, quantity }).collect()
}

/// Three of one line for 10,000, of which one was refunded, and one of another for 500.
fn facts(lines: &[RefundLine]) -> RefundFacts<'_> {
    RefundFacts {
        state: OrderState::Confirmed,
        delivery_state: Some(Delivered),
        fee_left: won(3_000),
        lines,
        outside_left: won(5_000),
        points_left: won(5_167),
        open_returns: &[],
    }
}

fn wish(units: Option<&[LineUnits]>) -> RefundWish<'_> {
    RefundWish { units, shipping_fee: None, to: RefundTo::Outside }
}

#[test]
fn refusals_come_in_their_order() {
    let lines = [line(1, 3, 10_000, 1, 3_333), line(2, 1, 500, 0, 0)];
    let being = [OpenReturn { id: 9, state: ReturnState::Approved, units: units(&[(2, 1)]) }];
    let facts = RefundFacts { open_returns: &being, ..facts(&lines) };
    for (asked, expected) in [
        (&[(3, 1)][..], UnknownItem(0)),
        (&[(1, 1), (1, 1)], UnknownItem(1)),
        (&[(1, 0)], InvalidQuantity { index: 0, left: 2 }),
        (&[(1, 3)], InvalidQuantity { index: 0, left: 2 }),
        (&[(1, i64::MAX)], InvalidQuantity { index: 0, left: 2 }),
        (&[(2, 1), (1, -1)], InvalidQuantity { index: 1, left: 2 }),
        (&[], Nothing),
        (&[(1, 1), (2, 1)], BeingReturned),
    ] {
        let asked = units(asked);
        assert_eq!(plan_refund(&facts, &wish(Some(&asked))), Err(expected), "{asked:?}");
    }
    assert_eq!(plan_refund(&facts, &wish(None)), Err(BeingReturned), "all of the order");
    for &state in OrderState::ALL {
        let refused = RefundRefusal::InvalidOrderState(InvalidOrderState { state, asked: "REFUND" });
        let found = plan_refund(&RefundFacts { state, ..facts }, &wish(Some(&units(&[(3, 1)]))));
        let expected = if state == OrderState::Confirmed { UnknownItem(0) } else { refused };
        assert_eq!(found, Err(expected), "{state}");
    }
    let short = RefundFacts { points_left: won(0), open_returns: &[], ..facts };
    assert_eq!(plan_refund(&short, &wish(None)), Err(Books), "less was paid than goes back");
    let long = RefundFacts { points_left: won(9_999), ..short };
    assert_eq!(plan_refund(&long, &wish(None)), Err(Books), "something would be left");
}

#[test]
fn the_fee_goes_back_with_the_whole_order_before_it_is_shipped_and_later_by_choice() {
    let lines = [line(1, 2, 1_000, 0, 0), line(2, 1, 500, 0, 0)];
    let (all, part) = (units(&[(1, 2), (2, 1)]), units(&[(1, 1)]));
    for (delivery, asked, choice, expected) in [
        (Preparing, None, None, Ok((3_000, true))),
        (Preparing, Some(&all), None, Ok((3_000, true))),
        (Preparing, Some(&all), Some(true), Ok((3_000, true))),
        (Preparing, Some(&all), Some(false), Err(FeeOfUnshipped)),
        (Preparing, Some(&part), None, Ok((0, false))),
        (Preparing, Some(&part), Some(false), Ok((0, false))),
        (Preparing, Some(&part), Some(true), Err(FeeOfUnshipped)),
        (Shipped, None, None, Ok((3_000, true))),
        (Shipped, None, Some(false), Ok((0, false))),
        (Delivered, Some(&all), None, Ok((0, false))),
        (Delivered, Some(&all), Some(true), Ok((3_000, true))),
        (Delivered, Some(&part), None, Ok((0, false))),
        (Delivered, Some(&part), Some(true), Ok((3_000, false))),
        (Delivered, Some(&Vec::new()), Some(true), Ok((3_000, false))),
        (Delivered, Some(&Vec::new()), None, Err(Nothing)),
    ] {
        let facts = RefundFacts {
            delivery_state: Some(delivery),
            outside_left: won(0),
            points_left: won(4_500),
            ..facts(&lines)
        };
        let wish = RefundWish { shipping_fee: choice, ..wish(asked.map(Vec::as_slice)) };
        let found = plan_refund(&facts, &wish).map(|plan| (plan.shipping_fee.get(), plan.is_last));
        assert_eq!(found, expected, "{delivery} {asked:?} {choice:?}");
    }
    let gone = [line(1, 2, 1_000, 2, 1_000)];
    let facts = RefundFacts { outside_left: won(0), points_left: won(3_000), ..facts(&gone) };
    let last = plan_refund(&facts, &wish(None)).unwrap();
    assert_eq!((last.lines.len(), last.amount.get(), last.is_last), (0, 3_000, true), "the fee alone was left");
    let without = RefundFacts { fee_left: won(0), ..facts };
    assert_eq!(plan_refund(&without, &wish(None)), Err(Nothing), "nothing at all");
}

#[test]
fn money_goes_first_to_the_payment_from_outside_as_money_or_as_points() {
    let lines = [line(1, 10, 10_000, 0, 0)];
    for (outside, points, more, to, expected) in [
        (6_000, 4_000, 5, RefundTo::Outside, (5_000, 0, 5_000, 0)),
        (6_000, 4_000, 8, RefundTo::Outside, (6_000, 2_000, 6_000, 2_000)),
        (6_000, 4_000, 8, RefundTo::Point, (6_000, 2_000, 0, 8_000)),
        (0, 10_000, 3, RefundTo::Outside, (0, 3_000, 0, 3_000)),
        (0, 10_000, 3, RefundTo::Point, (0, 3_000, 0, 3_000)),
        (10_000, 0, 10, RefundTo::Outside, (10_000, 0, 10_000, 0)),
    ] {
        let facts =
            RefundFacts { fee_left: won(0), outside_left: won(outside), points_left: won(points), ..facts(&lines) };
        let asked = units(&[(1, more)]);
        let plan = plan_refund(&facts, &RefundWish { to, ..wish(Some(&asked)) }).unwrap();
        let found = (plan.from_outside, plan.from_points, plan.outside_amount(), plan.point_amount());
        assert_eq!(
            (found.0.get(), found.1.get(), found.2.get(), found.3.get()),
            expected,
            "{more} of {outside} from outside and {points} points, to {to}"
        );
    }
}

#[test]
fn a_received_return_is_settled_by_the_refund_of_its_units() {
    let lines = [line(1, 3, 9_000, 0, 0)];
    let received = [OpenReturn { id: 4, state: ReturnState::Received, units: units(&[(1, 2)]) }];
    let facts = RefundFacts {
        fee_left: won(0),
        outside_left: won(0),
        points_left: won(9_000),
        open_returns: &received,
        ..facts(&lines)
    };
    let settles = |pairs| plan_refund(&facts, &wish(Some(&units(pairs)))).map(|plan| plan.settles);
    assert_eq!(settles(&[(1, 2)]), Ok(vec![4]));
    assert_eq!(settles(&[(1, 3)]), Ok(vec![4]));
    assert_eq!(settles(&[(1, 1)]), Ok(vec![]), "a unit that is not being returned");
    assert_eq!(plan_refund(&facts, &wish(None)).unwrap().settles, [4]);
}

/// A cheap generator: a million orders would take minutes with strategies that can shrink.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }
}

/// An order that is refunded step by step until nothing is left of it.
fn refund_whole_order(random: &mut Random) {
    let mut lines: Vec<RefundLine> = (1..=1 + random.below(4))
        .map(|item_id| {
            let price = if random.below(9) == 0 { 900_000_000 } else { 20_000 };
            let quantity = if random.below(9) == 0 { 1_000 } else { 8 };
            line(item_id, 1 + random.below(quantity), random.below(price), 0, 0)
        })
        .collect();
    let mut fee_left = won(if random.below(2) == 0 { 0 } else { random.below(5_000) });
    let total: i64 = fee_left.get() + lines.iter().map(|line| line.total_amount.get()).sum::<i64>();
    let mut outside_left = won(random.below(total + 1));
    let mut points_left = won(total - outside_left.get());
    let (mut refunded, mut steps) = (0, 0);
    loop {
        steps += 1;
        assert!(steps < 60_000, "an order has an end: {lines:?}");
        let delivery_state = Some([Preparing, Shipped, Delivered][usize::try_from(random.below(3)).unwrap()]);
        let state = OrderState::Confirmed;
        let facts = RefundFacts {
            state,
            delivery_state,
            fee_left,
            lines: &lines,
            outside_left,
            points_left,
            open_returns: &[],
        };
        let some: Vec<LineUnits> = lines
            .iter()
            .map(|line| LineUnits { item_id: line.item_id, quantity: random.below(line.units_left() + 1) })
            .filter(|units| units.quantity > 0)
            .collect();
        let is_whole = random.below(6) == 0;
        let choice = [None, Some(true), Some(false)][usize::try_from(random.below(3)).unwrap()];
        let asked = (!is_whole).then_some(some.as_slice());
        let plan = match plan_refund(&facts, &RefundWish { units: asked, shipping_fee: choice, to: RefundTo::Point }) {
            Ok(plan) => plan,
            Err(FeeOfUnshipped | Nothing) => continue,
            Err(other) => panic!("{other} for {facts:?} and {asked:?}"),
        };
        let parts: i64 = plan.lines.iter().map(|line| line.amount.get()).sum();
        assert_eq!(parts + plan.shipping_fee.get(), plan.amount.get(), "the lines and the fee are the refund");
        assert_eq!(plan.from_outside.get() + plan.from_points.get(), plan.amount.get(), "it is taken from payments");
        for planned in &plan.lines {
            let line = lines.iter_mut().find(|line| line.item_id == planned.item_id).unwrap();
            line.cancelled += planned.quantity;
            line.refunded = line.refunded.checked_add(planned.amount).unwrap();
        }
        fee_left = fee_left.checked_sub(plan.shipping_fee).unwrap();
        outside_left = outside_left.checked_sub(plan.from_outside).unwrap();
        points_left = points_left.checked_sub(plan.from_points).unwrap();
        refunded += plan.amount.get();
        assert!(plan.from_points.is_zero() || outside_left.is_zero(), "money from outside goes back first");
        let is_left = lines.iter().any(|line| line.units_left() > 0) || !fee_left.is_zero();
        assert_eq!(plan.is_last, !is_left, "the last one leaves nothing");
        if plan.is_last {
            break;
        }
    }
    assert_eq!(refunded, total, "every won goes back once");
    assert_eq!((outside_left, points_left), (Won::ZERO, Won::ZERO), "to the payments that it came from");
    assert!(lines.iter().all(|line| line.refunded == line.total_amount), "and each line has its own: {lines:?}");
}

#[test]
fn the_parts_of_random_orders_add_up_to_the_won() {
    let is_full = std::env::var("JANGTEO_PROOF_SIZE").is_ok_and(|size| size == "full");
    let mut random = Random(0x5EED);
    for _ in 0..if is_full { 1_000_000 } else { 20_000 } {
        refund_whole_order(&mut random);
    }
}
