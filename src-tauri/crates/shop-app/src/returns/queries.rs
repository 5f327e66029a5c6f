//! Reads of the returns of the caller's order.

use super::settings::deadline;
use super::view::return_request;
use crate::context::UserCall;
use shop_contract::{ById, ErrorCode, ReturnList, ShopError};

/// The returns of one of the caller's orders, and until when another one can be asked for.
///
/// # Errors
/// `ORDER_NOT_FOUND`, also for an order of another user.
pub async fn list_returns(call: UserCall, request: ById) -> Result<ReturnList, ShopError> {
    let (user_id, zone) = (call.user_id(), call.shop.zone());
    call.read(move |db| {
        let order = shop_store::order::find(db, request.id)?.filter(|order| order.user_id == user_id);
        let order = order.ok_or(ErrorCode::OrderNotFound)?;
        let rows = shop_store::returns::of_order(db, order.id)?;
        let returnable_until = deadline(db, &order, zone)?;
        Ok(ReturnList { items: rows.into_iter().map(|named| return_request(named.row)).collect(), returnable_until })
    })
    .await
}
