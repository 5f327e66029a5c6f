//! The search for orders by a text that an admin types. Results are exact, however far the index is filled.
//!
//! First the orders that pass the filter are read one by one, in the sequence of the list. That suffices in a small shop,
//! for one customer, for a short period, and for words that occur everywhere. It also covers the orders that are not
//! indexed yet: they are the latest ones, so a list from the oldest one reads them at the end.
//! Otherwise the indexes are queried: recipients with items and memos, customers, and the numbers computed by the domain.
//! Each candidate is compared with the words again.
//!
//! The sum stops after a fixed number of orders, because a page waits for it, and is then marked as not exact. The
//! orders themselves are found without such a limit, page by page.

mod index;
mod scan;
mod sources;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::ControlFlow;

use rusqlite::Row;
use shop_domain::order::{OrderState, OrderWords};

pub use index::{Batch, index_batch, next_batch};

use super::admin::{AdminFilter, Sum, ids_after};
use super::read::{read_order, select_orders};
use super::rows::Order;
use crate::column::{code, id_list};
use crate::db::{Db, StoreResult};
use crate::user::search as users;

/// Limits of a search.
#[derive(Debug, Clone, Copy)]
struct Effort {
    /// Orders read one by one before an index is queried.
    first: usize,
    /// Orders read one by one for a sum.
    scanned: usize,
    /// Orders looked up for a sum. They are scattered, each on a page of its own.
    looked_up: usize,
    /// Customers that are listed by id; if more match, each is examined with its orders.
    customers: usize,
}

const EFFORT: Effort = Effort { first: 1_000, scanned: 4_000, looked_up: 3_000, customers: 3_000 };

/// A search.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// The filter that orders must pass.
    pub filter: &'a AdminFilter,
    /// The words that they must match.
    pub words: &'a OrderWords,
    /// The last order of the page before.
    pub after: Option<i64>,
    /// Maximum number of orders of the page.
    pub limit: usize,
    /// Whether the sum of all orders found is requested.
    pub is_summed: bool,
}

/// A page of the orders found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// In the filter's sequence.
    pub orders: Vec<Order>,
    /// The sum of all orders found, if it was requested.
    pub sum: Sum,
    /// Whether the sum covers all orders found.
    pub is_exact: bool,
}

/// A page of the orders that match, in the sequence of the filter, with the sum of all of them if it is requested.
pub fn search(db: &Db, query: Query<'_>) -> StoreResult<Found> {
    search_within(db, query, EFFORT)
}

/// Amount and id of each order that matches, in no sequence; `None` if they are more than `most` or not all were found
/// within the limits of a search.
pub(super) fn amounts(
    db: &Db,
    filter: &AdminFilter,
    words: &OrderWords,
    most: usize,
) -> StoreResult<Option<Vec<(i64, i64)>>> {
    let query = Query { filter, words, after: None, limit: 0, is_summed: true };
    let (hits, is_exact) = hits_within(db, query, Effort { scanned: most, ..EFFORT })?;
    let found = || hits.found.iter().map(|(id, sum)| (sum.ordered_amount, *id)).collect();
    Ok((is_exact && hits.found.len() <= most).then(found))
}

fn search_within(db: &Db, query: Query<'_>, effort: Effort) -> StoreResult<Found> {
    let (hits, is_exact) = hits_within(db, query, effort)?;
    let page = hits.page(query.filter.is_oldest_first, query.limit);
    Ok(Found { orders: by_ids(db, &page, query.filter.is_oldest_first)?, sum: hits.sum(), is_exact })
}

/// The orders found, and whether they are all that match.
fn hits_within(db: &Db, query: Query<'_>, effort: Effort) -> StoreResult<(Hits, bool)> {
    let Query { filter, words, after, limit, is_summed } = query;
    let mut hits = Hits::default();
    let mut is_exact = true;
    if let Some((from_id, below_id)) = ids_after(db, filter, after)? {
        let customers = Customers::of(db, words, effort.customers)?;
        let search = Search { db, filter, words, from_id, below_id, limit, is_summed, effort, customers };
        is_exact = match scan::scan(&search, &mut hits)? {
            scan::End::All => true,
            scan::End::Enough => false,
            scan::End::Beyond(id) => sources::ask(&search, id, &mut hits)?,
        };
        if filter.is_oldest_first {
            is_exact &= scan::scan_unindexed(&search, &mut hits)?;
        }
    }
    Ok((hits, is_exact))
}

fn by_ids(db: &Db, ids: &[i64], is_oldest_first: bool) -> StoreResult<Vec<Order>> {
    let orders = select_orders!("WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id * ?2");
    db.rows(orders, (id_list(ids), if is_oldest_first { 1 } else { -1 }), read_order)
}

/// One search.
struct Search<'a> {
    db: &'a Db,
    filter: &'a AdminFilter,
    words: &'a OrderWords,
    /// Bounds of the ids: the first, and the one after the last.
    from_id: i64,
    below_id: i64,
    limit: usize,
    is_summed: bool,
    effort: Effort,
    customers: Customers,
}

