//! Reads of the caller's orders.

use shop_store::Db;
use shop_store::order::OrderFilter;

use super::view;
use crate::context::UserCall;
use crate::paging::Listing;
use crate::runtime::WorkError;
use crate::shipping::Carriers;
use shop_contract::{ById, ErrorCode, ListOrders, Order, OrderPage, Payment, ShopError};

/// The caller's orders, latest first.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn list_orders(call: UserCall, request: ListOrders) -> Result<OrderPage, ShopError> {
    let user_id = call.user_id();
    let listing = Listing::new("orders", &(request.state, request.from, request.to), request.limit)?;
    let zone = call.shop.zone();
    let filter = OrderFilter {
        state: request.state.map(Into::into),
        from: request.from.map(|from| from.begins(zone)),
        to: request.to.map(|to| to.ends(zone)),
        before_id: listing.after(request.cursor.as_deref())?.unwrap_or(i64::MAX),
        limit: listing.fetch(),
    };
    call.read(move |db| {
        let orders = shop_store::order::list(db, user_id, filter)?;
        let (orders, next_cursor) = listing.page(orders, |order| order.id);
        let (orders, carriers) = (shop_store::order::whole(db, orders)?, Carriers::read(db)?);
        let mut items: Vec<Order> = orders.into_iter().map(|whole| view::order(whole, &carriers)).collect();
        view::name_account(db, items.iter_mut().flat_map(payments_of))?;
        Ok(OrderPage { items, next_cursor })
    })
    .await
}

/// One of the caller's orders.
///
/// # Errors
/// `ORDER_NOT_FOUND`, also for an order of another user.
pub async fn get_order(call: UserCall, request: ById) -> Result<Order, ShopError> {
    let user_id = call.user_id();
    call.read(move |db| own_order(db, user_id, request.id)).await
}

/// Reads one of the user's orders in the form of the contract.
pub(super) fn own_order(db: &Db, user_id: i64, order_id: i64) -> Result<Order, WorkError> {
    let order = shop_store::order::find(db, order_id)?.filter(|order| order.user_id == user_id);
    let whole = shop_store::order::whole(db, order.into_iter().collect())?;
    let order = whole.into_iter().next().ok_or(ErrorCode::OrderNotFound)?;
    let mut order = view::order(order, &Carriers::read(db)?);
    view::name_account(db, payments_of(&mut order))?;
    Ok(order)
}

fn payments_of(order: &mut Order) -> impl Iterator<Item = &mut Payment> {
    order.payment.iter_mut().chain(&mut order.payments)
}
