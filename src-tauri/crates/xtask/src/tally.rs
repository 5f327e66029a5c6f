//! Counts of tests, read from the reports in JUnit's XML that each test runner writes.

use std::ops::AddAssign;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::shell;

/// How many checks passed and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Checks that passed.
    pub passed: u64,
    /// Checks that failed.
    pub failed: u64,
}

impl Tally {
    /// One check that passed: a step that counts nothing itself.
    pub const ONE: Self = Self { passed: 1, failed: 0 };
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Runs a test runner that writes `report`, and adds the report's counts to `tally`.
pub fn run(runner: &mut Command, report: &Path, tally: &mut Tally) -> Result<()> {
    // The report of an earlier run would else be counted where this run writes none.
    if report.exists() {
        std::fs::remove_file(report)?;
    }
    let ran = shell::run(runner);
    let text = std::fs::read_to_string(report);
    *tally += text.as_deref().map(counts).unwrap_or_default();
    ran?;
    text.map(drop).with_context(|| format!("{} wrote no report {}", shell::words(runner), report.display()))
}

/// The counts of a report: attributes of its outermost element. A test that failed and then passed is counted once, as passed.
fn counts(report: &str) -> Tally {
    let element = report.split('<').find(|tag| tag.starts_with("testsuites")).unwrap_or_default();
    let attributes = element.split('>').next().unwrap_or_default();
    let number = |name: &str| -> u64 {
        let value = attributes.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        value.and_then(|(digits, _)| digits.parse().ok()).unwrap_or_default()
    };
    let failed = number("failures") + number("errors");
    Tally { passed: number("tests").saturating_sub(failed + number("skipped")), failed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_runners_report() {
        for (runner, report, passed, failed) in [
            (
                "nextest",
                r#"<?xml version="1.0"?><testsuites name="nextest-run" tests="13" failures="1" errors="0"><testsuite tests="13">"#,
                12,
                1,
            ),
            ("vitest", r#"<testsuites name="vitest tests" tests="12" failures="1" errors="1" time="0.3">"#, 10, 2),
            ("playwright", r#"<testsuites id="" name="" tests="9" failures="0" skipped="2" errors="0">"#, 7, 0),
            ("schemathesis", r#"<testsuites disabled="0" errors="0" failures="2" tests="38" time="1">"#, 36, 2),
            ("no runner", "<html>", 0, 0),
        ] {
            assert_eq!(counts(report), Tally { passed, failed }, "{runner}");
        }
    }
}
