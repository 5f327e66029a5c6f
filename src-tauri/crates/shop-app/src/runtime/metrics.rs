//! Figures of the running program: how long operations take, and who is here. The locks, the writer and the cache keep their
//! own; here they are put together.
//!
//! They cost an operation one short mutex each and are lost when the program ends: they say how it runs, not what is true.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use hdrhistogram::Histogram;
use parking_lot::Mutex;
use shop_store::WriterStats;

use super::Shop;
use super::locks::Distribution;
use crate::contract::{
    CacheFigures, GroupSize, LockFigures, Metrics as Report, OperationFigures, ShopError, Times, WriterFigures,
};

/// So long after the last thing that somebody did he counts as here.
const HERE: TimeDelta = TimeDelta::minutes(5);
/// People remembered before those who have gone are forgotten.
const CROWD: usize = 10_000;
/// A minute, the longest time the histograms tell apart.
const LONGEST_MICROS: u64 = 60_000_000;

/// The figures.
pub struct Metrics {
    started: Instant,
    operations: Mutex<HashMap<&'static str, Operation>>,
    seen: Mutex<Seen>,
}

struct Operation {
    micros: Histogram<u64>,
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
        let figures = operations.entry(operation).or_insert_with(|| Operation {
            micros: Histogram::new_with_max(LONGEST_MICROS, 2).expect("BUG: the bounds are valid"),
            refused: 0,
            failed: 0,
        });
        figures.micros.saturating_record(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
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

    /// Everything together.
    #[must_use]
    pub fn report(&self, shop: &Shop) -> Report {
        let (now, locks, hits) = (shop.now(), shop.locks().stats(), shop.ranking().hit_rate());
        Report {
            at: now,
            uptime_seconds: whole(self.started.elapsed().as_secs()),
            people_here_now: whole(self.people_here(now) as u64),
            locks: LockFigures {
                active_keys: whole(locks.active_keys as u64),
                waiters: whole(locks.waiters as u64),
                wait: locks.wait.into(),
                hold: locks.hold.into(),
            },
            writer: writer(&shop.store().writer_stats()),
            cache: CacheFigures { hits: whole(hits.hits), misses: whole(hits.misses) },
            operations: self.operations(),
        }
    }

    fn operations(&self) -> Vec<OperationFigures> {
        let operations = self.operations.lock();
        let figures = |(name, one): (&&str, &Operation)| OperationFigures {
            name: (*name).to_owned(),
            times: Distribution::of(&one.micros).into(),
            refused: whole(one.refused),
            failed: whole(one.failed),
        };
        let mut all: Vec<_> = operations.iter().map(figures).collect();
        drop(operations);
        all.sort_by(|a, b| (Reverse(a.times.count), &a.name).cmp(&(Reverse(b.times.count), &b.name)));
        all
    }
}

impl Seen {
    fn forget_gone(&mut self, now: DateTime<Utc>) {
        self.last.retain(|_, last| now - *last < HERE);
    }
}

fn writer(stats: &WriterStats) -> WriterFigures {
    let figure = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
    let groups = figure(&stats.groups);
    let sizes = (0..).zip(&stats.group_sizes);
    WriterFigures {
        groups: whole(groups),
        tasks: whole(figure(&stats.tasks)),
        commit_micros: whole(figure(&stats.commit_micros).checked_div(groups).unwrap_or(0)),
        failed_commits: whole(figure(&stats.failed_commits)),
        group_sizes: sizes.map(|(n, count)| GroupSize { up_to: 1 << n, groups: whole(figure(count)) }).collect(),
    }
}

fn whole(figure: u64) -> i64 {
    i64::try_from(figure).unwrap_or(i64::MAX)
}

impl From<Distribution> for Times {
    fn from(times: Distribution) -> Self {
        Self {
            count: whole(times.count),
            p50_micros: whole(times.p50),
            p99_micros: whole(times.p99),
            max_micros: whole(times.max),
        }
    }
}

impl Shop {
    /// The figures of the running program.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }
}
