//! Filling the indexes by which orders, customers and products are found.

use std::sync::Arc;

use shop_store::order::search::{Batch, index_batch, next_batch};
use shop_store::{Db, StoreResult, product, user};

use super::Left;
use crate::runtime::locks::LockKey;
use crate::runtime::{Shop, WriteError};

/// Products of one batch: each has more tokens than an order.
const PRODUCTS: i64 = 200;

/// Indexes the next batch of each kind, where there is one. Until then a search reads what is not indexed row by row, so that
/// only its speed depends on this; and whoever orders has nothing to do with it. The tokens of orders are made while others
/// write.
///
/// # Errors
/// As any write.
pub async fn fill_search(shop: &Arc<Shop>) -> Result<Left, WriteError> {
    let (reader, era) = (Arc::clone(shop), shop.era());
    let ready = tokio::task::spawn_blocking(move || reader.read(ready)).await;
    let ready = ready.map_err(|error| WriteError::Failed(error.to_string()))?;
    let ready = ready.map_err(|error| WriteError::Failed(error.to_string()))?;
    let Some(Ready { orders }) = ready else { return Ok(Left::Nothing) };
    shop.submit(era, LockKey::Shop, None, move |writing| {
        if let Some(batch) = &orders {
            index_batch(writing.tx, batch, writing.now)?;
        }
        user::search::index_batch(writing.tx, writing.now)?;
        product::reindex_batch(writing.tx, writing.now, PRODUCTS)?;
        Ok(Left::More)
    })
    .await
}

/// Something to be indexed.
struct Ready {
    orders: Option<Batch>,
}

fn ready(db: &Db) -> StoreResult<Option<Ready>> {
    let orders = next_batch(db)?;
    let is_ready = orders.is_some() || user::search::is_batch_ready(db)? || !product::to_reindex(db, 1)?.is_empty();
    Ok(is_ready.then_some(Ready { orders }))
}
