//! `cargo xtask soak`: the real server under a steady mixed load, and what time does to it (`shop_tests::soak`). It needs Linux, whose
//! `/proc` tells memory, threads and handles of the process.

#[cfg(target_os = "linux")]
use std::{io::Write as _, path::PathBuf, process::ExitCode, time::Duration};

#[cfg(target_os = "linux")]
use clap::Parser;
#[cfg(target_os = "linux")]
use shop_tests::soak::{Bounds, Plan, Sample, run};

/// What is asked for.
#[cfg(target_os = "linux")]
#[derive(Parser)]
#[command(name = "soak", bin_name = "cargo xtask soak --")]
struct Options {
    /// Minutes of the steady load.
    #[arg(long, default_value_t = 30.0)]
    minutes: f64,
    /// Print one JSON document with every sample in place of the table.
    #[arg(long)]
    json: bool,
    /// The part of what the server can take that is asked of it, in percent; its full speed is measured first.
    #[arg(long, default_value_t = 60.0)]
    share: f64,
    /// Requests a second, in place of a share.
    #[arg(long)]
    rate: Option<f64>,
    /// Customers, each with a connection.
    #[arg(long, default_value_t = 48)]
    customers: usize,
    /// Event streams that stay open.
    #[arg(long, default_value_t = 24)]
    streams: usize,
    /// Seconds from one sample to the next.
    #[arg(long, default_value_t = 5.0)]
    every: f64,
    /// MiB an hour by which memory may grow in the second half.
    #[arg(long, default_value_t = Bounds::default().memory_an_hour)]
    memory: f64,
    /// The program `jangteo`.
    #[arg(long, hide = true)]
    binary: PathBuf,
    /// Where the shop is made; an earlier one there is removed.
    #[arg(long, hide = true)]
    folder: PathBuf,
}

#[cfg(target_os = "linux")]
#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    let options = Options::parse();
    if options.folder.exists() {
        std::fs::remove_dir_all(&options.folder)?;
    }
    std::fs::create_dir_all(&options.folder)?;
    let plan = Plan {
        binary: options.binary,
        folder: options.folder,
        length: Duration::from_secs_f64(options.minutes * 60.0),
        every: Duration::from_secs_f64(options.every),
        calibration: Duration::from_secs(8),
        share: options.share / 100.0,
        rate: options.rate,
        customers: options.customers,
        streams: options.streams,
        products: 2_000,
        orders: 2_000,
        bounds: Bounds { memory_an_hour: options.memory, ..Bounds::default() },
    };
    let report = run(&plan, tell).await?;
    let mut out = std::io::stdout().lock();
    if options.json {
        writeln!(out, "{:#}", report.json())?;
    } else {
        write!(out, "{}", report.table())?;
    }
    Ok(if report.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A line on the standard error for each sample, so that a long run shows that it lives.
#[cfg(target_os = "linux")]
fn tell(sample: &Sample) {
    let Sample { second, memory_mib, handles, threads, wal_mib, rate, .. } = sample;
    eprintln!(
        "{second:>7.0} s  {rate:>7.0}/s  {memory_mib:>7.1} MiB  {handles:>4} handles  {threads:>3} threads  WAL {wal_mib:>6.1} MiB"
    );
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("a soak needs Linux: /proc tells memory, threads and handles of the server");
    std::process::exit(2);
}
