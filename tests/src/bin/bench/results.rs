//! `tests/benches/RESULTS.md`: what a run has measured, on which machine, at which commit. The table is written by the run; the
//! part below it, by hand, stays as it is.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::stage::now;
use crate::table::Outcome;

const FILE: &str = "tests/benches/RESULTS.md";
/// The first line of what is written by hand.
const BY_HAND: &str = "## What was tried on the writer";
/// The part by hand where there is no file yet.
const EMPTY: &str = "## What was tried on the writer\n\n| change | what it gave | kept |\n| --- | --- | --- |\n";

/// Writes the file anew.
///
/// # Errors
/// It cannot be written.
pub fn write(rows: &[(&str, Outcome)]) -> Result<()> {
    let file = shop_tests::root().join(FILE);
    let before = fs::read_to_string(&file).unwrap_or_default();
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file, text(&about_machine(), rows, &before))?;
    eprintln!("written: {}", file.display());
    Ok(())
}

/// The whole file; `before` is the file that it replaces.
fn text(about: &[(&str, String)], rows: &[(&str, Outcome)], before: &str) -> String {
    let mut text = "# Results of the bench\n\nMade by `cargo xtask bench --full --results`; only the last part is written by hand. \
                    The goals stand in `tests/src/bin/bench/rows`.\nTimes are those of this machine; the ratios can be compared.\n\n"
        .to_owned();
    for (name, value) in about {
        // A string takes what is written, here and below.
        let _ = writeln!(text, "- {name}: {value}");
    }
    for (name, outcome) in rows {
        let _ = writeln!(text, "\n## {name}\n");
        if !outcome.checks.is_empty() {
            text.push_str("| figure | found | goal | | |\n| --- | ---: | --- | --- | --- |\n");
        }
        for check in &outcome.checks {
            let _ = writeln!(
                text,
                "| {} | {:.2} | {} | {} | {} |",
                check.what,
                check.found,
                check.goal(),
                check.verdict(),
                check.note
            );
        }
        if !outcome.measured.is_empty() {
            text.push_str("\n| contender | figures |\n| --- | --- |\n");
        }
        for (contender, figures) in &outcome.measured {
            let _ = writeln!(text, "| {contender} | {} |", figures.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    let by_hand = before.find(BY_HAND).map_or(EMPTY, |at| &before[at..]);
    format!("{text}\n{by_hand}")
}

/// What the figures depend on.
fn about_machine() -> Vec<(&'static str, String)> {
    let file = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.split_once(':').map_or("unknown", |(_, value)| value).trim().to_owned()
    };
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let commit = Command::new("git").args(["rev-parse", "--short=12", "HEAD"]).current_dir(shop_tests::root()).output();
    let commit = commit.map_or_else(|_| String::new(), |out| String::from_utf8_lossy(&out.stdout).trim().to_owned());
    vec![
        ("machine", format!("{}, {cores} cores", field(&file("/proc/cpuinfo"), "model name"))),
        ("memory", field(&file("/proc/meminfo"), "MemTotal")),
        ("kernel", file("/proc/sys/kernel/osrelease").trim().to_owned()),
        ("load average at the end", file("/proc/loadavg").split(' ').take(3).collect::<Vec<_>>().join(" ")),
        ("commit", commit),
        ("date", now().format("%Y-%m-%d").to_string()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Check;

    #[test]
    fn the_table_is_new_and_what_was_written_by_hand_stays() {
        let outcome = || Outcome {
            checks: vec![Check::at_least("x bound", 0.55, 0.5)],
            measured: vec![("engine", "  1000/s  p50 1 ms".to_owned())],
        };
        let about = [("commit", "abc".to_owned())];
        let first = text(&about, &[("mix", outcome())], "");
        assert!(first.contains("- commit: abc") && first.ends_with(EMPTY), "{first}");
        assert!(first.contains("| x bound | 0.50 | >= 0.55 | SHORT |  |"), "{first}");
        assert!(first.contains("| engine | 1000/s p50 1 ms |"), "{first}");
        let by_hand = format!("{first}| page cache | + 1 % | no |\n");
        let second = text(&about, &[("other", outcome())], &by_hand);
        assert!(second.ends_with("| page cache | + 1 % | no |\n"), "{second}");
        assert!(!second.contains("## mix") && second.contains("## other"), "{second}");
    }
}
