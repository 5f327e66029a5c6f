//! The settings of the shop.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::alert::AlertSettings;

/// How the shop is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The shop's name.
    pub shop_name: String,
    /// Stock at or below it counts as low.
    pub low_stock_threshold: i64,
    /// Minutes that an unpaid order waits for its payment.
    pub order_expiry_minutes: i64,
    /// Hour of the business day at which the shop is copied.
    pub backup_hour: i64,
    /// Daily copies that are kept.
    pub backups_kept: i64,
    /// Where events are posted to; absent where nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook_url: Option<String>,
    /// Which alerts are wanted.
    pub alerts: AlertSettings,
    /// Last changed; what `update_settings` wants. Absent while nobody has set anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime<Utc>>,
}

/// Change the settings: all of them, as they shall be.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateSettings {
    /// As it was read; another by now is `CONFLICT`.
    #[serde(default, deserialize_with = "crate::contract::deserialize::optional_instant")]
    pub updated_at: Option<DateTime<Utc>>,
    /// 1 to 50 characters.
    #[schema(pattern = r"^\s*\S(.{0,48}\S)?\s*$")]
    pub shop_name: String,
    /// 0 to 100.
    #[schema(minimum = 0, maximum = 100)]
    pub low_stock_threshold: i64,
    /// 1 to 10,080; orders that are placed keep the time that they were given.
    #[schema(minimum = 1, maximum = 10080)]
    pub order_expiry_minutes: i64,
    /// 0 to 23; as it is when absent.
    #[schema(minimum = 0, maximum = 23)]
    pub backup_hour: Option<i64>,
    /// 1 to 90; as it is when absent.
    #[schema(minimum = 1, maximum = 90)]
    pub backups_kept: Option<i64>,
    /// `http` or `https`, up to 2,000 characters; nowhere when absent or empty.
    #[schema(max_length = 2000)]
    #[serde(default, deserialize_with = "crate::contract::deserialize::optional_words")]
    pub webhook_url: Option<String>,
    /// Which alerts are wanted; as they were when absent.
    pub alerts: Option<AlertSettings>,
}
