//! What was refunded of an order, and the returns of its customer.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::codes::mirrored;

mirrored! {
    /// The state of a return.
    ReturnState of shop_domain::refund::ReturnState {
        /// The customer has asked for it.
        Requested,
        /// The shop takes the goods back.
        Approved,
        /// The shop does not take them back.
        Rejected,
        /// The goods are there.
        Received,
        /// Its units are refunded.
        Refunded,
    }
}

/// Units of an item of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnitsOfItem {
    /// The item of the order.
    #[schema(minimum = 1)]
    pub order_item_id: i64,
    /// How many.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i64,
}

/// Units of an item that were refunded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RefundedItem {
    /// The item of the order.
    pub order_item_id: i64,
    /// How many.
    pub quantity: i64,
    /// Won that they got back.
    pub amount: i64,
}

/// A refund of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderRefund {
    /// Id.
    pub id: i64,
    /// Won that went back.
    pub amount: i64,
    /// The part of it that went back as points.
    pub point_amount: i64,
    /// The part of it that goes back by hand.
    pub outside_amount: i64,
    /// The shipping fee in it.
    pub shipping_fee: i64,
    /// The units.
    pub items: Vec<RefundedItem>,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// Ask for a return of delivered goods.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RequestReturn {
    /// The order.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The units, each item once.
    #[schema(min_items = 1, max_items = 100)]
    pub items: Vec<UnitsOfItem>,
    /// Why, 1 to 200 characters.
    #[schema(pattern = r"^\s*\S(.{0,198}\S)?\s*$")]
    pub reason: String,
}

/// A return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReturnRequest {
    /// Id.
    pub id: i64,
    /// The order.
    pub order_id: i64,
    /// The units, each item once.
    pub items: Vec<UnitsOfItem>,
    /// Why the customer returns them.
    pub reason: String,
    /// Its state.
    pub state: ReturnState,
    /// The words of the shop; a rejected one has them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
    /// When it was approved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_at: Option<DateTime<Utc>>,
    /// When it was rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected_at: Option<DateTime<Utc>>,
    /// When the goods came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_at: Option<DateTime<Utc>>,
    /// The refund that has settled it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refund_id: Option<i64>,
}

/// The returns of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReturnList {
    /// All of them, oldest first.
    pub items: Vec<ReturnRequest>,
    /// The last instant at which a return can be asked for; absent where the order is not delivered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returnable_until: Option<DateTime<Utc>>,
}

/// Why a return cannot be asked for, moved on, or refunded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ReturnConflict {
    /// A return of the same item is open.
    ReturnOpen,
    /// The units are in an open return that is not received, or the refund has only a part of a received one.
    BeingReturned,
    /// The return is not in a state from which it can be moved so.
    OtherReturnState,
}
