//! Candidates from the indexes: orders by recipient, items and memo, by number, by customer. Each is read in the sequence
//! of the list, until a page could be filled from it alone and enough orders were read for the sum.

use std::ops::ControlFlow;

use rusqlite::ToSql;
use shop_domain::order::{DeliveryState, NumberPart, OrderState};

use super::super::admin::{CustomerFilter, customer};
use super::{Customers, Hits, Search, candidate_columns, read_candidate};
use crate::column::id_list;
use crate::db::StoreResult;
use crate::search::match_any;
use crate::time::Stamp;
use crate::user::search as users;

/// Orders read at once by their ids.
const CHUNK: usize = 256;

/// Candidates from a source, and whether the filter lets each through. Parameters: 1 ids below, 2 ids from, 3 state, 4
/// delivery state, 5 and 6 the period, 7 the customer, 8 and 9 the query of the source.
macro_rules! candidates {
    ($from:literal, $order:expr) => {
        concat!(
            "SELECT ",
            candidate_columns!("o."),
            ", (?3 IS NULL OR o.state = ?3) AND (?4 IS NULL OR o.state = 'CONFIRMED' AND o.delivery_state = ?4)
               AND (?5 IS NULL OR o.created_at >= ?5) AND (?6 IS NULL OR o.created_at < ?6)
               AND (?7 IS NULL OR o.user_id = ?7) AND ?9 IS ?9
             FROM ",
            $from,
            $order
        )
    };
}

/// The statements of a source: from the latest order on, and from the oldest one on.
type Statements = [&'static str; 2];

macro_rules! both_ways {
    ($from:literal, $order:literal) => {
        [candidates!($from, concat!(" ORDER BY ", $order, " DESC")), candidates!($from, concat!(" ORDER BY ", $order))]
    };
}

const BY_TEXT: Statements = both_ways!(
    "order_search f CROSS JOIN \"order\" o ON o.id = f.rowid
     WHERE f.order_search MATCH ?8 AND f.rowid < ?1 AND f.rowid >= ?2",
    "f.rowid"
);
const BY_NUMBER: Statements =
    both_ways!("\"order\" o WHERE o.order_number BETWEEN ?8 AND ?9 AND +o.id < ?1 AND +o.id >= ?2", "o.order_number");
const BY_ID: &str = candidates!(
    "json_each(?8) j CROSS JOIN \"order\" o ON o.id = j.value WHERE +o.id < ?1 AND +o.id >= ?2",
    " ORDER BY j.key"
);

/// Reads every source beyond the id; returns whether all of them came to their end.
pub(super) fn ask(search: &Search<'_>, beyond_id: i64, hits: &mut Hits) -> StoreResult<bool> {
    let missing = search.limit.saturating_sub(hits.found.len());
    let bounds = if search.filter.is_oldest_first {
        (search.from_id.max(beyond_id.saturating_add(1)), search.below_id)
    } else {
        (search.from_id, search.below_id.min(beyond_id))
    };
    let mut source = Source { search, bounds, missing, examined: 0, found: 0 };
    let texts = source.read(source.way(BY_TEXT), &match_any(&search.words.order_terms()), "", hits)?;
    let numbers = by_number(source.next(), hits)?;
    let customers = by_customer(source.next(), hits)?;
    Ok(texts && numbers && customers)
}

/// Numbers rise with the ids, so days and numbers are read in the sequence of the list.
fn by_number(source: &mut Source<'_, '_>, hits: &mut Hits) -> StoreResult<bool> {
    let search = source.search;
    if let Some(NumberPart::Beginning(beginning)) = search.words.number() {
        return source.read(source.way(BY_NUMBER), beginning, &format!("{beginning}\u{10FFFF}"), hits);
    }
    let (first, end) = search.filter.days;
    let mut days: Vec<(String, i64)> = search.db.rows(
        "SELECT day, last_number FROM order_sequence WHERE (?1 IS NULL OR day >= ?1) AND (?2 IS NULL OR day < ?2)
         ORDER BY day DESC",
        (first.map(|day| day.to_string()), end.map(|day| day.to_string())),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let is_oldest_first = search.filter.is_oldest_first;
    if is_oldest_first {
        days.reverse();
    }
    for (day, last) in days {
        let written = |sequence: i64| format!("ORD-{}-{sequence:06}", day.replace('-', ""));
        let mut sequences = search.words.sequences(&day, last);
        if !is_oldest_first {
            sequences.reverse();
        }
        for (from, to) in sequences {
            if !source.read(source.way(BY_NUMBER), &written(from), &written(to), hits)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

fn by_customer(source: &mut Source<'_, '_>, hits: &mut Hits) -> StoreResult<bool> {
    let search = source.search;
    // If this one customer matched, every order would match and the scan would have found them.
    if matches!(search.filter.customer, CustomerFilter::One(_)) {
        return Ok(true);
    }
    if source.is_enough() {
        return Ok(false);
    }
    let customers: Vec<i64> = match &search.customers {
        Customers::All(ids) => ids.iter().copied().collect(),
        Customers::Many(_) => users::matching(search.db, search.words, usize::MAX)?,
    };
    let mut ids: Vec<i64> = search.db.rows(
        "SELECT o.id FROM json_each(?1) j CROSS JOIN \"order\" o INDEXED BY order_by_user ON o.user_id = j.value
         WHERE o.id < ?2 AND o.id >= ?3",
        (id_list(&customers), source.bounds.1, source.bounds.0),
        |row| row.get(0),
    )?;
    ids.sort_unstable();
    if !search.filter.is_oldest_first {
        ids.reverse();
    }
    for chunk in ids.chunks(CHUNK) {
        if !source.read(BY_ID, &id_list(chunk), "", hits)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The state of reading one source.
struct Source<'a, 'b> {
    search: &'a Search<'b>,
    /// The first id, and the one after the last.
    bounds: (i64, i64),
    /// Orders that the page still needs.
    missing: usize,
    /// Orders read from all sources.
    examined: usize,
    /// Orders found in this source.
    found: usize,
}

impl Source<'_, '_> {
    /// Starts the next source, from which the page could be filled alone.
    fn next(&mut self) -> &mut Self {
        self.found = 0;
        self
    }

    /// The statement for the sequence of the list.
    fn way(&self, [from_latest, from_oldest]: Statements) -> &'static str {
        if self.search.filter.is_oldest_first { from_oldest } else { from_latest }
    }

    /// Continues; returns whether the statement has no more rows.
    fn read(&mut self, sql: &str, asked: &str, up_to: &str, hits: &mut Hits) -> StoreResult<bool> {
        let (search, filter, bounds) = (self.search, self.search.filter, self.bounds);
        let params: [&dyn ToSql; 9] = [
            &bounds.1,
            &bounds.0,
            &filter.state.map(OrderState::as_str),
            &filter.delivery_state.map(DeliveryState::as_str),
            &filter.from.map(Stamp),
            &filter.to.map(Stamp),
            &customer(filter),
            &asked,
            &up_to,
        ];
        search.db.each(sql, params, |row| {
            if self.is_enough() {
                return Ok(ControlFlow::Break(()));
            }
            let candidate = read_candidate(row)?;
            self.examined += 1;
            if candidate.is_wanted && search.is_match(&candidate)? {
                hits.add(&candidate);
                self.found += 1;
            }
            Ok(ControlFlow::Continue(()))
        })
    }

    /// Whether the page could be filled from this source, and enough orders were read for the sum.
    fn is_enough(&self) -> bool {
        let Self { search, missing, examined, found, .. } = self;
        found >= missing && (!search.is_summed || *examined >= search.effort.looked_up)
    }
}
