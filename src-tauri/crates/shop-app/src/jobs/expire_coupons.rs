//! Expires coupons after their end date, with the issued coupons of the users.

use std::sync::Arc;

use shop_store::coupon::expiry;

use crate::context::Shop;
use crate::runtime::WriteError;
use crate::runtime::locks::LockKey;

/// Expires up to `limit` issued coupons, and then the coupons without any left; returns the number of issued coupons.
///
/// Does nothing while the clock is not trusted.
pub async fn expire_coupons(shop: &Arc<Shop>, limit: i64) -> Result<usize, WriteError> {
    if !shop.is_clock_believed()? {
        return Ok(0);
    }
    let (now, epoch) = (shop.now(), shop.epoch());
    let pieces = shop.read(|db| expiry::pieces_past_end(db, now, limit)).map_err(WriteError::from)?;
    shop.submit(epoch, LockKey::Shop, None, move |writing| {
        let expired = expiry::expire_pieces(writing.tx, &pieces, writing.now)?;
        if (pieces.len() as i64) < limit {
            expiry::expire_ended(writing.tx, writing.now)?;
        }
        Ok(expired)
    })
    .await
}
