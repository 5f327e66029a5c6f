//! Deposits of customers that request points, as admins see them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ChargeRequest, ChargeState};

/// Which requests are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListChargesForAdmin {
    /// Only those in this state.
    pub state: Option<ChargeState>,
    /// A part of the depositor's name, or of the customer's name or e-mail; of the names also their initial consonants.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub q: Option<String>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// A request for points with the fields that only admins see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminCharge {
    /// The fields that the customer sees.
    #[serde(flatten)]
    pub charge: ChargeRequest,
    /// The customer.
    pub user_id: i64,
    /// Name of the customer.
    pub user_name: String,
    /// E-mail of the customer.
    pub user_email: String,
    /// The admin that ended it, or the customer that withdrew it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<i64>,
    /// Name of that user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
    /// The movement of points of a confirmed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<i64>,
}

/// The requests that wait for their deposit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingCharges {
    /// How many.
    pub count: i64,
    /// Their sum, in won.
    pub amount: i64,
}

/// A page of requests for points, latest first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminChargePage {
    /// The rows of this page.
    pub items: Vec<AdminCharge>,
    /// All that wait, whatever the filter.
    pub waiting: WaitingCharges,
    /// Send it back as `cursor` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// Confirm that the deposit of a request came; the points are there then.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConfirmCharge {
    /// The request.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Won that came; another amount than was requested is `AMOUNT_MISMATCH`.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub amount: i64,
}

/// Reject a request: no deposit came.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RejectCharge {
    /// The request.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The reason, which the customer reads. 1 to 200 characters.
    #[schema(pattern = r"^\s*\S(.{0,198}\S)?\s*$")]
    pub reason: String,
}
