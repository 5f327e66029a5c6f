//! Cancels an order: an unpaid order is cancelled, a paid order that is not shipped yet is refunded.

use shop_domain::order::{GivingBack, OrderState, cancel};
use shop_store::order::Order as OrderRow;
use shop_store::planted::{Bug, is_planted};

use super::give_back::{give_back, keys_to_give_back};
use super::queries::own_order;
use super::refund::{Books, Terms, carry_out, refused};
use crate::context::UserCall;
use shop_contract::{ById, ErrorCode, Order, ShopError, operation};

/// Cancels or refunds one of the caller's orders.
///
/// # Errors
/// `ORDER_NOT_FOUND`, also for an order of another user; `INVALID_ORDER_STATE` for an order that is shipped or
/// already ended; as any write.
pub async fn cancel_order(call: UserCall, request: ById) -> Result<Order, ShopError> {
    let user_id = call.user_id();
    let (order_id, zone) = (request.id, call.shop.zone());
    let keys = call.read(move |db| Ok(keys_to_give_back(db, order_id)?)).await?;
    call.write(operation::cancel_order, &request, keys, move |writing| {
        let order = shop_store::order::find(writing.tx, order_id)?;
        let is_own = |order: &OrderRow| order.user_id == user_id || is_planted(Bug::MissingOwnerCheck);
        let order = order.filter(is_own).ok_or(ErrorCode::OrderNotFound)?;
        match cancel(order.state, order.delivery_state).map_err(ShopError::from)? {
            GivingBack::Cancel => give_back(writing, zone, &order, OrderState::Cancelled)?,
            GivingBack::Refund => {
                let books = Books::read(writing.tx, order)?;
                let plan = books.plan_whole().map_err(refused)?;
                carry_out(writing, zone, &books, &plan, Terms { reason: None, restock: true, actor_id: user_id })?;
            }
        }
        own_order(writing.tx, user_id, order_id)
    })
    .await
}
