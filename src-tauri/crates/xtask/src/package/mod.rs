//! `cargo xtask package`: one `.deb` with the window, the headless program, menu entry, icons, manual, completions and a user
//! unit of systemd.
//!
//! The same commit gives the same bytes, wherever it is built: paths of the machine are mapped away, all times are that of the
//! commit, and `dpkg-deb` sorts. `--check` proves it by building twice in different folders.

mod build;
mod control;
mod libraries;
mod licences;
mod tree;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;

use crate::shell;
use build::Programs;

/// The largest package, in bytes.
const MAX_SIZE: u64 = 15_000_000;

/// The options of `package`.
#[derive(Args)]
pub struct Options {
    /// Pack the programs of the debug build: quick and large, for tests of the package.
    #[arg(long, conflicts_with = "check")]
    from_debug: bool,
    /// Build and pack twice, in different folders, and fail where a byte differs or the package is too large.
    #[arg(long)]
    check: bool,
}

/// How a package is packed.
#[derive(Clone, Copy)]
struct Packing<'a> {
    version: &'a str,
    /// `dpkg-deb`'s name of it; `none` where only the layout matters.
    compression: &'a str,
    /// Seconds since 1970: the time of every file.
    time: u64,
}

/// Builds and packs; prints the path of the package and its size.
pub fn package(options: &Options) -> Result<()> {
    ensure!(
        shell::succeeds("dpkg-deb", &["--version"]),
        "there is no dpkg-deb; packages are made on Debian or Ubuntu (or where dpkg is installed)"
    );
    if options.from_debug {
        return for_tests().map(|packages| packages.iter().for_each(|path| say_made(path)));
    }
    let started = Instant::now();
    let time = build::commit_time()?;
    let programs = build::release("build")?;
    let packing = Packing { version: env!("CARGO_PKG_VERSION"), compression: "xz", time };
    let made = pack(&programs, packing, &folder())?;
    say_made(&made);
    shell::say(&format!("made in {:.0} s", started.elapsed().as_secs_f64()));
    let size = fs::metadata(&made)?.len();
    ensure!(size <= MAX_SIZE, "{} has {size} bytes, more than {MAX_SIZE}", made.display());
    if options.check { check(&made, packing) } else { Ok(()) }
}

/// Packages of the debug build: this version, and the same files as a newer one.
pub fn for_tests() -> Result<[PathBuf; 2]> {
    let programs = build::debug()?;
    let time = build::commit_time().unwrap_or_default();
    let newer = format!("{}+newer", env!("CARGO_PKG_VERSION"));
    let pack_as = |version: &str| {
        let packing = Packing { version, compression: "none", time };
        pack(&programs, packing, &folder().join("tests"))
    };
    Ok([pack_as(env!("CARGO_PKG_VERSION"))?, pack_as(&newer)?])
}

/// Builds the same sources in another folder, packs them, and compares.
fn check(made: &Path, packing: Packing<'_>) -> Result<()> {
    shell::say("Building once more, in another folder …");
    crate::ui::build()?;
    let again = pack(&build::release("again")?, packing, &folder().join("again"))?;
    if fs::read(made)? != fs::read(&again)? {
        bail!("the same sources gave other bytes: compare {} with {}", made.display(), again.display());
    }
    shell::say("Both packages are the same, byte for byte.");
    fs::remove_dir_all(folder().join("again")).context("the second package could not be removed")
}

fn pack(programs: &Programs, packing: Packing<'_>, into: &Path) -> Result<PathBuf> {
    let architecture = shell::output(&mut shell::command("dpkg", &["--print-architecture"]))?.trim().to_owned();
    fs::create_dir_all(into)?;
    let tree = into.join("tree");
    tree::lay_out(&tree, programs)?;
    let control = control::text(packing.version, &architecture, &tree, programs)?;
    tree::finish(&tree, &control, packing.time)?;
    let path = into.join(format!("jangteo_{}_{architecture}.deb", packing.version));
    let mut deb = shell::command("dpkg-deb", &["--root-owner-group", &format!("-Z{}", packing.compression)]);
    if packing.compression != "none" {
        // With a window of 64 MiB, what both programs have is packed once.
        deb.args(["-z9", "-Sextreme"]);
    }
    deb.arg("--build").arg(&tree).arg(&path).env("SOURCE_DATE_EPOCH", packing.time.to_string());
    shell::output(&mut deb)?;
    fs::remove_dir_all(&tree)?;
    Ok(path)
}

/// Where packages are put.
fn folder() -> PathBuf {
    shell::target().join("package")
}

fn say_made(path: &Path) {
    let size = fs::metadata(path).map(|found| found.len()).unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a size for a reader")]
    let megabytes = size as f64 / 1_000_000.0;
    shell::say(&format!("{} ({megabytes:.1} MB)", path.display()));
}
