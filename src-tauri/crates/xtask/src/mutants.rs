//! Mutants of the rules: cargo-mutants changes one thing in `shop-domain` at a time, and the tests of that crate have to notice.
//! What no test can notice is left out in `.cargo/mutants.toml`, with the reason.

use std::process::Command;

use anyhow::{Context, Result};

use crate::shell;
use crate::tools::Tool;

const CARGO_MUTANTS: Tool = Tool { name: "cargo-mutants", version: "27.1.0" };

/// Tries every mutant of the rules.
pub fn run() -> Result<()> {
    let mut mutants = Command::new(CARGO_MUTANTS.ready()?);
    shell::remove_package_variables(&mut mutants);
    mutants.args(["mutants", "--package", "shop-domain", "--no-shuffle", "--jobs", "1", "--output"]);
    mutants.arg(shell::target().join("mutants")).current_dir(shell::root());
    shell::run(&mut mutants).context("a mutant was missed; target/mutants/mutants.out/missed.txt names it")
}
