//! Everybody's orders, page by page, with the sums of what the filter finds.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use shop_domain::BusinessDay;
use shop_store::order::{AllFilter, Sum, Whose, all, sum, tallied};
use shop_store::user::people::named;
use shop_store::{Db, Stored};

use super::any_order::with_customers;
use crate::contract::{AnyOrderPage, ListAllOrders, OrderSummary, ShopError};
use crate::paging::Listing;
use crate::runtime::{Call, Stop};

/// Characters of an order's number that say no more than its day: `ORD-YYYYMMDD-`.
const DAY_OF_NUMBER: usize = 13;
/// Customers that a search looks at, the latest first.
const CUSTOMERS: i64 = 100;

/// Everybody's orders, latest first.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn list_all_orders(call: Call, request: ListAllOrders) -> Result<AnyOrderPage, ShopError> {
    call.admin()?;
    let (cursor, limit, zone) = (request.cursor.clone(), request.limit, call.shop.zone());
    let wanted = Wanted::of(request);
    let listing = Listing::new("all orders", &wanted, limit)?;
    let after: Option<i64> = listing.after(cursor.as_deref())?;
    call.read(move |db| {
        let filter = wanted.filter(db, zone)?;
        let orders = all(db, &filter, after.unwrap_or(i64::MAX), listing.fetch())?;
        let (orders, next_cursor) = listing.page(orders, |order| order.id);
        let summary = if after.is_none() { Some(view(summary(db, &filter, zone)?)) } else { None };
        Ok::<_, Stop>(AnyOrderPage { items: with_customers(db, orders)?, next_cursor, summary })
    })
    .await
}

/// Which orders were asked for; what a cursor goes on in.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Wanted(ListAllOrders);

impl Wanted {
    /// What a request wants, wherever in the list and however many.
    pub(super) fn of(request: ListAllOrders) -> Self {
        let q = request.q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
        Self(ListAllOrders { q, cursor: None, limit: None, ..request })
    }

    /// The same in the store's terms, with the customers whom its words find.
    pub(super) fn filter(&self, db: &Db, zone: Tz) -> Stored<AllFilter> {
        let ListAllOrders { state, delivery_state, user_id, from, to, ref q, .. } = self.0;
        let (from, to) = (from.map(|from| from.begins(zone)), to.map(|to| to.ends(zone)));
        let days = (from.map(|from| BusinessDay::of(from, zone)), to.map(|to| first_day_from(to, zone)));
        let whose = user_id.map_or(Whose::Everybody, Whose::Person);
        let (state, delivery_state) = (state.map(Into::into), delivery_state.map(Into::into));
        let filter = AllFilter { whose, state, delivery_state, from, to, days, number: None };
        search(db, filter, q.as_deref())
    }
}

/// The first day that begins at or after the instant.
fn first_day_from(instant: DateTime<Utc>, zone: Tz) -> BusinessDay {
    let day = BusinessDay::of(instant, zone);
    if day.starts_at(zone) == instant { day } else { day.next() }
}

/// Words are the beginning of an order's number, or else stand in a customer's name, e-mail or phone.
fn search(db: &Db, filter: AllFilter, words: Option<&str>) -> Stored<AllFilter> {
    let Some(words) = words else { return Ok(filter) };
    let number = words.to_uppercase();
    if number == "ORD" || number.starts_with("ORD-") {
        return Ok(AllFilter { number: Some(number), ..filter });
    }
    let mut found = named(db, words, CUSTOMERS)?;
    if let Whose::Person(id) = filter.whose {
        found.retain(|one| *one == id);
    }
    Ok(AllFilter { whose: Whose::People(found), ..filter })
}

/// Whole days of everybody's orders are added up already; only the pieces of days at the two ends, and what is found by a
/// customer or by one order's number, are added up now.
fn summary(db: &Db, filter: &AllFilter, zone: Tz) -> Stored<Sum> {
    let is_whole = filter.number.as_ref().is_none_or(|number| number.len() <= DAY_OF_NUMBER);
    if filter.whose != Whose::Everybody || !is_whole {
        return sum(db, filter);
    }
    let first = filter.from.map(|from| first_day_from(from, zone));
    let end = filter.to.map(|to| BusinessDay::of(to, zone));
    if first.zip(end).is_some_and(|(first, end)| end < first) {
        return sum(db, filter);
    }
    let starts = |day: BusinessDay| day.starts_at(zone);
    let within = |from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>| AllFilter {
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

fn view(sum: Sum) -> OrderSummary {
    OrderSummary { count: sum.orders, sales: sum.total_amount, discounts: sum.discount_amount }
}
