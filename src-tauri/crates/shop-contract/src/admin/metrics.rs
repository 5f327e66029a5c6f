//! What the running program says of itself, since it was started.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Distribution of a time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Times {
    /// How many were measured.
    pub count: i64,
    /// Microseconds: half of all were at most this.
    pub p50_micros: i64,
    /// Microseconds: 99 of 100 were at most this.
    pub p99_micros: i64,
    /// Microseconds: the longest.
    pub max_micros: i64,
    /// Microseconds: all of them added up.
    pub sum_micros: i64,
}

/// Times of about the same length.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TimeBucket {
    /// Microseconds, at most, and more than those of the bucket before; absent for those longer than all others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub up_to_micros: Option<i64>,
    /// How many took so long.
    pub count: i64,
}

/// A key of the lock manager.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BusyKey {
    /// Such as `stock:7`.
    pub key: String,
    /// Requests that wait for it.
    pub waiters: i64,
}

/// The lock manager.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LockFigures {
    /// Keys that at least one request waits for now.
    pub active_keys: i64,
    /// Requests that wait now: the writer's queue.
    pub waiters: i64,
    /// The keys at which most of them wait, the busiest first; at most 5.
    pub busiest: Vec<BusyKey>,
    /// From asking to running.
    pub wait: Times,
    /// The same as a histogram.
    pub wait_buckets: Vec<TimeBucket>,
    /// From running to done.
    pub hold: Times,
    /// The same as a histogram.
    pub hold_buckets: Vec<TimeBucket>,
}

/// Groups of about the same size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GroupSize {
    /// Tasks in a group, at most; more than half of it, but for 1.
    pub up_to: i64,
    /// Groups of that size.
    pub groups: i64,
}

/// The writer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WriterFigures {
    /// Groups committed.
    pub groups: i64,
    /// Tasks run.
    pub tasks: i64,
    /// Microseconds that a commit took on average.
    pub commit_micros: i64,
    /// How long commits took.
    pub commit_buckets: Vec<TimeBucket>,
    /// Commits that failed.
    pub failed_commits: i64,
    /// How large the groups were.
    pub group_sizes: Vec<GroupSize>,
}

/// A cache.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CacheFigures {
    /// Answers that were there.
    pub hits: i64,
    /// Answers that had to be computed.
    pub misses: i64,
    /// `hits` of 100 answers, rounded down; absent before the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hit_rate: Option<i64>,
}

/// One operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OperationFigures {
    /// Its name.
    pub name: String,
    /// How long it took, refused or not.
    pub times: Times,
    /// How often it was refused.
    pub refused: i64,
    /// How often it failed: those answered with a status of 500 or more.
    pub failed: i64,
}

/// What the running program says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Metrics {
    /// When it was asked.
    pub at: DateTime<Utc>,
    /// Seconds since the program was started.
    pub uptime_seconds: i64,
    /// Users who sent a request in the last five minutes.
    pub people_here_now: i64,
    /// The lock manager, which is the writer's queue.
    pub locks: LockFigures,
    /// The writer.
    pub writer: WriterFigures,
    /// The cache of popular products.
    pub cache: CacheFigures,
    /// Every operation that was asked for, the most asked first.
    pub operations: Vec<OperationFigures>,
}

/// Whether there is a token with which a collector reads `/metrics`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MetricsTokenState {
    /// Whether there is one.
    pub exists: bool,
    /// When it was made; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_at: Option<DateTime<Utc>>,
}

/// A token with which a collector reads `/metrics`, as `Authorization: Bearer`; it opens nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MetricsToken {
    /// The token, told this once.
    pub token: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
}
