//! What the shop answers about the past is what the model had then: at random instants, those of changes and the
//! milliseconds before them among them.

use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use shop_app::coupon::get_coupon_at;
use shop_app::order::get_order_at;
use shop_app::point::get_points_at;
use shop_app::stock::get_stock_at;
use shop_contract::{AsOf, CouponState, GetAsOf, GetStockAt, RecordCheck};
use shop_store::planted::{Bug, plant};
use shop_tests::proof::{Report, is_full, report};

use crate::real::Real;
use crate::scene::noon;
use crate::shop::{Coupon, HeldState, Model, State};
use crate::step::{COUPONS, PRODUCTS, Step, USERS, step};

/// Instants that are asked for: quick and full.
const INSTANTS: [usize; 2] = [10_000, 100_000];
/// Instants after each sequence.
const OF_A_SEQUENCE: usize = 100;
/// Bugs that the answers must show.
const BUGS: [Bug; 4] = [Bug::InstantExcluded, Bug::ReturnForgotten, Bug::MovementForgotten, Bug::DroppedLedgerRow];

/// The model after a step.
struct Moment {
    at: DateTime<Utc>,
    model: Model,
}

/// An instant to ask for: how it is chosen, which moment, how far after it; and the places of the things.
type Ask = (u8, usize, i64, usize);

fn asks() -> impl Strategy<Value = Vec<Ask>> {
    proptest::collection::vec((0..4u8, 0..10_000usize, 0..60_000i64, 0..60usize), OF_A_SEQUENCE)
}

/// Steps, a minute before half of them, so that changes have instants of their own and also share some.
fn steps() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec((step(), prop::bool::ANY), 60).prop_map(|steps| {
        let wait = Step::Wait { minutes: 1 };
        steps.into_iter().flat_map(|(step, waits)| waits.then(|| wait.clone()).into_iter().chain([step])).collect()
    })
}

fn minute(minutes: i64) -> DateTime<Utc> {
    noon() + TimeDelta::minutes(minutes)
}

/// Runs a sequence on both and asks; the first answer that differs.
async fn differs(steps: &[Step], asks: &[Ask]) -> Option<String> {
    let mut model = Model::new();
    let mut real = Real::new(&model).await;
    let mut moments = vec![Moment { at: minute(0), model: model.clone() }];
    for step in steps {
        model.apply(step);
        let answer = real.apply(step).await;
        assert_eq!(answer, model.answer, "the answers to {step:?}: the shop's, the model's");
        moments.push(Moment { at: minute(model.minutes), model: model.clone() });
    }
    let mut found = None;
    for ask in asks {
        let instant = instant(*ask, &moments, minute(model.minutes));
        let moment = moments.iter().rev().find(|moment| moment.at <= instant);
        let order = ask.3.checked_rem(model.orders.len());
        let (seen, expected) = (answers(&real, ask.3, instant).await, expected(moment, (ask.3, order), instant));
        found = found.or_else(|| (seen != expected).then(|| format!("at {instant}: {seen:?}, the model {expected:?}")));
    }
    // A planted bug breaks the invariants too, which the scene would find first.
    if found.is_some() {
        real.scene.falsify("");
    }
    found
}

fn instant((how, which, after, _): Ask, moments: &[Moment], now: DateTime<Utc>) -> DateTime<Utc> {
    let at = moments[which % moments.len()].at;
    let instant = match how {
        0 | 1 => at,
        2 => at - TimeDelta::milliseconds(1),
        _ => at + TimeDelta::milliseconds(after),
    };
    instant.min(now)
}

/// What the shop says of a product, a user, a coupon and an order; the last one is absent where there are no orders.
async fn answers(real: &Real, place: usize, instant: DateTime<Utc>) -> Vec<Option<String>> {
    let (product, user, coupon) = (place % PRODUCTS, place % USERS, place % COUPONS);
    let asked = |id| GetAsOf { id, instant: Some(instant), limit: None };
    let id = real.products[product];
    let request = GetStockAt { id, product_option_id: None, instant: Some(instant), limit: None };
    let stock = get_stock_at(real.scene.call(real.admin), request).await.expect("stock");
    let points = get_points_at(real.scene.call(real.admin), asked(real.users[user].user_id)).await.expect("points");
    let coupon = get_coupon_at(real.scene.call(real.admin), asked(real.coupons[coupon])).await.expect("a coupon");
    let past = coupon.coupon.as_ref().map(|past| format!("{:?} {}", past.state, past.total_quantity));
    let figures = coupon.issued_quantity.zip(coupon.used_quantity).zip(past);
    let mut answers = vec![
        checked(&stock.as_of, stock.available_quantity, stock.available_quantity.map(|left| left.to_string())),
        checked(&points.as_of, points.available_point, points.available_point.map(|points| points.to_string())),
        checked(
            &coupon.as_of,
            coupon.issued_quantity,
            figures.map(|((issued, used), past)| format!("{issued} {used} {past}")),
        ),
    ];
    let orders = real.ids("SELECT id FROM \"order\" ORDER BY id");
    if let Some(place) = place.checked_rem(orders.len()) {
        let order = get_order_at(real.scene.call(real.admin), asked(orders[place])).await.expect("an order");
        let state = order.state.map(|state| shop_domain::order::OrderState::from(state).as_str());
        let delivery = order.delivery_state.map(|state| shop_domain::order::DeliveryState::from(state).as_str());
        let state = if state == Some("CONFIRMED") { delivery } else { state };
        answers.push(checked(&order.as_of, None, state.map(str::to_owned)));
    }
    answers
}

