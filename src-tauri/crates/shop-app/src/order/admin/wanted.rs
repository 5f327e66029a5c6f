//! What a list of the orders of all customers asks for: its filter, its pages by time, and the sums over all orders that match.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use shop_domain::BusinessDay;
use shop_domain::order::{NumberPart, OrderWords};
use shop_store::order::search::{Query, search};
use shop_store::order::{AdminFilter, CustomerFilter, Order, Sum, list_for_admin, sum, tallied};
use shop_store::{Db, StoreResult};

use shop_contract::{ListOrdersForAdmin, OrderSort, OrderSummary};

/// Length of the prefix `ORD-YYYYMMDD-` of an order number, which encodes only the day.
const DAY_OF_NUMBER: usize = 13;

/// One page of orders. The summary covers all matching orders and is computed only for the first page.
pub(super) struct Found {
    pub(super) orders: Vec<Order>,
    pub(super) summary: OrderSummary,
}

/// The filter of a request; a cursor is valid only for the same filter.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Wanted(ListOrdersForAdmin);

impl Wanted {
    /// The filter of a request, without its cursor and limit.
    pub(super) fn of(request: ListOrdersForAdmin) -> Self {
        let q = request.q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
        Self(ListOrdersForAdmin { q, cursor: None, limit: None, ..request })
    }

    /// The sequence that is asked for.
    pub(super) fn sort(&self) -> Option<OrderSort> {
        self.0.sort
    }

    /// Reads at most `limit` orders after `after`; the first page also has the sums.
    pub(super) fn page(&self, db: &Db, zone: Tz, after: Option<i64>, limit: i64) -> StoreResult<Found> {
        let (filter, words) = self.terms(zone);
        let is_first = after.is_none();
        let Some(words) = words else {
            let sum = if is_first { summary(db, &filter, zone)? } else { Sum::default() };
            return Ok(Found { orders: list_for_admin(db, &filter, after, limit)?, summary: view(sum, true) });
        };
        let limit = usize::try_from(limit).unwrap_or(0);
        let found = search(db, Query { filter: &filter, words: &words, after, limit, is_summed: is_first })?;
        Ok(Found { orders: found.orders, summary: view(found.sum, found.is_exact) })
    }

    /// Converts the filter to the store's terms; also returns the words that the store searches for.
    pub(super) fn terms(&self, zone: Tz) -> (AdminFilter, Option<OrderWords>) {
        let ListOrdersForAdmin { state, delivery_state, user_id, from, to, ref q, sort, .. } = self.0;
        let (from, to) = (from.map(|from| from.begins(zone)), to.map(|to| to.ends(zone)));
        let days = (from.map(|from| BusinessDay::of(from, zone)), to.map(|to| first_day_from(to, zone)));
        let customer = user_id.map_or(CustomerFilter::All, CustomerFilter::One);
        let (state, delivery_state) = (state.map(Into::into), delivery_state.map(Into::into));
        let words = q.as_deref().and_then(OrderWords::parse);
        let number = words.as_ref().and_then(OrderWords::number_alone).map(str::to_owned);
        let is_told = |words: &OrderWords| number.is_none() && words.number() != Some(&NumberPart::Every);
        let words = words.filter(is_told);
        let is_oldest_first = sort == Some(OrderSort::Oldest);
        (AdminFilter { customer, state, delivery_state, from, to, days, number, is_oldest_first }, words)
    }
}

/// The first day that begins at or after the instant.
fn first_day_from(instant: DateTime<Utc>, zone: Tz) -> BusinessDay {
    let day = BusinessDay::of(instant, zone);
    if day.starts_at(zone) == instant { day } else { day.next() }
}

/// Sums the matching orders. Whole days of all customers come from precomputed daily totals. Partial days at the two
/// ends, and orders filtered by customer or number, are summed on each call.
fn summary(db: &Db, filter: &AdminFilter, zone: Tz) -> StoreResult<Sum> {
    let is_whole = filter.number.as_ref().is_none_or(|number| number.len() <= DAY_OF_NUMBER);
    if filter.customer != CustomerFilter::All || !is_whole {
        return sum(db, filter);
    }
    let first = filter.from.map(|from| first_day_from(from, zone));
    let end = filter.to.map(|to| BusinessDay::of(to, zone));
    if first.zip(end).is_some_and(|(first, end)| end < first) {
        return sum(db, filter);
    }
    let starts = |day: BusinessDay| day.starts_at(zone);
    let within = |from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>| AdminFilter {
        from,
        to,
        days: (from.map(|from| BusinessDay::of(from, zone)), to.map(|to| first_day_from(to, zone))),
        ..filter.clone()
    };
    let mut sums = vec![tallied(db, &within(first.map(starts), end.map(starts)))?];
    if let Some(first) = first.map(starts).filter(|first| filter.from != Some(*first)) {
        sums.push(sum(db, &within(filter.from, Some(first)))?);
    }
    if let Some(end) = end.map(starts).filter(|end| filter.to != Some(*end)) {
        sums.push(sum(db, &within(Some(end), filter.to))?);
    }
    Ok(sums.into_iter().fold(Sum::default(), Sum::plus))
}

fn view(sum: Sum, is_exact: bool) -> OrderSummary {
    let Sum { orders, ordered_amount, paid_amount, discount_amount, shipping_fee } = sum;
    OrderSummary {
        count: orders,
        ordered: ordered_amount,
        sales: paid_amount,
        discounts: discount_amount,
        shipping_fees: shipping_fee,
        is_exact,
    }
}
