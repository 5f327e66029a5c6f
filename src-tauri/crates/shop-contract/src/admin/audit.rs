//! The audit log: what admins have done.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::Moment;
use crate::common::page;

/// What an act was done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum AuditTarget {
    /// A product, its options, picture or stock.
    Product,
    /// A coupon.
    Coupon,
    /// An order.
    Order,
    /// A user.
    User,
    /// The settings; there is but one of them.
    Settings,
    /// An event for the merchant's own system.
    Outbox,
    /// The shop's file: backups and restoring.
    Shop,
}

impl AuditTarget {
    /// As it is stored and sent.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Coupon => "coupon",
            Self::Order => "order",
            Self::User => "user",
            Self::Settings => "settings",
            Self::Outbox => "outbox",
            Self::Shop => "shop",
        }
    }
}

/// Which acts are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListAuditLog {
    /// Only by this admin.
    pub actor_id: Option<i64>,
    /// Only this operation, by its name, such as `ship_order`.
    pub action: Option<String>,
    /// Only to things of this kind.
    pub target_type: Option<AuditTarget>,
    /// Only to this thing.
    pub target_id: Option<i64>,
    /// At or after this instant, or from this day on.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub from: Option<Moment>,
    /// Before this instant, or up to and on this day.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub to: Option<Moment>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// One act of an admin.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuditEntry {
    /// Id.
    pub id: i64,
    /// The admin; absent for the operator, and for an admin that is no longer in the database.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<i64>,
    /// The admin's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
    /// The operation.
    pub action: String,
    /// What it was done to.
    pub target_type: String,
    /// Which one; 0 where there is but one.
    pub target_id: i64,
    /// What it is called now: the name of a product, coupon or user, the number of an order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_name: Option<String>,
    /// The English name of a product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_name_en: Option<String>,
    /// How it was; absent for what is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// How it became.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
    /// When.
    pub created_at: DateTime<Utc>,
}

page!(
    /// A page of the audit log, latest first.
    AuditPage of AuditEntry
);
