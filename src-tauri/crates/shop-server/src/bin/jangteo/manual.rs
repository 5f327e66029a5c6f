//! `jangteo manual`: writes the pages of the manual and the completions for bash, zsh and fish into a folder. Not listed in the
//! help: `cargo xtask package` runs it, and users get its result with the package.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::CommandLine;

/// Where to write.
#[derive(Args)]
pub struct Options {
    /// The folder, which must exist.
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

/// Writes `jangteo.1`, a page for each sub-command, and a file for each shell.
pub fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let failed = || format!("the manual cannot be written to {}", options.to.display());
    let mut command = CommandLine::command();
    clap_mangen::generate_to(command.clone(), &options.to).with_context(failed)?;
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
        clap_complete::generate_to(shell, &mut command, "jangteo", &options.to).with_context(failed)?;
    }
    Ok(ExitCode::SUCCESS)
}
