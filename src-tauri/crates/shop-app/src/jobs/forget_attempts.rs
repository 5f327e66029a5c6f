//! Failed tries to sign in, once they no longer count for anything.

use std::sync::Arc;

use chrono::TimeDelta;
use shop_domain::limits::SIGN_IN_MEMORY_HOURS;

use crate::runtime::locks::LockKey;
use crate::runtime::{Shop, WriteError};

/// Forgets up to `limit` tries; says how many.
///
/// Nothing is done while the clock is not believed.
///
/// # Errors
/// As any write.
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
