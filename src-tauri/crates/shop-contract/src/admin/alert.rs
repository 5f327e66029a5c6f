//! What needs an admin's attention, as the bell of the panel lists it, and which of it is wanted.

use crate::codes::mirrored;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::StorageReason;

mirrored! {
    /// What an admin is warned of.
    AlertKind of shop_domain::alert::AlertKind {
        /// Products on sale, or options, of which few are left.
        LowStock,
        /// Coupons that are handed out and of which few are left.
        CouponRunningOut,
        /// Orders of today whose payment broke off.
        PaymentFailed,
        /// Events for the merchant's own system that were given up.
        OutboxFailed,
        /// Little room left where the shop's data lies.
        LowDisk,
        /// The shop's file cannot be written to.
        Storage,
        /// The clock was set or is wrong; nothing expires until an admin confirms it.
        Clock,
    }
}

/// All that stands of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Alert {
    /// The kind.
    pub kind: AlertKind,
    /// How many things it is so of; 1,000 stands for that many or more.
    pub count: i64,
    /// The names of at most three of them, the most pressing first; none where they have no names.
    pub names: Vec<String>,
    /// The same names in the same order in English; a product without an English name keeps its Korean one.
    /// Absent where none of them has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names_en: Option<Vec<String>>,
    /// Bytes free where the data lies, where that is what is short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_bytes: Option<i64>,
    /// Why the shop's file cannot be written to, where that is it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storage: Option<StorageReason>,
    /// Since when the latest of them stands. Absent until the shop has looked around, some ten seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arisen_at: Option<DateTime<Utc>>,
    /// Whether one of them has arisen after the caller last saw the list.
    pub is_new: bool,
}

/// What needs attention now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AlertList {
    /// One for each kind of which anything stands.
    pub items: Vec<Alert>,
    /// How many of them are new to the caller.
    pub new_count: i64,
    /// The business day whose failed payments are meant, `YYYY-MM-DD`.
    pub day: String,
    /// Of when the list is; what `mark_alerts_seen` takes.
    pub as_of: DateTime<Utc>,
}

/// The caller has seen the alerts.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarkAlertsSeen {
    /// Of when the list was that was seen; what has arisen later stays new.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub until: DateTime<Utc>,
}

/// When the window shows a notification on the desktop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DesktopNotifications {
    /// Never.
    Never,
    /// While another window is in front.
    #[default]
    Away,
    /// Also while the shop's own window is.
    Always,
}

/// Which alerts are wanted, and from when on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AlertSettings {
    /// Of stock at or below the shop's threshold.
    pub low_stock: bool,
    /// Of coupons of which few are left.
    pub coupon_running_out: bool,
    /// Of payments that broke off.
    pub payment_failed: bool,
    /// Of events that were given up.
    pub outbox_failed: bool,
    /// Of little room on the disk.
    pub low_disk: bool,
    /// Few are left of a coupon when at most so many per cent are, 1 to 100.
    #[schema(minimum = 1, maximum = 100)]
    pub coupon_percent_left: i64,
    /// Little room is left when fewer megabytes of 1,048,576 bytes are free, 1 to 1,000,000.
    #[schema(minimum = 1, maximum = 1000000)]
    pub disk_megabytes_free: i64,
    /// When the window shows them on the desktop.
    pub desktop: DesktopNotifications,
}
