//! Refunds a paid order in any delivery state; a customer can no longer do this after shipping.

use serde_json::json;
use shop_domain::limits::REASON;
use shop_domain::order::{OrderState, refund};
use shop_domain::user::parse_text;

use super::view::admin_order;
use crate::audit;
use crate::context::AdminCall;
use crate::order::give_back::{give_back, keys_to_give_back};
use shop_contract::{AdminOrder, AuditTarget, ErrorCode, RefundOrder, ShopError, operation};

/// Returns stock, coupons, points and sales of a paid order. Money that came from outside is recorded as given back, and an
/// admin sends it by hand.
///
/// # Errors
/// `INVALID_INPUT` for the reason; `ORDER_NOT_FOUND`; `INVALID_ORDER_STATE` for an order that is not paid or is already
/// refunded; as any write.
pub async fn refund_order(call: AdminCall, request: RefundOrder) -> Result<AdminOrder, ShopError> {
    let actor = call.admin();
    let reason = request.reason.as_deref().map(|reason| parse_text(reason, REASON)).transpose();
    let reason = reason.map_err(|fault| ShopError::invalid("reason", &format!("{fault}: 1 to 200 characters")))?;
    let (order_id, zone) = (request.id, call.shop.zone());
    let keys = call.read(move |db| Ok(keys_to_give_back(db, order_id)?)).await?;
    call.write(operation::refund_order, &request, keys, move |writing| {
        let order = shop_store::order::find(writing.tx, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
        refund(order.state).map_err(ShopError::from)?;
        let ended = give_back(writing, zone, &order, OrderState::Refunded)?;
        let before = json!({"state": order.state.as_str()});
        let mut after = json!({"state": OrderState::Refunded.as_str(), "points": ended.points, "reason": reason});
        if ended.outside > 0 {
            after["outsideAmount"] = json!(ended.outside);
        }
        audit::record(writing, actor, operation::refund_order, (AuditTarget::Order, order_id), &before, &after)?;
        admin_order(writing.tx, order_id)
    })
    .await
}
