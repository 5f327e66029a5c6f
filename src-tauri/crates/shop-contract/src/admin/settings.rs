//! The settings of the shop.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::alert::AlertSettings;
use crate::{Business, DepositAccount, PaymentMethod, PointCharging, ShippingSettings};

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
    /// What the shop does where a customer charges points.
    pub point_charging: PointCharging,
    /// How orders can be paid; points always.
    pub payment_methods: Vec<PaymentMethod>,
    /// Business days after the day of the order on which its deposit may still come.
    pub deposit_days: i64,
    /// Business days after the day of its delivery on which a return can be asked for.
    #[serde(default)]
    #[schema(required = true)]
    pub return_days: i64,
    /// The account to which customers transfer; absent where it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deposit_account: Option<DepositAccount>,
    /// The business behind the shop; absent where nothing of it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business: Option<Business>,
    /// How the shop ships.
    #[serde(default)]
    #[schema(required = true)]
    pub shipping: ShippingSettings,
    /// Where events are posted to; absent where nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook_url: Option<String>,
    /// Whether the receiver may be this machine or one of its network.
    pub webhook_allow_local: bool,
    /// When the webhook's address was set: what happened before is sent only where an admin asks for it. Absent where there is
    /// no address, and where the address is from a time when every event was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook_since: Option<DateTime<Utc>>,
    /// When the secret that signs events was made; absent while there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook_secret_made_at: Option<DateTime<Utc>>,
    /// The secret, only in the answer to the request that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook_secret: Option<String>,
    /// Which alerts are wanted.
    pub alerts: AlertSettings,
    /// Last changed; what `update_settings` wants. Absent until the settings are changed for the first time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime<Utc>>,
}

/// Change the settings: all of them, as they shall be.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateSettings {
    /// As it was read; another by now is `CONFLICT`.
    #[serde(default, deserialize_with = "crate::deserialize::optional_instant")]
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
    /// What the shop does where a customer charges points; as it is when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point_charging: Option<PointCharging>,
    /// How orders can be paid, points always; as it is when absent.
    #[schema(max_items = 3)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_methods: Option<Vec<PaymentMethod>>,
    /// 0 to 30; as it is when absent. Orders whose deposit is awaited keep their time.
    #[schema(minimum = 0, maximum = 30)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposit_days: Option<i64>,
    /// 0 to 365; as it is when absent. It also holds for orders that were delivered before.
    #[schema(minimum = 0, maximum = 365)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_days: Option<i64>,
    /// The account to which customers transfer; as it is when absent, none where all its texts are empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposit_account: Option<DepositAccount>,
    /// The business behind the shop; as it is when absent, nothing of it where all its texts are empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business: Option<Business>,
    /// How the shop ships; as it is when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<ShippingSettings>,
    /// `http` or `https`, without a name or password, up to 2,000 characters; nowhere when absent or empty. Redirects are
    /// not followed.
    #[schema(max_length = 2000)]
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub webhook_url: Option<String>,
    /// Whether the receiver may be this machine or one of its network; as it is when absent.
    pub webhook_allow_local: Option<bool>,
    /// Which alerts are wanted; as they were when absent.
    pub alerts: Option<AlertSettings>,
}

/// A new secret for the signatures of events. It is told this once; the one before it signs beside it for a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MadeWebhookSecret {
    /// `whsec_` and base64, as the libraries of Standard Webhooks take it.
    pub secret: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
}
