//! Counts of tests, gathered from what the test runners print while it passes through to the terminal.

use std::io::{BufRead, BufReader, Read};
use std::ops::AddAssign;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

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

/// Runs a test runner, shows what it prints, and adds the counts of its summaries to `tally`.
///
/// # Errors
/// It cannot be started or does not end well; its counts are added all the same.
pub fn run(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let mut runner = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", shell::words(command)))?;
    let stdout = runner.stdout.take().expect("BUG: stdout was asked to be piped");
    let stderr = runner.stderr.take().expect("BUG: stderr was asked to be piped");
    // Both are read at once: a runner that waits for one to be emptied would stop for ever.
    let (counted, complained) = std::thread::scope(|scope| {
        let complained = scope.spawn(|| pass_through(stderr));
        (pass_through(stdout), complained.join().expect("BUG: reading lines does not panic"))
    });
    *tally += counted;
    *tally += complained;
    let status = runner.wait()?;
    if !status.success() {
        bail!("{} ended with {status}", shell::words(command));
    }
    Ok(())
}

fn pass_through(output: impl Read) -> Tally {
    let mut tally = Tally::default();
    for line in BufReader::new(output).split(b'\n').map_while(std::io::Result::ok) {
        let line = String::from_utf8_lossy(&line);
        shell::say(&line);
        tally += summary(&line);
    }
    tally
}

/// The counts in a line that sums up: libtest's, nextest's and vitest's begin with these words. Playwright gives each
/// count a line, schemathesis counts the doors that it tried and, where there are any, the ways in which they fail.
fn summary(line: &str) -> Tally {
    let line = without_colours(line);
    let line = line.trim_start();
    let words: Vec<&str> = line.split_whitespace().collect();
    match words[..] {
        [count, "passed", took] if took.starts_with('(') => return Tally { passed: number(count), failed: 0 },
        // Failed, tried again, and passed: it is named in the lines below this one.
        [count, "flaky"] => return Tally { passed: number(count), failed: 0 },
        [count, "failed" | "interrupted"] => return Tally { passed: 0, failed: number(count) },
        ["Tested:", count] => return Tally { passed: number(count), failed: 0 },
        [_, "generated,", _, "found", count, "unique", ..] => return Tally { passed: 0, failed: number(count) },
        _ => {}
    }
    if !["test result:", "Summary [", "Tests "].iter().any(|start| line.starts_with(start)) {
        return Tally::default();
    }
    let count = |what: &str| {
        words
            .windows(2)
            .filter(|pair| pair[1].trim_end_matches([',', ';']) == what)
            .filter_map(|pair| pair[0].parse::<u64>().ok())
            .sum()
    };
    Tally { passed: count("passed"), failed: count("failed") }
}

/// Zero where a line only looks like a count.
fn number(word: &str) -> u64 {
    word.parse().unwrap_or_default()
}

/// The line without the escape sequences that colour it; vitest colours even what is not a terminal.
fn without_colours(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or(part, |(_, rest)| rest));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_runners_summary() {
        for (line, passed, failed) in [
            ("test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured", 5, 0),
            ("test result: FAILED. 4 passed; 1 failed; 0 ignored", 4, 1),
            ("     Summary [   0.5s] 13 tests run: 12 passed (1 slow), 1 failed, 0 skipped", 12, 1),
            ("      Tests  1 failed | 11 passed (12)", 11, 1),
            ("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m7 passed\u{1b}[39m (7)", 7, 0),
            (" Test Files  3 passed (3)", 0, 0),
            ("  11 passed (1.4m)", 11, 0),
            ("  2 failed", 0, 2),
            ("  1 flaky", 1, 0),
            ("  Tested: 38", 38, 0),
            ("  900 generated, 7 found 2 unique failures, 4 skipped", 0, 2),
            ("  900 generated, 900 passed", 0, 0),
            ("orders that 3 passed were never counted", 0, 0),
        ] {
            assert_eq!(summary(line), Tally { passed, failed }, "{line}");
        }
    }
}
