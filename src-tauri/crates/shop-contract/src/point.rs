//! Points: one point is one won.

use crate::codes::mirrored;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::common::page;

/// The caller's points.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Points {
    /// To spend.
    pub available_point: i64,
    /// Spent.
    pub used_point: i64,
}

/// Charge points, or request them where the shop wants a deposit first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChargePoints {
    /// Won, 1,000 to 10,000,000.
    #[schema(minimum = 1000, maximum = 10_000_000)]
    pub amount: i64,
    /// The name that the bank shows with the deposit, 1 to 100 characters; the customer's name when absent. Only where the
    /// shop takes requests.
    #[schema(max_length = 500)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depositor_name: Option<String>,
}

impl ChargePoints {
    /// A charge of `amount` won without a depositor.
    #[must_use]
    pub fn of(amount: i64) -> Self {
        Self { amount, depositor_name: None }
    }
}

mirrored! {
    /// Why points moved.
    PointTransactionType of shop_domain::point::TransactionType {
        /// Charged by the customer.
        Charge,
        /// Paid an order.
        Payment,
        /// Given back for an order.
        Refund,
        /// Changed by an admin.
        Adjust,
    }
}

/// Which movements are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListPointTransactions {
    /// Only this kind.
    #[serde(rename = "type")]
    pub kind: Option<PointTransactionType>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// One movement of points.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PointTransaction {
    /// Id.
    pub id: i64,
    /// Why.
    #[serde(rename = "type")]
    pub kind: PointTransactionType,
    /// Signed.
    pub amount: i64,
    /// Before.
    pub balance_before: i64,
    /// After.
    pub balance_after: i64,
    /// The order it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_id: Option<i64>,
    /// In words.
    pub description: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

page!(
    /// A page of movements, latest first.
    PointTransactionPage of PointTransaction
);
