//! Coupons for admins.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::Won;
use shop_domain::coupon::{CouponState, Discount};

use super::{CouponRow, CouponTerms, read_coupon, select_coupons};
use crate::column::{id_list, like};
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A coupon with figures for admins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdminCouponRow {
    /// The coupon; `owned` is not filled.
    pub coupon: CouponRow,
    /// Number used by orders that are not cancelled.
    pub used_quantity: i64,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When an admin last changed it.
    pub updated_at: DateTime<Utc>,
}

macro_rules! select_for_admin {
    ($rest:literal) => {
        select_coupons!(
            ", c.created_at, c.updated_at,
             (SELECT coalesce(sum(d.used), 0) FROM daily_coupon d WHERE d.coupon_id = c.id)",
            $rest
        )
    };
}

/// A coupon by id, in any state.
pub fn find_for_admin(db: &Db, coupon_id: i64) -> StoreResult<Option<AdminCouponRow>> {
    db.row(select_for_admin!("WHERE c.id = ?2 AND ?1 = ?1"), [0, coupon_id], read)
}

/// A page of coupons, latest first: ids below `before_id`, names that contain `words` or match the pattern of `GLOB`, one
/// state or all but `DELETED`.
pub fn list_for_admin(
    db: &Db,
    (words, name_pattern): (Option<&str>, Option<&str>),
    state: Option<CouponState>,
    before_id: i64,
    limit: i64,
) -> StoreResult<Vec<AdminCouponRow>> {
    db.rows(
        select_for_admin!(
            "WHERE ?1 = ?1 AND c.id < ?2 AND (?3 IS NULL AND c.state <> 'DELETED' OR c.state = ?3)
                   AND (?4 IS NULL OR c.name LIKE ?4 ESCAPE '\\' OR c.name GLOB ?6)
             ORDER BY c.id DESC LIMIT ?5"
        ),
        (0, before_id, state.map(CouponState::as_str), words.map(like), limit, name_pattern),
        read,
    )
}

/// Coupons that are issued now with at most `percent` per cent left, the lowest first.
pub fn running_out(db: &Db, now: DateTime<Utc>, percent: i64, limit: i64) -> StoreResult<Vec<AdminCouponRow>> {
    db.rows(
        select_for_admin!(
            "WHERE ?1 = ?1 AND c.state = 'NORMAL' AND c.end_date > ?2
                   AND (c.total_quantity - c.issued_quantity) * 100 <= c.total_quantity * ?3 AND c.total_quantity > 0
             ORDER BY c.total_quantity - c.issued_quantity, c.id LIMIT ?4"
        ),
        (0, Stamp(now), percent, limit),
        read,
    )
}

/// Updates a coupon that was last changed at `seen`; `false` if it was changed since, or more were issued than the new
/// total.
pub fn change(
    tx: &Tx<'_>,
    coupon_id: i64,
    (terms, state): (&CouponTerms, CouponState),
    seen: DateTime<Utc>,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let (rate, price) = match terms.discount {
        Discount::Rate(rate) => (Some(rate.get()), None),
        Discount::Price(price) => (None, Some(price.get())),
    };
    let changed = tx.change(
        "UPDATE coupon SET name = ?2, type = ?3, discount_rate = ?4, discount_price = ?5, max_discount_price = ?6,
                           min_order_amount = ?7, total_quantity = ?8, begin_date = ?9, end_date = ?10, state = ?11,
                           updated_at = ?13, name_en = ?14, distribution = ?15, code = ?16
         WHERE id = ?1 AND updated_at = ?12 AND issued_quantity <= ?8",
        (
            coupon_id,
            &terms.name,
            terms.kind.as_str(),
            rate,
            price,
            terms.max_discount.map(Won::get),
            terms.min_order_amount.get(),
            terms.total_quantity,
            Stamp(terms.begin_date),
            Stamp(terms.end_date),
            state.as_str(),
            Stamp(seen),
            Stamp(now),
            &terms.name_en,
            terms.distribution.as_str(),
            &terms.code,
        ),
    )?;
    Ok(changed == 1)
}

/// Sets the products of a `CART_ITEM` coupon.
pub fn set_products(tx: &Tx<'_>, coupon_id: i64, product_ids: &[i64], now: DateTime<Utc>) -> StoreResult<()> {
    tx.change(
        "UPDATE coupon_product SET state = 'DELETED', updated_at = ?3
         WHERE coupon_id = ?1 AND state = 'NORMAL' AND product_id NOT IN (SELECT value FROM json_each(?2))",
        (coupon_id, id_list(product_ids), Stamp(now)),
    )?;
    for product_id in product_ids {
        tx.change_one(
            "INSERT INTO coupon_product (coupon_id, product_id, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)
             ON CONFLICT (coupon_id, product_id) DO UPDATE SET state = 'NORMAL', updated_at = excluded.updated_at",
            (coupon_id, product_id, Stamp(now)),
        )?;
    }
    Ok(())
}

/// Deletes a coupon; issued ones stay valid.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if it is deleted already.
pub fn remove(tx: &Tx<'_>, coupon_id: i64, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE coupon SET state = 'DELETED', updated_at = ?2 WHERE id = ?1 AND state <> 'DELETED'",
        (coupon_id, Stamp(now)),
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<AdminCouponRow> {
    let (Stamp(created_at), Stamp(updated_at)) = (row.get(17)?, row.get(18)?);
    Ok(AdminCouponRow { coupon: read_coupon(row)?, used_quantity: row.get(19)?, created_at, updated_at })
}
