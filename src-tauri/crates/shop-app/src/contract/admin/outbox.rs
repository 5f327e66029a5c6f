//! Events on their way to the merchant's own system.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::contract::common::page;

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum OutboxState {
    /// To be sent.
    Pending,
    /// Taken by the other side.
    Sent,
    /// Given up after its last try.
    Failed,
}

/// Which events are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListOutbox {
    /// Only those in this state.
    pub state: Option<OutboxState>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OutboxEvent {
    /// Id.
    pub id: i64,
    /// What happened, such as `order.paid`, or `shop.restored`.
    pub event_type: String,
    /// The order it is about; 0 for the shop itself.
    pub aggregate_id: i64,
    /// What is sent.
    pub payload: Value,
    /// What became of it.
    pub state: OutboxState,
    /// Tries so far.
    pub attempts: i64,
    /// The next try of a pending one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// Why the last try did not succeed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_error: Option<String>,
    /// When it happened.
    pub created_at: DateTime<Utc>,
}

page!(
    /// A page of events: pending ones in the order in which they are due, others latest first.
    OutboxPage of OutboxEvent
);
