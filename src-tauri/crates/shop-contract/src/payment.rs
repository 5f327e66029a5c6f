//! Payments.

use crate::codes::mirrored;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Pay an order.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PayOrder {
    /// The order.
    #[schema(minimum = 1)]
    pub order_id: i64,
    /// How.
    pub payment_method: PaymentMethod,
    /// The order's total, in won.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub amount: i64,
}

mirrored! {
    /// How an order is paid.
    PaymentMethod of shop_domain::order::PaymentMethod {
        /// With points.
        Point,
        /// By a transfer to the shop's bank account. Not open in this shop.
        BankTransfer,
        /// In cash. Not open in this shop.
        Cash,
    }
}

mirrored! {
    /// The state of a payment.
    PaymentState of shop_domain::order::PaymentState {
        /// The order is paid.
        Completed,
        /// It failed and everything was given back.
        Failed,
        /// The money was given back.
        Refunded,
    }
}

/// A payment or an attempt at one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
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
    /// Its state.
    pub state: PaymentState,
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

/// Make the next payments break off, to see how the shop makes up for it. Only in a demo shop.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ArmFault {
    /// Where.
    pub point: BreakingPoint,
    /// How many times, 1 to 100; it takes the place of what was armed before.
    #[schema(minimum = 1, maximum = 100)]
    pub times: i64,
}

/// Where something can be made to break off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum BreakingPoint {
    /// In a payment, between the debit and the commit.
    Payment,
}

/// What is armed now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArmedFault {
    /// Where.
    pub point: BreakingPoint,
    /// How many times.
    pub times: i64,
}
