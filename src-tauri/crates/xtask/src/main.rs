//! The tasks of development: `cargo xtask setup`, `run`, `test`, `proof`, `bindings`, `reference`, `bench`, `soak`, `advisories`, `package`.
//!
//! Each task is a file. Nothing here is compiled into the shop. Dependencies are few, so that the first `cargo xtask` answers
//! within seconds.

mod advisories;
mod bench;
mod bindings;
mod browse;
mod browser;
mod demo;
mod deny;
mod environment;
mod frames;
mod fuzz;
mod fuzz_targets;
mod layers;
mod live_shop;
mod mutants;
#[cfg(unix)]
mod package;
mod programs;
mod proof;
mod proof_record;
mod python;
mod reference;
mod run;
mod setup;
mod shell;
mod soak;
mod tally;
mod test;
mod tools;
mod ui;

use clap::{Parser, Subcommand};

/// Works on the shop's sources: `cargo xtask run` opens it, `cargo xtask test` proves it.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Xtask {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Install what this machine lacks (Debian, Ubuntu) and the UI's packages; quick when nothing is missing.
    Setup,
    /// Build the shop and open its window, or a browser, on a demo shop; without a display, take a screenshot.
    Run(run::Options),
    /// Run every check in order and stop at the first that fails.
    Test(test::Options),
    /// Run the harnesses that count, and print for each goal what they have shown and which planted bugs they caught.
    Proof(proof::Options),
    /// Make the UI's types from the contract.
    Bindings(bindings::Options),
    /// Write the reference of flags, environment variables and settings.
    Reference(reference::Options),
    /// Measure the shop beside other ways to write, and print one table.
    Bench(bench::Options),
    /// Take the advisories of the crates in Cargo.lock from a clone of RustSec's database, into tests/advisories.
    Advisories(advisories::Options),
    /// Keep a steady mixed load on the real server, and fail where memory, handles, the WAL or answers drift.
    Soak(soak::Options),
    /// Make the package for Debian and Ubuntu, in target/package.
    #[cfg(unix)]
    Package(package::Options),
}

fn main() -> std::process::ExitCode {
    let done = match Xtask::parse().verb {
        Verb::Setup => setup::ensure(setup::Purpose::Test),
        Verb::Run(options) if options.browser => browse::browse(&options),
        Verb::Run(options) => run::run(&options),
        Verb::Test(options) => return test::test(&options),
        Verb::Proof(options) => proof::proof(&options),
        Verb::Bindings(options) => bindings::bindings(&options),
        Verb::Reference(options) => reference::reference(&options),
        Verb::Bench(options) => bench::bench(&options),
        Verb::Advisories(options) => advisories::advisories(&options),
        Verb::Soak(options) => soak::soak(&options),
        #[cfg(unix)]
        Verb::Package(options) => package::package(&options),
    };
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            shell::complain(&format!("{error:#}"));
            std::process::ExitCode::FAILURE
        }
    }
}
