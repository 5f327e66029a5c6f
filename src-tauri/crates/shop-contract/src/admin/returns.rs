//! Returns of all customers, as admins see them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ReturnRequest, ReturnState};

/// Which returns are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListReturnsForAdmin {
    /// Only those in this state.
    pub state: Option<ReturnState>,
    /// A part of the order's number, or of the customer's name or e-mail; of the name also its initial consonants.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub q: Option<String>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// A return with the fields that only admins see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminReturn {
    /// The fields that the customer sees.
    #[serde(flatten)]
    pub returned: ReturnRequest,
    /// Number of the order.
    pub order_number: String,
    /// The customer.
    pub user_id: i64,
    /// Name of the customer.
    pub user_name: String,
    /// E-mail of the customer.
    pub user_email: String,
    /// The admin that has moved it last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<i64>,
    /// Name of that admin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
}

/// The returns that have not ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingReturns {
    /// To be approved or rejected.
    pub requested: i64,
    /// Approved, while the goods are on their way.
    pub approved: i64,
    /// Received, to be refunded.
    pub received: i64,
}

/// A page of returns, latest first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminReturnPage {
    /// The rows of this page.
    pub items: Vec<AdminReturn>,
    /// All that have not ended, whatever the filter.
    pub waiting: WaitingReturns,
    /// Send it back as `cursor` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// Move a return on: approve it, or record that the goods came.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoveReturn {
    /// The return.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Words for the customer, 1 to 200 characters; those before stay when absent.
    #[schema(pattern = r"^\s*\S(.{0,198}\S)?\s*$")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Reject a return.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RejectReturn {
    /// The return.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Why, for the customer; 1 to 200 characters. It may also be sent as `reason`.
    #[schema(pattern = r"^\s*\S(.{0,198}\S)?\s*$")]
    #[serde(alias = "reason")]
    pub note: String,
}