impl Search<'_> {
    fn is_match(&self, candidate: &Candidate<'_>) -> StoreResult<bool> {
        let Candidate { number, recipient_name, recipient_phone, memo, user_id, .. } = candidate;
        let is_in_order = self.words.is_in_number(number)
            || self.words.is_in_recipient(recipient_name, recipient_phone)
            || memo.is_some_and(|memo| self.words.is_in_text(memo));
        Ok(is_in_order || self.customers.hold(self.db, self.words, *user_id)? || self.is_in_items(candidate.id)?)
    }

    /// Whether the words are a part of the name of something that was ordered.
    fn is_in_items(&self, order_id: i64) -> StoreResult<bool> {
        let mut is_found = false;
        self.db.each(
            "SELECT product_name, product_name_en FROM order_item WHERE order_id = ?1",
            [order_id],
            |row| {
                is_found = read_names(row)?.into_iter().flatten().any(|name| self.words.is_in_text(name));
                Ok(if is_found { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
            },
        )?;
        Ok(is_found)
    }
}

/// The customers that match the words.
enum Customers {
    /// Exactly these.
    All(HashSet<i64>),
    /// Too many for a list; holds whether each examined customer matches.
    Many(RefCell<HashMap<i64, bool>>),
}

impl Customers {
    fn of(db: &Db, words: &OrderWords, most: usize) -> StoreResult<Self> {
        let found = users::matching(db, words, most.saturating_add(1))?;
        let is_all = found.len() <= most;
        Ok(if is_all { Self::All(found.into_iter().collect()) } else { Self::Many(RefCell::default()) })
    }

    fn are_many(&self) -> bool {
        matches!(self, Self::Many(_))
    }

    fn hold(&self, db: &Db, words: &OrderWords, id: i64) -> StoreResult<bool> {
        let looked_at = match self {
            Self::All(ids) => return Ok(ids.contains(&id)),
            Self::Many(looked_at) => looked_at,
        };
        if let Some(known) = looked_at.borrow().get(&id) {
            return Ok(*known);
        }
        let is_found = users::is_found_in(db, words, id)?;
        looked_at.borrow_mut().insert(id, is_found);
        Ok(is_found)
    }
}

/// The orders found, each once.
#[derive(Default)]
struct Hits {
    found: BTreeMap<i64, Sum>,
}

impl Hits {
    fn add(&mut self, candidate: &Candidate<'_>) {
        self.found.insert(candidate.id, candidate.figures);
    }

    /// The ids of a page.
    fn page(&self, is_oldest_first: bool, limit: usize) -> Vec<i64> {
        let ids = self.found.keys().copied();
        if is_oldest_first { ids.take(limit).collect() } else { ids.rev().take(limit).collect() }
    }

    fn sum(&self) -> Sum {
        self.found.values().fold(Sum::default(), |sum, one| sum.plus(*one))
    }
}

/// A candidate.
struct Candidate<'a> {
    id: i64,
    user_id: i64,
    number: &'a str,
    recipient_name: &'a str,
    recipient_phone: &'a str,
    memo: Option<&'a str>,
    /// The sum of this one order.
    figures: Sum,
    /// Whether it passes the filter.
    is_wanted: bool,
}

/// Columns of a candidate in a table with this alias; whether it passes the filter follows them.
macro_rules! candidate_columns {
    ($table:literal) => {
        concat!(
            $table,
            "id, ",
            $table,
            "user_id, ",
            $table,
            "order_number, ",
            $table,
            "recipient_name, ",
            $table,
            "recipient_phone, ",
            $table,
            "state, ",
            $table,
            "total_amount, ",
            $table,
            "discount_amount, ",
            $table,
            "delivery_memo, ",
            $table,
            "shipping_fee"
        )
    };
}
use candidate_columns;

/// The name of an item, and the English one if it has one.
fn read_names<'a>(row: &'a Row<'_>) -> rusqlite::Result<[Option<&'a str>; 2]> {
    Ok([Some(row.get_ref(0)?.as_str()?), row.get_ref(1)?.as_str_or_null()?])
}

fn read_candidate<'a>(row: &'a Row<'_>) -> rusqlite::Result<Candidate<'a>> {
    let (state, total): (_, i64) = (code(row, 5, OrderState::parse)?, row.get(6)?);
    let paid_amount = if state == OrderState::Confirmed { total } else { 0 };
    Ok(Candidate {
        id: row.get(0)?,
        user_id: row.get(1)?,
        number: row.get_ref(2)?.as_str()?,
        recipient_name: row.get_ref(3)?.as_str()?,
        recipient_phone: row.get_ref(4)?.as_str()?,
        memo: row.get_ref(8)?.as_str_or_null()?,
        figures: Sum {
            orders: 1,
            ordered_amount: total,
            paid_amount,
            discount_amount: row.get(7)?,
            shipping_fee: row.get(9)?,
        },
        is_wanted: row.get(10)?,
    })
}
