//! A folder that a package is installed into by `dpkg`, with a package database of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::succeeded;

/// What a user who is not root needs, and what the empty database cannot know.
const FORCE: &str = "--force-not-root,script-chrootless,depends,bad-path";

/// The root folder; it goes when this is dropped, also after a failure.
pub struct Installed {
    root: TempDir,
}

impl Installed {
    /// A root without any package.
    pub fn new() -> Result<Self> {
        let parent = Path::new(env!("CARGO_TARGET_TMPDIR")).join("package");
        fs::create_dir_all(&parent)?;
        let installed = Self { root: tempfile::tempdir_in(parent)? };
        let database = installed.path("var/lib/dpkg");
        for folder in ["info", "updates", "triggers"] {
            fs::create_dir_all(database.join(folder))?;
        }
        fs::write(database.join("status"), "")?;
        Ok(installed)
    }

    /// A path below the root.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    /// Installs the package, or updates the one that is installed.
    pub fn install(&self, package: &Path) -> Result<()> {
        succeeded(self.dpkg().arg("--install").arg(package)).map(drop)
    }

    /// Removes the package with all that belongs to it; what its scripts print.
    pub fn remove(&self) -> Result<String> {
        succeeded(self.dpkg().args(["--purge", "jangteo"]))
    }

    /// The version in the database.
    pub fn version(&self) -> Result<String> {
        let mut query = Command::new("dpkg-query");
        query.arg("--admindir").arg(self.path("var/lib/dpkg"));
        succeeded(query.args(["--show", "--showformat=${Version}", "jangteo"]))
    }

    /// The program that the menu entry starts, which must have an icon.
    pub fn menu_entry(&self) -> Result<String> {
        let entry = fs::read_to_string(self.path("usr/share/applications/jangteo.desktop"))?;
        let value = |key: &str| entry.lines().find_map(|line| line.strip_prefix(key)).context(key.to_owned());
        let icon = format!("usr/share/icons/hicolor/256x256/apps/{}.png", value("Icon=")?);
        anyhow::ensure!(self.path(&icon).is_file(), "the icon of the menu entry is installed: {icon}");
        let program = self.path("usr/bin").join(value("Exec=")?);
        program.to_str().map(str::to_owned).context("a path that is a text")
    }

    /// Runs the installed headless program, and returns what it prints.
    pub fn jangteo(&self, arguments: &[&str]) -> Result<String> {
        succeeded(Command::new(self.path("usr/bin/jangteo")).args(arguments))
    }

    fn dpkg(&self) -> Command {
        let mut dpkg = Command::new("dpkg");
        dpkg.arg("--root").arg(self.root.path()).arg(FORCE).arg("--log").arg(self.path("dpkg.log"));
        dpkg
    }
}
