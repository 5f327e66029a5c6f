//! `cargo xtask bench`: the release build of the benches, with its arguments passed on untouched; `bench frames` looks at
//! pages in a browser instead.

use std::process::Command;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::{frames, programs, shell, ui};

/// The options of `bench`.
#[derive(Args)]
pub struct Options {
    #[command(subcommand)]
    pages: Option<Pages>,
    /// Arguments of the benches, such as --json, --full, --results.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// What is measured in a browser.
#[derive(Subcommand)]
enum Pages {
    /// Scroll the admin's lists of a large shop and tell their frames; then tell when its storefront is painted.
    Frames(frames::Options),
}

/// Builds the benches and the program whose start they measure, and runs them.
pub fn bench(options: &Options) -> Result<()> {
    if let Some(Pages::Frames(options)) = &options.pages {
        return frames::frames(options);
    }
    ui::build_when_changed()?;
    programs::build(&["bench", "jangteo"], true)?;
    let mut bench = Command::new(shell::built("bench", true));
    // That of this task would lead the bench to another root.
    bench.env("CARGO_MANIFEST_DIR", shell::root().join("tests"));
    bench.arg("--jangteo").arg(shell::built("jangteo", true));
    shell::run(bench.args(&options.arguments))
}
