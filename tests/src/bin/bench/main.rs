//! `cargo xtask bench [--json] [--full] [--results] [row]`: how fast the shop writes, beside the obvious ways to do the same work.
//! Each row is printed once it is measured. Rows that need a large shop are measured with `--full`, or by name: `bench admin`
//! measures the panel, for which it first makes a shop of a million orders.
//!
//! Every contender runs the same store functions on a fresh copy of the same file, on the same file system, with
//! `synchronous=FULL`, in this run; so the ratios mean something where absolute numbers depend on the machine. What is to
//! be reached stands beside each row in `rows`.

mod admin;
mod bare;
mod clients;
mod http;
mod measure;
mod profile;
mod results;
mod rows;
mod slow_sync;
mod stage;
mod table;
mod whole;
mod work;

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;

/// What may be asked for.
#[derive(Parser)]
struct Options {
    /// Print one JSON document in place of the table.
    #[arg(long)]
    json: bool,
    /// Times that each contender is measured; the best counts, because what disturbs a run only ever slows it.
    #[arg(long, default_value_t = 2)]
    rounds: usize,
    /// Seconds of each measurement.
    #[arg(long, default_value_t = 2.0)]
    seconds: f64,
    /// Orders of the shop whose panel is measured. It is made once for each size; a million cost about twelve minutes of processor.
    #[arg(long, default_value_t = 1_000_000)]
    orders: usize,
    /// Also the rows that need a large shop: more than an hour where none has been made yet.
    #[arg(long)]
    full: bool,
    /// Also write the rows to tests/benches/RESULTS.md.
    #[arg(long)]
    results: bool,
    /// Only the rows whose name contains this. Those that need a large shop are measured, without --full, only for a name with
    /// "admin", "reads", "popular", "growth" or "start" in it.
    row: Option<String>,
    /// The program `jangteo`, whose start is measured.
    #[arg(long, hide = true)]
    jangteo: Option<PathBuf>,
    /// Measures so many clients on slow disks and prints it as JSON; the bench calls itself so.
    #[arg(long, hide = true)]
    slow_sync_child: Option<usize>,
    /// Runs --steps steps of the mix on the template in this folder and prints nothing, for a profiler.
    #[arg(long, hide = true, requires = "steps")]
    steps_in: Option<PathBuf>,
    /// How many steps --steps-in runs.
    #[arg(long, hide = true)]
    steps: Option<usize>,
    /// Serves the shop in this folder over HTTP; the bench calls itself so.
    #[arg(long, hide = true)]
    server_child: Option<PathBuf>,
}

fn main() -> Result<()> {
    let options = Options::parse();
    if let Some(folder) = options.server_child {
        return http::serve(folder);
    }
    if let (Some(folder), Some(steps)) = (&options.steps_in, options.steps) {
        return profile::run(folder, steps);
    }
    let plan = measure::Plan::new(options.rounds, options.seconds);
    let stage = stage::Stage::new(options.slow_sync_child.is_some(), options.orders, options.jangteo)?;
    if let Some(clients) = options.slow_sync_child {
        return table::print_json(&slow_sync::measure(&stage, plan, clients)?);
    }
    let mut table = if options.json { table::Table::Json(Vec::new()) } else { table::Table::Text };
    let mut found = Vec::new();
    for row in rows::ROWS.iter().filter(|row| row.is_wanted(options.row.as_deref(), options.full)) {
        let outcome = (row.measure)(&stage, plan)?;
        table.add(row.name, &outcome)?;
        found.push((row.name, outcome));
    }
    table.finish()?;
    if options.results { results::write(&found) } else { Ok(()) }
}
