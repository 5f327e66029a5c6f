//! Lists are ordered and filtered by a price that is stored; when a sale begins or ends, it is brought up to date here.
//! The price that is shown and paid never comes from it.

use std::sync::Arc;

use crate::runtime::locks::LockKey;
use crate::runtime::{Shop, WriteError};

/// Brings at most `limit` products up to date; says how many.
///
/// # Errors
/// As any write.
pub async fn refresh_sales(shop: &Arc<Shop>, limit: i64) -> Result<usize, WriteError> {
    shop.write(LockKey::Shop, move |writing| Ok(shop_store::product::apply_sales(writing.tx, writing.now, limit)?))
        .await
}
