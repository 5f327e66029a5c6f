//! The programs of a package: built anew for a release, without a path of this machine in them, or taken from the debug build.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{programs, shell, ui};

/// Separates the flags in `CARGO_ENCODED_RUSTFLAGS`.
const SEPARATOR: &str = "\u{1f}";

/// The two programs.
pub struct Programs {
    pub window: PathBuf,
    pub headless: PathBuf,
}

/// The time of the commit, in seconds since 1970; outside of a repository, `SOURCE_DATE_EPOCH`.
pub fn commit_time() -> Result<u64> {
    let of_git = shell::output(&mut shell::command("git", &["log", "-1", "--format=%ct"]));
    let text = of_git.or_else(|_| std::env::var("SOURCE_DATE_EPOCH"));
    let text = text.context("this is no git repository: set SOURCE_DATE_EPOCH to the time of the sources")?;
    text.trim().parse().with_context(|| format!("{:?} is no number of seconds", text.trim()))
}

/// The programs of the debug build, which are built where something has changed.
pub fn debug() -> Result<Programs> {
    ui::build_when_changed()?;
    programs::build(&["jangteo", "jangteo-window"], false)?;
    Ok(Programs { window: shell::built("jangteo-window", false), headless: shell::built("jangteo", false) })
}

/// Builds a release in `target/package/<folder>`. The package names its commit, so the sources must be those of the commit.
pub fn release(folder: &str) -> Result<Programs> {
    refuse_changes()?;
    ui::install_packages()?;
    ui::build_when_changed()?;
    let target = shell::target().join("package").join(folder);
    // By package: with `--workspace` the programs would have the features that the tests need.
    let mut build = shell::cargo(&["build", "--release", "--locked"]);
    build.args([
        "--package",
        "shop-server",
        "--package",
        "jangteo-window",
        "--bin",
        "jangteo",
        "--bin",
        "jangteo-window",
    ]);
    build.env("CARGO_TARGET_DIR", &target).env("CARGO_INCREMENTAL", "0");
    build.env("CARGO_ENCODED_RUSTFLAGS", remapped(&target).join(SEPARATOR));
    // The C sources of SQLite and of the cryptography.
    build.env("CFLAGS", format!("-ffile-prefix-map={}=target", target.display()));
    shell::run(&mut build)?;
    let built = |name: &str| target.join("release").join(name);
    Ok(Programs { window: built("jangteo-window"), headless: built("jangteo") })
}

/// Maps the paths of this machine to the same ones everywhere. The last one that fits is taken, and the target folder can lie
/// in the root.
fn remapped(target: &Path) -> Vec<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo")));
    let paths =
        [home.map(|home| (home, "cargo")), Some((shell::root(), "jangteo")), Some((target.to_owned(), "target"))];
    paths.into_iter().flatten().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())).collect()
}

fn refuse_changes() -> Result<()> {
    // Outside of a repository there is nothing to compare with, and the programs say that they know no commit.
    if !shell::succeeds("git", &["rev-parse", "HEAD"]) {
        return Ok(());
    }
    let changed = shell::output(&mut shell::command("git", &["status", "--porcelain"]))?;
    if !changed.trim().is_empty() {
        bail!("a package names its commit, and these files differ from it; commit them first:\n{}", changed.trim_end());
    }
    Ok(())
}
