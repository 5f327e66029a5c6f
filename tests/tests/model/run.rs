//! Runs sequences on both, and with bugs that must be met.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest};
use shop_store::planted::{Bug, plant};
use shop_tests::proof::{Report, is_full, report};
use tokio::runtime::Runtime;

use crate::real::Real;
use crate::shop::Model;
use crate::step::{Step, step};

impl ReferenceStateMachine for Model {
    type State = Self;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Self> {
        Just(Self::new()).boxed()
    }

    fn transitions(_: &Self) -> BoxedStrategy<Step> {
        step().boxed()
    }

    fn apply(mut state: Self, step: &Step) -> Self {
        Model::apply(&mut state, step);
        state
    }
}

/// The real shop with the runtime on which it is asked.
pub struct Pair {
    real: Real,
    runtime: Runtime,
}

impl StateMachineTest for Pair {
    type SystemUnderTest = Self;
    type Reference = Model;

    fn init_test(model: &Model) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Self { real: runtime.block_on(Real::new(model)), runtime }
    }

    fn apply(mut pair: Self, model: &Model, step: Step) -> Self {
        let answer = pair.runtime.block_on(pair.real.apply(&step));
        assert_eq!(answer, model.answer, "the answers to {step:?}: the shop's, the model's");
        assert_eq!(pair.real.seen(), model.seen(), "the states after {step:?}: the shop's, the model's");
        pair
    }

    /// The invariants hold: the scene checks them when it ends.
    fn teardown(pair: Self, _: Model) {
        drop(pair);
    }
}

/// Sequences that are tried: quick and full.
const SEQUENCES: [u32; 2] = [2_000, 10_000];
/// Bugs that sequences of one user after another can meet.
const BUGS: [Bug; 4] =
    [Bug::DroppedLedgerRow, Bug::MovementForgotten, Bug::MissingOwnerCheck, Bug::IdempotencyKeyIgnored];

#[test]
fn the_shop_does_what_the_model_does() {
    let (started, cases) = (Instant::now(), SEQUENCES[usize::from(is_full())]);
    let config = Config {
        cases,
        max_shrink_iters: 2_000,
        source_file: Some(file!()),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..Config::default()
    };
    let run = |(model, steps, seen)| {
        Pair::test_sequential(config.clone(), model, steps, seen);
        Ok(())
    };
    let ran = TestRunner::new(config.clone()).run(&Model::sequential_strategy(1..60), run);
    ran.unwrap_or_else(|failure| panic!("{failure}"));
    let caught = BUGS.into_iter().filter(|bug| is_caught(*bug)).count();
    report(&Report {
        goal: "model-sequences",
        figure: cases.into(),
        unit: "sequences",
        reach: cases.into(),
        planted: BUGS.len() as u64,
        caught: caught as u64,
        seconds: started.elapsed().as_secs_f64(),
    });
}

/// Whether one of a hundred sequences fails while the bug is planted.
fn is_caught(bug: Bug) -> bool {
    let _planted = plant(bug);
    let (mut runner, sequence) = (TestRunner::deterministic(), proptest::collection::vec(step(), 60));
    (0..100).any(|_| {
        let steps = sequence.new_tree(&mut runner).expect("a sequence").current();
        catch_unwind(AssertUnwindSafe(|| Pair::test_sequential(Config::default(), Model::new(), steps, None))).is_err()
    })
}

/// Sequences that never sell anything would prove nothing: each kind of step succeeds, and each refusal of the model is met.
#[test]
fn the_steps_meet_what_they_are_for() {
    let mut runner = TestRunner::deterministic();
    let sequence = proptest::collection::vec(step(), 60);
    let (mut done, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..600 {
        let mut model = Model::new();
        for step in sequence.new_tree(&mut runner).expect("a sequence").current() {
            Model::apply(&mut model, &step);
            let kind = format!("{step:?}");
            match model.answer {
                Ok(_) => done.insert(kind.split([' ', '{']).next().unwrap_or_default().to_owned()),
                Err(code) => refused.insert(format!("{code:?}")),
            };
        }
    }
    assert_eq!(done.len(), 40, "each kind of step succeeds somewhere: {done:?}");
    assert_eq!(refused.len(), 20, "each refusal is met: {refused:?}");
}
