//! Reads of the stock history.

use shop_domain::stock as domain;
use shop_store::product::find;
use shop_store::stock::{MovementRow, movements};

use crate::context::AdminCall;
use crate::paging::Listing;
use shop_contract::{ErrorCode, ListStockMovements, MovementType, ShopError, StockMovement, StockMovementPage};

/// Lists the stock movements of a product, latest first; also for a deleted product.
///
/// # Errors
/// `INVALID_INPUT`, also for a cursor of another list; `PRODUCT_NOT_FOUND`.
pub async fn list_stock_movements(
    call: AdminCall,
    request: ListStockMovements,
) -> Result<StockMovementPage, ShopError> {
    let (id, option_id) = (request.id, request.product_option_id);
    let listing = Listing::new("stock movements", &(id, option_id), request.limit)?;
    let after = listing.after(request.cursor.as_deref())?;
    call.read(move |db| {
        find(db, id)?.ok_or(ErrorCode::ProductNotFound)?;
        let (rows, next_cursor) = listing.page(movements(db, id, option_id, after, listing.fetch())?, |row| row.id);
        Ok(StockMovementPage { items: rows.into_iter().map(movement).collect(), next_cursor })
    })
    .await
}

fn movement(row: MovementRow) -> StockMovement {
    StockMovement {
        id: row.id,
        product_option_id: row.option_id,
        option_name: row.option_name,
        kind: match row.kind {
            domain::MovementType::Sale => MovementType::Sale,
            domain::MovementType::Restore => MovementType::Restore,
            domain::MovementType::Increase => MovementType::Increase,
            domain::MovementType::Decrease => MovementType::Decrease,
            domain::MovementType::Set => MovementType::Set,
        },
        quantity: row.quantity,
        available_after: row.available_after,
        reason: row.reason,
        order_id: row.order_id,
        order_number: row.order_number,
        actor_id: row.actor_id,
        actor_name: row.actor_name,
        created_at: row.created_at,
    }
}
