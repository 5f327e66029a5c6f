//! Coupons whose time is over, with the pieces of them that people still have.

use std::sync::Arc;

use crate::runtime::locks::LockKey;
use crate::runtime::{Shop, Stop, WriteError};

/// Expires up to `limit` pieces and every coupon that has none left to expire; says how many pieces.
///
/// # Errors
/// As any write.
pub async fn expire_coupons(shop: &Arc<Shop>, limit: i64) -> Result<usize, WriteError> {
    let now = shop.now();
    let due = shop
        .read(|db| shop_store::coupon::pieces_past_end(db, now, limit))
        .map_err(|error| WriteError::Failed(error.to_string()))?;
    shop.write(LockKey::Shop, move |writing| {
        let expired = shop_store::coupon::expire_pieces(writing.tx, &due, writing.now)?;
        if (due.len() as i64) < limit {
            shop_store::coupon::expire_ended(writing.tx, writing.now)?;
        }
        Ok::<_, Stop>(expired)
    })
    .await
}
