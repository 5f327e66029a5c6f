//! `jangteo manual`: writes the pages of the manual and the completions for bash, zsh and fish into a folder. It is no sub-command
//! like the others, so that neither the help nor the completions list it: `cargo xtask package` runs it, and users get its
//! result with the package.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{CommandFactory as _, Parser};
use clap_complete::Shell;

use crate::CommandLine;

/// The word that asks for it.
const WORD: &str = "manual";

/// Where to write.
#[derive(Parser)]
#[command(name = "jangteo manual")]
struct Options {
    /// The folder, which must exist.
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

/// Writes the manual, if the command line asks for it.
pub fn run_when_asked() -> Option<anyhow::Result<ExitCode>> {
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    (words.first()? == WORD).then(|| write(&Options::parse_from(words)))
}

/// Writes `jangteo.1`, a page for each sub-command, and a file for each shell.
fn write(options: &Options) -> anyhow::Result<ExitCode> {
    let failed = || format!("the manual cannot be written to {}", options.to.display());
    let mut command = CommandLine::command();
    clap_mangen::generate_to(command.clone(), &options.to).with_context(failed)?;
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
        clap_complete::generate_to(shell, &mut command, "jangteo", &options.to).with_context(failed)?;
    }
    Ok(ExitCode::SUCCESS)
}
