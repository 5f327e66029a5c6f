//! What the Lab replays: the statements are those of the shop, the interleaving is always the same, and the compensation gives
//! everything back.

use shop_contract::{ErrorCode, LabAct, LabFailure, LabRace, LabSide, LabState, LabStep};

use super::*;

fn raced(guard: Guard) -> LabRace {
    race(guard, 7).expect("the race is run")
}

/// A step without the values that differ from run to run.
fn shape(step: &LabStep) -> (LabSide, LabAct, Option<String>, LabState) {
    let verb =
        step.statement.as_deref().map(|text| text.chars().filter(|sign| !sign.is_ascii_digit()).take(40).collect());
    (step.side, step.act, verb, step.state)
}

fn index(race: &LabRace, wanted: impl Fn(&LabStep) -> bool) -> Option<usize> {
    race.steps.iter().position(wanted)
}

/// Whether a side runs a statement that begins with these words.
fn runs(step: &LabStep, side: LabSide, words: &[&str]) -> bool {
    let begins = |text: &str| text.split(' ').take(words.len()).eq(words.iter().copied());
    step.side == side && step.statement.as_deref().is_some_and(begins)
}

fn contains(step: &LabStep, text: &str) -> bool {
    step.statement.as_deref().is_some_and(|statement| statement.contains(text))
}

#[test]
fn a_race_has_one_winner_under_each_guard_but_none() {
    for guard in Guard::ALL {
        let race = raced(guard);
        let refused: Vec<_> = race.steps.iter().filter_map(|step| step.code).collect();
        if guard.is_safe() {
            assert_eq!(race.winners, [LabSide::First], "{guard:?}");
            assert_eq!(refused, [ErrorCode::InsufficientStock], "{guard:?}: the second is told why");
            assert_eq!((race.oversold, race.oversold_won, race.identities.len()), (0, 0, 0), "{guard:?}");
        } else {
            assert_eq!(race.winners, [LabSide::First, LabSide::Second], "both get the one unit");
            assert_eq!((race.oversold, race.oversold_won, refused.len()), (1, 10_000, 0));
            assert!(!race.identities.is_empty(), "the data says so");
        }
    }
}

#[test]
fn a_race_is_the_same_each_time() {
    for guard in Guard::ALL {
        let shapes = || raced(guard).steps.iter().map(shape).collect::<Vec<_>>();
        let first = shapes();
        for _ in 0..3 {
            assert_eq!(shapes(), first, "{guard:?}");
        }
    }
}

#[test]
fn the_seed_decides_who_arrives_first() {
    let orders: std::collections::BTreeSet<Vec<String>> =
        (0..8).map(|seed| race(Guard::Keyed, seed).expect("the race is run").customers).collect();
    assert_eq!(orders.len(), 2, "either of the two: {orders:?}");
}

#[test]
fn without_a_guard_both_read_one_and_both_write() {
    let race = raced(Guard::None);
    let reads: Vec<_> = race.steps.iter().filter(|step| contains(step, "CROSS JOIN stock s")).take(2).collect();
    for (step, side) in reads.iter().zip([LabSide::First, LabSide::Second]) {
        let values = step.answer.as_ref().map(|answer| answer.values.clone()).unwrap_or_default();
        let available =
            values.iter().find(|value| value.name == "available_quantity").map(|value| value.value.as_str());
        assert_eq!((step.side, available), (side, Some("1")), "each reads the one unit: {step:?}");
    }
    for side in [LabSide::First, LabSide::Second] {
        let write = index(&race, |step| runs(step, side, &["UPDATE", "stock"]) && contains(step, "_quantity = 1,"));
        let write = write.unwrap_or_else(|| panic!("{side:?} writes what was read"));
        assert_eq!(race.steps[write].state.available, 1, "the unit is back for {side:?}");
    }
}

#[test]
fn the_guards_are_seen_at_work() {
    let of = |guard: Guard, act: LabAct| raced(guard).steps.into_iter().filter(|step| step.act == act).count();
    assert_eq!(of(Guard::OneLock, LabAct::WaitForLock), 1, "the second waits for the lock");
    assert_eq!((of(Guard::OneLock, LabAct::Lock), of(Guard::OneLock, LabAct::Unlock)), (2, 2), "both take it in turn");
    assert_eq!(of(Guard::CompareAndSet, LabAct::Retry), 1, "the second finds another value");
    assert_eq!(of(Guard::Keyed, LabAct::Queue), 2, "both join the queue");
    let keyed = raced(Guard::Keyed);
    let queued = index(&keyed, |step| step.side == LabSide::Second && step.act == LabAct::Queue);
    let committed = index(&keyed, |step| runs(step, LabSide::Shop, &["COMMIT"]));
    assert!(queued.is_some() && queued < committed, "the second queues while the first is in its transaction");
    let begun = keyed.steps.iter().filter(|step| runs(step, LabSide::Shop, &["BEGIN", "IMMEDIATE"])).count();
    assert_eq!(begun, 2, "each has a transaction");
}

#[test]
fn statements_have_their_values() {
    for guard in Guard::ALL {
        for step in raced(guard).steps {
            let Some(text) = step.statement else { continue };
            assert!(!text.contains("?1") && !text.contains('\n'), "{guard:?}: {text}");
            assert!(step.answer.is_some_and(|answer| answer.error.is_none()), "{guard:?}: {text}");
        }
    }
}

#[test]
fn a_failed_payment_gives_everything_back() {
    let LabFailure { before, steps, code, after, identities } = fail_payment().expect("it is run");
    assert_eq!((code, identities.len()), (ErrorCode::PaymentFailed, 0));
    assert_eq!(
        (before.available, before.sold, before.orders, before.coupons_used),
        (0, 1, 1, 1),
        "the order took them"
    );
    assert_eq!((after.available, after.sold, after.orders, after.coupons_used), (1, 0, 0, 0), "all is given back");
    assert_eq!((after.points, after.failed), (before.points, 1), "no points are missing, and the order has failed");
    let at = |wanted: &dyn Fn(&LabStep) -> bool| steps.iter().position(wanted);
    let debit = at(&|step| runs(step, LabSide::First, &["UPDATE", "user"]));
    let broken = at(&|step| step.act == LabAct::BreakOff);
    let undone = at(&|step| runs(step, LabSide::First, &["ROLLBACK", "TO", "task"]));
    let noted = at(&|step| runs(step, LabSide::Shop, &["INSERT", "INTO", "payment"]));
    let restored = at(&|step| runs(step, LabSide::Shop, &["UPDATE", "stock"]));
    let order = [debit, broken, undone, noted, restored];
    assert!(order.iter().all(Option::is_some) && order.is_sorted(), "each step in its order: {order:?}");
    let points = |at: Option<usize>| at.map(|at| steps[at].state.points);
    assert!(points(debit) < Some(before.points), "the debit is seen in its transaction");
    assert_eq!(points(undone), Some(before.points), "and is gone with it");
}
