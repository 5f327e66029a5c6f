//! The cart's refusals as the contract spells them.

use serde_json::{Value, json};
use shop_domain::cart::CartRefusal;
use shop_domain::stock::ShortLine;

use crate::contract::{ErrorCode, ShopError};

pub(super) fn refused(refusal: CartRefusal) -> ShopError {
    match refusal {
        CartRefusal::InvalidQuantity => ShopError::invalid("quantity", "1 to 1,000,000 units"),
        CartRefusal::ProductNotFound => ErrorCode::ProductNotFound.into(),
        CartRefusal::InsufficientStock(short) => insufficient_stock(&[short]),
        CartRefusal::LimitExceeded(limit) => ShopError::new(ErrorCode::ExceededLimitedQuantity).with(json!({
            "limitedQuantity": limit.limited_quantity,
            "alreadyBought": limit.already_bought,
            "inCart": limit.in_cart,
            "requested": limit.requested,
        })),
        CartRefusal::CartFull => ShopError::invalid("productId", "the cart holds 100 lines already"),
    }
}

/// `INSUFFICIENT_STOCK` with every line that falls short, in the cart and in an order alike.
pub(crate) fn insufficient_stock(short: &[ShortLine]) -> ShopError {
    let items: Vec<Value> = short.iter().map(short_line).collect();
    ShopError::new(ErrorCode::InsufficientStock).with(json!({ "items": items }))
}

fn short_line(line: &ShortLine) -> Value {
    let mut item = json!({
        "productId": line.product_id,
        "requested": line.requested,
        "available": line.available,
    });
    if let Some(option_id) = line.option_id {
        item["productOptionId"] = json!(option_id);
    }
    item
}
