//! Coupons of users: issued, used, given back.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::Won;
use shop_domain::coupon::{CouponKind, OwnedCoupon, UserCouponState};

use super::{discount, optional_won};
use crate::column::{code, id_list, ids, optional_instant, won};
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A coupon of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldCoupon {
    /// Facts for the domain.
    pub rules: OwnedCoupon,
    /// Name.
    pub name: String,
    /// English name.
    pub name_en: Option<String>,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
}

/// Issues a coupon to a user and returns the id of the issued coupon.
///
/// # Errors
/// A constraint if the user has had one.
pub fn hand_out(
    tx: &Tx<'_>,
    user_id: i64,
    coupon_id: i64,
    expires_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO user_coupon (user_id, coupon_id, issued_at, expires_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?3, ?3)",
        (user_id, coupon_id, Stamp(now), Stamp(expires_at)),
    )
}

macro_rules! held_columns {
    () => {
        "u.id, u.coupon_id, u.state, c.begin_date, u.expires_at, c.type, c.discount_rate, c.discount_price,
         c.max_discount_price, c.min_order_amount,
         (SELECT json_group_array(p.product_id) FROM coupon_product p WHERE p.coupon_id = c.id AND p.state = 'NORMAL'),
         c.name, u.issued_at, u.used_at, c.name_en"
    };
}
pub(crate) use held_columns;

macro_rules! select_held {
    ($rest:literal) => {
        concat!("SELECT ", held_columns!(), " FROM user_coupon u JOIN coupon c ON c.id = u.coupon_id ", $rest)
    };
}

/// All coupons that were issued to a user, latest first; at most one of each coupon.
pub fn held(db: &Db, user_id: i64) -> StoreResult<Vec<HeldCoupon>> {
    db.rows(select_held!("WHERE u.user_id = ?1 AND u.state <> 'DELETED' ORDER BY u.id DESC"), [user_id], read_held)
}

/// Those of `user_coupon_ids` that belong to the user, in no particular order.
pub fn held_of(db: &Db, user_id: i64, user_coupon_ids: &[i64]) -> StoreResult<Vec<HeldCoupon>> {
    if user_coupon_ids.is_empty() {
        return Ok(Vec::new());
    }
    db.rows(
        select_held!("WHERE u.id IN (SELECT value FROM json_each(?2)) AND u.user_id = ?1"),
        (user_id, id_list(user_coupon_ids)),
        read_held,
    )
}

/// Marks a coupon as used.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if it is not available.
pub fn mark_used(tx: &Tx<'_>, user_coupon_id: i64, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE user_coupon SET state = 'USED', used_at = ?2, updated_at = ?2 WHERE id = ?1 AND state = 'AVAILABLE'",
        (user_coupon_id, Stamp(now)),
    )
}

/// A used coupon of an order, for giving it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Used {
    /// The issued coupon.
    pub user_coupon_id: i64,
    /// The coupon that it was issued from.
    pub coupon_id: i64,
    /// When it expires.
    pub expires_at: DateTime<Utc>,
    /// Discount in won.
    pub discount_amount: Won,
}

/// The coupons used by an order.
pub fn used_by(db: &Db, order_id: i64) -> StoreResult<Vec<Used>> {
    db.rows(
        "SELECT u.id, u.coupon_id, u.expires_at, o.discount_amount
         FROM order_coupon o JOIN user_coupon u ON u.id = o.user_coupon_id WHERE o.order_id = ?1",
        [order_id],
        |row| {
            let Stamp(expires_at) = row.get(2)?;
            let (user_coupon_id, coupon_id) = (row.get(0)?, row.get(1)?);
            Ok(Used { user_coupon_id, coupon_id, expires_at, discount_amount: won(row, 3)? })
        },
    )
}

/// The order that used a coupon of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedFor {
    /// The issued coupon.
    pub user_coupon_id: i64,
    /// The order.
    pub order_id: i64,
    /// Its number.
    pub order_number: String,
    /// Discount in won.
    pub discount_amount: Won,
}

/// The orders that used these coupons of a user and stand. The orders of the user are read once, because an index from coupons
/// to orders would be one more write of every order.
pub fn orders_of_used(db: &Db, user_id: i64, user_coupon_ids: &[i64]) -> StoreResult<Vec<UsedFor>> {
    if user_coupon_ids.is_empty() {
        return Ok(Vec::new());
    }
    db.rows(
        "SELECT c.user_coupon_id, o.id, o.order_number, c.discount_amount
         FROM \"order\" o INDEXED BY order_by_user JOIN order_coupon c ON c.order_id = o.id
         WHERE o.user_id = ?1 AND (o.state = 'NORMAL' OR o.state = 'CONFIRMED')
           AND c.user_coupon_id IN (SELECT value FROM json_each(?2))",
        (user_id, id_list(user_coupon_ids)),
        |row| {
            let (user_coupon_id, order_id, order_number) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(UsedFor { user_coupon_id, order_id, order_number, discount_amount: won(row, 3)? })
        },
    )
}

/// Gives a used coupon back in its new state.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if it was not used.
pub fn give_back(tx: &Tx<'_>, user_coupon_id: i64, state: UserCouponState, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE user_coupon SET state = ?2, used_at = NULL, updated_at = ?3 WHERE id = ?1 AND state = 'USED'",
        (user_coupon_id, state.as_str(), Stamp(now)),
    )
}

pub(crate) fn read_held(row: &Row<'_>) -> rusqlite::Result<HeldCoupon> {
    Ok(HeldCoupon {
        rules: OwnedCoupon {
            user_coupon_id: row.get(0)?,
            coupon_id: row.get(1)?,
            owned: true,
            state: code(row, 2, UserCouponState::parse)?,
            begin: row.get::<_, Stamp>(3)?.0,
            expires_at: row.get::<_, Stamp>(4)?.0,
            kind: code(row, 5, CouponKind::parse)?,
            discount: discount(row, 6)?,
            max_discount: optional_won(row, 8)?,
            min_order_amount: won(row, 9)?,
            product_ids: ids(row, 10)?,
        },
        name: row.get(11)?,
        name_en: row.get(14)?,
        issued_at: row.get::<_, Stamp>(12)?.0,
        used_at: optional_instant(row, 13)?,
    })
}
