//! Payments.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Pay an order.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PayOrder {
    /// The order.
    pub order_id: i64,
    /// How.
    pub payment_method: PaymentMethod,
    /// The order's total, in won.
    pub amount: i64,
}

/// How an order is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PaymentMethod {
    /// With points.
    Point,
}

/// A payment or an attempt at one.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// Id.
    pub id: i64,
    /// The order.
    pub order_id: i64,
    /// How.
    pub method: PaymentMethod,
    /// Won.
    pub amount: i64,
    /// `COMPLETED`, `FAILED` or `REFUNDED`.
    pub state: String,
    /// When it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_at: Option<DateTime<Utc>>,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure_reason: Option<String>,
    /// The caller's points around it; absent where no points moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub balance: Option<BalanceChange>,
}

/// Points before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BalanceChange {
    /// Before.
    pub before: i64,
    /// After.
    pub after: i64,
}
