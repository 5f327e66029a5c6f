//! The seal of the books, as the customer of an order sees it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The seal of the books that covers the payment of an order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderSeal {
    /// Whether the order is paid and the payment is sealed.
    pub is_sealed: bool,
    /// The number of the seal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<i64>,
    /// The order's number, amount and seal, signed by the shop: what stands on the receipt, and what `jangteo verify --receipt`
    /// checks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}
