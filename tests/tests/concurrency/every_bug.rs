//! Each bug that can be planted is planted by a harness that has to find it.

use shop_store::planted::Bug;

use crate::{counted, lock_queue};

#[test]
fn every_bug_has_a_harness_that_finds_it() {
    let of_trials = |bug: &Bug| counted::CONTROLS.iter().any(|(of, _)| of == bug);
    for bug in Bug::ALL {
        // What a commit without a sync loses is seen after a power cut alone, which no crowd makes; what an answer about the
        // past leaves out, by the model (`tests/tests/model/as_of.rs`).
        let is_elsewhere = matches!(bug, Bug::LostSync | Bug::InstantExcluded | Bug::ReturnForgotten);
        let is_found = of_trials(&bug) || lock_queue::BUGS.contains(&bug) || is_elsewhere;
        assert!(is_found, "{bug:?} is planted by no harness");
    }
}
