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
/// Clients of the obvious ways.
const FEW: usize = 64;

/// Pieces of work a second on slow disks. Only those that were asked for are measured.
#[derive(Debug, Clone, Copy)]
pub struct Rates {
    /// The engine with all clients.
    pub engine: f64,
    /// One lock with 64 clients; where 1,000 are measured.
    pub one_lock: f64,
    /// A connection for each of 64 clients; where 64 are measured.
    pub naive: f64,
}

/// The rates of the engine with so many clients and of what it is compared with.
///
/// # Errors
/// There is no C compiler, or the bench within the bench fails.
pub fn rates(clients: usize) -> Result<Rates> {
    let child = Command::new(std::env::current_exe()?)
        .args(["--slow-sync-child", &clients.to_string(), "--rounds", "1"])
        .env("LD_PRELOAD", build()?)
        .output()?;
    ensure!(child.status.success(), "on slow disks: {}", String::from_utf8_lossy(&child.stderr));
    let found: Value = serde_json::from_slice(&child.stdout)?;
    let rate = |name: &str| found[name].as_f64().with_context(|| format!("no figure for {name}"));
    Ok(Rates { engine: rate("engine")?, one_lock: rate("oneLock")?, naive: rate("naive")? })
}

/// What the bench within the bench measures.
///
/// # Errors
/// A file cannot be opened.
pub fn measure(stage: &Stage, plan: Plan, clients: usize) -> Result<Value> {
    let engine = clients::engine(stage, plan, clients)?.per_second();
    let (one_lock, naive) = if clients > FEW {
        (clients::one_lock(stage, plan, FEW)?.per_second(), 0.0)
    } else {
        (0.0, clients::naive(stage, plan, FEW)?.per_second())
    };
    Ok(json!({"engine": engine, "oneLock": one_lock, "naive": naive}))
}

fn build() -> Result<PathBuf> {
    let library = below_target().join("slow_sync.so");
    let source = shop_tests::root().join("tests").join(LIBRARY);
    let built = Command::new("cc").args(["-shared", "-fPIC", "-O2", "-o"]).arg(&library).arg(source).status()?;
    ensure!(built.success(), "cc cannot build {LIBRARY}");
    Ok(library)
}
