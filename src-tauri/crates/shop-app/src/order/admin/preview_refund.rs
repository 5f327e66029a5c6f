//! Computes what a refund would return, by the rules of the refund, without writing.

use chrono::{DateTime, Utc};
use shop_domain::BusinessDay;
use shop_domain::coupon::{UserCouponState, state_when_given_back};
use shop_domain::limits::{MAX_QUANTITY, MAX_SAFE_INTEGER};
use shop_domain::refund::{LineUnits, RefundPlan, RefundTo};
use shop_store::order::WholeOrder;
use shop_store::{Db, StoreResult};

use crate::context::AdminCall;
use crate::order::refund::{Books, refused};
use shop_contract::{ErrorCode, PreviewRefund, RefundCoupon, RefundItem, RefundPreview, ShopError};

/// Most items in one request.
const MAX_ITEMS: usize = 100;

/// Returns what a refund of the order, or of these units of it, would return now.
///
/// # Errors
/// As the refund: `INVALID_INPUT`, `ORDER_NOT_FOUND`, `INVALID_ORDER_STATE`, `CONFLICT`.
pub async fn preview_refund(call: AdminCall, request: impl Into<PreviewRefund>) -> Result<RefundPreview, ShopError> {
    let request = request.into();
    let units = request.items.as_deref().map(parse_units).transpose()?;
    let (order_id, zone, now) = (request.id, call.shop.zone(), call.now());
    let (fee, to) = (request.shipping_fee, request.to.map_or(RefundTo::Outside, Into::into));
    let restock = request.restock.unwrap_or(true);
    call.read(move |db| {
        let order = shop_store::order::find(db, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
        let books = Books::read(db, order)?;
        let plan = books.plan(units.as_deref(), fee, to).map_err(refused)?;
        let order = books.order;
        let balance = shop_store::point::balance(db, order.user_id)?.ok_or(ErrorCode::UserNotFound)?;
        let (before, points) = (balance.available.get(), plan.point_amount().get());
        let sales_day = BusinessDay::of(order.paid_at.unwrap_or(now), zone).to_string();
        let whole = shop_store::order::whole(db, vec![order])?.pop().ok_or(ErrorCode::OrderNotFound)?;
        Ok(RefundPreview {
            order_id,
            amount: plan.amount.get(),
            points,
            outside_amount: Some(plan.outside_amount().get()).filter(|amount| *amount > 0),
            shipping_fee: plan.shipping_fee.get(),
            is_whole: plan.is_last,
            balance_before: before,
            balance_after: before + points,
            items: items(db, &whole, &plan, restock)?,
            coupons: coupons(db, &whole, plan.is_last, now)?,
            sales_day,
            settled_return_ids: plan.settles,
        })
    })
    .await
}

/// Parses `item:units` between commas.
fn parse_units(text: &str) -> Result<Vec<LineUnits>, ShopError> {
    let bad = || ShopError::invalid("items", "1 to 100 of an item's id, a colon and a number of units, between commas");
    let parse = |part: &str| {
        let (item_id, quantity) = part.trim().split_once(':')?;
        let item_id = item_id.parse().ok().filter(|id| (1..=MAX_SAFE_INTEGER).contains(id))?;
        let quantity = quantity.parse().ok().filter(|units| (1..=MAX_QUANTITY).contains(units))?;
        Some(LineUnits { item_id, quantity })
    };
    let units: Vec<_> = text.split(',').take(MAX_ITEMS + 1).map(parse).collect::<Option<_>>().ok_or_else(bad)?;
    if units.len() > MAX_ITEMS { Err(bad()) } else { Ok(units) }
}

/// The coupons of the order, and whether they come back.
fn coupons(db: &Db, whole: &WholeOrder, comes_back: bool, now: DateTime<Utc>) -> StoreResult<Vec<RefundCoupon>> {
    let used = shop_store::coupon::used_by(db, whole.order.id)?;
    let usable = |id| {
        let coupon = used.iter().find(|coupon| coupon.user_coupon_id == id);
        coupon.is_some_and(|one| state_when_given_back(one.expires_at, now) == UserCouponState::Available)
    };
    let coupons = whole.coupons.iter().map(|coupon| RefundCoupon {
        user_coupon_id: coupon.user_coupon_id,
        name: coupon.name.clone(),
        comes_back,
        usable: usable(coupon.user_coupon_id),
    });
    Ok(coupons.collect())
}

/// Lists the units with stock levels. A second item of the same stock starts at the level the first one leaves.
fn items(db: &Db, whole: &WholeOrder, plan: &RefundPlan, restock: bool) -> StoreResult<Vec<RefundItem>> {
    let mut items: Vec<RefundItem> = Vec::with_capacity(plan.lines.len());
    for line in &plan.lines {
        let Some(item) = whole.items.iter().find(|item| item.id == line.item_id) else { continue };
        let same =
            |shown: &&RefundItem| (shown.product_id, shown.product_option_id) == (item.product_id, item.option_id);
        let available_before = match items.iter().rev().find(same) {
            Some(shown) => shown.available_after,
            None => shop_store::stock::level(db, item.product_id, item.option_id)?.unwrap_or_default(),
        };
        items.push(RefundItem {
            order_item_id: item.id,
            product_id: item.product_id,
            product_option_id: item.option_id,
            product_name: item.product_name.clone(),
            quantity: line.quantity,
            amount: line.amount.get(),
            available_before,
            available_after: available_before + if restock { line.quantity } else { 0 },
        });
    }
    Ok(items)
}
