//! The commit that a program is built from, for the build scripts of the two programs: `jangteo --version` and the window show it.
//!
//! A debug build says `dev` and looks at no repository, so that a new commit compiles nothing again. A release build outside of
//! a repository says so.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Digits of the commit's name that are shown.
const DIGITS: &str = "12";

/// Sets `JANGTEO_COMMIT` for `env!`.
pub fn tell() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-env=JANGTEO_COMMIT={}", name());
}

fn name() -> String {
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "debug") {
        return "dev".to_owned();
    }
    let Some(commit) = git(&["rev-parse", &format!("--short={DIGITS}"), "HEAD"]) else {
        println!("cargo:warning=this is no git repository, so the program cannot name its commit");
        return "built outside git".to_owned();
    };
    watch();
    commit
}

/// Runs the build script again after a commit or a switch of branches. A work tree of its own keeps `HEAD` apart from the
/// branches, which are all in one place.
fn watch() {
    let folder = |kind: &str| git(&["rev-parse", "--path-format=absolute", kind]).map(PathBuf::from);
    let (Some(own), Some(common)) = (folder("--git-dir"), folder("--git-common-dir")) else { return };
    let branch = git(&["symbolic-ref", "--quiet", "HEAD"]).map(|name| common.join(name));
    let files = [own.join("HEAD"), own.join("logs/HEAD"), common.join("packed-refs")];
    for path in files.into_iter().chain(branch) {
        // A file that is missing would run the build script each time.
        if path.is_file() {
            println!("cargo:rerun-if-changed={}", path.display());
        }
    }
}

fn git(arguments: &[&str]) -> Option<String> {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")?;
    let output = Command::new("git").args(arguments).current_dir(Path::new(&here)).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !text.is_empty()).then_some(text)
}
