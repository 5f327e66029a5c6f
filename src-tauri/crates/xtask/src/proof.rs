//! `cargo xtask proof`: the harnesses that count, and one table of what they have shown.
//!
//! A harness is a test. It runs in a quick form with all tests, and here in its full one. It writes its figure to the folder
//! in `JANGTEO_PROOF` (`tests/src/proof.rs`), together with the bugs that it was given and those that it caught.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Args;
use serde_json::Value;

use crate::{fuzz_targets, mutants, proof_record, shell, test, ui};

/// How long each fuzz target runs under libFuzzer, in the full form.
const LIBFUZZER_SECONDS: u64 = 60;

/// The options of `proof`.
#[derive(Args)]
pub struct Options {
    /// Run the harnesses in the form in which they run with all tests.
    #[arg(long)]
    quick: bool,
    /// Print the reports as JSON instead of the table. They are also in target/proof, a file for each goal.
    #[arg(long)]
    json: bool,
    /// Keep the figures for the page of the panel that shows them; the changed file is to be committed.
    #[arg(long)]
    record: bool,
}

/// What a harness has to show.
struct Goal {
    /// Its name, as the harness reports it.
    name: &'static str,
    /// What is shown.
    says: &'static str,
    /// Where it stands, as a filter of nextest.
    harness: &'static str,
    /// The number to reach in the quick form and in the full one, for readers; the harness itself decides.
    sizes: [&'static str; 2],
}

/// All goals.
const GOALS: [Goal; 12] = [
    Goal {
        name: "lock-queue-random",
        says: "the lock manager keeps its promises in random orders of its threads (Shuttle)",
        harness: "binary(concurrency) and test(lock_queue::random_orders)",
        sizes: ["120,000 schedules", "1,000,000 schedules"],
    },
    Goal {
        name: "lock-queue-exhaustive",
        says: "the same in every order of two threads with two keys, and of three with few interruptions (Loom)",
        harness: "binary(concurrency) and test(lock_queue::every_order)",
        sizes: ["all, 2 interruptions", "all, 3 interruptions"],
    },
    Goal {
        name: "contended-trials",
        says: "nothing is oversold, issued or charged twice, or lost: with locks, without, and as two programs",
        harness: "binary(concurrency) and test(/^counted::/)",
        sizes: ["20,000 attempts", "100,000 attempts"],
    },
    Goal {
        name: "linearizable-histories",
        says: "histories of stock, coupon and wallet are those of a counter",
        harness: "binary(concurrency) and test(/^counted::/)",
        sizes: ["100 histories", "500 histories"],
    },
    Goal {
        name: "model-sequences",
        says: "random sequences of customers, admins, jobs and restarts do what plain maps say",
        harness: "binary(model) and test(the_shop_does_what_the_model_does)",
        sizes: ["2,000 sequences", "10,000 sequences"],
    },
    Goal {
        name: "time-travel",
        says: "stock, points, coupons and orders as of random instants are what plain maps had then",
        harness: "binary(model) and test(/^as_of::/)",
        sizes: ["10,000 instants", "100,000 instants"],
    },
    Goal {
        name: "sealed-rows",
        says: "a byte that is changed in a sealed row is found",
        harness: "binary(flows) and test(/any_byte_of_a_sealed_row/)",
        sizes: ["1,000 of 1,000", "1,000 of 1,000"],
    },
    Goal {
        name: "faults",
        says: "a write that meets a fault of the disk is done or not done, as its answer says",
        harness: "binary(faults) and test(/^writes::/)",
        sizes: ["500 faults", "10,000 faults"],
    },
    Goal {
        name: "faults-at-start",
        says: "a start and each migration that meet a fault lose nothing",
        harness: "binary(faults) and test(/^starts::/)",
        sizes: ["200 faults", "4,000 faults"],
    },
    Goal {
        name: "power-cuts",
        says: "after a power cut nothing that was answered is lost, and nothing is half done",
        harness: "binary(faults) and test(/^power::/)",
        sizes: ["15,000 images", "100,000 images"],
    },
    Goal {
        name: "killed-program",
        says: "the program killed under orders loses no answer and does no repetition twice",
        harness: "binary(cli) and test(/^kill::/)",
        sizes: ["20 kills", "500 kills"],
    },
    Goal {
        name: "fuzz-targets",
        says: "no table, body, cursor, search, picture, token, receipt or backup breaks its parser",
        harness: "binary(targets) and test(no_input_breaks_a_parser)",
        sizes: ["15,000 inputs", "1,000,000 inputs"],
    },
];

/// Runs all harnesses and prints what they have shown.
pub fn proof(options: &Options) -> Result<()> {
    let size = if options.quick { "quick" } else { "full" };
    let folder = shell::target().join("proof").join(size);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let ran = run_harnesses(&folder, size);
    let reports = reports(&folder)?;
    if options.json {
        shell::say(&serde_json::to_string_pretty(&reports)?);
    } else {
        shell::say(&table(&reports, usize::from(!options.quick)));
    }
    let short: Vec<&str> = GOALS.iter().filter(|goal| !is_reached(goal, &reports)).map(|goal| goal.name).collect();
    ensure!(short.is_empty(), "these goals fall short: {}", short.join(", "));
    let unlisted: Vec<&Value> = reports.iter().filter(|report| !GOALS.iter().any(|goal| is_of(goal, report))).collect();
    ensure!(unlisted.is_empty(), "no goal in src-tauri/crates/xtask/src/proof.rs: {unlisted:?}");
    ran?;
    if !options.quick {
        fuzz_targets::run(LIBFUZZER_SECONDS)?;
        mutants::run()?;
    }
    if options.record { proof_record::record(size, &reports) } else { Ok(()) }
}

fn run_harnesses(folder: &Path, size: &str) -> Result<()> {
    ui::build_when_changed()?;
    let (mut harnesses, _) = test::nextest("proof");
    harnesses.args(["--no-fail-fast", "--status-level", "pass", "--filterset"]);
    harnesses.arg(GOALS.map(|goal| format!("({})", goal.harness)).join(" or "));
    shell::run(harnesses.env("JANGTEO_PROOF", folder).env("JANGTEO_PROOF_SIZE", size))
}

/// The reports in the folder, by name.
fn reports(folder: &Path) -> Result<Vec<Value>> {
    let entries = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<Result<Vec<PathBuf>>>()?;
    paths.sort();
    let report = |path: &PathBuf| {
        let text = std::fs::read_to_string(path)?;
        serde_json::from_str(&text).with_context(|| format!("{} is no report", path.display()))
    };
    paths.iter().map(report).collect()
}

fn is_of(goal: &Goal, report: &Value) -> bool {
    report["goal"] == goal.name
}

fn number(report: &Value, field: &str) -> u64 {
    report[field].as_u64().unwrap_or_default()
}

/// Whether there is a report of the goal, its figure is reached, and at least one bug was planted and all were caught.
fn is_reached(goal: &Goal, reports: &[Value]) -> bool {
    reports.iter().filter(|report| is_of(goal, report)).any(|report| {
        let planted = number(report, "planted");
        number(report, "figure") >= number(report, "reach").max(1) && planted > 0 && number(report, "caught") == planted
    })
}

/// A line for each goal, in the order of the table.
fn table(reports: &[Value], size: usize) -> String {
    let mut lines =
        vec![format!("{:24} {:>34} {:>22} {:>9} {:>8}", "goal", "figure", "to reach", "controls", "seconds")];
    for goal in &GOALS {
        let to_reach = goal.sizes[size];
        let line = match reports.iter().find(|report| is_of(goal, report)) {
            None => format!("{:24} {:>34} {to_reach:>22}", goal.name, "no report"),
            Some(report) => {
                let figure = format!("{} {}", number(report, "figure"), report["unit"].as_str().unwrap_or_default());
                let controls = format!("{} of {}", number(report, "caught"), number(report, "planted"));
                let seconds = report["seconds"].as_f64().unwrap_or_default();
                format!("{:24} {figure:>34} {to_reach:>22} {controls:>9} {seconds:>8.1}", goal.name)
            }
        };
        lines.push(line);
        lines.push(format!("    {}", goal.says));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn report(figure: u64, planted: u64, caught: u64) -> Value {
        json!({ "goal": GOALS[0].name, "figure": figure, "unit": "schedules", "reach": 10, "planted": planted,
                "caught": caught, "seconds": 1.5 })
    }

    #[test]
    fn a_goal_is_reached_with_its_figure_and_its_controls() {
        for (why, reports, is_reached_then) in [
            ("no report", vec![], false),
            ("enough", vec![report(10, 2, 2)], true),
            ("too few", vec![report(9, 2, 2)], false),
            ("a planted bug survived", vec![report(10, 2, 1)], false),
            ("no bug was planted", vec![report(10, 0, 0)], false),
        ] {
            assert_eq!(is_reached(&GOALS[0], &reports), is_reached_then, "{why}");
        }
        assert!(!is_reached(&GOALS[1], &[report(10, 2, 2)]), "a report of another goal");
    }

    #[test]
    fn the_table_has_a_line_for_each_goal() {
        let table = table(&[report(12, 3, 2)], 1);
        assert!(table.contains("12 schedules") && table.contains("2 of 3"), "{table}");
        assert_eq!(table.matches("no report").count(), GOALS.len() - 1, "{table}");
    }
}
