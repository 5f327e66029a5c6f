//! `cargo xtask bench`: the release build of the benches, with its arguments passed on untouched.

use anyhow::Result;
use clap::Args;

use crate::shell;

/// What `bench` passes on.
#[derive(Args)]
pub struct Options {
    /// Arguments of the benches, such as --json.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Builds the benches and runs them.
///
/// # Errors
/// They do not compile, or they report a failure.
pub fn bench(options: &Options) -> Result<()> {
    let benches = ["run", "--quiet", "--release", "--package", "shop-tests", "--bin", "bench", "--"];
    shell::run(shell::cargo(&benches).args(&options.arguments))
}
