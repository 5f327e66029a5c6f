//! The size of the package, where `cargo xtask package` has made one.

use std::fs;

use anyhow::Result;

use crate::measure::Plan;
use crate::stage::{Stage, below_target};
use crate::table::{Check, Outcome};

const GOAL: f64 = 15.0;

/// The largest package there is.
pub fn row(_: &Stage, _: Plan) -> Result<Outcome> {
    let folder = below_target().join("../package");
    let packages = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let packages = packages.filter(|path| path.extension().is_some_and(|end| end == "deb"));
    let sizes: Vec<u64> = packages.filter_map(|path| Some(fs::metadata(path).ok()?.len())).collect();
    Ok(match sizes.into_iter().max() {
        Some(bytes) => Outcome {
            checks: vec![Check::at_most("MB of the package", GOAL, bytes as f64 / 1e6)],
            ..Outcome::default()
        },
        None => {
            Outcome { measured: vec![("no package", "cargo xtask package makes it".to_owned())], ..Outcome::default() }
        }
    })
}
