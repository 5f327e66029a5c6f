//! Tests of the rules of a payment.

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::{InvalidOrderState, OrderState, PayFacts, PayPlan, PayRefusal, PayableOrder, PaymentMethod, check_payment};
use crate::money::Won;
use crate::point::BalanceChange;

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(second, 0).unwrap()
}

fn won(amount: i64) -> Won {
    Won::new(amount).unwrap()
}

const ALL: &[PaymentMethod] = &[PaymentMethod::BankTransfer, PaymentMethod::Cash];

fn order(state: OrderState) -> PayableOrder {
    PayableOrder { user_id: 1, state, expires_at: Some(at(51)), total_amount: won(1_000), awaits_deposit: false }
}

fn facts(method: &str) -> PayFacts<'_> {
    PayFacts {
        amount: 1_000,
        method,
        point_amount: None,
        open: ALL,
        user_id: 1,
        order: Some(order(OrderState::Normal)),
        available_point: won(1_000),
    }
}

#[test]
fn refusals_come_in_their_order() {
    let mut order = PayableOrder { user_id: 2, expires_at: Some(at(50)), ..order(OrderState::Confirmed) };
    let mut facts = PayFacts {
        amount: 0,
        open: &[],
        order: None,
        point_amount: Some(1),
        available_point: won(999),
        ..facts("CARD")
    };
    let pay = |facts: &PayFacts<'_>, order: Option<PayableOrder>| check_payment(&PayFacts { order, ..*facts }, at(50));
    for amount in [0, -1, i64::MIN, i64::MAX] {
        facts.amount = amount;
        assert_eq!(pay(&facts, None), Err(PayRefusal::InvalidAmount), "{amount}");
    }
    facts.amount = 900;
    assert_eq!(pay(&facts, None), Err(PayRefusal::UnknownMethod));
    for (code, method) in [("BANK_TRANSFER", PaymentMethod::BankTransfer), ("CASH", PaymentMethod::Cash)] {
        facts.method = code;
        assert_eq!(pay(&facts, None), Err(PayRefusal::MethodNotOpen(method)), "{code}");
    }
    facts.method = "POINT";
    assert_eq!(pay(&facts, None), Err(PayRefusal::InvalidPart), "points have no part in points");
    facts.point_amount = None;
    assert_eq!(pay(&facts, None), Err(PayRefusal::OrderNotFound));
    assert_eq!(pay(&facts, Some(order)), Err(PayRefusal::OrderNotFound), "an order of another user");
    order.user_id = 1;
    let refused = |state| Err(PayRefusal::InvalidOrderState(InvalidOrderState { state, asked: "PAY" }));
    assert_eq!(pay(&facts, Some(order)), refused(OrderState::Confirmed));
    order.state = OrderState::Normal;
    assert_eq!(pay(&facts, Some(order)), refused(OrderState::Normal), "its time has passed");
    order.expires_at = Some(at(51));
    let waiting = PayableOrder { awaits_deposit: true, ..order };
    assert_eq!(pay(&facts, Some(waiting)), refused(OrderState::Normal), "its deposit is awaited already");
    let mismatch = PayRefusal::AmountMismatch { expected: won(1_000), actual: won(900) };
    assert_eq!(pay(&facts, Some(order)), Err(mismatch));
    facts.amount = 1_000;
    let short = PayRefusal::InsufficientBalance { required: won(1_000), available: won(999), shortfall: won(1) };
    assert_eq!(pay(&facts, Some(order)), Err(short));
    facts.available_point = won(1_000);
    let change = BalanceChange { before: won(1_000), after: Won::ZERO };
    assert_eq!(pay(&facts, Some(order)), Ok(PayPlan::Points(change)), "all of it may be spent");
    assert_eq!(change.amount(), -1_000);
}

#[test]
fn a_deposit_may_have_a_part_in_points_but_not_all_of_it() {
    let change = |points: i64| Some(BalanceChange { before: won(1_000), after: won(1_000 - points) });
    let (method, short) = (PaymentMethod::BankTransfer, won(1_000));
    for (total, part, expected) in [
        (1_000, None, Ok((None, 1_000))),
        (1_000, Some(0), Ok((None, 1_000))),
        (1_000, Some(1), Ok((change(1), 999))),
        (1_000, Some(999), Ok((change(999), 1))),
        (1_000, Some(1_000), Err(PayRefusal::InvalidPart)),
        (1_000, Some(1_001), Err(PayRefusal::InvalidPart)),
        (1_000, Some(-1), Err(PayRefusal::InvalidPart)),
        (1_000, Some(i64::MIN), Err(PayRefusal::InvalidPart)),
        (1_000, Some(i64::MAX), Err(PayRefusal::InvalidPart)),
        (5_000, Some(1_000), Ok((change(1_000), 4_000))),
        (
            5_000,
            Some(1_001),
            Err(PayRefusal::InsufficientBalance { required: won(1_001), available: short, shortfall: won(1) }),
        ),
    ] {
        let order = Some(PayableOrder { total_amount: won(total), ..order(OrderState::Normal) });
        let wanted = PayFacts { amount: total, point_amount: part, order, ..facts("BANK_TRANSFER") };
        let expected = expected.map(|(points, awaited)| PayPlan::Deposit { method, points, awaited: won(awaited) });
        assert_eq!(check_payment(&wanted, at(50)), expected, "{part:?} of {total}");
    }
}

#[test]
fn only_what_is_open_is_taken_and_points_always_are() {
    for open in [&[][..], &ALL[..1], &ALL[1..], ALL] {
        for &method in PaymentMethod::ALL {
            let is_taken = check_payment(&PayFacts { open, ..facts(method.as_str()) }, at(50)).is_ok();
            assert_eq!(is_taken, method == PaymentMethod::Point || open.contains(&method), "{method} where {open:?}");
        }
    }
}

proptest! {
    #[test]
    fn the_parts_are_the_amount_and_the_balance_pays_its_part(
        total in 1_i64..=crate::limits::MAX_WON,
        part in -10_i64..=crate::limits::MAX_WON,
        balance in 0_i64..=crate::limits::MAX_WON,
    ) {
        let order = Some(PayableOrder { total_amount: won(total), ..order(OrderState::Normal) });
        let wanted =
            PayFacts { amount: total, point_amount: Some(part), order, available_point: won(balance), ..facts("CASH") };
        match check_payment(&wanted, at(50)) {
            Ok(PayPlan::Deposit { points, awaited, .. }) => {
                let spent = points.map_or(0, |change| -change.amount());
                prop_assert_eq!((spent, spent + awaited.get()), (part, total));
                prop_assert!(awaited.get() > 0 && part <= balance);
            }
            Ok(PayPlan::Points(_)) => prop_assert!(false, "cash is a deposit"),
            Err(PayRefusal::InvalidPart) => prop_assert!(part < 0 || part >= total),
            Err(PayRefusal::InsufficientBalance { shortfall, .. }) => prop_assert_eq!(shortfall.get(), part - balance),
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
