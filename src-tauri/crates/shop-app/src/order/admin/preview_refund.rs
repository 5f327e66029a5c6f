//! Computes what a refund would return, by the rules of the refund, without writing.

use shop_domain::BusinessDay;
use shop_domain::coupon::{UserCouponState, state_when_given_back};
use shop_domain::order::{PaymentState, refund};
use shop_store::order::WholeOrder;
use shop_store::{Db, StoreResult};

use crate::context::AdminCall;
use shop_contract::{ById, ErrorCode, RefundCoupon, RefundItem, RefundPreview, ShopError};

/// Returns what a refund of the order would return now.
///
/// # Errors
/// `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for an order that is not paid or is already refunded.
pub async fn preview_refund(call: AdminCall, request: ById) -> Result<RefundPreview, ShopError> {
    let (order_id, zone, now) = (request.id, call.shop.zone(), call.now());
    call.read(move |db| {
        let order = shop_store::order::find(db, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
        refund(order.state).map_err(ShopError::from)?;
        let (points, outside) = parts(db, order_id)?;
        let balance = shop_store::point::balance(db, order.user_id)?.ok_or(ErrorCode::UserNotFound)?;
        let before = balance.available.get();
        let sales_day = BusinessDay::of(order.paid_at.unwrap_or(now), zone).to_string();
        let whole = shop_store::order::whole(db, vec![order])?.pop().ok_or(ErrorCode::OrderNotFound)?;
        let used = shop_store::coupon::used_by(db, order_id)?;
        let usable = |id| {
            let coupon = used.iter().find(|coupon| coupon.user_coupon_id == id);
            coupon.is_some_and(|one| state_when_given_back(one.expires_at, now) == UserCouponState::Available)
        };
        let coupons = whole.coupons.iter().map(|coupon| RefundCoupon {
            user_coupon_id: coupon.user_coupon_id,
            name: coupon.name.clone(),
            usable: usable(coupon.user_coupon_id),
        });
        let coupons = coupons.collect();
        let items = items(db, &whole)?;
        Ok(RefundPreview {
            order_id,
            points,
            outside_amount: Some(outside).filter(|amount| *amount > 0),
            balance_before: before,
            balance_after: before + points,
            items,
            coupons,
            sales_day,
        })
    })
    .await
}

/// What would go back as points, and what by hand.
fn parts(db: &Db, order_id: i64) -> StoreResult<(i64, i64)> {
    let completed = shop_store::payment::of_orders(db, &[order_id])?.into_iter();
    let completed = completed.filter(|payment| payment.state == PaymentState::Completed);
    Ok(completed.fold((0, 0), |(points, outside), payment| {
        let amount = payment.amount.get();
        if payment.method.is_deposit() { (points, outside + amount) } else { (points + amount, outside) }
    }))
}

/// Lists the items with stock levels. A second item of the same stock starts at the level the first one leaves.
fn items(db: &Db, whole: &WholeOrder) -> StoreResult<Vec<RefundItem>> {
    let mut items: Vec<RefundItem> = Vec::with_capacity(whole.items.len());
    for item in &whole.items {
        let same =
            |shown: &&RefundItem| (shown.product_id, shown.product_option_id) == (item.product_id, item.option_id);
        let available_before = match items.iter().rev().find(same) {
            Some(shown) => shown.available_after,
            None => shop_store::stock::level(db, item.product_id, item.option_id)?.unwrap_or_default(),
        };
        let quantity = item.quantity.get();
        items.push(RefundItem {
            product_id: item.product_id,
            product_option_id: item.option_id,
            product_name: item.product_name.clone(),
            quantity,
            available_before,
            available_after: available_before + quantity,
        });
    }
    Ok(items)
}
