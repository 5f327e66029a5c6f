//! Refusals of the coupon rules as errors of the contract.

use serde_json::json;
use shop_domain::coupon::{CouponRefusal, IssueRefusal};

use crate::contract::{ErrorCode, ShopError};

impl From<IssueRefusal> for ShopError {
    fn from(refusal: IssueRefusal) -> Self {
        match refusal {
            IssueRefusal::NotFound | IssueRefusal::Ended => ErrorCode::CouponNotFound,
            IssueRefusal::AlreadyIssued => ErrorCode::CouponAlreadyIssued,
            IssueRefusal::SoldOut => ErrorCode::CouponSoldOut,
        }
        .into()
    }
}

/// `INVALID_COUPON`: which and why.
pub(crate) fn refused(refusal: CouponRefusal) -> ShopError {
    let details = json!({"userCouponId": refusal.user_coupon_id, "reason": refusal.reason.as_str()});
    ShopError::new(ErrorCode::InvalidCoupon).with(details)
}
