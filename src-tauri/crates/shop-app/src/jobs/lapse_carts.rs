//! Deletes cart lines that were not changed for 30 days.

use std::sync::Arc;

use chrono::TimeDelta;
use shop_domain::limits::CART_LAPSE_DAYS;

use crate::context::Shop;
use crate::runtime::WriteError;
use crate::runtime::locks::LockKey;

/// Deletes up to `limit` such lines and returns their number.
///
/// Does nothing while the clock is not trusted.
pub async fn lapse_carts(shop: &Arc<Shop>, limit: i64) -> Result<usize, WriteError> {
    if !shop.is_clock_believed()? {
        return Ok(0);
    }
    shop.write(LockKey::Shop, move |writing| {
        let untouched_since = writing.now - TimeDelta::days(CART_LAPSE_DAYS);
        Ok(shop_store::cart::lapse(writing.tx, untouched_since, limit, writing.now)?)
    })
    .await
}
