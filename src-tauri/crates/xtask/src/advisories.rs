//! The advisories of the crates in `Cargo.lock` as they are kept in the repository, for a machine that cannot reach the
//! database of RustSec.
//!
//! `cargo xtask advisories --from DIR` makes the snapshot from a clone of github.com/RustSec/advisory-db. The texts are kept as
//! `.txt`, so that nothing takes them for documents of the project.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;
use serde_json::{Value, json};

use crate::{shell, ui};

/// Where the snapshot lies.
const SNAPSHOT: &str = "tests/advisories";
/// The name under which cargo-deny looks for a clone of the database, from its address.
const CLONE: &str = "advisory-db-3157b0e258782691";

/// The options of `advisories`.
#[derive(Args)]
pub struct Options {
    /// A clone of the database, with or without a work tree.
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
}

/// The crates that the snapshot was made for, and its day.
pub struct Snapshot {
    /// The instant of the commit, RFC 3339.
    pub date: String,
    crates: BTreeSet<String>,
}

/// Replaces the snapshot by the advisories of the crates in `Cargo.lock`, as they are in the clone.
pub fn advisories(options: &Options) -> Result<()> {
    let git = |arguments: &[&str]| shell::output(Command::new("git").arg("-C").arg(&options.from).args(arguments));
    let crates = locked()?;
    let folder = shell::root().join(SNAPSHOT);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut kept = 0;
    for path in git(&["ls-tree", "-r", "--name-only", "HEAD", "crates/"])?.lines() {
        if path.split('/').nth(1).is_some_and(|name| crates.contains(name)) {
            let text = git(&["show", &format!("HEAD:{path}")])?;
            ui::write(&folder.join(path).with_extension("txt"), &text)?;
            kept += 1;
        }
    }
    ensure!(kept > 0, "{} has no advisory of any crate in Cargo.lock", options.from.display());
    let date = git(&["show", "--no-patch", "--format=%cI", "HEAD"])?;
    let about = json!({
        "source": "https://github.com/RustSec/advisory-db",
        "commit": git(&["rev-parse", "HEAD"])?.trim(),
        "date": date.trim(),
        "licence": "CC0-1.0; an advisory that says `license = \"CC-BY-4.0\"` is adapted from the GitHub Advisory Database",
        "crates": crates,
    });
    ui::write(&folder.join("snapshot.json"), &format!("{}\n", serde_json::to_string_pretty(&about)?))?;
    shell::say(&format!("{kept} advisories of {} crates, as of {}", crates.len(), date.trim()));
    Ok(())
}

impl Snapshot {
    /// Reads what is in the repository.
    pub fn read() -> Result<Self> {
        let path = shell::root().join(SNAPSHOT).join("snapshot.json");
        let text = fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()))?;
        let about: Value = serde_json::from_str(&text).with_context(|| format!("{} is no JSON", path.display()))?;
        let crates = about["crates"].as_array().context("the snapshot names its crates")?;
        let crates = crates.iter().filter_map(|name| Some(name.as_str()?.to_owned())).collect();
        Ok(Self { date: about["date"].as_str().context("the snapshot has a date")?.to_owned(), crates })
    }

    /// Fails where a crate of `Cargo.lock` was not there when the snapshot was made: nothing would be known of it.
    pub fn covers(&self, locked: &BTreeSet<String>) -> Result<()> {
        let unknown: Vec<&str> = locked.difference(&self.crates).map(String::as_str).collect();
        ensure!(
            unknown.is_empty(),
            "the snapshot of advisories does not know {}: make it again from a clone of the database, by \
             `cargo xtask advisories --from DIR`",
            unknown.join(", ")
        );
        Ok(())
    }

    /// Makes the clone that cargo-deny expects, below `folder`. `planted` is an advisory more.
    pub fn clone_into(&self, folder: &Path, planted: Option<(&str, &str)>) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        let clone = folder.join(CLONE);
        let crates = shell::root().join(SNAPSHOT).join("crates");
        for of_crate in fs::read_dir(&crates)? {
            for advisory in fs::read_dir(of_crate?.path())? {
                let advisory = advisory?.path();
                let place = clone.join("crates").join(advisory.strip_prefix(&crates)?).with_extension("md");
                ui::write(&place, &fs::read_to_string(&advisory)?)?;
            }
        }
        if let Some((path, text)) = planted {
            ui::write(&clone.join(path), text)?;
        }
        let author = ["-c", "user.name=xtask", "-c", "user.email=xtask@localhost", "-c", "commit.gpgsign=false"];
        for arguments in [&["init", "--quiet"][..], &["add", "--all"], &["commit", "--quiet", "--message", "snapshot"]]
        {
            let mut git = Command::new("git");
            git.arg("-C").arg(&clone).args(author).args(arguments);
            shell::run(git.env("GIT_AUTHOR_DATE", &self.date).env("GIT_COMMITTER_DATE", &self.date))?;
        }
        Ok(())
    }
}

/// The crates of others in `Cargo.lock`.
pub fn locked() -> Result<BTreeSet<String>> {
    Ok(of_others(&fs::read_to_string(shell::root().join("Cargo.lock"))?))
}

/// The names of the packages with a source; those of the workspace have none.
fn of_others(lock: &str) -> BTreeSet<String> {
    let name = |package: &str| {
        let value = |line: &str| line.strip_prefix("name = ").map(|name| name.trim_matches('"').to_owned());
        let has_source = package.lines().any(|line| line.starts_with("source = "));
        package.lines().find_map(value).filter(|_| has_source)
    };
    lock.split("[[package]]").filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_that_the_snapshot_does_not_know_is_named() {
        let lock = "[[package]]\nname = \"ours\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"theirs\"\nversion = \"1.0.0\"\n\
                    source = \"registry+https://github.com/rust-lang/crates.io-index\"\n";
        assert_eq!(
            of_others(lock),
            BTreeSet::from(["theirs".to_owned()]),
            "crates of the workspace have no advisories"
        );
        let snapshot = |name: &str| Snapshot { date: String::new(), crates: BTreeSet::from([name.to_owned()]) };
        snapshot("theirs").covers(&of_others(lock)).expect("every crate was there");
        let refused = snapshot("another").covers(&of_others(lock)).expect_err("a crate was not there").to_string();
        assert!(refused.contains("does not know theirs:"), "{refused}");
    }

    #[test]
    fn the_snapshot_covers_the_lock() {
        Snapshot::read().expect("a snapshot").covers(&locked().expect("a lock")).expect("every crate was there");
    }
}
