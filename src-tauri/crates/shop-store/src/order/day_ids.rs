//! Bounds on the ids of the orders of some days.
//!
//! Within a day order numbers rise with the ids. From one day to the next they do so only while the clock goes forward:
//! after it was set back, orders of an earlier day have later ids. So each day of the period is looked up by its own
//! first and last number, and the bounds enclose all of them. They only narrow the scan; the instants decide.

use crate::db::{Db, StoreResult};

/// The least and the greatest id of orders with a number at or after `from` and before `end` in text order; both are
/// days or prefixes of days. `None` if there is no such order.
pub(super) fn ids_between(db: &Db, from: Option<&str>, end: Option<&str>) -> StoreResult<Option<(i64, i64)>> {
    let bounds = db.row(
        "SELECT min(first), max(last) FROM (
           SELECT (SELECT id FROM \"order\" WHERE order_number >= day.prefix AND order_number < day.prefix || '~'
                   ORDER BY order_number LIMIT 1) AS first,
                  max(coalesce((SELECT id FROM \"order\" WHERE order_number >= day.prefix AND order_number < day.prefix || '~'
                                ORDER BY order_number DESC LIMIT 1), 0),
                      coalesce((SELECT id FROM \"order\" WHERE order_number = day.prefix || printf('%06d', day.last)), 0)) AS last
           FROM (SELECT 'ORD-' || replace(day, '-', '') || '-' AS prefix, last_number AS last FROM order_sequence) AS day
           WHERE (?1 IS NULL OR day.prefix >= ?1) AND (?2 IS NULL OR day.prefix < ?2))",
        (from, end),
        |row| Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<i64>>(1)?)),
    )?;
    Ok(bounds.and_then(|(first, last)| first.zip(last)))
}
