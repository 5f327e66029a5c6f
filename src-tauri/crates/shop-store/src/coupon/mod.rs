//! Coupons: what is handed out, and what people hold of it. The count is a conditional update, so that no more are
//! handed out than there are, and one is marked used or given back only from the state that allows it.

pub mod expiry;

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::Won;
use shop_domain::coupon::{CouponKind, CouponState, Discount, OwnedCoupon, UserCouponState};

use crate::column::{bad, code, id_list, ids, optional_instant, won};
use crate::db::{Db, Stored, Tx};
use crate::time::Stamp;

/// What a coupon is, before it has an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponTerms {
    /// Name.
    pub name: String,
    /// What it takes its discount from.
    pub kind: CouponKind,
    /// How much it takes off.
    pub discount: Discount,
    /// The most it takes off.
    pub max_discount: Option<Won>,
    /// The least amount of an order before discounts.
    pub min_order_amount: Won,
    /// What a `CART_ITEM` coupon is for.
    pub product_ids: Vec<i64>,
    /// How many there are in all.
    pub total_quantity: i64,
    /// The first instant at which it can be used.
    pub begin_date: DateTime<Utc>,
    /// The first instant at which it can neither be had nor used.
    pub end_date: DateTime<Utc>,
}

/// A coupon that is handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coupon {
    /// Id.
    pub id: i64,
    /// What it is.
    pub terms: CouponTerms,
    /// Whether it is handed out.
    pub state: CouponState,
    /// How many were handed out.
    pub issued_quantity: i64,
    /// Whether the person who asks has had one.
    pub owned: bool,
}

/// A coupon in somebody's hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldCoupon {
    /// What the rules look at.
    pub rules: OwnedCoupon,
    /// Name.
    pub name: String,
    /// When it was taken.
    pub issued_at: DateTime<Utc>,
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
}

/// Makes a coupon and gives its id.
///
/// # Errors
/// As SQLite has them.
pub fn create(tx: &Tx<'_>, terms: &CouponTerms, now: DateTime<Utc>) -> Stored<i64> {
    let (rate, price) = match terms.discount {
        Discount::Rate(rate) => (Some(rate.get()), None),
        Discount::Price(price) => (None, Some(price.get())),
    };
    let id = tx.insert(
        "INSERT INTO coupon (name, type, discount_rate, discount_price, max_discount_price, min_order_amount,
                             total_quantity, begin_date, end_date, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)",
        (
            &terms.name,
            terms.kind.as_str(),
            rate,
            price,
            terms.max_discount.map(Won::get),
            terms.min_order_amount.get(),
            terms.total_quantity,
            Stamp(terms.begin_date),
            Stamp(terms.end_date),
            Stamp(now),
        ),
    )?;
    for product_id in &terms.product_ids {
        tx.insert(
            "INSERT INTO coupon_product (coupon_id, product_id, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)",
            (id, product_id, Stamp(now)),
        )?;
    }
    Ok(id)
}

macro_rules! select_coupons {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.name, c.type, c.discount_rate, c.discount_price, c.max_discount_price, c.min_order_amount,
                    (SELECT json_group_array(p.product_id) FROM coupon_product p WHERE p.coupon_id = c.id),
                    c.total_quantity, c.begin_date, c.end_date, c.state, c.issued_quantity,
                    EXISTS (SELECT 1 FROM user_coupon u WHERE u.user_id = ?1 AND u.coupon_id = c.id)
             FROM coupon c ",
            $rest
        )
    };
}

/// A coupon as a person sees it; `None` where there is none.
///
/// # Errors
/// As SQLite has them.
pub fn find(db: &Db, user_id: i64, coupon_id: i64) -> Stored<Option<Coupon>> {
    db.row(select_coupons!("WHERE c.id = ?2"), [user_id, coupon_id], read_coupon)
}

/// What can be had at `now`, the first to end first; at most 100.
///
/// # Errors
/// As SQLite has them.
pub fn issuable(db: &Db, user_id: i64, now: DateTime<Utc>) -> Stored<Vec<Coupon>> {
    db.rows(
        select_coupons!(
            "WHERE c.state = 'NORMAL' AND c.end_date > ?2 AND c.issued_quantity < c.total_quantity
             ORDER BY c.end_date, c.id LIMIT 100"
        ),
        (user_id, Stamp(now)),
        read_coupon,
    )
}

/// Counts one more coupon as handed out and gives the new count; `None` where none is left.
///
/// # Errors
/// As SQLite has them.
pub fn count_issued(tx: &Tx<'_>, coupon_id: i64, now: DateTime<Utc>) -> Stored<Option<i64>> {
    tx.row(
        "UPDATE coupon SET issued_quantity = issued_quantity + 1, updated_at = ?2
         WHERE id = ?1 AND issued_quantity + 1 <= total_quantity
         RETURNING issued_quantity",
        (coupon_id, Stamp(now)),
        |row| row.get(0),
    )
}

