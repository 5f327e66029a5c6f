//! Positive controls: a bug is planted, and a check has to fail.
//!
//! A planted bug is one of the whole process. So these tests need a process each: nextest gives them one, and under `cargo test`
//! they start it themselves.

use std::process::Command;

use shop_store::planted::{Bug, plant};

/// Whether this process runs the test alone. Where it does not, the test runs in a process of its own, and has to pass there.
pub fn is_alone(test: &str) -> bool {
    const ALONE: &str = "--exact";
    if std::env::args().any(|argument| argument == ALONE) {
        return true;
    }
    let mut child = Command::new(std::env::current_exe().expect("this program has a path"));
    let output = child.args([ALONE, test]).output().expect("it can be started again");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{test} in a process of its own:\n{said}");
    false
}

/// Plants each bug in turn, asks whether it is caught, and counts: planted, caught.
pub fn planted_and_caught(bugs: &[Bug], is_caught: impl Fn(Bug) -> bool) -> (u64, u64) {
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
