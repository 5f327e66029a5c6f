//! Reads the latest orders that pass a filter one by one.

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
    /// The orders below this id, which are indexed, were not read.
    Below(i64),
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

/// Scans until one of the [`End`]s holds.
pub(super) fn scan(search: &Search<'_>, hits: &mut Hits) -> StoreResult<End> {
    let filter = search.filter;
    let sql = by_access_path!(filter, scan);
    let mut reading =
        Reading { indexed_through: indexed_through(search.db, Index::Orders)?, examined: 0, last_id: i64::MAX };
    let mut end = End::All;
    let params = (
        search.below_id,
        search.from_id,
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
        if let Some(enough) = reading.enough(search, hits.found.len()) {
            end = enough;
            return Ok(ControlFlow::Break(()));
        }
        let candidate = read_candidate(row)?;
        reading.examined += 1;
        reading.last_id = candidate.id;
        if search.is_match(&candidate)? {
            hits.add(&candidate);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(end)
}

struct Reading {
    indexed_through: i64,
    examined: usize,
    last_id: i64,
}

impl Reading {
    /// The reason to stop, if there is one.
    fn enough(&self, search: &Search<'_>, found: usize) -> Option<End> {
        let is_page_full = found >= search.limit;
        if is_page_full && (!search.is_summed || self.examined >= search.effort.scanned) {
            return Some(End::Enough);
        }
        let is_indexed = self.last_id <= self.indexed_through.saturating_add(1);
        let is_common =
            search.words.is_common() || found * COMMON >= self.examined || is_page_full && search.customers.are_many();
        (self.examined >= search.effort.first && is_indexed && !is_common).then_some(End::Below(self.last_id))
    }
}
