//! Fills the search indexes of orders, customers and products.

use std::sync::Arc;

use shop_store::order::search::{Batch, index_batch, next_batch};
use shop_store::{Db, StoreResult, product, user};

use super::Left;
use crate::context::Shop;
use crate::runtime::WriteError;
use crate::runtime::locks::LockKey;

/// Products in one batch: each has more tokens than an order.
const PRODUCTS: i64 = 200;

/// Indexes the next batch of each kind, if there is one. Rows that are not indexed yet are searched row by row, so only
/// the speed depends on this job, and orders do not wait for it. The tokens of orders are computed outside of the write
/// transaction.
pub async fn fill_search(shop: &Arc<Shop>) -> Result<Left, WriteError> {
    let (reader, epoch) = (Arc::clone(shop), shop.epoch());
    let ready = tokio::task::spawn_blocking(move || reader.read(ready)).await;
    let ready = ready.map_err(|error| WriteError::Failed(error.to_string()))?;
    let ready = ready.map_err(|error| WriteError::Failed(error.to_string()))?;
    let Some(Ready { orders }) = ready else { return Ok(Left::Nothing) };
    shop.submit(epoch, LockKey::Shop, None, move |writing| {
        if let Some(batch) = &orders {
            index_batch(writing.tx, batch, writing.now)?;
        }
        user::search::index_batch(writing.tx, writing.now)?;
        product::reindex_batch(writing.tx, writing.now, PRODUCTS)?;
        Ok(Left::More)
    })
    .await
}

/// A row to be indexed.
struct Ready {
    orders: Option<Batch>,
}

fn ready(db: &Db) -> StoreResult<Option<Ready>> {
    let orders = next_batch(db)?;
    let is_ready = orders.is_some() || user::search::is_batch_ready(db)? || !product::to_reindex(db, 1)?.is_empty();
    Ok(is_ready.then_some(Ready { orders }))
}
