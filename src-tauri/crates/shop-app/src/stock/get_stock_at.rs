//! A stock level as of an instant.

use shop_store::as_of::Figure;
use shop_store::product::find;

use crate::as_of::{Question, figure_as_of};
use crate::context::AdminCall;
use shop_contract::{ErrorCode, GetStockAt, ShopError, StockAt};

/// The level of a product or option as of an instant, with the movements that made it so; also for a deleted product.
///
/// # Errors
/// `INVALID_INPUT` for an instant after now and for the limit; `PRODUCT_NOT_FOUND`, also where the product has no level of
/// its own because it has options, and for an option of another product.
pub async fn get_stock_at(call: AdminCall, request: GetStockAt) -> Result<StockAt, ShopError> {
    let question = Question::new(&call, request.instant, request.limit)?;
    let (product_id, option_id) = (request.id, request.product_option_id);
    call.read(move |db| {
        find(db, product_id)?.ok_or(ErrorCode::ProductNotFound)?;
        let figure = figure_as_of(db, Figure::Stock { product_id, option_id }, question)?;
        let (available_quantity, as_of) = figure.ok_or(ErrorCode::ProductNotFound)?;
        Ok(StockAt { product_id, product_option_id: option_id, available_quantity, as_of })
    })
    .await
}
