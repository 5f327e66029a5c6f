//! Refunds a paid order or a part of it in any delivery state; a customer can no longer do this after shipping.

use serde_json::json;
use shop_domain::limits::REASON;
use shop_domain::order::OrderState;
use shop_domain::refund::{LineUnits, RefundTo};
use shop_domain::user::parse_text;

use super::view::admin_order;
use crate::audit;
use crate::context::AdminCall;
use crate::order::give_back::keys_to_give_back;
use crate::order::refund::{Books, Terms, carry_out, refused};
use shop_contract::{AdminOrder, AuditTarget, ErrorCode, RefundOrder, ShopError, UnitsOfItem, operation};

/// Gives back units of a paid order with their money, or all that is left of it. Money that came from outside is recorded as given
/// back, and an admin sends it by hand; or it goes back as points. Received returns whose units are among them are settled.
///
/// # Errors
/// `INVALID_INPUT` for the reason, and for units or a shipping fee that cannot go back; `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for
/// an order that is not paid or is already refunded; `CONFLICT` for units of an open return; as any write.
pub async fn refund_order(call: AdminCall, request: RefundOrder) -> Result<AdminOrder, ShopError> {
    let actor = call.admin();
    let reason = request.reason.as_deref().map(|reason| parse_text(reason, REASON)).transpose();
    let reason = reason.map_err(|fault| ShopError::invalid("reason", &format!("{fault}: 1 to 200 characters")))?;
    let units = request.items.as_deref().map(line_units);
    let (order_id, zone, restock) = (request.id, call.shop.zone(), request.restock.unwrap_or(true));
    let (fee, to) = (request.shipping_fee, request.to.map_or(RefundTo::Outside, Into::into));
    let keys = call.read(move |db| Ok(keys_to_give_back(db, order_id)?)).await?;
    call.write(operation::refund_order, &request, keys, move |writing| {
        let order = shop_store::order::find(writing.tx, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
        let books = Books::read(writing.tx, order)?;
        let plan = books.plan(units.as_deref(), fee, to).map_err(refused)?;
        let terms = Terms { reason: reason.as_deref(), restock, actor_id: actor.user_id };
        carry_out(writing, zone, &books, &plan, terms)?;
        let end = if plan.is_last { OrderState::Refunded } else { books.order.state };
        let before = json!({"state": books.order.state.as_str()});
        let mut after = json!({"state": end.as_str(), "points": plan.point_amount().get(), "reason": reason});
        if !plan.outside_amount().is_zero() {
            after["outsideAmount"] = json!(plan.outside_amount().get());
        }
        if !plan.is_last || !books.refunded().is_zero() {
            let lines = plan.lines.iter().map(|line| json!({"orderItemId": line.item_id, "quantity": line.quantity}));
            after["items"] = lines.collect();
            after["refundedAmount"] = json!(plan.amount.get());
        }
        if !plan.shipping_fee.is_zero() {
            after["shippingFee"] = json!(plan.shipping_fee.get());
        }
        if !restock {
            after["restock"] = json!(false);
        }
        audit::record(writing, actor, operation::refund_order, (AuditTarget::Order, order_id), &before, &after)?;
        admin_order(writing.tx, order_id)
    })
    .await
}

/// The units of a request.
pub(super) fn line_units(items: &[UnitsOfItem]) -> Vec<LineUnits> {
    items.iter().map(|item| LineUnits { item_id: item.order_item_id, quantity: item.quantity }).collect()
}
