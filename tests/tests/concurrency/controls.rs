//! Positive controls: a bug is planted, and a check has to fail.
//!
//! A planted bug is one of the whole process. So these tests need a process each, as nextest gives them.

use shop_store::planted::{Bug, plant};

/// Plants each bug in turn, asks whether it is caught, and counts: planted, caught.
pub fn planted_and_caught(bugs: &[Bug], is_caught: impl Fn(Bug) -> bool) -> (u64, u64) {
    let is_alone = std::env::var_os("NEXTEST_EXECUTION_MODE").is_some_and(|mode| mode == "process-per-test");
    assert!(is_alone, "a planted bug would reach the other tests of this process: run this one by cargo nextest");
    let caught = bugs.iter().filter(|bug| {
        let _planted = plant(**bug);
        let caught = is_caught(**bug);
        if !caught {
            eprintln!("{bug:?} was planted and not caught");
        }
        caught
    });
    let caught = caught.count();
    (bugs.len() as u64, caught as u64)
}

/// Whether a check fails.
pub fn is_caught(check: impl FnOnce() + Send + 'static) -> bool {
    fault_of(check).is_some()
}

/// Why a check fails; `None` where it passes. It runs on a thread of its own, because a model checker leaves its thread
/// unusable when it fails.
pub fn fault_of(check: impl FnOnce() + Send + 'static) -> Option<String> {
    let fault = std::thread::spawn(check).join().err()?;
    let text = fault.downcast_ref::<&str>().map(|text| (*text).to_owned());
    Some(text.or_else(|| fault.downcast_ref::<String>().cloned()).unwrap_or_default())
}
