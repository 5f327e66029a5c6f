//! Updates the stored price that lists are sorted and filtered by, when a sale begins or ends. The price that is shown
//! and paid never comes from it.

use std::sync::Arc;

use crate::context::Shop;
use crate::runtime::WriteError;
use crate::runtime::locks::LockKey;

/// Updates at most `limit` products and returns their number.
pub async fn refresh_sales(shop: &Arc<Shop>, limit: i64) -> Result<usize, WriteError> {
    shop.write(LockKey::Shop, move |writing| Ok(shop_store::product::apply_sales(writing.tx, writing.now, limit)?))
        .await
}
