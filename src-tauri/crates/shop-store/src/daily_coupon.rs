//! Coupons issued and used by business day: incremented in the transaction that issues one or places an order with it,
//! decremented in the one that gives it back, on the day of the order.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::{BusinessDay, Won};

use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// Figures of one or more coupons and days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Use {
    /// Issued.
    pub issued: i64,
    /// Used by orders that are not cancelled.
    pub used: i64,
    /// Discounts in won.
    pub discount_amount: i64,
}

/// Counts issued coupons.
pub fn issued(tx: &Tx<'_>, day: BusinessDay, coupon_id: i64, quantity: i64, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "INSERT INTO daily_coupon (coupon_id, day, issued, used, discount_amount, created_at, updated_at)
         VALUES (?1, ?2, ?3, 0, 0, ?4, ?4)
         ON CONFLICT (coupon_id, day) DO UPDATE SET issued = issued + excluded.issued, updated_at = excluded.updated_at",
        (coupon_id, day.to_string(), quantity, Stamp(now)),
    )
}

/// Counts a coupon that an order of `day` used.
pub fn used(tx: &Tx<'_>, day: BusinessDay, coupon_id: i64, discount: Won, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "INSERT INTO daily_coupon (coupon_id, day, issued, used, discount_amount, created_at, updated_at)
         VALUES (?1, ?2, 0, 1, ?3, ?4, ?4)
         ON CONFLICT (coupon_id, day) DO UPDATE
         SET used = used + 1, discount_amount = discount_amount + excluded.discount_amount,
             updated_at = excluded.updated_at",
        (coupon_id, day.to_string(), discount.get(), Stamp(now)),
    )
}

/// Reverses the count of a coupon that an order of `day` had used.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] where it was not counted.
pub fn take_back(tx: &Tx<'_>, day: BusinessDay, coupon_id: i64, discount: Won, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE daily_coupon SET used = used - 1, discount_amount = discount_amount - ?3, updated_at = ?4
         WHERE coupon_id = ?1 AND day = ?2 AND used >= 1 AND discount_amount >= ?3",
        (coupon_id, day.to_string(), discount.get(), Stamp(now)),
    )
}

/// A coupon and its use in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponUse {
    /// The coupon.
    pub coupon_id: i64,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// Its use.
    pub usage: Use,
}

/// Each coupon of a period, by discount, largest first.
pub fn by_coupon(db: &Db, first: BusinessDay, last: BusinessDay) -> StoreResult<Vec<CouponUse>> {
    db.rows(
        "SELECT sum(d.issued), sum(d.used), sum(d.discount_amount), d.coupon_id, c.name, c.name_en
         FROM daily_coupon d JOIN coupon c ON c.id = d.coupon_id WHERE d.day BETWEEN ?1 AND ?2
         GROUP BY d.coupon_id ORDER BY 3 DESC, 2 DESC, 1 DESC, 4",
        (first.to_string(), last.to_string()),
        |row| Ok(CouponUse { coupon_id: row.get(3)?, name: row.get(4)?, name_en: row.get(5)?, usage: read(row)? }),
    )
}

/// Each day of a period with figures, oldest first.
pub fn by_day(db: &Db, first: BusinessDay, last: BusinessDay) -> StoreResult<Vec<(String, Use)>> {
    db.rows(
        "SELECT sum(issued), sum(used), sum(discount_amount), day
         FROM daily_coupon WHERE day BETWEEN ?1 AND ?2 GROUP BY day ORDER BY day",
        (first.to_string(), last.to_string()),
        |row| Ok((row.get(3)?, read(row)?)),
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<Use> {
    Ok(Use { issued: row.get(0)?, used: row.get(1)?, discount_amount: row.get(2)? })
}
