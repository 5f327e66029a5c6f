//! What `cargo xtask proof --record` keeps: the last quick and the last full run, for the page *How we know* of the panel.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::shell;

/// The file, which is committed: the UI is built with it.
fn file() -> PathBuf {
    shell::root().join("ui/src/features/admin-system/proofRuns.json")
}

/// Writes the run in the place of the last one of its size, with its day (UTC), its commit and its machine.
///
/// # Errors
/// The file cannot be read or written, or the commit is unknown.
pub fn record(size: &str, reports: &[Value]) -> Result<()> {
    let run = json!({ "date": date()?, "commit": commit()?, "machine": machine(), "goals": reports });
    let text = std::fs::read_to_string(file()).unwrap_or_else(|_| "{}".to_owned());
    let text = replaced(&text, size, run).with_context(|| format!("{} is no record", file().display()))?;
    std::fs::write(file(), text).with_context(|| format!("{} cannot be written", file().display()))
}

/// The record with one of its runs replaced.
fn replaced(text: &str, size: &str, run: Value) -> Result<String> {
    let mut runs: Map<String, Value> = serde_json::from_str(text)?;
    runs.insert(size.to_owned(), run);
    Ok(serde_json::to_string_pretty(&runs)? + "\n")
}

fn date() -> Result<String> {
    Ok(shell::output(Command::new("date").args(["--utc", "+%Y-%m-%d"]))?.trim().to_owned())
}

/// The commit; with `+` where the sources differ from it.
fn commit() -> Result<String> {
    let commit = shell::output(&mut shell::command("git", &["rev-parse", "--short=12", "HEAD"]))?;
    let is_changed = !shell::succeeds("git", &["diff", "--quiet", "HEAD"]);
    Ok(format!("{}{}", commit.trim(), if is_changed { "+" } else { "" }))
}

/// The processor and the number of its cores.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let facts = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = facts.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    format!("{}, {cores} cores", model.map_or("unknown processor", |(_, name)| name.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_takes_the_place_of_the_last_of_its_size() {
        let first = replaced("{}", "quick", json!({ "date": "2026-11-01" })).expect("an empty record");
        let other = replaced(&first, "full", json!({ "date": "2026-11-02" })).expect("a record");
        let text = replaced(&other, "quick", json!({ "date": "2026-11-03" })).expect("a record");
        let runs: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(runs, json!({ "quick": { "date": "2026-11-03" }, "full": { "date": "2026-11-02" } }));
        assert!(replaced("[]", "quick", json!({})).is_err(), "what is no record is not overwritten");
    }
}
