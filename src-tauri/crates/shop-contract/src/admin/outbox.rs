//! Events on their way to the merchant's own system.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::Moment;
use crate::common::page;

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
    /// What is sent; of an order, the whole order as it is then goes with it.
    pub payload: Value,
    /// What became of it.
    pub state: OutboxState,
    /// Tries so far.
    pub attempts: i64,
    /// The next try of a pending one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// Why the last try did not succeed: `TIMEOUT`, `REFUSED`, `NOT_ALLOWED` (an address of this machine or its network),
    /// `TLS`, `STATUS_` and the status that was answered, or `FAILED`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_error: Option<String>,
    /// When it happened.
    pub created_at: DateTime<Utc>,
}

/// Send everything from an instant on again, whatever became of it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplayOutbox {
    /// From this instant on, or from this day of the shop on.
    #[schema(value_type = String, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub from: Moment,
}

/// Events that will be sent again. One request takes 10,000.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RequeuedEvents {
    /// How many.
    pub count: i64,
    /// Whether there are more, for another request.
    pub more: bool,
    /// Of a replay that leaves more: where the next one begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
}

page!(
    /// A page of events: pending ones in the order in which they are sent, others latest first.
    OutboxPage of OutboxEvent
);
