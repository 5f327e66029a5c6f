//! Who took a coupon, and which orders used it and gave it back.

use chrono::{DateTime, Utc};

use super::bisect;
use crate::column::optional_instant;
use crate::db::{Db, StoreResult};
use crate::planted::{Bug, is_planted};
use crate::time::Stamp;

/// Holders up to whom the uses of a coupon are looked up. The orders of each holder are read for it, because no index
/// leads from a coupon to its orders.
pub const MOST_USES: i64 = 1_000;

/// One unit of a coupon that a user took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Id of the issued coupon.
    pub id: i64,
    /// The user.
    pub user_id: i64,
    /// Name of the user.
    pub user_name: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// An order that used a coupon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponUse {
    /// The customer.
    pub user_id: i64,
    /// Name of the customer.
    pub user_name: Option<String>,
    /// The order.
    pub order_id: i64,
    /// Its number.
    pub order_number: String,
    /// When it was placed.
    pub used_at: DateTime<Utc>,
    /// When it ended and gave the coupon back, if it did.
    pub returned_at: Option<DateTime<Utc>>,
}

pub(super) const ISSUES: &str = "SELECT h.id, h.user_id, u.name, h.issued_at
     FROM user_coupon h INDEXED BY user_coupon_by_coupon LEFT JOIN user u ON u.id = h.user_id
     WHERE h.coupon_id = ?1 AND h.id < ?2 ORDER BY h.id DESC LIMIT ?3";
pub(super) const ISSUE_FROM: &str = "SELECT id, issued_at FROM user_coupon INDEXED BY user_coupon_by_coupon
     WHERE coupon_id = ?1 AND id >= ?2 ORDER BY id LIMIT 1";
pub(super) const ISSUED: &str =
    "SELECT count(*) FROM user_coupon INDEXED BY user_coupon_by_coupon WHERE coupon_id = ?1 AND id < ?2";
pub(super) const USED_NOW: &str =
    "SELECT count(*) FROM user_coupon INDEXED BY user_coupon_by_coupon WHERE coupon_id = ?1 AND state = 'USED'";
pub(super) const USES: &str = "SELECT h.user_id, u.name, o.id, o.order_number, c.created_at, o.cancelled_at
     FROM user_coupon h INDEXED BY user_coupon_by_coupon
     CROSS JOIN \"order\" o INDEXED BY order_by_user ON o.user_id = h.user_id
     CROSS JOIN order_coupon c INDEXED BY order_coupon_by_order ON c.order_id = o.id AND c.user_coupon_id = h.id
     LEFT JOIN user u ON u.id = h.user_id
     WHERE h.coupon_id = ?1 ORDER BY c.id";

/// Issued units with ids below `before_id`, the latest first.
pub fn issues_before(db: &Db, coupon_id: i64, before_id: i64, limit: i64) -> StoreResult<Vec<Issue>> {
    db.rows(ISSUES, (coupon_id, before_id, limit), |row| {
        let Stamp(at) = row.get(3)?;
        Ok(Issue { id: row.get(0)?, user_id: row.get(1)?, user_name: row.get(2)?, at })
    })
}

/// Id and instant of the first issued unit with at least this id.
pub fn first_issue_from(db: &Db, coupon_id: i64, from_id: i64) -> StoreResult<Option<(i64, DateTime<Utc>)>> {
    db.row(ISSUE_FROM, (coupon_id, from_id), |row| Ok((row.get(0)?, row.get::<_, Stamp>(1)?.0)))
}

/// The id with which the units begin that were issued after `instant`.
pub fn issue_id_after(db: &Db, coupon_id: i64, instant: DateTime<Utc>) -> StoreResult<i64> {
    let newest = issues_before(db, coupon_id, i64::MAX, 1)?.first().map_or(0, |issue| issue.id);
    bisect::id_after(instant, newest, |from| first_issue_from(db, coupon_id, from))
}

/// How many issued units have ids below `before_id`.
pub fn issued_before(db: &Db, coupon_id: i64, before_id: i64) -> StoreResult<i64> {
    Ok(db.row(ISSUED, (coupon_id, before_id), |row| row.get(0))?.unwrap_or(0))
}

/// The orders that used a coupon, the first one first. Only for a coupon with at most [`MOST_USES`] holders.
pub fn coupon_uses(db: &Db, coupon_id: i64) -> StoreResult<Vec<CouponUse>> {
    db.rows(USES, [coupon_id], |row| {
        let Stamp(used_at) = row.get(4)?;
        let returned_at = if is_planted(Bug::ReturnForgotten) { None } else { optional_instant(row, 5)? };
        Ok(CouponUse {
            user_id: row.get(0)?,
            user_name: row.get(1)?,
            order_id: row.get(2)?,
            order_number: row.get(3)?,
            used_at,
            returned_at,
        })
    })
}

/// How many units are used now, as their rows say.
pub fn used_now(db: &Db, coupon_id: i64) -> StoreResult<i64> {
    Ok(db.row(USED_NOW, [coupon_id], |row| row.get(0))?.unwrap_or(0))
}
