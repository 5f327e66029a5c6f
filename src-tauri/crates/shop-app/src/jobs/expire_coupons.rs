//! Coupons whose time is over, with the pieces of them that people still have.

use std::sync::Arc;

use shop_store::coupon::expiry;

use crate::runtime::locks::LockKey;
use crate::runtime::{Shop, WriteError};

/// Expires up to `limit` pieces, and once none is left the coupons themselves; says how many pieces.
///
/// Nothing is done while the clock is not believed.
///
/// # Errors
/// As any write.
pub async fn expire_coupons(shop: &Arc<Shop>, limit: i64) -> Result<usize, WriteError> {
    if !shop.is_clock_believed()? {
        return Ok(0);
    }
    let (now, era) = (shop.now(), shop.era());
    let pieces = shop.read(|db| expiry::pieces_past_end(db, now, limit)).map_err(WriteError::from)?;
    shop.submit(era, LockKey::Shop, None, move |writing| {
        let expired = expiry::expire_pieces(writing.tx, &pieces, writing.now)?;
        if (pieces.len() as i64) < limit {
            expiry::expire_ended(writing.tx, writing.now)?;
        }
        Ok(expired)
    })
    .await
}
