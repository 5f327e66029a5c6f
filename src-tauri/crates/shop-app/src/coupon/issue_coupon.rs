//! Issues coupons, first come, first served: those of the list, and those with a code.
//!
//! The check runs twice: first in a read, so that late requests do not queue for the lock, and then under the lock,
//! where it is binding. The count itself is a conditional update.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use shop_domain::BusinessDay;
use shop_domain::coupon::{CouponCode, IssueFacts, IssueWay, OwnedCoupon, UserCouponState, check_issue};
use shop_store::Db;
use shop_store::coupon::{CouponRow, HeldCoupon};
use shop_store::planted::{Bug, is_planted};

use super::view;
use crate::context::UserCall;
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{WorkError, Writing};
use shop_contract::{ById, ErrorCode, RedeemCoupon, ShopError, ShopEvent, UserCoupon, operation};

/// Issues one coupon to the caller.
///
/// # Errors
/// `COUPON_NOT_FOUND`, also for a coupon that is no longer issued; `COUPON_ALREADY_ISSUED`; `COUPON_SOLD_OUT`; as any
/// write.
pub async fn issue_coupon(call: UserCall, request: ById) -> Result<UserCoupon, ShopError> {
    let user_id = call.user_id();
    let (coupon_id, now, zone) = (request.id, call.now(), call.shop.zone());
    let early = call.read_inline(|db| decide(db, (user_id, coupon_id), IssueWay::Chosen, now));
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
    let coupon = decide(writing.tx, (user_id, coupon_id), IssueWay::Chosen, writing.now)?;
    issue(writing, user_id, coupon, zone)
}

/// Issues one coupon to the caller that knows its code.
///
/// # Errors
/// `INVALID_INPUT` for what is no code; otherwise as [`issue_coupon`].
pub async fn redeem_coupon(call: UserCall, request: RedeemCoupon) -> Result<UserCoupon, ShopError> {
    let (user_id, zone) = (call.user_id(), call.shop.zone());
    let code = CouponCode::parse(&request.code).map_err(|fault| ShopError::invalid("code", &fault.to_string()))?;
    let id_of = |db: &Db| Ok::<_, WorkError>(shop_store::coupon::id_of_code(db, code.as_str())?);
    // Without such a coupon the write only finds the answer of a repeated request.
    let key = call.read_inline(id_of)?.map_or(LockKey::User(user_id), LockKey::Coupon);
    let work = {
        let code = code.clone();
        move |writing: &mut Writing<'_>| {
            let found = shop_store::coupon::id_of_code(writing.tx, code.as_str())?;
            let coupon_id = found.ok_or(ErrorCode::CouponNotFound)?;
            let coupon = decide(writing.tx, (user_id, coupon_id), IssueWay::Redeemed, writing.now)?;
            issue(writing, user_id, coupon, zone)
        }
    };
    call.write(operation::redeem_coupon, &request, Keys::from(key).in_line(user_id), work).await
}

pub(super) fn decide(
    db: &Db,
    (user_id, coupon_id): (i64, i64),
    way: IssueWay,
    now: DateTime<Utc>,
) -> Result<CouponRow, WorkError> {
    let coupon = shop_store::coupon::find(db, user_id, coupon_id)?.ok_or(ErrorCode::CouponNotFound)?;
    check_issuable(&coupon, way, now)?;
    Ok(coupon)
}

/// Refuses a coupon that cannot be issued this way, or not to the user for whom it was read.
///
/// # Errors
/// `COUPON_NOT_FOUND`, `COUPON_ALREADY_ISSUED`, `COUPON_SOLD_OUT`, in this order.
pub(crate) fn check_issuable(coupon: &CouponRow, way: IssueWay, now: DateTime<Utc>) -> Result<(), ShopError> {
    let facts = IssueFacts {
        state: coupon.state,
        distribution: coupon.terms.distribution,
        end_date: coupon.terms.end_date,
        already_issued: coupon.owned,
        total_quantity: coupon.terms.total_quantity,
        issued_quantity: coupon.issued_quantity,
    };
    check_issue(&facts, way, now).map_err(ShopError::from)
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
    shop_store::daily_coupon::issued(tx, BusinessDay::of(now, zone), coupon.id, 1, now)?;
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
