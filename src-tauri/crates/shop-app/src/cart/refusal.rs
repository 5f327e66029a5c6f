//! The cart's refusals as the contract spells them.

use serde_json::json;
use shop_domain::cart::CartRefusal;

use crate::contract::{ErrorCode, ShopError};

pub(super) fn refused(refusal: CartRefusal) -> ShopError {
    match refusal {
        CartRefusal::InvalidQuantity => ShopError::invalid("quantity", "1 to 1,000,000 units"),
        CartRefusal::ProductNotFound => ErrorCode::ProductNotFound.into(),
        CartRefusal::InsufficientStock(short) => ShopError::new(ErrorCode::InsufficientStock).with(json!({"items": [{
            "productId": short.product_id,
            "productOptionId": short.option_id,
            "requested": short.requested,
            "available": short.available,
        }]})),
        CartRefusal::LimitExceeded(limit) => ShopError::new(ErrorCode::ExceededLimitedQuantity).with(json!({
            "limitedQuantity": limit.limited_quantity,
            "alreadyBought": limit.already_bought,
            "inCart": limit.in_cart,
            "requested": limit.requested,
        })),
        CartRefusal::CartFull => ShopError::invalid("productId", "the cart holds 100 lines already"),
    }
}
