//! `cargo xtask soak`: the real `jangteo serve` under a steady mixed load for minutes or hours. It looks for what only time
//! shows: memory that grows, handles that stay open, a WAL without an end, answers that become slower.
//!
//! The load is open: each customer sends at its own pace, whether the server is quick or not. The pace is a share of what the
//! server can take, which is measured first. The clients share the machine with the server.

mod admin;
mod checks;
mod client;
mod customer;
mod evidence;
mod program;
mod report;
mod sample;
mod series;
mod shared;
mod streams;
mod tally;
mod traffic;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use tokio::time::Instant;

pub use checks::{Bounds, Check, checks};
pub use client::Kind;
pub use evidence::{Evidence, Kept, Slowness};
pub use program::Program;
pub use report::Report;
pub use sample::Sample;
pub use series::{Line, fit};

use client::Client;
use sample::Sampler;
use tally::Tally;
use traffic::Traffic;

/// How long a key may stay in use after the last request, because a job holds it.
const REST: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(200);

/// What is done, and for how long.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The program `jangteo`.
    pub binary: PathBuf,
    /// A folder without a shop, which is made.
    pub folder: PathBuf,
    /// The steady load.
    pub length: Duration,
    /// From one sample to the next.
    pub every: Duration,
    /// How long the server is measured at full speed first, unless the rate is given.
    pub calibration: Duration,
    /// The part of its full speed that is asked of the server, 0 to 1.
    pub share: f64,
    /// Requests a second; then nothing is measured first.
    pub rate: Option<f64>,
    /// Customers, each with a connection.
    pub customers: usize,
    /// Event streams that stay open.
    pub streams: usize,
    /// Products of the shop.
    pub products: usize,
    /// Orders of the shop at the start.
    pub orders: usize,
    /// What may grow, and how far.
    pub bounds: Bounds,
}

/// Makes the shop, keeps the load on it, and says what was seen. `tell` is told each sample as it is taken.
///
/// # Errors
/// The program cannot be started, ends by itself, or the shop cannot be made. What falls short is no error.
pub async fn run(plan: &Plan, tell: impl Fn(&Sample)) -> Result<Report> {
    program::make_shop(plan)?;
    let program = Program::start(&plan.binary, &plan.folder)?;
    let tally = Arc::new(Tally::new());
    let client = Client::new(program.port(), &tally)?;
    let traffic = Traffic::start(&client, plan).await?;
    let rate = match plan.rate {
        Some(rate) => rate,
        None => full_speed(&traffic, &tally, plan.calibration).await? * plan.share,
    };
    traffic.pace(rate);
    let samples = steady(plan, &program, &client, &tally, tell).await?;
    let answered = tally.answered();
    let faults = traffic.end().await;
    let locks_at_rest = locks_at_rest(&client).await?;
    drop(client);
    program.stop()?;
    let broken = program::broken_books(&plan.binary, &plan.folder)?;
    let evidence = Evidence {
        seconds: plan.length.as_secs_f64(),
        slowness: tally.slowness(),
        samples,
        server_errors: tally.server_errors(faults),
        unexpected: tally.unexpected(),
        locks_at_rest,
        broken,
        kept: Kept { asked: rate, answered: answered as f64 / plan.length.as_secs_f64() },
    };
    Ok(Report { checks: checks(&evidence, &plan.bounds), refusals: tally.refusals(), evidence })
}

/// Requests a second without a pace, once the caches are warm.
async fn full_speed(traffic: &Traffic, tally: &Tally, time: Duration) -> Result<f64> {
    traffic.pace(f64::INFINITY);
    tokio::time::sleep(time / 4).await;
    let before = tally.total();
    let started = Instant::now();
    tokio::time::sleep(time).await;
    let rate = (tally.total() - before) as f64 / started.elapsed().as_secs_f64();
    ensure!(rate > 0.0, "nothing was answered while the speed was measured");
    Ok(rate)
}

/// The load itself: sleeps from sample to sample.
async fn steady(
    plan: &Plan,
    program: &Program,
    client: &Client,
    tally: &Tally,
    tell: impl Fn(&Sample),
) -> Result<Vec<Sample>> {
    let mut sampler = Sampler::new(program.id(), &plan.folder, client.clone());
    let begun = Instant::now();
    tally.begin(plan.length);
    let mut samples = Vec::new();
    let mut next = begun + plan.every;
    while begun.elapsed() < plan.length {
        tokio::time::sleep_until(next.min(begun + plan.length)).await;
        next += plan.every;
        let sample = sampler.take(begun.elapsed(), tally).await.context("the server is not there any more")?;
        tell(&sample);
        samples.push(sample);
    }
    Ok(samples)
}

/// Keys of the lock manager that are still there when nobody asks for anything.
async fn locks_at_rest(client: &Client) -> Result<u64> {
    let admin = client.sign_in(shop_demo::ADMIN_EMAIL).await?.access;
    let asked = Instant::now();
    loop {
        let (keys, waiters) = sample::locks(client, &admin).await?;
        if keys + waiters == 0 || asked.elapsed() > REST {
            return Ok(keys + waiters);
        }
        tokio::time::sleep(POLL).await;
    }
}
