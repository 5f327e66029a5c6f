//! The users that hold a coupon, and the orders that used it.

use chrono::{DateTime, Utc};
use shop_domain::coupon::UserCouponState;

use crate::column::{code, optional_instant};
use crate::db::{Db, StoreResult};
use crate::time::Stamp;

/// Filter of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolderFilter {
    /// The coupon.
    pub coupon_id: i64,
    /// Only this state at `now`; an ended coupon counts as `EXPIRED` whether or not it is marked.
    pub state: Option<UserCouponState>,
    /// Now.
    pub now: DateTime<Utc>,
    /// Only issued coupons with an id below this one.
    pub before_id: i64,
    /// Most rows.
    pub limit: i64,
}

/// An issued coupon with its holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The issued coupon.
    pub user_coupon_id: i64,
    /// The user.
    pub user_id: i64,
    /// Name.
    pub name: String,
    /// E-mail.
    pub email: String,
    /// The stored state.
    pub state: UserCouponState,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// When it expires.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
    /// Id and number of the order that used it.
    pub order: Option<(i64, String)>,
}

/// A page of the holders of a coupon, latest first.
///
/// An order and its coupons are written at one instant; so the order is searched among those of its customer, and no
/// index from coupons to orders is needed, which every order would pay for.
pub fn holders(db: &Db, filter: &HolderFilter) -> StoreResult<Vec<Holder>> {
    db.rows(
        "SELECT u.id, u.user_id, p.name, p.email, u.state, u.issued_at, u.expires_at, u.used_at, o.id, o.order_number
         FROM user_coupon u INDEXED BY user_coupon_by_coupon JOIN user p ON p.id = u.user_id
         LEFT JOIN \"order\" o ON o.id = (
             SELECT t.id FROM \"order\" t INDEXED BY order_by_user
             WHERE u.state = 'USED' AND t.user_id = u.user_id AND t.created_at = u.used_at
               AND EXISTS (SELECT 1 FROM order_coupon c WHERE c.order_id = t.id AND c.user_coupon_id = u.id))
         WHERE u.coupon_id = ?1 AND u.id < ?2
           AND (?3 IS NULL
                OR ?3 = CASE WHEN u.state = 'DELETED' OR u.state = 'AVAILABLE' AND u.expires_at <= ?4 THEN 'EXPIRED'
                             ELSE u.state END)
         ORDER BY u.id DESC LIMIT ?5",
        (
            filter.coupon_id,
            filter.before_id,
            filter.state.map(UserCouponState::as_str),
            Stamp(filter.now),
            filter.limit,
        ),
        |row| {
            let order: Option<i64> = row.get(8)?;
            Ok(Holder {
                user_coupon_id: row.get(0)?,
                user_id: row.get(1)?,
                name: row.get(2)?,
                email: row.get(3)?,
                state: code(row, 4, UserCouponState::parse)?,
                issued_at: row.get::<_, Stamp>(5)?.0,
                expires_at: row.get::<_, Stamp>(6)?.0,
                used_at: optional_instant(row, 7)?,
                order: order.map(|id| Ok::<_, rusqlite::Error>((id, row.get(9)?))).transpose()?,
            })
        },
    )
}
