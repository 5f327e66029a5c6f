//! The answer of verifying the shop's invariants.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A row that breaks an invariant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BrokenRow {
    /// The table.
    pub table: String,
    /// The row.
    pub id: i64,
    /// What was found there.
    pub found: String,
}

/// One invariant and the rows that break it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckedIdentity {
    /// Its number among the shop's rules, 1 to 7.
    pub number: i64,
    /// The condition that has to hold.
    pub says: String,
    /// The query that finds the rows that break it.
    pub sql: String,
    /// Whether no row breaks it.
    pub holds: bool,
    /// The rows that break it, at most 100.
    pub broken: Vec<BrokenRow>,
    /// How many rows break it.
    pub broken_count: i64,
    /// Microseconds that the query took.
    pub micros: i64,
}

/// Whether the shop's invariants hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// Whether every invariant holds.
    pub holds: bool,
    /// When they were verified.
    pub at: DateTime<Utc>,
    /// Each invariant.
    pub identities: Vec<CheckedIdentity>,
}
