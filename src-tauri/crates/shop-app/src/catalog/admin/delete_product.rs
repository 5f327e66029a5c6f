//! Deletes and restores products. The row, the orders and the history stay; carts show that the line can no longer be
//! ordered.

use shop_store::product::{delete, restore};

use super::edit::{Edit, Standing};
use crate::catalog::codes;
use crate::context::AdminCall;
use shop_contract::{AdminProduct, ById, Done, ShopError, operation};

/// Deletes a product.
///
/// # Errors
/// `PRODUCT_NOT_FOUND`, also for a product that is already deleted; as any write.
pub async fn delete_product(call: AdminCall, request: ById) -> Result<Done, ShopError> {
    let edit =
        Edit { admin: call.admin(), operation: operation::delete_product.facts(), id: request.id, of: Standing::There };
    edit.perform(&call, &request, |writing, product, updated_at| Ok(delete(writing.tx, product, updated_at)?)).await?;
    Ok(Done {})
}

/// Restores a deleted product to its previous state.
///
/// # Errors
/// `PRODUCT_NOT_FOUND`; `CONFLICT` with the current product if it is not deleted, or naming the product that bears one of
/// its codes by now; as any write.
pub async fn restore_product(call: AdminCall, request: ById) -> Result<AdminProduct, ShopError> {
    let edit = Edit {
        admin: call.admin(),
        operation: operation::restore_product.facts(),
        id: request.id,
        of: Standing::Deleted,
    };
    edit.perform(&call, &request, |writing, product, updated_at| {
        codes::ensure_still_free(writing.tx, product.id)?;
        Ok(restore(writing.tx, product, updated_at)?)
    })
    .await
}
