//! Runs sequences on both. The number of sequences is small here and large in `cargo xtask proof`.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, FileFailurePersistence};
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
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

/// Sequences that are tried.
fn sequences() -> u32 {
    std::env::var("JANGTEO_MODEL_SEQUENCES").ok().and_then(|text| text.parse().ok()).unwrap_or(100)
}

prop_state_machine! {
    #![proptest_config(Config {
        cases: sequences(),
        max_shrink_iters: 2_000,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..Config::default()
    })]

    #[test]
    fn the_shop_does_what_the_model_does(sequential 1..60 => Pair);
}

/// Sequences that never sell anything would prove nothing: each kind of step succeeds, and each refusal of the model is met.
#[test]
fn the_steps_meet_what_they_are_for() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let sequence = proptest::collection::vec(step(), 60);
    let (mut done, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..300 {
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
    assert_eq!(done.len(), 22, "each kind of step succeeds somewhere: {done:?}");
    assert_eq!(refused.len(), 17, "each refusal is met: {refused:?}");
}
