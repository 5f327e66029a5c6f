//! The metrics of the running program.

use std::sync::atomic::{AtomicU64, Ordering};

use shop_store::{BUCKET_BOUNDS, BUCKETS, WriterStats};

use crate::context::AdminCall;
use crate::popularity::HitRate;
use crate::runtime::locks::{LockKey, LockStats};
use crate::runtime::{Distribution, Figures, OperationFigures as Operation};
use shop_contract::{
    BusyKey, CacheFigures, Empty, GroupSize, LockFigures, Metrics, OperationFigures, ShopError, TimeBucket, Times,
    WriterFigures,
};

/// Locks, writer, cache, operations and active users since the start of the program.
pub async fn get_metrics(call: AdminCall, _: Empty) -> Result<Metrics, ShopError> {
    Ok(view(call.shop.figures(), call.shop.popularity.hit_rate()))
}

fn view(figures: Figures, hit_rate: HitRate) -> Metrics {
    let Figures { at, uptime, users_here, locks, writer, operations } = figures;
    let operation = |one: Operation| OperationFigures {
        name: one.name.to_owned(),
        times: one.times.into(),
        refused: whole(one.refused),
        failed: whole(one.failed),
    };
    Metrics {
        at,
        uptime_seconds: whole(uptime.as_secs()),
        people_here_now: whole(users_here as u64),
        locks: view_locks(locks),
        writer: view_writer(&writer),
        cache: cache(hit_rate),
        operations: operations.into_iter().map(operation).collect(),
    }
}

/// The figures of the popular products cache.
fn cache(hit_rate: HitRate) -> CacheFigures {
    let HitRate { hits, misses } = hit_rate;
    let hit_rate = (hits * 100).checked_div(hits + misses).map(whole);
    CacheFigures { hits: whole(hits), misses: whole(misses), hit_rate }
}

fn view_locks(stats: LockStats) -> LockFigures {
    let busy = |(key, waiters): (LockKey, usize)| BusyKey { key: key.to_string(), waiters: whole(waiters as u64) };
    LockFigures {
        active_keys: whole(stats.active_keys as u64),
        waiters: whole(stats.waiters as u64),
        busiest: stats.busiest.into_iter().map(busy).collect(),
        wait: stats.wait.into(),
        wait_buckets: buckets(stats.wait.places),
        hold: stats.hold.into(),
        hold_buckets: buckets(stats.hold.places),
    }
}

fn view_writer(stats: &WriterStats) -> WriterFigures {
    let figure = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
    let groups = figure(&stats.groups);
    let sizes = (0..).zip(&stats.group_sizes);
    WriterFigures {
        groups: whole(groups),
        tasks: whole(figure(&stats.tasks)),
        commit_micros: whole(figure(&stats.commit_micros).checked_div(groups).unwrap_or(0)),
        commit_buckets: buckets(stats.commit_times.counts()),
        failed_commits: whole(figure(&stats.failed_commits)),
        group_sizes: sizes.map(|(n, count)| GroupSize { up_to: 1 << n, groups: whole(figure(count)) }).collect(),
    }
}

fn buckets(counts: [u64; BUCKETS]) -> Vec<TimeBucket> {
    let bounds = BUCKET_BOUNDS.into_iter().map(|bound| Some(whole(bound))).chain([None]);
    bounds.zip(counts).map(|(up_to_micros, count)| TimeBucket { up_to_micros, count: whole(count) }).collect()
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
            sum_micros: whole(times.sum),
        }
    }
}
