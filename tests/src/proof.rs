//! The figures that `cargo xtask proof` prints. A harness measures one goal, plants bugs that it must catch, and reports both here.
//!
//! The folder and the size come from the environment. Without a folder nothing is written: then the harness is an ordinary test.

use std::path::PathBuf;

use serde::Serialize;

/// The folder that the reports are written to, a file for each goal.
const FOLDER: &str = "JANGTEO_PROOF";
/// The size of the harnesses: `quick`, as in `cargo xtask test`, or `full`.
const SIZE: &str = "JANGTEO_PROOF_SIZE";

/// What one harness has shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The goal, as the table of `xtask/src/proof.rs` names it; also the name of the file.
    pub goal: &'static str,
    /// What was measured.
    pub figure: u64,
    /// What the figure counts.
    pub unit: &'static str,
    /// The number that the figure has to reach.
    pub reach: u64,
    /// Bugs that were planted.
    pub planted: u64,
    /// Planted bugs that the harness has caught.
    pub caught: u64,
    /// How long it took.
    pub seconds: f64,
}

/// Whether the full size was asked for; the quick one otherwise.
#[must_use]
pub fn is_full() -> bool {
    std::env::var_os(SIZE).is_some_and(|size| size == "full")
}

/// Writes the report, and fails where the figure falls short or a planted bug survived.
///
/// # Panics
/// Where the goal is not reached, or the report cannot be written.
pub fn report(report: &Report) {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let path = PathBuf::from(folder).join(format!("{}.json", report.goal));
        let text = serde_json::to_string(report).expect("a report is JSON");
        std::fs::write(&path, text).unwrap_or_else(|error| panic!("{} is written: {error}", path.display()));
    }
    assert!(report.figure >= report.reach, "the figure falls short: {report:?}");
    assert_eq!(report.caught, report.planted, "a planted bug survived: {report:?}");
}