/// The answer, with a mark where the rows contradict what is stored, or the causes are not those of the figure.
fn checked(as_of: &AsOf, figure: Option<i64>, answer: Option<String>) -> Option<String> {
    match fault(as_of, figure) {
        None => answer,
        Some(fault) => Some(format!("{answer:?}, but {fault}")),
    }
}

/// What is wrong with the causes: they end at the instant, the latest first, and add up to the figure.
fn fault(as_of: &AsOf, figure: Option<i64>) -> Option<&'static str> {
    let AsOf { instant, causes, .. } = as_of;
    let made = as_of.earlier_value.unwrap_or(0) + causes.iter().filter_map(|cause| cause.change).sum::<i64>();
    let before = causes.iter().map(|cause| cause.at).find(|at| at < instant);
    let faults = [
        (as_of.check != RecordCheck::Matches, "the records contradict what is stored"),
        (!causes.is_sorted_by(|later, earlier| later.at >= earlier.at), "the causes are out of order"),
        (causes.iter().any(|cause| cause.at > *instant), "a cause comes after the instant"),
        (figure.is_some_and(|figure| figure != made), "the causes do not add up to the figure"),
        (before.is_some() && before != as_of.previous_at, "the change before the instant is another one"),
        (as_of.next_at.is_some_and(|next| next <= *instant), "the change after the instant is not after it"),
    ];
    faults.into_iter().find(|(is_wrong, _)| *is_wrong).map(|(_, fault)| fault)
}

/// What the model says; `None` of what did not exist.
fn expected(
    moment: Option<&Moment>,
    (place, order): (usize, Option<usize>),
    instant: DateTime<Utc>,
) -> Vec<Option<String>> {
    let of = |text: &dyn Fn(&Model) -> Option<String>| moment.and_then(|moment| text(&moment.model));
    let coupon = place % COUPONS;
    let figures = |model: &Model| {
        let used = model.held.iter().filter(|held| held.coupon == coupon && held.state == HeldState::Used).count();
        let Coupon { issued, total, ends, is_offered, is_deleted, .. } = model.coupons[coupon];
        let state = match (is_deleted, is_offered) {
            (true, _) => CouponState::Deleted,
            (false, false) => CouponState::Discontinued,
            (false, true) if instant >= minute(ends) => CouponState::Expired,
            (false, true) => CouponState::Normal,
        };
        Some(format!("{issued} {used} {state:?} {total}"))
    };
    let mut expected = vec![
        of(&|model| Some(model.products[place % PRODUCTS].available.to_string())),
        of(&|model| Some(model.points[place % USERS].0.to_string())),
        of(&figures),
    ];
    expected.extend(order.map(|order| of(&|model| model.orders.get(order).map(|order| state_of(order.state)))));
    expected
}

/// The state of an order as the shop names it.
fn state_of(state: State) -> String {
    if state == State::Failed { "PAYMENT_FAILED".to_owned() } else { format!("{state:?}").to_uppercase() }
}

#[test]
fn the_past_is_what_the_model_had_then() {
    let (started, reach) = (Instant::now(), INSTANTS[usize::from(is_full())]);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut runner = TestRunner::deterministic();
    let mut next = || {
        let steps = steps().new_tree(&mut runner).expect("a sequence").current();
        (steps, asks().new_tree(&mut runner).expect("instants").current())
    };
    let mut asked = 0;
    while asked < reach {
        let (steps, asks) = next();
        let found = runtime.block_on(differs(&steps, &asks));
        assert_eq!(found, None, "after {steps:?}");
        asked += asks.len();
    }
    let mut is_caught = |bug| {
        let _planted = plant(bug);
        (0..300).any(|_| {
            let (steps, asks) = next();
            runtime.block_on(differs(&steps, &asks)).is_some()
        })
    };
    let caught = BUGS.into_iter().filter(|bug| is_caught(*bug)).count();
    report(&Report {
        goal: "time-travel",
        figure: asked as u64,
        unit: "instants",
        reach: reach as u64,
        planted: BUGS.len() as u64,
        caught: caught as u64,
        seconds: started.elapsed().as_secs_f64(),
    });
}
