//! Orders of all customers by their amount. No index holds the amounts, because every order would pay for it: the orders
//! that pass the filter are read, up to a limit, and sorted.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use shop_domain::order::{DeliveryState, OrderState, OrderWords};

use super::access_path::{by_access_path, wanted};
use super::admin::{AdminFilter, CustomerFilter, customer, ids, numbers};
use super::read::{read_order, select_orders};
use super::rows::Order;
use super::search::amounts;
use crate::column::id_list;
use crate::db::{Db, StoreResult};
use crate::time::Stamp;

/// Orders that are sorted by amount at most.
pub const MOST_BY_AMOUNT: usize = 20_000;

/// A page of the orders by amount.
#[derive(Debug, Clone, Copy)]
pub struct ByAmount<'a> {
    /// The filter that orders must pass.
    pub filter: &'a AdminFilter,
    /// The words that they must match.
    pub words: Option<&'a OrderWords>,
    /// Pages begin with the smallest amount, not with the largest.
    pub is_smallest_first: bool,
    /// Amount and id of the last order of the page before. Of equal amounts the latest order comes first, in both
    /// sequences.
    pub after: Option<(i64, i64)>,
    /// Maximum number of orders of the page.
    pub limit: usize,
}

macro_rules! every_amount {
    ($index:literal, $condition:literal) => {
        concat!("SELECT total_amount, id FROM \"order\" ", wanted!($index, $condition), " LIMIT ?10")
    };
}

/// A page of orders; `None` if more than [`MOST_BY_AMOUNT`] match.
pub fn list_by_amount(db: &Db, page: ByAmount<'_>) -> StoreResult<Option<Vec<Order>>> {
    let found = match page.words {
        Some(words) => amounts(db, page.filter, words, MOST_BY_AMOUNT)?,
        None => every_amount(db, page.filter)?,
    };
    let Some(mut found) = found else { return Ok(None) };
    let place = |(amount, id): (i64, i64)| (if page.is_smallest_first { amount } else { -amount }, Reverse(id));
    if let Some(after) = page.after {
        found.retain(|one| place(*one) > place(after));
    }
    found.sort_unstable_by_key(|one| place(*one));
    found.truncate(page.limit);
    let wanted: Vec<i64> = found.into_iter().map(|(_, id)| id).collect();
    let orders = select_orders!("WHERE id IN (SELECT value FROM json_each(?1))");
    let mut orders: Vec<Order> = db.rows(orders, [id_list(&wanted)], read_order)?;
    orders.sort_unstable_by_key(|order| place((order.total_amount.get(), order.id)));
    Ok(Some(orders))
}

fn every_amount(db: &Db, filter: &AdminFilter) -> StoreResult<Option<Vec<(i64, i64)>>> {
    let Some((from_id, below_id)) = ids(db, filter)? else { return Ok(Some(Vec::new())) };
    let numbers = numbers(filter);
    let mut found = Vec::new();
    let params = (
        below_id,
        from_id,
        filter.state.map(OrderState::as_str),
        filter.delivery_state.map(DeliveryState::as_str),
        filter.from.map(Stamp),
        filter.to.map(Stamp),
        numbers.as_ref().map(|(first, _)| first),
        numbers.as_ref().map(|(_, end)| end),
        customer(filter),
        -1,
    );
    db.each(by_access_path!(filter, every_amount), params, |row| {
        found.push((row.get(0)?, row.get(1)?));
        Ok(if found.len() > MOST_BY_AMOUNT { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    Ok((found.len() <= MOST_BY_AMOUNT).then_some(found))
}
