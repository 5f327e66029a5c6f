//! The dependencies, asked of cargo-deny: banned crates, licences, sources, and known advisories
//! where their database can be reached.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::shell;

/// The version that the settings in `deny.toml` were written for.
const VERSION: &str = "0.20.2";

/// Checks the dependencies by `deny.toml`.
///
/// # Errors
/// A rule is broken, or cargo-deny cannot be installed.
pub fn check() -> Result<()> {
    let program = program()?;
    let deny = |arguments: &[&str]| {
        let mut command = Command::new(&program);
        command.args(arguments).current_dir(shell::root()).stdin(Stdio::null());
        command
    };
    shell::run(&mut deny(&["check", "--hide-inclusion-graph", "bans", "licenses", "sources"]))?;
    let reachable = deny(&["fetch", "db"]).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    if !reachable {
        shell::say("The database of advisories cannot be reached from here: advisories were not checked.");
        return Ok(());
    }
    shell::run(&mut deny(&["check", "--disable-fetch", "advisories"]))
}

/// The installed cargo-deny, or one of our own under `target`, compiled once (about four minutes on
/// two cores).
fn program() -> Result<PathBuf> {
    let on_path = Command::new("cargo-deny").arg("--version").output().is_ok();
    if on_path {
        return Ok("cargo-deny".into());
    }
    let tools = shell::target().join("xtask/tools");
    let program = tools.join(format!("bin/cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        shell::say("Compiling cargo-deny, as it is not installed …");
        let mut install = shell::cargo(&["install", "--quiet", "--locked", "cargo-deny", "--version", VERSION]);
        shell::run(install.arg("--root").arg(&tools))
            .context("install cargo-deny by hand, or leave it out: cargo xtask test --skip deny")?;
    }
    Ok(program)
}
