//! Whether the shop's file can be written to.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why the shop's file cannot be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StorageReason {
    /// No room is left on the disk. Writing resumes by itself once there is.
    Full,
    /// The file system is read-only. Writing resumes by itself once it is not.
    ReadOnly,
    /// Pages of the file are damaged. A copy has to be restored.
    Damaged,
    /// The file was moved, deleted or replaced while the shop was open. What it held was copied among the backups.
    Replaced,
}

/// The shop can be read, but not written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StorageState {
    /// Why.
    pub reason: StorageReason,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Why a copy cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CopyFault {
    /// A later version of the program wrote it.
    Newer,
    /// Its books do not balance.
    Unbalanced,
    /// It is not a copy of a shop.
    NoShop,
    /// Its pages are damaged.
    Damaged,
}
