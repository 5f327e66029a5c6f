//! `cargo xtask bindings`: the UI's types and its table of operations, and the schemas that the server describes itself with, made
//! from the contract in Rust.
//!
//! The files are committed, so that the UI can be read and built without Rust, and the programs carry a document in place of the
//! code that makes it; `--check` fails when they are stale.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::{programs, shell, ui};

/// The generated files and their places in the repository.
const FILES: [(&str, &str); 3] = [
    ("schema.json", "src-tauri/crates/shop-contract/src/schema.json"),
    ("schema.d.ts", "ui/src/ipc/generated/schema.d.ts"),
    ("operations.ts", "ui/src/ipc/generated/operations.ts"),
];

/// The options of `bindings`.
#[derive(Args)]
pub struct Options {
    /// Change nothing; fail when the committed files are stale.
    #[arg(long)]
    check: bool,
}

/// Writes the bindings, or compares them with the committed ones.
pub fn bindings(options: &Options) -> Result<()> {
    if options.check {
        return check();
    }
    let fresh = generate()?;
    for (file, place) in FILES {
        ui::write(&shell::root().join(place), &std::fs::read_to_string(fresh.join(file))?)?;
    }
    Ok(())
}

/// Compares the committed files with the contract.
pub fn check() -> Result<()> {
    let fresh = generate()?;
    let is_stale = |file: &str, place: &str| {
        let committed = std::fs::read(shell::root().join(place)).ok();
        committed.is_none() || committed != std::fs::read(fresh.join(file)).ok()
    };
    let stale: Vec<_> =
        FILES.into_iter().filter(|(file, place)| is_stale(file, place)).map(|(_, place)| place).collect();
    if stale.is_empty() {
        return Ok(());
    }
    bail!("stale: {}; run `cargo xtask bindings` and commit", stale.join(", "))
}

/// Makes the files in a folder of the target directory, and answers with it.
fn generate() -> Result<PathBuf> {
    let folder = shell::target().join("xtask/bindings");
    let document = folder.join("schema.json");
    ui::write(&document, &contract("openapi")?)?;
    ui::write(&folder.join("operations.ts"), &contract("operations")?)?;
    let mut types = shell::npm(&["exec", "--no", "--", "openapi-typescript"]);
    shell::output(types.arg(&document).arg("--output").arg(folder.join("schema.d.ts"))).with_context(|| {
        format!("openapi-typescript could not read the contract; it lies in {}", document.display())
    })?;
    Ok(folder)
}

/// A part of the contract: `openapi` is its document, `operations` a finished TypeScript file.
fn contract(part: &str) -> Result<String> {
    programs::build(&["shop-contract"], false)?;
    shell::output(Command::new(shell::built("shop-contract", false)).arg(part))
}
