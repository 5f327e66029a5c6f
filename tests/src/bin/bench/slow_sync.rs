//! What the shop does on a slow disk: the bench calls itself with a small library before libc, in which every sync takes
//! five milliseconds more.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::clients;
use crate::measure::Plan;
use crate::stage::{Stage, below_target};

const LIBRARY: &str = "src/bin/bench/slow_sync.c";

/// Pieces of work a second of the engine with 1,000 clients and of the one lock, on slow disks.
///
/// # Errors
/// There is no C compiler, or the bench within the bench fails.
pub fn rates() -> Result<(f64, f64)> {
    let child = Command::new(std::env::current_exe()?)
        .args(["--slow-sync-child", "--rounds", "1"])
        .env("LD_PRELOAD", build()?)
        .output()?;
    ensure!(child.status.success(), "on slow disks: {}", String::from_utf8_lossy(&child.stderr));
    let found: Value = serde_json::from_slice(&child.stdout)?;
    let rate = |name: &str| found[name].as_f64().with_context(|| format!("no figure for {name}"));
    Ok((rate("engine")?, rate("oneLock")?))
}

/// What the bench within the bench measures.
///
/// # Errors
/// A file cannot be opened.
pub fn measure(stage: &Stage, plan: Plan) -> Result<Value> {
    let engine = clients::engine(stage, plan, 1_000)?;
    let one_lock = clients::one_lock(stage, plan, 64)?;
    Ok(json!({"engine": engine.per_second(), "oneLock": one_lock.per_second()}))
}

fn build() -> Result<PathBuf> {
    let library = below_target().join("slow_sync.so");
    let source = shop_tests::root().join("tests").join(LIBRARY);
    let built = Command::new("cc").args(["-shared", "-fPIC", "-O2", "-o"]).arg(&library).arg(source).status()?;
    ensure!(built.success(), "cc cannot build {LIBRARY}");
    Ok(library)
}
