//! `cargo xtask bindings`: the UI's types and its table of operations, made from the contract in Rust.
//!
//! The files are committed, so that the UI can be read and built without Rust; `--check` fails when they are stale.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::{programs, shell, ui};

const COMMITTED: &str = "ui/src/ipc/generated";
const FILES: [&str; 2] = ["schema.d.ts", "operations.ts"];

/// The options of `bindings`.
#[derive(Args)]
pub struct Options {
    /// Change nothing; fail when the committed files are stale.
    #[arg(long)]
    check: bool,
}

/// Writes the bindings, or compares them with the committed ones.
pub fn bindings(options: &Options) -> Result<()> {
    if options.check { check() } else { generate(&shell::root().join(COMMITTED)) }
}

/// Compares the committed files with the contract.
pub fn check() -> Result<()> {
    let fresh = shell::target().join("xtask/bindings");
    generate(&fresh)?;
    let stale: Vec<_> = FILES.into_iter().filter(|file| is_stale(file, &fresh)).collect();
    if stale.is_empty() {
        return Ok(());
    }
    bail!("stale in {COMMITTED}: {}; run `cargo xtask bindings` and commit", stale.join(", "))
}

fn is_stale(file: &str, fresh: &Path) -> bool {
    let committed = std::fs::read(shell::root().join(COMMITTED).join(file)).ok();
    committed.is_none() || committed != std::fs::read(fresh.join(file)).ok()
}

fn generate(folder: &Path) -> Result<()> {
    let document: PathBuf = shell::target().join("xtask/openapi.json");
    ui::write(&document, &contract("openapi")?)?;
    ui::write(&folder.join("operations.ts"), &contract("operations")?)?;
    let mut types = shell::npm(&["exec", "--no", "--", "openapi-typescript"]);
    shell::output(types.arg(&document).arg("--output").arg(folder.join("schema.d.ts")))
        .context("openapi-typescript could not read the contract; it lies in target/xtask/openapi.json")?;
    Ok(())
}

/// A part of the contract: `openapi` is its document, `operations` a finished TypeScript file.
fn contract(part: &str) -> Result<String> {
    programs::build(&["shop-contract"], false)?;
    shell::output(Command::new(shell::built("shop-contract", false)).arg(part))
}
