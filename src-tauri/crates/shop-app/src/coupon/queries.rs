//! Reads of coupons. The state of a coupon is computed here from the stored data and the time, for all views.

use shop_store::Db;
use shop_store::coupon::orders_of_used;

use super::view;
use crate::context::UserCall;
use crate::paging::Listing;
use crate::runtime::WorkError;
use shop_contract::{CouponList, Empty, ListMyCoupons, ShopError, UserCoupon, UserCouponPage, UserCouponState};

/// The coupons that can be issued now, the first to end first.
pub async fn list_coupons(call: UserCall, _: Empty) -> Result<CouponList, ShopError> {
    let user_id = call.user_id();
    let now = call.now();
    call.read(move |db| {
        let coupons = shop_store::coupon::issuable(db, user_id, now)?;
        Ok(CouponList { items: coupons.into_iter().map(view::coupon).collect(), next_cursor: None })
    })
    .await
}

/// The caller's coupons, latest first.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn my_coupons(call: UserCall, request: ListMyCoupons) -> Result<UserCouponPage, ShopError> {
    page(&call, "my coupons", request, |_| true).await
}

/// The caller's coupons that can no longer be used, latest first.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn coupon_history(call: UserCall, request: ListMyCoupons) -> Result<UserCouponPage, ShopError> {
    page(&call, "coupon history", request, |coupon| coupon.state != UserCouponState::Available).await
}

async fn page(
    call: &UserCall,
    name: &str,
    request: ListMyCoupons,
    belongs: fn(&UserCoupon) -> bool,
) -> Result<UserCouponPage, ShopError> {
    let user_id = call.user_id();
    let now = call.now();
    let listing = Listing::new(name, &request.state, request.limit)?;
    let after: i64 = listing.after(request.cursor.as_deref())?.unwrap_or(i64::MAX);
    let wanted = move |coupon: &UserCoupon| {
        coupon.id < after && belongs(coupon) && request.state.is_none_or(|state| coupon.state == state)
    };
    call.read(move |db: &Db| {
        let held = shop_store::coupon::held(db, user_id)?;
        let coupons = held.into_iter().map(|held| view::user_coupon(held, now)).filter(wanted);
        let (mut items, next_cursor) = listing.page(coupons.collect(), |coupon| coupon.id);
        let used: Vec<i64> = items.iter().filter(|coupon| coupon.used_at.is_some()).map(|coupon| coupon.id).collect();
        for found in orders_of_used(db, user_id, &used)? {
            let coupon = items.iter_mut().find(|coupon| coupon.id == found.user_coupon_id);
            if let Some(coupon) = coupon {
                coupon.used_for = Some(view::order(found));
            }
        }
        Ok::<_, WorkError>(UserCouponPage { items, next_cursor })
    })
    .await
}
