//! `cargo xtask setup`: installs the packages and tools that this machine lacks, and says why each is needed.
//!
//! System packages are installed on Debian and Ubuntu only; elsewhere the list is printed. Asking the package database takes
//! some milliseconds, so `run` and `test` begin with this every time. Rust is not looked for: it runs this program.

use std::collections::BTreeSet;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::{browser, python, shell, ui};

/// The least Node that the UI's tools run on.
const NODE_FLOOR: u32 = 20;

/// What the machine is made ready for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Building the headless shop and serving its pages to a browser.
    Browse,
    /// Building the shop and opening its window.
    Run,
    /// The same where there is no display.
    RunUnseen,
    /// All checks.
    Test,
}

struct Package {
    name: &'static str,
    why: &'static str,
    needed_from: Purpose,
    /// Whether the machine has a replacement for the package that is good enough for this purpose.
    is_there: fn(Purpose) -> bool,
}

const PACKAGES: [Package; 10] = [
    package("build-essential", "compiles SQLite and links Rust", Purpose::Browse, |_| false),
    package("pkg-config", "finds the system's libraries", Purpose::Browse, |_| false),
    package("libwebkit2gtk-4.1-dev", "the window's web view, with GTK", Purpose::Run, |_| false),
    package(
        "fonts-noto-cjk",
        "Korean letters of the native menu, which no page's font reaches",
        Purpose::Run,
        has_font,
    ),
    package("xvfb", "a display where there is none", Purpose::RunUnseen, |_| false),
    package("webkit2gtk-driver", "drives the window in tests", Purpose::Test, |_| false),
    package("xdotool", "presses keys in dialogs of the system", Purpose::Test, |_| false),
    package("strace", "makes system calls of the program fail", Purpose::Test, |_| shell::succeeds("strace", &["-V"])),
    package("chromium", "the browser that tests drive", Purpose::Test, |_| browser::chromium().is_some()),
    package("python3-venv", "keeps the Python packages of checks apart", Purpose::Test, |_| python::can_install()),
];

const fn package(
    name: &'static str,
    why: &'static str,
    needed_from: Purpose,
    is_there: fn(Purpose) -> bool,
) -> Package {
    Package { name, why, needed_from, is_there }
}

/// Makes the machine ready: system packages, Node, the UI's packages, for checks also Python's. Under a second when all is there.
pub fn ensure(purpose: Purpose) -> Result<()> {
    install_system_packages(purpose)?;
    check_node()?;
    ui::install_packages()?;
    if purpose == Purpose::Test { python::install_packages() } else { Ok(()) }
}

fn install_system_packages(purpose: Purpose) -> Result<()> {
    let needed: Vec<_> = PACKAGES.iter().filter(|package| package.needed_from <= purpose).collect();
    if cfg!(not(target_os = "linux")) {
        return Ok(());
    }
    let names: Vec<_> = needed.iter().map(|package| package.name).collect();
    let Some(installed) = installed(&names) else {
        shell::say(&format!("Not Debian or Ubuntu: please install the equivalents of {}.", names.join(", ")));
        return Ok(());
    };
    let is_missing = |package: &&&Package| !installed.contains(package.name) && !(package.is_there)(purpose);
    let missing: Vec<_> = needed.iter().filter(is_missing).collect();
    if missing.is_empty() {
        return Ok(());
    }
    shell::say("Installing what this machine lacks:");
    for package in &missing {
        shell::say(&format!("  {}: {}", package.name, package.why));
    }
    apt_get(&["update"])?;
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(missing.iter().map(|package| package.name));
    apt_get(&install)
}

/// Which of these packages are installed, or `None` without a package database. One query, because each reads the whole
/// database.
fn installed(names: &[&str]) -> Option<BTreeSet<String>> {
    let format = "--showformat=${Package} ${db:Status-Status}\n";
    let mut query = shell::command("dpkg-query", &["--show", format]);
    // Its exit code is bad when a package is unknown; it prints the known ones all the same.
    let printed = query.args(names).stderr(Stdio::null()).output().ok()?.stdout;
    let printed = String::from_utf8_lossy(&printed);
    Some(printed.lines().filter_map(|line| line.strip_suffix(" installed")).map(str::to_owned).collect())
}

/// Whether some font has Korean letters; pictures of pages are compared, and need the one that all machines have.
fn has_font(purpose: Purpose) -> bool {
    let korean = shell::command("fc-list", &[":lang=ko", "family"]).stderr(Stdio::null()).output();
    purpose != Purpose::Test && korean.is_ok_and(|list| list.status.success() && !list.stdout.trim_ascii().is_empty())
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let is_root = shell::output(&mut shell::command("id", &["-u"]))?.trim() == "0";
    if !is_root && !shell::succeeds("sudo", &["--version"]) {
        bail!("neither root nor sudo here; have an administrator run: apt-get {}", arguments.join(" "));
    }
    let mut words = vec!["sudo", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"];
    words.extend(arguments);
    let words = if is_root { &words[1..] } else { &words[..] };
    let mut command = shell::command(words[0], &words[1..]);
    if !is_root {
        // sudo may ask for a password.
        command.stdin(Stdio::inherit());
    }
    shell::run(&mut command)
}

fn check_node() -> Result<()> {
    let advice =
        format!("Node {NODE_FLOOR} or newer builds the UI; install it from https://nodejs.org and open a new terminal");
    let version = shell::output(&mut shell::command("node", &["--version"])).with_context(|| advice.clone())?;
    match major(&version) {
        Some(major) if major >= NODE_FLOOR => Ok(()),
        _ => bail!("Node {} is too old: {advice}", version.trim()),
    }
}

/// The first number of `v20.1.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_opens_a_window_needs_a_korean_font() {
        let font = PACKAGES.iter().find(|package| package.name.starts_with("fonts-")).expect("a package");
        for (purpose, needed) in
            [(Purpose::Browse, false), (Purpose::Run, true), (Purpose::RunUnseen, true), (Purpose::Test, true)]
        {
            assert_eq!(font.needed_from <= purpose, needed, "the native menu is drawn with the system's fonts");
        }
        assert!(!has_font(Purpose::Test), "tests compare pictures, so that another font will not do");
    }

    #[test]
    fn reads_nodes_version() {
        for (text, expected) in [("v20.20.2\n", Some(20)), ("v8.1", Some(8)), ("20.1", None), ("", None)] {
            assert_eq!(major(text), expected, "{text:?}");
        }
    }
}
