//! `jangteo lab`: the same crowd under each guard, its exit codes, and a report that runs again.

use serde_json::Value;
use tempfile::TempDir;

use crate::program::jangteo_alone;

/// A run of forty users on a folder that must stay empty.
fn ran(folder: &TempDir, arguments: &[&str]) -> Value {
    let asked = [&["lab", "coupon-rush", "--people", "40", "--stock", "5", "--json"], arguments].concat();
    let ran = jangteo_alone(&asked, folder.path());
    assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
    serde_json::from_str(&ran.out).expect("it prints JSON")
}

#[test]
fn each_guard_meets_the_same_crowd() {
    let folder = TempDir::new().expect("a folder");
    let outcomes = ran(&folder, &["--seed", "7", "--guard", "all"]);
    let outcomes = outcomes.as_array().expect("a list");
    let guards: Vec<_> = outcomes.iter().map(|outcome| outcome["guard"].as_str().unwrap_or_default()).collect();
    assert_eq!(guards, ["none", "one-lock", "compare-and-set", "keyed"], "the weakest first");
    for outcome in outcomes {
        assert_eq!(outcome["arrivals"], outcomes[0]["arrivals"], "the same seed gives the same arrivals");
        assert_eq!(outcome["scenario"], "coupon-rush");
        for (name, value) in [("people", 40), ("stock", 5), ("seed", 7)] {
            assert_eq!(outcome[name], value, "{name}");
        }
        let (oversold, broken) = (outcome["oversold"].as_i64(), outcome["identities"].as_array().map(Vec::len));
        if outcome["guard"] == "none" {
            assert!(oversold > Some(0) && broken > Some(0), "without a guard it is seen: {outcome}");
        } else {
            assert_eq!((&outcome["granted"], &outcome["refused"]), (&5.into(), &35.into()), "{outcome}");
            assert_eq!((oversold, broken), (Some(0), Some(0)), "{outcome}");
        }
    }
    let left = std::fs::read_dir(folder.path()).expect("the data folder is read").count();
    assert_eq!(left, 0, "the shop's own folder is not touched");
}

#[test]
fn one_guard_is_one_object_and_another_seed_another_crowd() {
    let folder = TempDir::new().expect("a folder");
    let (seven, again, eight) =
        (ran(&folder, &["--seed", "7"]), ran(&folder, &["--seed", "7"]), ran(&folder, &["--seed", "8"]));
    assert_eq!(seven["guard"], "keyed", "the shop's own guard where none is named");
    assert_eq!(seven["arrivals"], again["arrivals"]);
    assert_ne!(seven["arrivals"], eight["arrivals"]);
}

#[test]
fn a_report_is_run_again_unless_it_was_changed() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("run.html");
    let path = file.to_str().expect("a path of plain signs");
    let first = ran(&folder, &["--seed", "3", "--guard", "none", "--report", path, "--lang", "en"]);
    let again = jangteo_alone(&["lab", "--replay", path, "--json"], folder.path());
    assert_eq!(again.code, 0, "{}", again.err);
    let again: Value = serde_json::from_str(&again.out).expect("it prints JSON");
    for name in ["scenario", "guard", "people", "stock", "seed", "arrivals"] {
        assert_eq!(again[name], first[name], "{name}");
    }
    let text = std::fs::read_to_string(&file).expect("it is read");
    std::fs::write(&file, text.replacen("Oversold", "Sold", 1)).expect("it is changed");
    let refused = jangteo_alone(&["lab", "--replay", path], folder.path());
    assert_eq!(refused.code, 2, "a changed report is refused: {}", refused.err);
}

#[test]
fn what_the_lab_does_not_know_is_refused() {
    let folder = TempDir::new().expect("a folder");
    for arguments in [
        ["lab", "bank-run", "--people", "1"],
        ["lab", "coupon-rush", "--people", "0"],
        ["lab", "coupon-rush", "--people", "100001"],
        ["lab", "coupon-rush", "--stock", "0"],
        ["lab", "coupon-rush", "--guard", "hope"],
    ] {
        assert_eq!(jangteo_alone(&arguments, folder.path()).code, 2, "{arguments:?}");
    }
}
