//! `jangteo lab race`, `plug` and `payment`: the replays by their results and exit codes, and what a signal leaves of a run.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{in_our_hands, jangteo_alone};

fn replayed(arguments: &[&str]) -> Value {
    let folder = TempDir::new().expect("a folder");
    let ran = jangteo_alone(&[&["lab"], arguments, &["--json"]].concat(), folder.path());
    assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
    ran.json()
}

#[test]
fn a_race_is_lost_by_one_of_two_under_each_guard_but_none() {
    for (guard, winners, oversold) in [("none", 2, 1), ("one-lock", 1, 0), ("compare-and-set", 1, 0), ("keyed", 1, 0)] {
        let race = replayed(&["race", "--guard", guard, "--seed", "7"]);
        assert_eq!(race["winners"].as_array().map(Vec::len), Some(winners), "{guard}");
        assert_eq!(race["oversold"], oversold, "{guard}");
        assert_eq!(race["oversoldWon"], oversold * 10_000, "{guard}");
        assert_eq!(race["identities"].as_array().map(Vec::is_empty), Some(oversold == 0), "{guard}");
    }
}

#[test]
fn a_race_is_printed_as_a_table_of_steps() {
    let folder = TempDir::new().expect("a folder");
    let ran = jangteo_alone(&["lab", "race", "--guard", "none"], folder.path());
    assert_eq!(ran.code, 0, "{}", ran.err);
    for said in ["available", "UPDATE stock SET", "BEGIN IMMEDIATE", "COMMIT", "-- granted", "oversold: 1 (10000 won)"]
    {
        assert!(ran.out.contains(said), "{said} is not in\n{}", ran.out);
    }
    let all = jangteo_alone(&["lab", "race", "--guard", "none", "--all"], folder.path());
    assert!(all.out.lines().count() > ran.out.lines().count(), "every statement is more");
}

/// What is known of the shop at each moment: whether the order is there after reopening, whether it was in the killed process,
/// whether the payment is there after reopening, and which answers were stored.
struct Known {
    moment: &'static str,
    inside: [i64; 3],
    reopened: [i64; 3],
    stored: [bool; 2],
}

#[test]
fn a_killed_process_leaves_what_was_committed_and_nothing_else() {
    // Stock, orders and paid orders.
    let known = [
        Known { moment: "before-stock", inside: [3, 1, 0], reopened: [3, 0, 0], stored: [false, false] },
        Known { moment: "order-written", inside: [3, 1, 0], reopened: [3, 0, 0], stored: [false, false] },
        Known { moment: "before-commit", inside: [2, 1, 0], reopened: [3, 0, 0], stored: [false, false] },
        Known { moment: "after-commit", inside: [2, 1, 0], reopened: [2, 1, 0], stored: [true, false] },
        Known { moment: "between-order-and-payment", inside: [2, 1, 0], reopened: [2, 1, 0], stored: [true, false] },
        Known { moment: "points-taken", inside: [2, 1, 0], reopened: [2, 1, 0], stored: [true, false] },
        Known { moment: "after-payment-commit", inside: [2, 1, 1], reopened: [2, 1, 1], stored: [true, true] },
    ];
    for Known { moment, inside, reopened, stored } in known {
        let plug = replayed(&["plug", "--at", moment]);
        let of = |when: &str| ["available", "orders", "paid"].map(|name| plug[when][name].as_i64().unwrap_or(-1));
        assert_eq!(plug["moment"], moment);
        assert_eq!(plug["signal"], 9, "{moment}: the process is killed");
        assert_eq!(of("before"), [3, 0, 0], "{moment}");
        assert_eq!(of("inside"), inside, "{moment}: in the killed process");
        assert_eq!(of("reopened"), reopened, "{moment}: after reopening");
        assert_eq!(of("repeated"), [2, 1, 1], "{moment}: the repetition completes the order, once");
        assert_eq!(
            [&plug["order"]["wasStored"], &plug["payment"]["wasStored"]],
            stored.map(Value::from).each_ref(),
            "{moment}"
        );
        for request in ["order", "payment"] {
            assert_eq!(plug[request]["isStable"], true, "{moment}: one more repetition of the {request} is the same");
        }
        for board in ["reopenedIdentities", "identities"] {
            assert_eq!(plug[board], json!([]), "{moment}: {board}");
        }
    }
    let taken = replayed(&["plug", "--at", "points-taken"]);
    let points = |when: &str| taken[when]["points"].as_i64();
    assert_eq!(
        [points("inside"), points("reopened"), points("repeated")],
        [90_000, 100_000, 90_000].map(Some),
        "points"
    );
}

#[test]
fn a_failed_payment_is_compensated() {
    let failure = replayed(&["payment"]);
    assert_eq!(failure["code"], "PAYMENT_FAILED");
    assert_eq!((&failure["before"]["available"], &failure["after"]["available"]), (&json!(0), &json!(1)), "the stock");
    assert_eq!(
        (&failure["before"]["couponsUsed"], &failure["after"]["couponsUsed"]),
        (&json!(1), &json!(0)),
        "the coupon"
    );
    assert_eq!(failure["before"]["points"], failure["after"]["points"], "the points");
    assert_eq!(failure["identities"], json!([]));
}

#[test]
fn the_process_to_be_killed_takes_no_folder_but_a_scratch_shop() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().to_str().expect("a path of plain signs");
    let ran = jangteo_alone(&["lab-plug-child", path, "before-commit", "1", "1"], folder.path());
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert_eq!(std::fs::read_dir(folder.path()).map(Iterator::count).ok(), Some(0), "nothing is made in it");
}

/// A long run whose scratch shop is in `temporary`, once that is made.
fn started(temporary: &Path) -> Child {
    let mut command = in_our_hands(&["lab", "coupon-rush", "--people", "50", "--over", "600"]);
    command.env("TMPDIR", temporary).stdout(Stdio::null()).stderr(Stdio::null());
    let child = command.spawn().expect("the program starts");
    until("the scratch shop is made", || scratch_shops(temporary) == 1);
    child
}

fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::yield_now();
    }
}

fn scratch_shops(temporary: &Path) -> usize {
    let made = |entry: std::fs::DirEntry| entry.path().join("jangteo.db-wal").is_file();
    std::fs::read_dir(temporary).into_iter().flatten().flatten().filter_map(|entry| made(entry).then_some(())).count()
}

fn left(temporary: &Path) -> usize {
    std::fs::read_dir(temporary).map(Iterator::count).unwrap_or_default()
}

#[test]
fn a_signal_ends_a_run_and_its_scratch_shop() {
    for signal in ["-INT", "-TERM"] {
        let temporary = TempDir::new().expect("a folder");
        let mut child = started(temporary.path());
        let sent = Command::new("kill").arg(signal).arg(child.id().to_string()).status().expect("kill runs");
        assert!(sent.success());
        let status = child.wait().expect("it ends");
        assert_eq!(status.code(), Some(130), "{signal}");
        assert_eq!(left(temporary.path()), 0, "{signal}: the scratch shop is removed");
    }
}

#[test]
fn what_a_killed_run_left_is_removed_by_the_next() {
    let temporary = TempDir::new().expect("a folder");
    let mut killed = started(temporary.path());
    killed.kill().expect("it is killed");
    killed.wait().expect("it ends");
    assert_eq!(left(temporary.path()), 1, "nothing could remove it");
    let mut next = in_our_hands(&["lab", "race"]);
    next.env("TMPDIR", temporary.path()).stdin(Stdio::null());
    assert!(next.output().expect("it runs").status.success());
    assert_eq!(left(temporary.path()), 0, "the next run has removed it");
}
