//! The UI's packages and its build, each made again only when its sources have changed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::shell;

/// The sources of the built UI, relative to `ui`. Missing ones are skipped.
const SOURCES: [&str; 8] =
    ["src", "build", "public", "index.html", "package.json", "package-lock.json", "vite.config.ts", "tsconfig.json"];

/// Runs `npm ci` unless the installed packages are those of the lock file.
///
/// The stamp is a copy of the lock file inside `node_modules`, so it goes when the packages go.
pub fn install_packages() -> Result<()> {
    let ui = shell::root().join("ui");
    let lock = std::fs::read_to_string(ui.join("package-lock.json"))
        .context("ui/package-lock.json is missing; it belongs to the sources")?;
    let stamp = ui.join("node_modules/.xtask-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    shell::say("Installing the UI's packages, as its lock file differs from what is installed …");
    shell::run(&mut shell::npm(&["ci", "--no-audit", "--no-fund"]))
        .context("the UI's packages could not be installed; the registry may be out of reach, try again")?;
    std::fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

/// Builds the UI into `ui/dist` unless the build there is of the same sources.
pub fn build_when_changed() -> Result<()> {
    let now = fingerprint()?;
    let dist = shell::root().join("ui/dist/index.html");
    if dist.is_file() && std::fs::read_to_string(stamp()).is_ok_and(|built| built == now) {
        return Ok(());
    }
    build()
}

/// Builds the UI into `ui/dist`.
pub fn build() -> Result<()> {
    shell::say("Building the UI …");
    let now = fingerprint()?;
    shell::run(&mut shell::npm(&["run", "--silent", "build"]))?;
    write(&stamp(), &now)
}

/// Writes a file, making its folder.
pub fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

fn stamp() -> PathBuf {
    shell::target().join("xtask/ui-built")
}

/// A hash of all names and bytes of the sources. A collision is improbable, and a build can always be started by hand.
fn fingerprint() -> Result<String> {
    let ui = shell::root().join("ui");
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        add(&ui.join(source), &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn add(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    if path.is_dir() {
        let mut inside = std::fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        inside.sort();
        return inside.iter().try_for_each(|path| add(path, hasher));
    }
    if path.is_file() {
        path.hash(hasher);
        std::fs::read(path)?.hash(hasher);
    }
    Ok(())
}
