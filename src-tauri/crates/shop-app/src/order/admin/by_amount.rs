//! The orders of all customers by their amount, page by page.

use chrono_tz::Tz;
use shop_store::Db;
use shop_store::order::{ByAmount, MOST_BY_AMOUNT, list_by_amount};

use super::wanted::{Found, Wanted};
use crate::paging::Listing;
use crate::runtime::WorkError;
use shop_contract::{OrderSort, ShopError};

/// Amount and id of the last order of a page.
pub(super) type Key = (i64, i64);

/// Which end of the amounts comes first; `None` for a sequence by time.
pub(super) fn is_smallest_first(sort: Option<OrderSort>) -> Option<bool> {
    match sort {
        Some(OrderSort::AmountAsc) => Some(true),
        Some(OrderSort::AmountDesc) => Some(false),
        Some(OrderSort::Newest | OrderSort::Oldest) | None => None,
    }
}

/// Reads a page, with the sums of all matching orders if it is the first.
///
/// # Errors
/// `INVALID_INPUT` naming `sort` if more orders match than are sorted by amount.
pub(super) fn page(
    db: &Db,
    (wanted, zone): (&Wanted, Tz),
    (is_smallest_first, after): (bool, Option<Key>),
    listing: &Listing,
) -> Result<Found, WorkError> {
    let (filter, words) = wanted.terms(zone);
    let limit = usize::try_from(listing.fetch()).unwrap_or(0);
    let page = ByAmount { filter: &filter, words: words.as_ref(), is_smallest_first, after, limit };
    let orders = list_by_amount(db, page)?.ok_or_else(too_many)?;
    // As for the sequences by time, so that the same orders have the same sums.
    let Found { summary, .. } = wanted.page(db, zone, None, 0)?;
    Ok(Found { orders, summary })
}

fn too_many() -> ShopError {
    let reason =
        format!("at most {MOST_BY_AMOUNT} orders are sorted by amount: choose a period, a state or a customer");
    ShopError::invalid("sort", &reason)
}
