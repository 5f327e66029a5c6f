//! Deletes a coupon; coupons that were already issued stay valid.

use shop_domain::coupon::CouponState;

use super::queries::view;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use shop_contract::{AuditTarget, ById, Done, ErrorCode, ShopError, operation};

/// Stops issuing the coupon and hides it from users who do not hold one.
///
/// # Errors
/// `COUPON_NOT_FOUND`, also for a coupon that is already deleted; as any write.
pub async fn delete_coupon(call: AdminCall, request: ById) -> Result<Done, ShopError> {
    let actor = call.admin();
    let id = request.id;
    call.write(operation::delete_coupon, &request, LockKey::Coupon(id), move |writing| {
        let found = shop_store::coupon::find_for_admin(writing.tx, id)?;
        let found = found.filter(|found| found.coupon.state != CouponState::Deleted);
        let found = found.ok_or(ErrorCode::CouponNotFound)?;
        shop_store::coupon::remove(writing.tx, id, writing.now)?;
        audit::record(writing, actor, operation::delete_coupon, (AuditTarget::Coupon, id), &view(found), &())?;
        Ok(Done {})
    })
    .await
}
