//! Coupons that an admin gives to customers, many at once.

use chrono::{DateTime, Utc};
use shop_domain::BusinessDay;

use super::CouponRow;
use crate::column::id_list;
use crate::db::{StoreResult, Tx};
use crate::time::Stamp;

/// What a grant did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// The customers that have it now and had not.
    pub user_ids: Vec<i64>,
    /// Coupons issued in all.
    pub issued_quantity: i64,
}

/// Issues one coupon to each of the users that has had none, and counts them, also for the day; `None` if fewer are left than
/// that. Nothing is to be written then: the caller refuses.
pub fn grant(
    tx: &Tx<'_>,
    coupon: &CouponRow,
    user_ids: &[i64],
    day: BusinessDay,
    now: DateTime<Utc>,
) -> StoreResult<Option<Granted>> {
    let granted = tx.rows(
        "INSERT INTO user_coupon (user_id, coupon_id, issued_at, expires_at, created_at, updated_at)
         SELECT value, ?2, ?3, ?4, ?3, ?3 FROM json_each(?1) WHERE true ORDER BY value
         ON CONFLICT (user_id, coupon_id) DO NOTHING RETURNING user_id",
        (id_list(user_ids), coupon.id, Stamp(now), Stamp(coupon.terms.end_date)),
        |row| row.get(0),
    )?;
    let quantity = granted.len() as i64;
    let issued_quantity = tx.row(
        "UPDATE coupon SET issued_quantity = issued_quantity + ?2 WHERE id = ?1 AND issued_quantity + ?2 <= total_quantity
         RETURNING issued_quantity",
        [coupon.id, quantity],
        |row| row.get(0),
    )?;
    let Some(issued_quantity) = issued_quantity else { return Ok(None) };
    crate::daily_coupon::issued(tx, day, coupon.id, quantity, now)?;
    Ok(Some(Granted { user_ids: granted, issued_quantity }))
}