/// Puts a coupon in somebody's hands and gives its id there.
///
/// # Errors
/// A constraint, where that person has had one; else as SQLite has them.
pub fn hand_out(
    tx: &Tx<'_>,
    user_id: i64,
    coupon_id: i64,
    expires_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Stored<i64> {
    tx.insert(
        "INSERT INTO user_coupon (user_id, coupon_id, issued_at, expires_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?3, ?3)",
        (user_id, coupon_id, Stamp(now), Stamp(expires_at)),
    )
}

macro_rules! select_held {
    ($rest:literal) => {
        concat!(
            "SELECT u.id, u.coupon_id, u.state, c.begin_date, u.expires_at, c.type, c.discount_rate, c.discount_price,
                    c.max_discount_price, c.min_order_amount,
                    (SELECT json_group_array(p.product_id) FROM coupon_product p WHERE p.coupon_id = c.id),
                    c.name, u.issued_at, u.used_at
             FROM user_coupon u JOIN coupon c ON c.id = u.coupon_id ",
            $rest
        )
    };
}

/// All that a person holds or has held, latest first. There is at most one of each coupon, which bounds it.
///
/// # Errors
/// As SQLite has them.
pub fn held(db: &Db, user_id: i64) -> Stored<Vec<HeldCoupon>> {
    db.rows(select_held!("WHERE u.user_id = ?1 AND u.state <> 'DELETED' ORDER BY u.id DESC"), [user_id], read_held)
}

/// Those of `user_coupon_ids` that are the person's, in no particular order.
///
/// # Errors
/// As SQLite has them.
pub fn held_of(db: &Db, user_id: i64, user_coupon_ids: &[i64]) -> Stored<Vec<HeldCoupon>> {
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
/// [`crate::StoreError::NotOneRow`] where it is not available; else as SQLite has them.
pub fn mark_used(tx: &Tx<'_>, user_coupon_id: i64, now: DateTime<Utc>) -> Stored<()> {
    tx.change_one(
        "UPDATE user_coupon SET state = 'USED', used_at = ?2, updated_at = ?2 WHERE id = ?1 AND state = 'AVAILABLE'",
        (user_coupon_id, Stamp(now)),
    )
}

/// The coupons that an order has used, with the instant at which each runs out.
///
/// # Errors
/// As SQLite has them.
pub fn used_by(db: &Db, order_id: i64) -> Stored<Vec<(i64, DateTime<Utc>)>> {
    db.rows(
        "SELECT u.id, u.expires_at FROM order_coupon o JOIN user_coupon u ON u.id = o.user_coupon_id
         WHERE o.order_id = ?1",
        [order_id],
        |row| Ok((row.get(0)?, row.get::<_, Stamp>(1)?.0)),
    )
}

/// Gives a used coupon back in the state that it now has.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] where it was not used; else as SQLite has them.
pub fn give_back(tx: &Tx<'_>, user_coupon_id: i64, state: UserCouponState, now: DateTime<Utc>) -> Stored<()> {
    tx.change_one(
        "UPDATE user_coupon SET state = ?2, used_at = NULL, updated_at = ?3 WHERE id = ?1 AND state = 'USED'",
        (user_coupon_id, state.as_str(), Stamp(now)),
    )
}

fn read_coupon(row: &Row<'_>) -> rusqlite::Result<Coupon> {
    Ok(Coupon {
        id: row.get(0)?,
        terms: CouponTerms {
            name: row.get(1)?,
            kind: code(row, 2, CouponKind::parse)?,
            discount: discount(row, 3)?,
            max_discount: optional_won(row, 5)?,
            min_order_amount: won(row, 6)?,
            product_ids: ids(row, 7)?,
            total_quantity: row.get(8)?,
            begin_date: row.get::<_, Stamp>(9)?.0,
            end_date: row.get::<_, Stamp>(10)?.0,
        },
        state: code(row, 11, CouponState::parse)?,
        issued_quantity: row.get(12)?,
        owned: row.get(13)?,
    })
}

fn read_held(row: &Row<'_>) -> rusqlite::Result<HeldCoupon> {
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
        issued_at: row.get::<_, Stamp>(12)?.0,
        used_at: optional_instant(row, 13)?,
    })
}

/// A discount from two columns side by side: rate and price.
fn discount(row: &Row<'_>, index: usize) -> rusqlite::Result<Discount> {
    Discount::new(row.get(index)?, row.get(index + 1)?)
        .map_err(|error| bad(index, rusqlite::types::Type::Integer, error))
}

fn optional_won(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<Won>> {
    match row.get::<_, Option<i64>>(index)? {
        None => Ok(None),
        Some(_) => won(row, index).map(Some),
    }
}
