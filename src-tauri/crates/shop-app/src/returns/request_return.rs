//! Asks for a return of delivered goods.

use shop_domain::limits::REASON;
use shop_domain::refund::{LineUnits, ReturnFacts, ReturnState};
use shop_domain::user::parse_text;
use shop_store::StoreError;
use shop_store::returns::{find, insert, open_of_order};

use super::settings::deadline;
use super::view::return_request;
use crate::context::UserCall;
use crate::runtime::locks::LockKey;
use shop_contract::{ErrorCode, RequestReturn, ReturnRequest, ShopError, ShopEvent, UnitsOfItem, operation};

/// Writes a return of units of one of the caller's orders, which an admin approves or rejects.
///
/// # Errors
/// `INVALID_INPUT` for the reason and the units; `ORDER_NOT_FOUND`, also for an order of another user; `INVALID_ORDER_STATE` for an
/// order that is not delivered, or whose time for returns has passed; `CONFLICT` while a return of one of the items is open; as any
/// write.
pub async fn request_return(call: UserCall, request: RequestReturn) -> Result<ReturnRequest, ShopError> {
    let (user_id, order_id, zone) = (call.user_id(), request.id, call.shop.zone());
    let reason = parse_text(&request.reason, REASON)
        .map_err(|fault| ShopError::invalid("reason", &format!("{fault}: 1 to 200 characters")))?;
    let units = |item: &UnitsOfItem| LineUnits { item_id: item.order_item_id, quantity: item.quantity };
    let units: Vec<LineUnits> = request.items.iter().map(units).collect();
    call.write(operation::request_return, &request, LockKey::Order(order_id), move |writing| {
        let (tx, now) = (writing.tx, writing.now);
        let order = shop_store::order::find(tx, order_id)?.filter(|order| order.user_id == user_id);
        let order = order.ok_or(ErrorCode::OrderNotFound)?;
        let (lines, open) = (shop_store::order::refund_lines(tx, order_id)?, open_of_order(tx, order_id)?);
        let facts = ReturnFacts {
            state: order.state,
            delivery_state: order.delivery_state,
            until: deadline(tx, &order, zone)?,
            lines: &lines,
            open: &open,
        };
        shop_domain::refund::request_return(&facts, &units, now).map_err(ShopError::from)?;
        let id = insert(tx, (order_id, user_id), &units, &reason, now)?;
        let row = find(tx, id)?
            .ok_or_else(|| StoreError::BadValue(format!("return {id} is not there after it was written")))?;
        let event = ShopEvent::Return { return_id: id, order_id, state: ReturnState::Requested.into() };
        writing.effects.tell_with_admins(user_id, event);
        Ok(return_request(row))
    })
    .await
}
