//! The Lab: what a run is made of and what became of it. The window runs it by commands of its own, `jangteo lab` from a
//! terminal; it is no operation of the shop, because it never touches the shop's data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a crowd does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LabScenario {
    /// Everyone wants one coupon of a few.
    CouponRush,
    /// Everyone wants the last unit of a product.
    LastItem,
    /// A coupon and a unit are needed together, one for each customer.
    LimitedEdition,
    /// Many products; half of the crowd wants the same one.
    FlashSale,
    /// One wallet pays many orders at once and has points for a few.
    WalletRace,
    /// Coupons, orders and payments mixed.
    Mixed,
}

impl LabScenario {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 6] =
        [Self::CouponRush, Self::LastItem, Self::LimitedEdition, Self::FlashSale, Self::WalletRace, Self::Mixed];

    /// The name on a command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CouponRush => "coupon-rush",
            Self::LastItem => "last-item",
            Self::LimitedEdition => "limited-edition",
            Self::FlashSale => "flash-sale",
            Self::WalletRace => "wallet-race",
            Self::Mixed => "mixed",
        }
    }
}

/// How a write is guarded against others of the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LabGuard {
    /// Check, then act.
    None,
    /// The same under one lock for all.
    OneLock,
    /// A conditional update, with retries.
    CompareAndSet,
    /// The shop's keyed queues and conditional updates.
    Keyed,
}

impl LabGuard {
    /// All of them, from the weakest to the shop's own.
    pub const ALL: [Self; 4] = [Self::None, Self::OneLock, Self::CompareAndSet, Self::Keyed];

    /// The name on a command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::OneLock => "one-lock",
            Self::CompareAndSet => "compare-and-set",
            Self::Keyed => "keyed",
        }
    }

    /// Whether the invariants of the data must hold under it.
    #[must_use]
    pub const fn is_safe(self) -> bool {
        !matches!(self, Self::None)
    }
}

/// A run to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RunLab {
    /// What the crowd does.
    pub scenario: LabScenario,
    /// How the writes are guarded.
    pub guard: LabGuard,
    /// Users.
    #[serde(rename = "people")]
    #[schema(minimum = 1, maximum = 100_000)]
    pub users: i64,
    /// Units, coupons or payments that can be granted.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub stock: i64,
    /// The same seed gives the same arrivals.
    #[schema(minimum = 0, maximum = 9_007_199_254_740_991_i64)]
    pub seed: i64,
    /// Seconds over which the users arrive; 0 is all at once.
    #[schema(minimum = 0, maximum = 600)]
    pub arrival_seconds: i64,
}

/// The state of a run, ten times a second.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabProgress {
    /// Seconds since the start.
    pub seconds: f64,
    /// Users that arrived.
    pub arrived: u64,
    /// Users with a grant.
    pub granted: u64,
    /// Refused users.
    pub refused: u64,
    /// Users without an answer yet.
    pub waiting: u64,
    /// What is left of the contended thing, as the scratch shop counts it.
    pub left: i64,
    /// Users by their time from arrival to answer: the first count is of less than 1 ms, each further one of less than twice
    /// as much, the last one of all longer times.
    pub waits: [u64; LAB_WAIT_BUCKETS],
}

/// Counts of [`LabProgress::waits`]; the last but one ends at 4,096 ms.
pub const LAB_WAIT_BUCKETS: usize = 14;

/// The result of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabOutcome {
    /// What the crowd did.
    pub scenario: LabScenario,
    /// How the writes were guarded.
    pub guard: LabGuard,
    /// Users of the crowd.
    #[serde(rename = "people")]
    pub users: usize,
    /// Units, coupons or payments that could be granted.
    pub stock: i64,
    /// The seed.
    pub seed: u64,
    /// The time over which the users arrived, in milliseconds; 0 is all at once.
    pub arrival_ms: u64,
    /// A fingerprint of the arrivals; the same for the same seed.
    pub arrivals: String,
    /// Users with a grant.
    pub granted: u64,
    /// Refused users.
    pub refused: u64,
    /// The refusals by error code.
    pub refusals: BTreeMap<String, u64>,
    /// Units, coupons and payments that were given out beyond what there was.
    pub oversold: i64,
    /// What that would have cost the merchant, in won.
    pub oversold_won: i64,
    /// Pairs of users at the same thing of which the later arrival was served first.
    pub inversions: u64,
    /// The places in the order of arrival, from 0, in the order in which the contended thing was given out; at most 200 of
    /// them, evenly spread.
    pub served: Vec<u64>,
    /// Attempts that found the value changed and were made again.
    pub retries: u64,
    /// Answers that asked the client to come again.
    pub busy: u64,
    /// Seconds from the first arrival to the last answer.
    pub seconds: f64,
    /// Answers a second.
    pub per_second: f64,
    /// The times from arrival to answer.
    pub waits: LabWaits,
    /// The state of the run, ten times a second and at its end.
    pub series: Vec<LabProgress>,
    /// The rows that break an invariant; empty where all hold.
    pub identities: Vec<LabBroken>,
}

/// Times from arrival to answer, in milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabWaits {
    /// Half of the users waited less.
    pub p50_ms: f64,
    /// Nineteen of twenty waited less.
    pub p95_ms: f64,
    /// 99 of a hundred waited less.
    pub p99_ms: f64,
    /// The longest.
    pub max_ms: f64,
}

/// A row of the scratch shop that breaks an invariant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabBroken {
    /// Number of the invariant, 1 to 7.
    pub identity: i64,
    /// The statement in words.
    pub says: String,
    /// The table.
    pub table: String,
    /// The id of the row.
    pub id: i64,
    /// What was found.
    pub found: String,
}

/// A report of the Lab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabReport {
    /// One HTML document that loads nothing from outside.
    pub html: String,
}
