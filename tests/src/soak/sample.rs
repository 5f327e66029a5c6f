//! One look at the server: what the system says of its process, its files, and its own metrics.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use shop_app::context::Shop;

use super::client::{Client, Kind};
use super::tally::{Quantiles, Tally};

const MIB: f64 = 1_048_576.0;
/// An access token lives for fifteen minutes.
const TOKEN_SAMPLES: Duration = Duration::from_secs(600);

/// The server at one moment.
#[derive(Debug, Clone, Default)]
pub struct Sample {
    /// Seconds since the load began.
    pub second: f64,
    /// Resident memory.
    pub memory_mib: f64,
    /// Open files and connections.
    pub handles: f64,
    /// Threads of the process.
    pub threads: f64,
    /// Size of the write-ahead log.
    pub wal_mib: f64,
    /// Size of the database without it.
    pub database_mib: f64,
    /// Keys of the lock manager in use.
    pub lock_keys: f64,
    /// Requests in the lock manager.
    pub lock_waiters: f64,
    /// Answers a second since the sample before.
    pub rate: f64,
    /// Milliseconds of each kind of request since then: the median and the 99th percentile.
    pub times: Vec<(Kind, f64, f64)>,
}

impl Sample {
    /// The sample as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut all = json!({"second": self.second});
        for (name, figure) in Self::COLUMNS {
            all[name] = json!(figure(self));
        }
        for (kind, p50, p99) in &self.times {
            all["ms"][kind.name()] = json!({"p50": p50, "p99": p99});
        }
        all
    }
}

/// Takes samples of one process.
pub(super) struct Sampler {
    process: PathBuf,
    file: PathBuf,
    client: Client,
    token: String,
    token_since: Option<Duration>,
    before: (Duration, u64),
}

impl Sampler {
    pub fn new(process_id: u32, folder: &Path, client: Client) -> Self {
        let process = PathBuf::from(format!("/proc/{process_id}"));
        let file = Shop::file_in(folder);
        Self { process, file, client, token: String::new(), token_since: None, before: (Duration::ZERO, 0) }
    }

    /// What is there now, `after` the load began.
    pub async fn take(&mut self, after: Duration, tally: &Tally) -> Result<Sample> {
        if self.token_since.is_none_or(|since| after.saturating_sub(since) > TOKEN_SAMPLES) {
            self.token = self.client.sign_in(shop_demo::ADMIN_EMAIL).await?.access;
            self.token_since = Some(after);
        }
        let (keys, waiters) = locks(&self.client, &self.token).await?;
        let answered = tally.answered();
        let (then, count) = std::mem::replace(&mut self.before, (after, answered));
        let status = fs::read_to_string(self.process.join("status"))?;
        Ok(Sample {
            second: after.as_secs_f64(),
            memory_mib: figure(&status, "VmRSS:")? / 1_024.0,
            threads: figure(&status, "Threads:")?,
            handles: fs::read_dir(self.process.join("fd"))?.count() as f64,
            wal_mib: mebibytes(&self.file.with_extension("db-wal")),
            database_mib: mebibytes(&self.file),
            lock_keys: keys as f64,
            lock_waiters: waiters as f64,
            rate: (answered - count) as f64 / after.saturating_sub(then).as_secs_f64().max(0.001),
            times: tally
                .take()
                .into_iter()
                .map(|(kind, Quantiles { p50_ms, p99_ms })| (kind, p50_ms, p99_ms))
                .collect(),
        })
    }
}

/// Keys and requests in the lock manager.
pub(super) async fn locks(client: &Client, token: &str) -> Result<(u64, u64)> {
    let answer = client.get(Kind::AdminRead, "/v1/admin/metrics", token).await;
    let metrics = answer.and_then(|answer| answer.made()).context("no metrics")?;
    let figure = |name: &str| metrics["locks"][name].as_u64().with_context(|| format!("no {name} in the metrics"));
    Ok((figure("activeKeys")?, figure("waiters")?))
}

fn figure(status: &str, name: &str) -> Result<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let figure = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
    figure.with_context(|| format!("the system does not say {name}"))
}

/// A file that is not there has no size.
fn mebibytes(file: &Path) -> f64 {
    fs::metadata(file).map_or(0.0, |file| file.len() as f64 / MIB)
}
