//! Updates a coupon. Issued coupons read their terms from here, so the terms are frozen once one coupon was issued.

use chrono::{DateTime, Utc};
use shop_domain::coupon::CouponState;
use shop_store::coupon::{AdminCouponRow, CouponTerms};

use super::draft::{CouponDraft, check_code, check_products, parse};
use super::queries::{find, view};
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::Writing;
use crate::runtime::locks::LockKey;
use shop_contract::{
    AdminCoupon, AuditTarget, Current, EditedCouponState, ErrorCode, ShopError, ShopEvent, UpdateCoupon, operation,
};

/// Replaces the fields of a coupon with those of the request.
///
/// # Errors
/// `INVALID_INPUT` naming the field, also for terms that may no longer change and for a total below the number issued;
/// `COUPON_NOT_FOUND`; `CONFLICT` with the coupon as it is now; `PRODUCT_NOT_FOUND`; as any write.
pub async fn update_coupon(call: AdminCall, request: UpdateCoupon) -> Result<AdminCoupon, ShopError> {
    let actor = call.admin();
    let terms = parse(draft(request.clone()))?;
    let (id, seen) = (request.id, request.updated_at);
    let keeps_distribution = request.distribution.is_none();
    let state = request.state.map(|state| match state {
        EditedCouponState::Normal => CouponState::Normal,
        EditedCouponState::Discontinued => CouponState::Discontinued,
    });
    call.write(operation::update_coupon, &request, LockKey::Coupon(id), move |writing| {
        let found = shop_store::coupon::find_for_admin(writing.tx, id)?;
        let found = found.filter(|found| found.coupon.state != CouponState::Deleted);
        let found = found.ok_or(ErrorCode::CouponNotFound)?;
        let (seen, state) = (seen.unwrap_or(found.updated_at), state.unwrap_or(found.coupon.state));
        let mut terms = terms.clone();
        if keeps_distribution {
            terms.distribution = found.coupon.terms.distribution;
            terms.code.clone_from(&found.coupon.terms.code);
        }
        check(&found, &terms, seen)?;
        check_products(writing, &terms)?;
        check_code(writing, Some(id), &terms)?;
        let changed = shop_store::coupon::change(writing.tx, id, (&terms, state), seen, writing.now)?;
        if !changed {
            return Err(conflict(&found).into());
        }
        shop_store::coupon::set_products(writing.tx, id, &terms.product_ids, writing.now)?;
        let after = find(writing.tx, id)?;
        audit::record(writing, actor, operation::update_coupon, (AuditTarget::Coupon, id), &view(found), &after)?;
        tell(writing, &after);
        Ok(after)
    })
    .await
}

fn check(found: &AdminCouponRow, terms: &CouponTerms, seen: DateTime<Utc>) -> Result<(), ShopError> {
    if found.updated_at != seen {
        return Err(conflict(found));
    }
    let (was, issued) = (&found.coupon.terms, found.coupon.issued_quantity);
    if terms.total_quantity < issued {
        return Err(ShopError::invalid("totalQuantity", "fewer than were taken"));
    }
    let fixed = [
        ("type", was.kind == terms.kind),
        ("discountRate", was.discount == terms.discount),
        ("maxDiscountPrice", was.max_discount == terms.max_discount),
        ("minOrderAmount", was.min_order_amount == terms.min_order_amount),
        ("beginDate", was.begin_date == terms.begin_date),
        ("productIds", was.product_ids == terms.product_ids),
    ];
    match fixed.into_iter().find(|(_, same)| !same) {
        Some((field, _)) if issued > 0 => Err(ShopError::invalid(field, "users hold this coupon as it is")),
        _ => Ok(()),
    }
}

fn conflict(found: &AdminCouponRow) -> ShopError {
    Current::Coupon(Box::new(view(found.clone()))).into()
}

fn tell(writing: &mut Writing<'_>, coupon: &AdminCoupon) {
    writing.effects.tell_all(ShopEvent::Coupon {
        coupon_id: coupon.coupon.id,
        issued_quantity: coupon.coupon.issued_quantity,
        total_quantity: coupon.coupon.total_quantity,
    });
}

fn draft(request: UpdateCoupon) -> CouponDraft {
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
