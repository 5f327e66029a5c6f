//! Issues coupons, first come, first served.
//!
//! The check runs twice: first in a read, so that late requests do not queue for the lock, and then under the lock,
//! where it is binding. The count itself is a conditional update.

use chrono_tz::Tz;
use shop_domain::BusinessDay;
use shop_domain::coupon::{IssueFacts, OwnedCoupon, UserCouponState, check_issue};
use shop_store::Db;
use shop_store::coupon::{CouponRow, HeldCoupon};
use shop_store::planted::{Bug, is_planted};

use super::view;
use crate::context::UserCall;
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{WorkError, Writing};
use shop_contract::{ById, ErrorCode, ShopError, ShopEvent, UserCoupon, operation};

/// Issues one coupon to the caller.
///
/// # Errors
/// `COUPON_NOT_FOUND`, also for a coupon that is no longer issued; `COUPON_ALREADY_ISSUED`; `COUPON_SOLD_OUT`; as any
/// write.
pub async fn issue_coupon(call: UserCall, request: ById) -> Result<UserCoupon, ShopError> {
    let user_id = call.user_id();
    let (coupon_id, now, zone) = (request.id, call.now(), call.shop.zone());
    let early = call.read_inline(|db| decide(db, user_id, coupon_id, now));
    let keys = Keys::from(LockKey::Coupon(coupon_id)).in_line(user_id);
    if is_planted(Bug::CouponCheckThenAct) {
        let coupon = early?;
        let bug_issue = move |writing: &mut Writing<'_>| issue(writing, user_id, coupon.clone(), zone);
        return call.write(operation::issue_coupon, &request, keys, bug_issue).await;
    }
    // A repeated request already has its answer, which only the write can find.
    if call.idempotency_key.is_none() {
        early?;
    }
    call.write(operation::issue_coupon, &request, keys, move |writing| issue_in(writing, user_id, coupon_id, zone))
        .await
}

/// The transaction of [`issue_coupon`], for a caller that holds the writer, such as the Lab.
///
/// # Errors
/// As [`issue_coupon`].
pub fn issue_in(writing: &mut Writing<'_>, user_id: i64, coupon_id: i64, zone: Tz) -> Result<UserCoupon, WorkError> {
    let coupon = decide(writing.tx, user_id, coupon_id, writing.now)?;
    issue(writing, user_id, coupon, zone)
}

fn decide(db: &Db, user_id: i64, coupon_id: i64, now: chrono::DateTime<chrono::Utc>) -> Result<CouponRow, WorkError> {
    let coupon = shop_store::coupon::find(db, user_id, coupon_id)?.ok_or(ErrorCode::CouponNotFound)?;
    let facts = IssueFacts {
        state: coupon.state,
        end_date: coupon.terms.end_date,
        already_issued: coupon.owned,
        total_quantity: coupon.terms.total_quantity,
        issued_quantity: coupon.issued_quantity,
    };
    check_issue(&facts, now).map_err(ShopError::from)?;
    Ok(coupon)
}

fn issue(writing: &mut Writing<'_>, user_id: i64, coupon: CouponRow, zone: Tz) -> Result<UserCoupon, WorkError> {
    let (tx, now) = (writing.tx, writing.now);
    let counted = if is_planted(Bug::CouponCheckThenAct) {
        shop_store::coupon::bug_overwrite_issued(tx, &coupon)?
    } else {
        shop_store::coupon::count_issued(tx, coupon.id)?
    };
    let issued_quantity = counted.ok_or(ErrorCode::CouponSoldOut)?;
    let terms = coupon.terms;
    let user_coupon_id = shop_store::coupon::hand_out(tx, user_id, coupon.id, terms.end_date, now)?;
    shop_store::daily_coupon::issued(tx, BusinessDay::of(now, zone), coupon.id, now)?;
    let total_quantity = terms.total_quantity;
    writing.effects.tell_all(ShopEvent::Coupon { coupon_id: coupon.id, issued_quantity, total_quantity });
    writing.effects.tell(user_id, ShopEvent::MyCoupons {});
    let rules = OwnedCoupon {
        user_coupon_id,
        coupon_id: coupon.id,
        owned: true,
        state: UserCouponState::Available,
        begin: terms.begin_date,
        expires_at: terms.end_date,
        kind: terms.kind,
        discount: terms.discount,
        max_discount: terms.max_discount,
        min_order_amount: terms.min_order_amount,
        product_ids: terms.product_ids,
    };
    let held = HeldCoupon { rules, name: terms.name, name_en: terms.name_en, issued_at: now, used_at: None };
    Ok(UserCoupon { place_in_line: writing.line.map(Into::into), ..view::user_coupon(held, now) })
}
