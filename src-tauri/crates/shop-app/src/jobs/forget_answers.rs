//! Deletes stored answers of idempotent requests after 24 hours.

use std::sync::Arc;

use chrono::TimeDelta;

use crate::context::Shop;
use crate::runtime::locks::LockKey;
use crate::runtime::{TOLERANCE, WriteError};

/// Hours that an answer is stored.
const KEPT_HOURS: i64 = 24;

/// Deletes up to `limit` answers and returns their number.
///
/// Does nothing while the clock is not trusted.
pub async fn forget_answers(shop: &Arc<Shop>, limit: i64) -> Result<usize, WriteError> {
    if !shop.is_clock_believed()? {
        return Ok(0);
    }
    shop.write(LockKey::Shop, move |writing| {
        shop_store::idempotency::redate(writing.tx, writing.now + TOLERANCE, limit, writing.now)?;
        let until = writing.now - TimeDelta::hours(KEPT_HOURS);
        Ok(shop_store::idempotency::forget(writing.tx, until, limit)?)
    })
    .await
}
