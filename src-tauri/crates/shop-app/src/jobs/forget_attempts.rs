//! Deletes failed sign-in attempts that no longer count.

use std::sync::Arc;

use chrono::TimeDelta;
use shop_domain::limits::SIGN_IN_MEMORY_HOURS;

use crate::context::Shop;
use crate::runtime::WriteError;
use crate::runtime::locks::LockKey;

/// Deletes up to `limit` attempts and returns their number.
///
/// Does nothing while the clock is not trusted.
pub async fn forget_attempts(shop: &Arc<Shop>, limit: i64) -> Result<usize, WriteError> {
    if !shop.is_clock_believed()? {
        return Ok(0);
    }
    shop.write(LockKey::Shop, move |writing| {
        let until = writing.now - TimeDelta::hours(SIGN_IN_MEMORY_HOURS);
        Ok(shop_store::sign_in_attempt::forget(writing.tx, until, limit)?)
    })
    .await
}
