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
    let paths = paths(&target);
    let flags =
        |flag: &str| paths.iter().map(|(path, name)| format!("{flag}={}={name}", path.display())).collect::<Vec<_>>();
    build.env("CARGO_ENCODED_RUSTFLAGS", flags("--remap-path-prefix").join(SEPARATOR));
    // The C sources of SQLite and of the cryptography.
    build.env("CFLAGS", flags("-ffile-prefix-map").join(" "));
    shell::run(&mut build)?;
    let built = |name: &str| target.join("release").join(name);
    let programs = Programs { window: built("jangteo-window"), headless: built("jangteo") };
    shell::output(shell::command("strip", &["--strip-all"]).arg(&programs.headless))?;
    // Only the window keeps reports of crashes. The names of functions that these need are those of the shop: of the crates
    // of others a report shows where the shop has called them.
    let names = ["--strip-all", "--wildcard", "--keep-symbol=*shop_*", "--keep-symbol=*jangteo*"];
    shell::output(shell::command("strip", &names).arg(&programs.window))?;
    for program in [&programs.window, &programs.headless] {
        refuse_paths(program, &paths)?;
    }
    Ok(programs)
}

/// The paths of this machine with what stands for each of them everywhere. The last one that fits is taken, and the target
/// folder can lie in the root.
fn paths(target: &Path) -> Vec<(PathBuf, &'static str)> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo")));
    let paths =
        [home.map(|home| (home, "cargo")), Some((shell::root(), "jangteo")), Some((target.to_owned(), "target"))];
    paths.into_iter().flatten().collect()
}

/// Fails where a program still holds one of the paths. Two builds on one machine would be alike and both wrong.
fn refuse_paths(program: &Path, paths: &[(PathBuf, &str)]) -> Result<()> {
    let bytes = std::fs::read(program).with_context(|| format!("{} was not built", program.display()))?;
    match path_in(&bytes, paths) {
        Some(found) => bail!("{} holds a path of this machine: {found}", program.display()),
        None => Ok(()),
    }
}

/// The first of the paths in a program, with what follows it.
fn path_in(bytes: &[u8], paths: &[(PathBuf, &str)]) -> Option<String> {
    paths.iter().find_map(|(path, _)| {
        let path = path.as_os_str().as_encoded_bytes();
        let at = bytes.windows(path.len()).position(|part| part == path)?;
        Some(bytes[at..bytes.len().min(at + 120)].escape_ascii().to_string())
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_was_left_in_a_program_is_found() {
        let paths = [(PathBuf::from("/home/kim/jangteo"), "jangteo")];
        assert_eq!(path_in(b"\x7fELF jangteo/src/main.rs\0", &paths), None, "nothing of this machine");
        let found = path_in(b"\x7fELF /home/kim/jangteo/src/main.rs\0", &paths).expect("it is found");
        assert!(found.starts_with("/home/kim/jangteo/src/main.rs"), "{found}");
    }
}
