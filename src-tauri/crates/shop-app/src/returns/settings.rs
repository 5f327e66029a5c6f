//! How long goods can be returned, part of the shop's settings.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use shop_domain::limits::RETURN_DAYS;
use shop_domain::refund::returnable_until;
use shop_store::order::Order;
use shop_store::setting::read;
use shop_store::{Db, StoreResult};

use crate::setting;

/// Business days after the day of delivery on which a return can be asked for.
pub(crate) fn return_days(db: &Db) -> StoreResult<i64> {
    Ok(read(db, setting::RETURN_DAYS)?.unwrap_or(RETURN_DAYS))
}

/// The last instant at which a return of an order can be asked for; `None` while it is not delivered.
pub(super) fn deadline(db: &Db, order: &Order, zone: Tz) -> StoreResult<Option<DateTime<Utc>>> {
    let Some(delivered_at) = order.delivered_at else { return Ok(None) };
    Ok(Some(returnable_until(delivered_at, return_days(db)?, zone)))
}
