//! Reads the orders that pass a filter one by one.

use std::ops::ControlFlow;

use shop_domain::order::{DeliveryState, OrderState};

use super::super::access_path::{by_access_path, wanted};
use super::super::admin::{AdminFilter, CustomerFilter, customer};
use super::{Hits, Search, candidate_columns, read_candidate};
use crate::db::StoreResult;
use crate::search::{Index, indexed_through};
use crate::time::Stamp;

/// If at least one in this many orders matches, a scan finds a page faster than an index.
const COMMON: usize = 2;

/// How the scan ended.
pub(super) enum End {
    /// All orders were read.
    All,
    /// The page is full, and enough orders were read for the sum.
    Enough,
    /// The orders beyond this id in the sequence, which are indexed, were not read.
    Beyond(i64),
}

macro_rules! scan {
    ($index:literal, $condition:literal) => {
        concat!(
            "SELECT ",
            candidate_columns!(""),
            ", 1 FROM \"order\" ",
            wanted!($index, $condition),
            " ORDER BY id DESC LIMIT ?10"
        )
    };
}

macro_rules! scan_from_oldest {
    ($index:literal, $condition:literal) => {
        concat!(
            "SELECT ",
            candidate_columns!(""),
            ", 1 FROM \"order\" ",
            wanted!($index, $condition),
            " ORDER BY id LIMIT ?10"
        )
    };
}

/// Scans until one of the [`End`]s holds. From the oldest order on, only the indexed orders; [`scan_unindexed`] reads
/// the others.
pub(super) fn scan(search: &Search<'_>, hits: &mut Hits) -> StoreResult<End> {
    let indexed_through = indexed_through(search.db, Index::Orders)?;
    let (from_id, below_id) = (search.from_id, search.below_id);
    let below_id =
        if search.filter.is_oldest_first { below_id.min(indexed_through.saturating_add(1)) } else { below_id };
    Reading { search, indexed_through, examined: 0, found: 0, last_id: i64::MAX }.read((from_id, below_id), hits)
}

/// Scans the orders that are not indexed, after the indexed ones; returns whether all of them were read.
pub(super) fn scan_unindexed(search: &Search<'_>, hits: &mut Hits) -> StoreResult<bool> {
    let first = indexed_through(search.db, Index::Orders)?.saturating_add(1);
    let found = hits.found.range(..first).count();
    // No order is left to the index.
    let reading = Reading { search, indexed_through: i64::MIN, examined: 0, found, last_id: i64::MAX };
    let end = reading.read((search.from_id.max(first), search.below_id), hits)?;
    Ok(matches!(end, End::All))
}

struct Reading<'a, 'b> {
    search: &'a Search<'b>,
    indexed_through: i64,
    examined: usize,
    /// Orders found that come before the end of this scan.
    found: usize,
    last_id: i64,
}

impl Reading<'_, '_> {
    /// Scans the ids from the first one of `bounds` to the one before the second.
    fn read(mut self, bounds: (i64, i64), hits: &mut Hits) -> StoreResult<End> {
        let (search, filter) = (self.search, self.search.filter);
        let sql = if filter.is_oldest_first {
            by_access_path!(filter, scan_from_oldest)
        } else {
            by_access_path!(filter, scan)
        };
        let mut end = End::All;
        let params = (
            bounds.1,
            bounds.0,
            filter.state.map(OrderState::as_str),
            filter.delivery_state.map(DeliveryState::as_str),
            filter.from.map(Stamp),
            filter.to.map(Stamp),
            None::<&str>,
            None::<&str>,
            customer(filter),
            -1,
        );
        search.db.each(sql, params, |row| {
            if let Some(enough) = self.enough() {
                end = enough;
                return Ok(ControlFlow::Break(()));
            }
            let candidate = read_candidate(row)?;
            self.examined += 1;
            self.last_id = candidate.id;
            if search.is_match(&candidate)? {
                hits.add(&candidate);
                self.found += 1;
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(end)
    }

    /// The reason to stop, if there is one.
    fn enough(&self) -> Option<End> {
        let Self { search, found, .. } = *self;
        let is_page_full = found >= search.limit;
        if is_page_full && (!search.is_summed || self.examined >= search.effort.scanned) {
            return Some(End::Enough);
        }
        let is_indexed = self.last_id <= self.indexed_through.saturating_add(1);
        let is_common =
            search.words.is_common() || found * COMMON >= self.examined || is_page_full && search.customers.are_many();
        (self.examined >= search.effort.first && is_indexed && !is_common).then_some(End::Beyond(self.last_id))
    }
}
