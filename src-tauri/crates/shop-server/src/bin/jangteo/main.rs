//! The headless face of the shop: `jangteo`, one file a sub-command. It serves the shop over HTTP, hands out tokens, enters
//! people, makes demo data, proves the books, copies the shop and goes back to a copy.
//!
//! Results go to the standard output as JSON, everything else to the standard error. The exit code is 0 where all is well,
//! 1 where the books do not add up, 2 where the command could not be carried out.

mod backup;
mod demo_data;
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
use shop_app::runtime::{Shop, ShopFile, ShopOptions};
use shop_contract::StartProblem;

/// Jangteo without a window.
#[derive(Parser)]
#[command(name = "jangteo", version)]
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
    /// Enter people.
    #[command(subcommand)]
    User(user::Action),
    /// Fill an empty shop with a demo market: a month of orders, the same for the same seed.
    DemoData(demo_data::Options),
    /// Prove the shop's books, and list what breaks them.
    Verify(verify::Options),
    /// Copy the whole shop, also while it is open, and prove the copy.
    Backup(backup::Options),
    /// Put a copy in the place of the shop, which must not be open; what was there is kept aside.
    Restore(restore::Options),
}

/// Where the shop is.
#[derive(Args)]
struct Place {
    /// The data folder; else JANGTEO_DATA, else the system's own.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

/// The command could not be carried out.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let done = match CommandLine::parse().command {
        Command::Serve(options) => serve::run(options),
        Command::Token(options) => token::run(options),
        Command::User(action) => user::run(action),
        Command::DemoData(options) => demo_data::run(options),
        Command::Verify(options) => verify::run(options),
        Command::Backup(options) => backup::run(options),
        Command::Restore(options) => restore::run(options),
    };
    done.unwrap_or_else(|error| {
        complain(&format!("jangteo: {error:#}"));
        ExitCode::from(FAILED)
    })
}

/// Opens the shop, or says why it cannot be opened and which copy leads back.
fn open_shop(options: ShopOptions) -> anyhow::Result<Arc<Shop>> {
    let folder = options.folder.clone();
    Shop::open(options)
        .map_err(|error| StartRefusal::new(&folder, &error))
        .with_context(|| format!("the shop in {} cannot be opened", folder.display()))
}

/// Refuses a folder without a shop, and one whose shop's file is gone, before anything in it is opened or made.
fn ensure_shop(folder: &Path) -> anyhow::Result<()> {
    match ShopFile::look(folder).map_err(|error| StartRefusal::new(folder, &error)) {
        Ok(ShopFile::Present) => Ok(()),
        Ok(ShopFile::Absent) => bail!("there is no shop at {}", folder.display()),
        // Whoever only reads it need not be able to write to it.
        Err(refusal) if refusal.problem == StartProblem::ReadOnly => Ok(()),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Says something to the person at the terminal.
#[expect(clippy::print_stderr, reason = "a command line speaks there")]
fn complain(text: &str) {
    eprintln!("{text}");
}

/// Gives the result to whoever reads it, person or program.
fn answer(result: &impl serde::Serialize) -> anyhow::Result<()> {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, result)?;
    writeln!(out)?;
    Ok(())
}
