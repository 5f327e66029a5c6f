//! Coupons, and the coupons issued to users. The count is a conditional update, so that no more are issued than exist;
//! an issued coupon is used or given back only from the state that allows it.

mod admin;
pub mod expiry;
mod grant;
mod held;
mod holders;

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::Won;
use shop_domain::coupon::{CouponKind, CouponState, Discount, Distribution};

pub use admin::{AdminCouponRow, change, find_for_admin, list_for_admin, remove, running_out, set_products};
pub use grant::{Granted, grant};
pub use held::{HeldCoupon, Used, UsedFor, give_back, hand_out, held, held_of, mark_used, orders_of_used, used_by};
pub(crate) use held::{held_columns, read_held};
pub use holders::{Holder, HolderFilter, holders};

use crate::column::{bad, code, ids, won};
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// The terms of a coupon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponTerms {
    /// Name.
    pub name: String,
    /// English name.
    pub name_en: Option<String>,
    /// Kind.
    pub kind: CouponKind,
    /// Discount.
    pub discount: Discount,
    /// Largest discount in won, if limited.
    pub max_discount: Option<Won>,
    /// Smallest amount of an order before discounts.
    pub min_order_amount: Won,
    /// Products of a `CART_ITEM` coupon.
    pub product_ids: Vec<i64>,
    /// Total number.
    pub total_quantity: i64,
    /// The first instant at which it can be used.
    pub begin_date: DateTime<Utc>,
    /// The first instant at which it can be neither issued nor used.
    pub end_date: DateTime<Utc>,
    /// How customers get it.
    pub distribution: Distribution,
    /// The code of a coupon with the distribution `CODE`.
    pub code: Option<String>,
}

/// A row of `coupon`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponRow {
    /// Id.
    pub id: i64,
    /// Terms.
    pub terms: CouponTerms,
    /// State.
    pub state: CouponState,
    /// Number issued.
    pub issued_quantity: i64,
    /// Whether it was issued to the user of the query.
    pub owned: bool,
}

/// Inserts a coupon and returns its id.
pub fn create(tx: &Tx<'_>, terms: &CouponTerms, now: DateTime<Utc>) -> StoreResult<i64> {
    let (rate, price) = match terms.discount {
        Discount::Rate(rate) => (Some(rate.get()), None),
        Discount::Price(price) => (None, Some(price.get())),
    };
    let id = tx.insert(
        "INSERT INTO coupon (name, type, discount_rate, discount_price, max_discount_price, min_order_amount,
                             total_quantity, begin_date, end_date, created_at, updated_at, name_en,
                             distribution, code)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?12, ?13)",
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
            &terms.name_en,
            terms.distribution.as_str(),
            &terms.code,
        ),
    )?;
    set_products(tx, id, &terms.product_ids, now)?;
    Ok(id)
}

/// Columns of a coupon; whether it was issued to the user follows them.
macro_rules! coupon_columns {
    () => {
        "c.id, c.name, c.type, c.discount_rate, c.discount_price, c.max_discount_price, c.min_order_amount,
         (SELECT json_group_array(p.product_id) FROM coupon_product p WHERE p.coupon_id = c.id AND p.state = 'NORMAL'),
         c.total_quantity, c.begin_date, c.end_date, c.state, c.issued_quantity, c.name_en,
         c.distribution, c.code"
    };
}
pub(crate) use coupon_columns;

/// `$more` holds further columns, each with a comma before it.
macro_rules! select_coupons {
    ($more:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $crate::coupon::coupon_columns!(),
            ", EXISTS (SELECT 1 FROM user_coupon u WHERE u.user_id = ?1 AND u.coupon_id = c.id)",
            $more,
            " FROM coupon c ",
            $rest
        )
    };
}
use select_coupons;

/// A coupon as seen by a user; `None` if there is none.
pub fn find(db: &Db, user_id: i64, coupon_id: i64) -> StoreResult<Option<CouponRow>> {
    db.row(select_coupons!("", "WHERE c.id = ?2"), [user_id, coupon_id], read_coupon)
}

/// The coupon that has the code, or had it last; `None` if there is none.
pub fn id_of_code(db: &Db, code: &str) -> StoreResult<Option<i64>> {
    db.row("SELECT id FROM coupon WHERE code = ?1 ORDER BY state = 'DELETED', id DESC LIMIT 1", [code], |row| {
        row.get(0)
    })
}

/// The coupon that is not deleted and has the code.
pub fn holder_of_code(db: &Db, code: &str) -> StoreResult<Option<i64>> {
    db.row("SELECT id FROM coupon WHERE code = ?1 AND state <> 'DELETED'", [code], |row| row.get(0))
}

/// All listed coupons that can be issued at `now`, by their end.
pub fn issuable(db: &Db, user_id: i64, now: DateTime<Utc>) -> StoreResult<Vec<CouponRow>> {
    db.rows(
        select_coupons!(
            "",
            "WHERE c.state = 'NORMAL' AND c.distribution = 'OPEN' AND c.end_date > ?2 AND c.issued_quantity < c.total_quantity
             ORDER BY c.end_date, c.id"
        ),
        (user_id, Stamp(now)),
        read_coupon,
    )
}

/// Increments the count of issued coupons and returns it; `None` if none is left. This is not a change of the coupon:
/// it does not conflict with an edit by an admin.
pub fn count_issued(tx: &Tx<'_>, coupon_id: i64) -> StoreResult<Option<i64>> {
    tx.row(
        "UPDATE coupon SET issued_quantity = issued_quantity + 1
         WHERE id = ?1 AND issued_quantity + 1 <= total_quantity
         RETURNING issued_quantity",
        [coupon_id],
        |row| row.get(0),
    )
}

/// Writes one more than the count that was read, whatever it is by now: the bug `CouponCheckThenAct` of
/// [`crate::planted`].
pub fn bug_overwrite_issued(tx: &Tx<'_>, coupon: &CouponRow) -> StoreResult<Option<i64>> {
    tx.row(
        "UPDATE coupon SET issued_quantity = ?2 WHERE id = ?1 RETURNING issued_quantity",
        [coupon.id, coupon.issued_quantity + 1],
        |row| row.get(0),
    )
}

pub(crate) fn read_coupon(row: &Row<'_>) -> rusqlite::Result<CouponRow> {
    Ok(CouponRow {
        id: row.get(0)?,
        terms: CouponTerms {
            name: row.get(1)?,
            name_en: row.get(13)?,
            kind: code(row, 2, CouponKind::parse)?,
            discount: discount(row, 3)?,
            max_discount: optional_won(row, 5)?,
            min_order_amount: won(row, 6)?,
            product_ids: ids(row, 7)?,
            total_quantity: row.get(8)?,
            begin_date: row.get::<_, Stamp>(9)?.0,
            end_date: row.get::<_, Stamp>(10)?.0,
            distribution: code(row, 14, Distribution::parse)?,
            code: row.get(15)?,
        },
        state: code(row, 11, CouponState::parse)?,
        issued_quantity: row.get(12)?,
        owned: row.get(16)?,
    })
}

/// A discount from two adjacent columns: rate and price.
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
