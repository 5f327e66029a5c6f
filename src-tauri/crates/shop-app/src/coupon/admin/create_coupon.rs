//! Creates a coupon.

use super::draft::{CouponDraft, make, parse};
use super::queries::find;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use shop_contract::{AdminCoupon, AuditTarget, CreateCoupon, ShopError, operation};

/// Creates a coupon.
///
/// # Errors
/// `INVALID_INPUT` naming the field; `PRODUCT_NOT_FOUND`; as any write.
pub async fn create_coupon(call: AdminCall, request: CreateCoupon) -> Result<AdminCoupon, ShopError> {
    let actor = call.admin();
    let terms = parse(draft(request.clone()))?;
    call.write(operation::create_coupon, &request, LockKey::Shop, move |writing| {
        let id = make(writing, &terms)?;
        let coupon = find(writing.tx, id)?;
        audit::record(writing, actor, operation::create_coupon, (AuditTarget::Coupon, id), &(), &coupon)?;
        Ok(coupon)
    })
    .await
}

fn draft(request: CreateCoupon) -> CouponDraft {
    CouponDraft {
        name: request.name,
        name_en: request.name_en,
        kind: request.kind.into(),
        discount_rate: request.discount_rate,
        discount_price: request.discount_price,
        max_discount_price: request.max_discount_price,
        min_order_amount: request.min_order_amount,
        product_ids: request.product_ids,
        total_quantity: request.total_quantity,
        begin_date: request.begin_date,
        end_date: request.end_date,
        distribution: request.distribution.map(Into::into),
        code: request.code,
    }
}
