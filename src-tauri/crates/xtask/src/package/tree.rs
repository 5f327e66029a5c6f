//! The files of the package, laid out as they are installed.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use super::build::Programs;
use super::licences;
use crate::shell;

/// Files of the sources and where they are installed.
const FILES: [(&str, &str); 8] = [
    ("src-tauri/packaging/jangteo.desktop", "usr/share/applications/jangteo.desktop"),
    ("src-tauri/packaging/jangteo.service", "usr/lib/systemd/user/jangteo.service"),
    ("src-tauri/icons/32x32.png", "usr/share/icons/hicolor/32x32/apps/jangteo.png"),
    ("src-tauri/icons/64x64.png", "usr/share/icons/hicolor/64x64/apps/jangteo.png"),
    ("src-tauri/icons/128x128.png", "usr/share/icons/hicolor/128x128/apps/jangteo.png"),
    ("src-tauri/icons/128x128@2x.png", "usr/share/icons/hicolor/256x256/apps/jangteo.png"),
    ("src-tauri/icons/icon.png", "usr/share/icons/hicolor/512x512/apps/jangteo.png"),
    ("LICENSE", "usr/share/doc/jangteo/copyright"),
];
/// Completions as `jangteo manual` names them, and where each shell looks for them.
const COMPLETIONS: [(&str, &str); 3] = [
    ("jangteo.bash", "usr/share/bash-completion/completions/jangteo"),
    ("_jangteo", "usr/share/zsh/vendor-completions/_jangteo"),
    ("jangteo.fish", "usr/share/fish/vendor_completions.d/jangteo.fish"),
];
const MANUAL: &str = "usr/share/man/man1";
const CHANGELOG: &str = "usr/share/doc/jangteo/changelog.gz";
const LICENCES: &str = "usr/share/doc/jangteo/third-party.gz";
/// The folder of the package's own files.
const OWN: &str = "DEBIAN";
const BLOCK: u64 = 1024;

/// Lays the files out in a new folder.
pub fn lay_out(tree: &Path, programs: &Programs) -> Result<()> {
    if tree.exists() {
        fs::remove_dir_all(tree)?;
    }
    for (program, name) in [(&programs.window, "jangteo-window"), (&programs.headless, "jangteo")] {
        put(program, &tree.join("usr/bin").join(name), 0o755)?;
    }
    for (from, to) in FILES {
        put(&shell::root().join(from), &tree.join(to), 0o644)?;
    }
    put_packed(&shell::root().join("CHANGELOG.md"), &tree.join(CHANGELOG))?;
    let licences = tree.with_extension("licences");
    fs::write(&licences, licences::text()?)?;
    put_packed(&licences, &tree.join(LICENCES))?;
    fs::remove_file(&licences)?;
    lay_out_manual(tree, programs)
}

/// Writes the package's own files, and gives each file and folder the same time.
pub fn finish(tree: &Path, control: &str, time: u64) -> Result<()> {
    let own = tree.join(OWN);
    fs::create_dir_all(&own)?;
    fs::write(own.join("control"), control)?;
    put(&shell::root().join("src-tauri/packaging/postrm"), &own.join("postrm"), 0o755)?;
    let mut sums = String::new();
    let installed: Vec<_> = files(tree)?.into_iter().filter(|path| !path.starts_with(OWN)).collect();
    for path in &installed {
        sums.push_str(&shell::output(shell::command("md5sum", &[]).arg(path).current_dir(tree))?);
    }
    fs::write(own.join("md5sums"), sums)?;
    set_times(tree, SystemTime::UNIX_EPOCH + Duration::from_secs(time))?;
    Ok(())
}

/// What the installed files take, in kibibytes, as the control file tells it.
pub fn kilobytes(tree: &Path) -> Result<u64> {
    let sizes = files(tree)?.into_iter().map(|path| Ok(fs::metadata(tree.join(path))?.len().div_ceil(BLOCK)));
    sizes.sum()
}

fn lay_out_manual(tree: &Path, programs: &Programs) -> Result<()> {
    let made = tree.with_extension("manual");
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    fs::create_dir_all(&made)?;
    shell::output(shell::command(&programs.headless.display().to_string(), &["manual", "--to"]).arg(&made))?;
    for (from, to) in COMPLETIONS {
        put(&made.join(from), &tree.join(to), 0o644)?;
    }
    for page in files(&made)?.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "1")) {
        put_packed(&made.join(&page), &tree.join(MANUAL).join(page.with_added_extension("gz")))?;
    }
    fs::remove_dir_all(&made)?;
    Ok(())
}

fn put(from: &Path, to: &Path, mode: u32) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    fs::set_permissions(to, fs::Permissions::from_mode(mode))?;
    Ok(())
}

/// As [`put`], compressed without a name or a time.
fn put_packed(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    let packed = shell::command("gzip", &["--best", "--no-name", "--stdout"])
        .stdin(File::open(from).with_context(|| format!("cannot read {}", from.display()))?)
        .stdout(File::create(to)?)
        .stderr(Stdio::inherit())
        .status()?;
    anyhow::ensure!(packed.success(), "gzip ended with {packed}");
    fs::set_permissions(to, fs::Permissions::from_mode(0o644))?;
    Ok(())
}

/// All files below a folder, relative to it and sorted.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder).unwrap_or(&path).to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Folders last: a new entry changes their time.
fn set_times(folder: &Path, time: SystemTime) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { set_times(&path, time)? } else { File::open(&path)?.set_modified(time)? }
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
    File::open(folder)?.set_modified(time)
}
