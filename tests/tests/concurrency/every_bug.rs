//! Each bug that can be planted is planted by a harness that has to find it.

use shop_store::planted::Bug;

use crate::{counted, lock_queue};

#[test]
fn every_bug_has_a_harness_that_finds_it() {
    let of_trials = |bug: &Bug| counted::CONTROLS.iter().any(|(of, _)| of == bug);
    for bug in Bug::ALL {
        // What a commit without a sync loses is seen after a power cut alone, which no crowd makes.
        let is_found = of_trials(&bug) || lock_queue::BUGS.contains(&bug) || bug == Bug::LostSync;
        assert!(is_found, "{bug:?} is planted by no harness");
    }
}
