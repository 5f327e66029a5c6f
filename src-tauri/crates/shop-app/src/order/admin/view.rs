//! Orders in the admin view: each with its customer and the number of its notes.

use std::collections::HashMap;

use shop_store::order::{Order, WholeOrder};
use shop_store::refund::WholeRefund;
use shop_store::user::admin::names;
use shop_store::{Db, StoreResult};

use crate::note::counts_of_orders;
use crate::order::view;
use crate::runtime::WorkError;
use crate::shipping::Carriers;
use shop_contract::{AdminOrder, AdminRefund, ErrorCode, OrderCustomer};

/// Reads one order in the admin view.
pub(super) fn admin_order(db: &Db, order_id: i64) -> Result<AdminOrder, WorkError> {
    let order = shop_store::order::find(db, order_id)?;
    Ok(with_customers(db, order.into_iter().collect())?.pop().ok_or(ErrorCode::OrderNotFound)?)
}

/// Reads orders by their ids in the admin view, for the webhook of the merchant's own system.
pub(crate) fn orders_for_webhook(db: &Db, order_ids: &[i64]) -> StoreResult<HashMap<i64, AdminOrder>> {
    let found = order_ids.iter().filter_map(|id| shop_store::order::find(db, *id).transpose());
    let orders = with_customers(db, found.collect::<StoreResult<_>>()?)?;
    // Notes are for admins only.
    Ok(orders.into_iter().map(|order| (order.order.id, AdminOrder { note_count: None, ..order })).collect())
}

/// Adds the customers to the orders, in the same sequence.
pub(super) fn with_customers(db: &Db, orders: Vec<Order>) -> StoreResult<Vec<AdminOrder>> {
    let user_ids: Vec<i64> = orders.iter().map(|order| order.user_id).collect();
    let found = names(db, &user_ids)?.into_iter();
    let customers: HashMap<i64, OrderCustomer> =
        found.map(|(id, name, email)| (id, OrderCustomer { id, name, email })).collect();
    let nobody = |id| OrderCustomer { id, name: String::new(), email: String::new() };
    let notes = counts_of_orders(db, &orders.iter().map(|order| order.id).collect::<Vec<_>>())?;
    let (whole, carriers) = (shop_store::order::whole(db, orders)?, Carriers::read(db)?);
    let with_customer = |(whole, id): (WholeOrder, i64)| AdminOrder {
        outside_refund_amount: outside_refund(&whole),
        note_count: notes.get(&whole.order.id).copied(),
        order: view::order(whole, &carriers),
        customer: customers.get(&id).cloned().unwrap_or_else(|| nobody(id)),
    };
    Ok(whole.into_iter().zip(user_ids).map(with_customer).collect())
}

/// The part of what was given back that goes back by hand.
fn outside_refund(whole: &WholeOrder) -> Option<i64> {
    let refunds = whole.refunds.iter().map(|refund| refund.refund.outside_amount.get());
    Some(refunds.sum()).filter(|amount| *amount > 0)
}

/// The refunds of an order, with the users that made them.
pub(super) fn admin_refunds(db: &Db, order_id: i64) -> StoreResult<Vec<AdminRefund>> {
    let refunds = shop_store::refund::of_orders(db, &[order_id])?;
    let actors: Vec<i64> = refunds.iter().filter_map(|whole| whole.refund.actor_id).collect();
    let names: HashMap<i64, String> = names(db, &actors)?.into_iter().map(|(id, name, _)| (id, name)).collect();
    let view = |whole: &WholeRefund| AdminRefund {
        refund: view::refund(whole),
        order_id,
        reason: whole.refund.reason.clone(),
        restock: whole.refund.restock,
        actor_id: whole.refund.actor_id,
        actor_name: whole.refund.actor_id.and_then(|id| names.get(&id).cloned()),
    };
    Ok(refunds.iter().map(view).collect())
}
