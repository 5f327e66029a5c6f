//! Copies of the whole shop, and going back to one.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why a copy was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum BackupKind {
    /// An admin or the operator asked for it.
    Manual,
    /// Its hour had come.
    Daily,
    /// The shop as it was before another copy took its place.
    BeforeRestore,
    /// The shop as an earlier version of the program left it, before its file was brought to a newer schema.
    BeforeUpgrade,
    /// What the open file held when it was moved or replaced while the shop was running.
    Rescued,
}

/// A stage of making or restoring a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum BackupStage {
    /// Its pages are copied.
    Copying,
    /// It is verified.
    Proving,
}

/// The result of verifying a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum BackupState {
    /// It was opened as a shop of its own, every page was read, and no invariant is broken.
    Verified,
    /// It was found wrong; `fault` says how.
    Failed,
    /// It was not verified yet.
    Unverified,
}

/// A copy of the whole shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// The file's name.
    pub name: String,
    /// Why it was made.
    pub kind: BackupKind,
    /// The shop is in it as it was then.
    pub made_at: DateTime<Utc>,
    /// The result of verifying it.
    pub state: BackupState,
    /// When it was verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified_at: Option<DateTime<Utc>>,
    /// What is wrong with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
    /// Bytes.
    pub size: i64,
    /// What a verified one holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contents: Option<BackupContents>,
    /// Orders that the shop has taken since; they would be gone. Of a verified one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orders_since: Option<i64>,
}

/// What a copy holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BackupContents {
    /// Version of its schema.
    pub schema_version: i64,
    /// Orders.
    pub orders: i64,
    /// Products, deleted ones too.
    pub products: i64,
    /// Users.
    pub users: i64,
    /// The number of the latest order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_order_number: Option<String>,
}

/// A daily copy that could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BackupTrouble {
    /// The last try.
    pub at: DateTime<Utc>,
    /// Why it failed.
    pub reason: String,
}

/// All copies in the shop's folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BackupList {
    /// The latest first.
    pub items: Vec<Backup>,
    /// Where they lie.
    pub folder: String,
    /// When the next daily one is due.
    pub next_daily_at: DateTime<Utc>,
    /// Why the last daily one is missing; absent where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<BackupTrouble>,
}

/// Put a copy in the place of the shop.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RestoreBackup {
    /// The file's name, as the list has it.
    #[schema(max_length = 64)]
    pub name: String,
}

/// The shop is as it was when the copy was made; all users have to sign in again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Restored {
    /// The copy that was put in place.
    pub name: String,
    /// The shop is as it was then.
    pub made_at: DateTime<Utc>,
    /// The copy of what was there until now.
    pub kept_aside: String,
    /// Orders that are in that copy alone now.
    pub orders_lost: i64,
}
