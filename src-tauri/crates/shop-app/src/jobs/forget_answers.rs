//! Answers kept for repeated requests, once their 24 hours are over.

use std::sync::Arc;

use chrono::TimeDelta;

use crate::runtime::locks::LockKey;
use crate::runtime::{Shop, TOLERANCE, WriteError};

/// How long an answer is kept.
const KEPT_HOURS: i64 = 24;

/// Forgets up to `limit` answers; says how many.
///
/// Nothing is done while the clock is not believed.
///
/// # Errors
/// As any write.
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
