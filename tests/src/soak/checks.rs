//! What must hold after a soak.

use serde::Serialize;

use super::{Evidence, Sample};

/// Samples without which nothing is said of a drift.
const LEAST_SAMPLES: f64 = 10.0;
/// Memory that may come and go in a half, in MiB: in a short run an hourly rate would be noise.
const MEMORY_NOISE: f64 = 6.0;
/// Handles that come and go with connections of the clients and readers of the file.
const HANDLE_NOISE: f64 = 4.0;
/// Threads for blocking work come and go.
const THREAD_NOISE: f64 = 6.0;
/// Requests of a kind, in each of the two fifths, from which a 99th percentile is compared.
const LEAST_OF_A_KIND: u64 = 300;
/// Below so many milliseconds a 99th percentile is that of the scheduler.
const P99_NOISE_MS: f64 = 3.0;
/// How much slower the last fifth may be than the second.
const SLOWER: f64 = 2.0;
/// The part of the planned load that must have been there.
const LEAST_LOAD: f64 = 0.95;

/// What may grow, and how far.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// MiB an hour, in the second half.
    pub memory_an_hour: f64,
    /// The WAL, in MiB. The writer checkpoints by itself at 160 MiB.
    pub wal: f64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { memory_an_hour: 16.0, wal: 192.0 }
    }
}

/// One figure beside its goal.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Check {
    /// What it is, with its unit.
    pub what: String,
    /// The figure.
    pub found: f64,
    /// What it must keep to.
    pub goal: String,
    /// Whether it does.
    pub ok: bool,
}

impl Check {
    fn at_most(what: impl Into<String>, most: f64, found: f64) -> Self {
        Self { what: what.into(), found, goal: format!("<= {most:.2}"), ok: found <= most }
    }

    fn at_least(what: impl Into<String>, least: f64, found: f64) -> Self {
        Self { what: what.into(), found, goal: format!(">= {least:.2}"), ok: found >= least }
    }

    fn none(what: &str, found: u64) -> Self {
        Self { what: what.to_owned(), found: found as f64, goal: "= 0".to_owned(), ok: found == 0 }
    }
}

/// All checks, in the order in which they are printed.
#[must_use]
pub fn checks(seen: &Evidence, bounds: &Bounds) -> Vec<Check> {
    let hours_of_half = seen.seconds / 7_200.0;
    let memory = bounds.memory_an_hour.max(MEMORY_NOISE / hours_of_half);
    let wal = seen.samples.iter().map(|sample| sample.wal_mib).fold(0.0, f64::max);
    let mut all = vec![
        Check::at_least("samples", LEAST_SAMPLES, seen.samples.len() as f64),
        Check::at_least("load, x planned", LEAST_LOAD, seen.kept.answered / seen.kept.asked),
        Check::at_most("memory, MiB more an hour", memory, seen.drift(|sample| sample.memory_mib).slope * 3_600.0),
        Check::at_most("file handles, more in the second half", HANDLE_NOISE, seen.growth(|sample| sample.handles)),
        Check::at_most("threads, more in the second half", THREAD_NOISE, seen.growth(|sample| sample.threads)),
        Check::at_most("WAL at most, MiB", bounds.wal, wal),
        Check::none("lock manager at rest, keys and requests", seen.locks_at_rest),
        Check::none("server errors that nobody provoked", seen.server_errors),
        Check::none("refusals that nobody provoked", seen.unexpected),
        Check::none("broken invariants of the books", seen.broken),
    ];
    all.extend(slower(seen));
    all
}

/// The 99th percentile of each kind of request with enough of them.
fn slower(seen: &Evidence) -> impl Iterator<Item = Check> + '_ {
    let enough = seen.slowness.iter().filter(|one| one.counts.iter().all(|count| *count >= LEAST_OF_A_KIND));
    enough.map(|one| {
        let [second, last] = one.p99_ms.map(|p99| p99.max(P99_NOISE_MS));
        Check::at_most(format!("{}: p99 of the last fifth x second", one.kind.name()), SLOWER, last / second)
    })
}

/// A column of the table: its name and the figure of a sample.
pub(super) type Column = (&'static str, fn(&Sample) -> f64);

impl Sample {
    /// The columns of the table.
    pub(super) const COLUMNS: [Column; 8] = [
        ("memory, MiB", |sample| sample.memory_mib),
        ("file handles", |sample| sample.handles),
        ("threads", |sample| sample.threads),
        ("WAL, MiB", |sample| sample.wal_mib),
        ("database, MiB", |sample| sample.database_mib),
        ("lock keys", |sample| sample.lock_keys),
        ("lock waiters", |sample| sample.lock_waiters),
        ("requests a second", |sample| sample.rate),
    ];
}
