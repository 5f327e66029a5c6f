//! Metrics of the running program: duration of operations, and active users. The locks and the writer have their own
//! metrics, which are collected here.
//!
//! They cost each operation one short mutex and are lost when the program ends; nothing depends on them.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use parking_lot::Mutex;
use shop_store::WriterStats;

use super::Runtime;
use super::locks::LockStats;
use super::timing::{Distribution, Timing};
use shop_contract::ShopError;

/// A user counts as active for this time after the last call.
const HERE: TimeDelta = TimeDelta::minutes(5);
/// Number of users above which inactive ones are removed.
const CROWD: usize = 10_000;
/// The metrics.
pub struct Metrics {
    started: Instant,
    operations: Mutex<HashMap<&'static str, Operation>>,
    seen: Mutex<Seen>,
}

struct Operation {
    times: Timing,
    refused: u64,
    failed: u64,
}

/// The time of each user's last call.
#[derive(Default)]
struct Seen {
    last: HashMap<i64, DateTime<Utc>>,
    /// Number of users at which inactive ones are removed next.
    full: usize,
}

impl Metrics {
    pub(super) fn new() -> Self {
        let seen = Seen { last: HashMap::new(), full: CROWD };
        Self { started: Instant::now(), operations: Mutex::default(), seen: Mutex::new(seen) }
    }

    /// Records an answered operation.
    pub(crate) fn answered(&self, operation: &'static str, took: Duration, refusal: Option<&ShopError>) {
        let mut operations = self.operations.lock();
        let figures =
            operations.entry(operation).or_insert_with(|| Operation { times: Timing::new(), refused: 0, failed: 0 });
        figures.times.note(took);
        match refusal {
            Some(error) if error.code.status() >= 500 => figures.failed += 1,
            Some(_) => figures.refused += 1,
            None => {}
        }
    }

    /// Records a call of a user.
    pub(crate) fn seen(&self, user_id: i64, now: DateTime<Utc>) {
        let mut seen = self.seen.lock();
        seen.last.insert(user_id, now);
        if seen.last.len() >= seen.full {
            seen.forget_gone(now);
            seen.full = (seen.last.len() * 2).max(CROWD);
        }
    }

    /// Users with a call in the last five minutes.
    #[must_use]
    pub fn users_here(&self, now: DateTime<Utc>) -> usize {
        let mut seen = self.seen.lock();
        seen.forget_gone(now);
        seen.last.len()
    }

    /// The uptime of the program.
    #[must_use]
    pub fn uptime(&self) -> Duration {
        self.started.elapsed()
    }

    fn operations(&self) -> Vec<OperationFigures> {
        let operations = self.operations.lock();
        let figures = |(name, one): (&&'static str, &Operation)| OperationFigures {
            name,
            times: one.times.distribution(),
            refused: one.refused,
            failed: one.failed,
        };
        let mut all: Vec<_> = operations.iter().map(figures).collect();
        drop(operations);
        all.sort_by(|a, b| (Reverse(a.times.count), a.name).cmp(&(Reverse(b.times.count), b.name)));
        all
    }
}

/// The figures of the running program, before an interface formats them.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The time of the figures.
    pub at: DateTime<Utc>,
    /// The uptime.
    pub uptime: Duration,
    /// Users with a call in the last five minutes.
    pub users_here: usize,
    /// The lock manager.
    pub locks: LockStats,
    /// The writer's figures, which continue to change.
    pub writer: Arc<WriterStats>,
    /// Every called operation, the most frequent first.
    pub operations: Vec<OperationFigures>,
}

/// One operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperationFigures {
    /// Its name.
    pub name: &'static str,
    /// Duration, refused or not.
    pub times: Distribution,
    /// Number of refusals.
    pub refused: u64,
    /// Number of answers with a status of 500 or more.
    pub failed: u64,
}

impl Seen {
    fn forget_gone(&mut self, now: DateTime<Utc>) {
        self.last.retain(|_, last| now - *last < HERE);
    }
}

impl Runtime {
    /// The metrics of the running program.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// All figures together.
    #[must_use]
    pub fn figures(&self) -> Figures {
        let (now, metrics) = (self.now(), &self.metrics);
        Figures {
            at: now,
            uptime: metrics.uptime(),
            users_here: metrics.users_here(now),
            locks: self.locks().stats(),
            writer: self.store().writer_stats(),
            operations: metrics.operations(),
        }
    }
}
