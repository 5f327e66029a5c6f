//! Charging points against money: how the shop is set, and the requests of a customer.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::PointTransaction;
use crate::codes::mirrored;
use crate::common::page;

mirrored! {
    /// What the shop does where a customer charges points.
    PointCharging of shop_domain::charge::ChargeMode {
        /// The points are there at once, without any money.
        Free,
        /// The customer requests points and transfers the amount; they are there when an admin has confirmed the deposit.
        Request,
        /// Customers cannot charge points.
        Off,
    }
}

mirrored! {
    /// The state of a request for points.
    ChargeState of shop_domain::charge::ChargeState {
        /// It waits for the deposit.
        Requested,
        /// The deposit was confirmed, and the points are there.
        Confirmed,
        /// An admin has rejected it, or the customer has withdrawn it.
        Rejected,
    }
}

/// The bank account of the shop.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DepositAccount {
    /// Name of the bank, 1 to 30 characters.
    #[schema(max_length = 200)]
    pub bank: String,
    /// 6 to 20 digits, with hyphens or spaces between them.
    #[schema(max_length = 200)]
    pub number: String,
    /// Name of the holder, 1 to 50 characters.
    #[schema(max_length = 200)]
    pub holder: String,
}

/// A request for points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChargeRequest {
    /// Id.
    pub id: i64,
    /// Won to transfer, and points to get.
    pub amount: i64,
    /// The name that the bank shows with the deposit.
    pub depositor_name: String,
    /// Its state.
    pub state: ChargeState,
    /// Whether it is rejected because its customer has withdrawn it.
    pub withdrawn: bool,
    /// Why an admin has rejected it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it was confirmed, rejected or withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

page!(
    /// A page of requests for points, latest first.
    ChargeRequestPage of ChargeRequest
);

/// What a charge of points has led to.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum ChargedPoints {
    /// The points are there.
    Charged(PointTransaction),
    /// The points are requested; over HTTP the status is 202.
    Requested(ChargeRequest),
}

impl ChargedPoints {
    /// The movement of points; `None` where they are only requested.
    #[must_use]
    pub fn charged(self) -> Option<PointTransaction> {
        match self {
            Self::Charged(transaction) => Some(transaction),
            Self::Requested(_) => None,
        }
    }
}

/// Why points cannot be charged, or a request for points cannot end so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ChargeConflict {
    /// Customers cannot charge points in this shop.
    ChargingOff,
    /// As many requests of the customer wait as may wait, five.
    TooManyWaiting,
    /// The deposit is confirmed already.
    AlreadyConfirmed,
    /// The request is rejected or withdrawn already.
    AlreadyRejected,
}
