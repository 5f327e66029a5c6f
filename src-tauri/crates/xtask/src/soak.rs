//! `cargo xtask soak`: builds the program and its load, and runs them; the options of the load are passed on untouched.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::{programs, shell, ui};

/// The options of `soak`.
#[derive(Args)]
pub struct Options {
    /// Minutes of the steady load.
    #[arg(long, default_value_t = 30.0)]
    minutes: f64,
    /// Print one JSON document with every sample in place of the table.
    #[arg(long)]
    json: bool,
    /// Build without optimisation: a quick look, not a measurement.
    #[arg(long)]
    debug: bool,
    /// More options of the load, such as --share 40; `-- --help` lists them.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Runs the load on a shop in target/soak, which is left there for a look at its logs.
pub fn soak(options: &Options) -> Result<()> {
    ui::build_when_changed()?;
    programs::build(&["jangteo", "soak"], !options.debug)?;
    let mut soak = Command::new(shell::built("soak", !options.debug));
    soak.arg("--binary").arg(shell::built("jangteo", !options.debug));
    soak.arg("--folder").arg(shell::target().join("soak"));
    soak.args(["--minutes", &options.minutes.to_string()]);
    if options.json {
        soak.arg("--json");
    }
    shell::run(soak.args(&options.arguments))
}
