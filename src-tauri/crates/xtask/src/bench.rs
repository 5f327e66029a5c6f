//! `cargo xtask bench`: the release build of the benches, with its arguments passed on untouched; `bench frames` looks at
//! pages in a browser instead.

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::{frames, shell};

/// The options of `bench`.
#[derive(Args)]
pub struct Options {
    #[command(subcommand)]
    pages: Option<Pages>,
    /// Arguments of the benches, such as --json.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// What is measured in a browser.
#[derive(Subcommand)]
enum Pages {
    /// Scroll the admin's lists of a large shop and tell their frames.
    Frames(frames::Options),
}

/// Builds the benches and runs them.
pub fn bench(options: &Options) -> Result<()> {
    if let Some(Pages::Frames(options)) = &options.pages {
        return frames::frames(options);
    }
    let benches = ["run", "--quiet", "--release", "--package", "shop-tests", "--bin", "bench", "--"];
    shell::run(shell::cargo(&benches).args(&options.arguments))
}
