//! The holders of a coupon.

use chrono::{DateTime, Utc};
use shop_domain::coupon::{UserCouponState as State, state_at};
use shop_store::coupon::{Holder, HolderFilter, holders};

use super::queries::find;
use crate::context::AdminCall;
use crate::coupon::view::view_state;
use crate::paging::Listing;
use shop_contract::{CouponHolder, CouponHolderPage, ListCouponHolders, ShopError, UserCouponState};

/// Lists the users who hold a coupon, latest first.
///
/// # Errors
/// `COUPON_NOT_FOUND`; `INVALID_INPUT` for limit and cursor.
pub async fn list_coupon_holders(call: AdminCall, request: ListCouponHolders) -> Result<CouponHolderPage, ShopError> {
    let listing = Listing::new("coupon holders", &(request.id, request.state), request.limit)?;
    let before_id = listing.after(request.cursor.as_deref())?.unwrap_or(i64::MAX);
    let now = call.now();
    call.read(move |db| {
        find(db, request.id)?;
        let state = request.state.map(state);
        let filter = HolderFilter { coupon_id: request.id, state, now, before_id, limit: listing.fetch() };
        let (found, next_cursor) = listing.page(holders(db, &filter)?, |holder| holder.user_coupon_id);
        Ok(CouponHolderPage { items: found.into_iter().map(|holder| view(holder, now)).collect(), next_cursor })
    })
    .await
}

fn view(holder: Holder, now: DateTime<Utc>) -> CouponHolder {
    let (order_id, order_number) = holder.order.unzip();
    CouponHolder {
        id: holder.user_coupon_id,
        user_id: holder.user_id,
        name: holder.name,
        email: holder.email,
        state: view_state(state_at(holder.state, holder.expires_at, now)),
        issued_at: holder.issued_at,
        expires_at: holder.expires_at,
        used_at: holder.used_at,
        order_id,
        order_number,
    }
}

fn state(state: UserCouponState) -> State {
    match state {
        UserCouponState::Available => State::Available,
        UserCouponState::Used => State::Used,
        UserCouponState::Expired => State::Expired,
    }
}
