//! Figures of the running program: how long operations take, and who is here. The locks, the writer and the cache keep their
//! own; here they are put together.
//!
//! They cost an operation one short mutex each and are lost when the program ends: they say how it runs, not what is true.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use parking_lot::Mutex;
use shop_store::WriterStats;

use super::Shop;
use super::locks::LockStats;
use super::timing::{Distribution, Timing};
use shop_contract::ShopError;

/// So long after the last thing that somebody did he counts as here.
const HERE: TimeDelta = TimeDelta::minutes(5);
/// People remembered before those who have gone are forgotten.
const CROWD: usize = 10_000;
/// The figures.
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

/// When each person last did something.
#[derive(Default)]
struct Seen {
    last: HashMap<i64, DateTime<Utc>>,
    /// People at which those who have gone are forgotten next.
    full: usize,
}

impl Metrics {
    pub(super) fn new() -> Self {
        let seen = Seen { last: HashMap::new(), full: CROWD };
        Self { started: Instant::now(), operations: Mutex::default(), seen: Mutex::new(seen) }
    }

    /// Notes an operation that has been answered.
    pub(super) fn answered(&self, operation: &'static str, took: Duration, refusal: Option<&ShopError>) {
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

    /// Notes that a person did something.
    pub(super) fn seen(&self, user_id: i64, now: DateTime<Utc>) {
        let mut seen = self.seen.lock();
        seen.last.insert(user_id, now);
        if seen.last.len() >= seen.full {
            seen.forget_gone(now);
            seen.full = (seen.last.len() * 2).max(CROWD);
        }
    }

    /// People who did something in the last five minutes.
    #[must_use]
    pub fn people_here(&self, now: DateTime<Utc>) -> usize {
        let mut seen = self.seen.lock();
        seen.forget_gone(now);
        seen.last.len()
    }

    /// How long the program has run.
    #[must_use]
    pub fn uptime(&self) -> Duration {
        self.started.elapsed()
    }

    /// Everything together.
    #[must_use]
    pub fn figures(&self, shop: &Shop) -> Figures {
        let (now, hits) = (shop.now(), shop.ranking().hit_rate());
        Figures {
            at: now,
            uptime: self.started.elapsed(),
            people_here: self.people_here(now),
            locks: shop.locks().stats(),
            writer: shop.store().writer_stats(),
            hits: hits.hits,
            misses: hits.misses,
            operations: self.operations(),
        }
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

/// What the running program says of itself, before a face puts it into words.
#[derive(Debug, Clone)]
pub struct Figures {
    /// When it was asked.
    pub at: DateTime<Utc>,
    /// How long it has run.
    pub uptime: Duration,
    /// People who did something in the last five minutes.
    pub people_here: usize,
    /// The lock manager.
    pub locks: LockStats,
    /// The writer, which goes on counting.
    pub writer: Arc<WriterStats>,
    /// Answers that were in the cache of popular products.
    pub hits: u64,
    /// Answers that had to be computed.
    pub misses: u64,
    /// Every operation that was asked for, the most asked first.
    pub operations: Vec<OperationFigures>,
}

/// One operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperationFigures {
    /// Its name.
    pub name: &'static str,
    /// How long it took, refused or not.
    pub times: Distribution,
    /// How often it was refused.
    pub refused: u64,
    /// How often it was answered with a status of 500 or more.
    pub failed: u64,
}

impl Seen {
    fn forget_gone(&mut self, now: DateTime<Utc>) {
        self.last.retain(|_, last| now - *last < HERE);
    }
}

impl Shop {
    /// The figures of the running program.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }
}
