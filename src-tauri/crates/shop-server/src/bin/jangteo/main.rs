//! The headless binary `jangteo`, one file a sub-command. It serves the shop over HTTP, issues tokens, creates users, makes
//! demo data, runs the Lab, verifies the shop's invariants, makes backups and restores them.
//!
//! Results go to the standard output as JSON, everything else to the standard error. The exit code is 0 for success, 1 where
//! an invariant is broken, 2 where the command failed.

mod backup;
mod demo_data;
mod lab;
mod manual;
mod restore;
mod serve;
mod token;
mod user;
mod verify;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::{Args, Parser, Subcommand};
use shop_app::backup::StartRefusal;
use shop_app::context::Shop;
use shop_app::runtime::{ShopFile, ShopOptions, set_foreign_wal_aside};
use shop_contract::StartProblem;

/// The version of the program, and the commit that it was built from.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("JANGTEO_COMMIT"), ")");

/// Jangteo without a window.
#[derive(Parser)]
#[command(name = "jangteo", version = VERSION)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the shop over HTTP until SIGTERM or SIGINT.
    Serve(serve::Options),
    /// Print access tokens.
    Token(token::Options),
    /// Create users, and set new passwords.
    #[command(subcommand)]
    User(user::Action),
    /// Fill an empty shop with a demo market: a month of orders, the same for the same seed.
    DemoData(demo_data::Options),
    /// Send a crowd into a scratch shop, under the shop's guard or a weaker one, and tell what becomes of it.
    Lab(lab::Options),
    /// The process that `lab plug` kills.
    #[command(name = shop_demo::lab::PLUG_CHILD, hide = true)]
    LabPlugChild { arguments: Vec<String> },
    /// Verify the shop's invariants, and list the broken ones.
    Verify(verify::Options),
    /// Copy the whole shop, also while it is open, and verify the copy.
    Backup(backup::Options),
    /// Replace the shop, which must not be open, by a backup; the replaced files are kept aside.
    Restore(restore::Options),
}

/// The folder of the shop.
#[derive(Args)]
struct ShopFolder {
    /// The data folder; else JANGTEO_DATA, else the system's own.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

/// The exit code of a command that failed.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let done = manual::run_when_asked().unwrap_or_else(run);
    done.unwrap_or_else(|error| {
        print_message(&format!("jangteo: {error:#}"));
        ExitCode::from(FAILED)
    })
}

/// Runs the sub-command of the command line.
fn run() -> anyhow::Result<ExitCode> {
    match CommandLine::parse().command {
        Command::Serve(options) => serve::run(options),
        Command::Token(options) => token::run(options),
        Command::User(action) => user::run(action),
        Command::DemoData(options) => demo_data::run(options),
        Command::Lab(options) => lab::run(options),
        Command::LabPlugChild { arguments } => lab::run_plug_child(&arguments),
        Command::Verify(options) => verify::run(options),
        Command::Backup(options) => backup::run(options),
        Command::Restore(options) => restore::run(options),
    }
}

/// Opens the shop; the error names the reason, and the backup to restore.
fn open_shop(options: ShopOptions) -> anyhow::Result<Arc<Shop>> {
    let folder = options.folder.clone();
    set_foreign_log_aside(&folder)?;
    Shop::open(options)
        .map_err(|error| StartRefusal::new(&folder, &error))
        .with_context(|| format!("the shop in {} cannot be opened", folder.display()))
}

/// Refuses a folder without a shop, and one whose database is missing, before anything in it is opened or made.
fn ensure_shop(folder: &Path) -> anyhow::Result<()> {
    match ShopFile::look(folder).map_err(|error| StartRefusal::new(folder, &error)) {
        Ok(ShopFile::Present) => set_foreign_log_aside(folder),
        Ok(ShopFile::Absent) => bail!("there is no shop at {}", folder.display()),
        // Enough for a command that only reads.
        Err(refusal) if refusal.problem == StartProblem::ReadOnly => Ok(()),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Sets the write-ahead log of another file aside, before anything is opened, and says so. A file that cannot be opened is
/// left to the one who opens it.
fn set_foreign_log_aside(folder: &Path) -> anyhow::Result<()> {
    if !matches!(ShopFile::look(folder), Ok(ShopFile::Present)) {
        return Ok(());
    }
    let aside = set_foreign_wal_aside(folder).map_err(|error| StartRefusal::new(folder, &error))?;
    if let Some(log) = aside {
        print_message(&format!(
            "the write-ahead log beside the shop's file belongs to another file; it was moved to {}",
            log.display()
        ));
    }
    Ok(())
}

/// Prints a message to the standard error.
#[expect(clippy::print_stderr, reason = "a command line prints its messages there")]
fn print_message(text: &str) {
    eprintln!("{text}");
}

/// Prints the result to the standard output as JSON.
fn print_result(result: &impl serde::Serialize) -> anyhow::Result<()> {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, result)?;
    writeln!(out)?;
    Ok(())
}
