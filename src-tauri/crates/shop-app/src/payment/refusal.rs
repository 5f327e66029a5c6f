//! Refusals of the payment rules as errors of the contract.

use serde_json::json;
use shop_domain::order::PayRefusal;

use crate::contract::{ErrorCode, ShopError};

impl From<PayRefusal> for ShopError {
    fn from(refusal: PayRefusal) -> Self {
        match refusal {
            PayRefusal::InvalidAmount => Self::invalid("amount", "1 to 1,000,000,000,000 won"),
            PayRefusal::UnknownMethod => Self::invalid("paymentMethod", "POINT"),
            PayRefusal::MethodNotOpen(_) => Self::invalid("paymentMethod", "NOT_OPEN"),
            PayRefusal::OrderNotFound => ErrorCode::OrderNotFound.into(),
            PayRefusal::InvalidOrderState(refusal) => refusal.into(),
            PayRefusal::AmountMismatch { expected, actual } => {
                Self::new(ErrorCode::AmountMismatch).with(json!({"expected": expected.get(), "actual": actual.get()}))
            }
            PayRefusal::InsufficientBalance { required, available, shortfall } => {
                Self::new(ErrorCode::InsufficientBalance).with(json!({
                    "required": required.get(),
                    "available": available.get(),
                    "shortfall": shortfall.get(),
                }))
            }
        }
    }
}
