//! Refusals of the order rules as errors of the contract.

use serde_json::json;
use shop_domain::order::{InvalidOrderState, PlaceRefusal};

use crate::contract::{ErrorCode, ShopError};
use crate::{cart, coupon};

impl From<PlaceRefusal> for ShopError {
    fn from(refusal: PlaceRefusal) -> Self {
        match refusal {
            PlaceRefusal::CartEmpty => ErrorCode::CartEmpty.into(),
            PlaceRefusal::ProductNotFound { product_id } => {
                Self::new(ErrorCode::ProductNotFound).with(json!({"productId": product_id}))
            }
            PlaceRefusal::LimitExceeded { product_id, details } => {
                Self::new(ErrorCode::ExceededLimitedQuantity).with(json!({
                    "productId": product_id,
                    "limitedQuantity": details.limited_quantity,
                    "alreadyBought": details.already_bought,
                    "inCart": details.in_cart,
                    "requested": details.requested,
                }))
            }
            PlaceRefusal::InsufficientStock(short) => cart::insufficient_stock(&short),
            PlaceRefusal::AmountOutOfRange => Self::invalid("amount", "at most 1,000,000,000,000 won"),
            PlaceRefusal::Coupon(refusal) => coupon::refused(refusal),
            PlaceRefusal::AmountMismatch { expected, actual } => {
                Self::new(ErrorCode::AmountMismatch).with(json!({"expected": expected.get(), "actual": actual}))
            }
        }
    }
}

impl From<InvalidOrderState> for ShopError {
    fn from(refusal: InvalidOrderState) -> Self {
        let details = json!({"state": refusal.state.as_str(), "asked": refusal.asked});
        Self::new(ErrorCode::InvalidOrderState).with(details)
    }
}
