//! Reads of the caller's requests for points.

use super::view::charge_request;
use crate::context::UserCall;
use crate::paging::Listing;
use shop_contract::{ChargeRequestPage, ListPage, ShopError};

/// The caller's requests, latest first.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn list_charges(call: UserCall, request: ListPage) -> Result<ChargeRequestPage, ShopError> {
    let user_id = call.user_id();
    let listing = Listing::new("charges", &(), request.limit)?;
    let after = listing.after(request.cursor.as_deref())?.unwrap_or(i64::MAX);
    call.read(move |db| {
        let rows = shop_store::charge::list(db, user_id, after, listing.fetch())?;
        let (rows, next_cursor) = listing.page(rows, |row| row.id);
        Ok(ChargeRequestPage { items: rows.into_iter().map(charge_request).collect(), next_cursor })
    })
    .await
}
