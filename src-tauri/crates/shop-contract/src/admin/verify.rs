//! The identities of the books, asked for and answered.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A row that breaks an identity.
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

/// One identity and what breaks it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckedIdentity {
    /// Its number among the shop's rules, 1 to 7.
    pub number: i64,
    /// What has to be true.
    pub says: String,
    /// The query that finds what breaks it.
    pub sql: String,
    /// Whether nothing does.
    pub holds: bool,
    /// What does, at most 100 rows.
    pub broken: Vec<BrokenRow>,
    /// Microseconds that the query took.
    pub micros: i64,
}

/// Whether the books are right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// Whether every identity holds.
    pub holds: bool,
    /// When it was asked.
    pub at: DateTime<Utc>,
    /// Each identity.
    pub identities: Vec<CheckedIdentity>,
}
