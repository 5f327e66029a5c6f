//! Coupons in the admin view.

use shop_domain::initials::initials_pattern;
use shop_store::Db;
use shop_store::coupon::{AdminCouponRow, list_for_admin};

use crate::context::AdminCall;
use crate::coupon::view::coupon;
use crate::paging::Listing;
use crate::runtime::WorkError;
use shop_contract::{AdminCoupon, AdminCouponPage, ById, ErrorCode, ListCouponsForAdmin, ShopError};

/// All coupons except deleted ones, latest first.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn list_coupons_for_admin(
    call: AdminCall,
    request: ListCouponsForAdmin,
) -> Result<AdminCouponPage, ShopError> {
    let words = request.q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
    let pattern = words.as_deref().and_then(initials_pattern);
    let listing = Listing::new("all coupons", &(&words, request.state), request.limit)?;
    let after = listing.after(request.cursor.as_deref())?.unwrap_or(i64::MAX);
    let state = request.state.map(Into::into);
    call.read(move |db| {
        let rows = list_for_admin(db, (words.as_deref(), pattern.as_deref()), state, after, listing.fetch())?;
        let (rows, next_cursor) = listing.page(rows, |row| row.coupon.id);
        Ok(AdminCouponPage { items: rows.into_iter().map(view).collect(), next_cursor })
    })
    .await
}

/// One coupon in any state.
///
/// # Errors
/// `COUPON_NOT_FOUND`.
pub async fn get_coupon_for_admin(call: AdminCall, request: ById) -> Result<AdminCoupon, ShopError> {
    call.read(move |db| find(db, request.id)).await
}

pub(super) fn find(db: &Db, id: i64) -> Result<AdminCoupon, WorkError> {
    Ok(view(shop_store::coupon::find_for_admin(db, id)?.ok_or(ErrorCode::CouponNotFound)?))
}

pub(crate) fn view(found: AdminCouponRow) -> AdminCoupon {
    AdminCoupon {
        state: found.coupon.state.into(),
        distribution: found.coupon.terms.distribution.into(),
        code: found.coupon.terms.code.clone(),
        used_quantity: found.used_quantity,
        created_at: found.created_at,
        updated_at: found.updated_at,
        coupon: coupon(found.coupon),
    }
}
