//! The demo shops that `run` opens and benches look at: made once, then kept.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::shell;

/// The folder that was asked for, else `target/demo-shop`.
pub fn folder(asked: Option<&Path>) -> Result<PathBuf> {
    match asked {
        Some(asked) => Ok(std::path::absolute(asked)?),
        None => Ok(shell::target().join("demo-shop")),
    }
}

/// Makes the demo shop unless there is something in its folder; `size` are arguments of `jangteo demo-data`. It is made
/// beside its place and moved there whole, so that an interrupted run leaves nothing that looks finished.
pub fn make_when_absent(data: &Path, size: &[String], release: bool) -> Result<()> {
    let has_data = std::fs::read_dir(data).is_ok_and(|mut inside| inside.next().is_some());
    if has_data {
        return Ok(());
    }
    shell::say(&format!("Making a demo shop in {} …", data.display()));
    let unfinished = data.with_extension("unfinished");
    if unfinished.exists() {
        std::fs::remove_dir_all(&unfinished)?;
    }
    let mut demo_data = Command::new(shell::built("jangteo", release));
    shell::run(demo_data.args(["demo-data", "--data"]).arg(&unfinished).args(size))?;
    if data.exists() {
        std::fs::remove_dir(data)?;
    }
    std::fs::rename(&unfinished, data).with_context(|| format!("cannot move the demo shop to {}", data.display()))
}
