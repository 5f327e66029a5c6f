//! Who has taken a coupon, and the order that it went into.

use chrono::{DateTime, Utc};
use shop_domain::coupon::UserCouponState;

use crate::column::{code, optional_instant};
use crate::db::{Db, Stored};
use crate::time::Stamp;

/// Which holders are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolderFilter {
    /// The coupon.
    pub coupon_id: i64,
    /// Only those in this state at `now`; one that has run out counts as `EXPIRED` whether or not it is marked so.
    pub state: Option<UserCouponState>,
    /// Now.
    pub now: DateTime<Utc>,
    /// Only those taken before the one with this id.
    pub before_id: i64,
    /// So many at most.
    pub limit: i64,
}

/// Somebody who has taken a coupon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The coupon in the person's hands.
    pub user_coupon_id: i64,
    /// The person.
    pub user_id: i64,
    /// Name.
    pub name: String,
    /// E-mail.
    pub email: String,
    /// As it is stored.
    pub state: UserCouponState,
    /// When it was taken.
    pub issued_at: DateTime<Utc>,
    /// When it runs out.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
    /// Id and number of the order that used it.
    pub order: Option<(i64, String)>,
}

/// A page of those who have taken a coupon, the latest first.
///
/// An order and the coupons that it uses are written at one instant; so the order is looked for among its customer's, and
/// no index from coupons to orders is paid for by every order.
pub fn holders(db: &Db, filter: &HolderFilter) -> Stored<Vec<Holder>> {
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
