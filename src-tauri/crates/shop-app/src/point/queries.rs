//! Reads of points.

use super::view;
use crate::context::UserCall;
use crate::paging::Listing;
use shop_contract::{Empty, ErrorCode, ListPointTransactions, PointTransactionPage, Points, ShopError};

/// The caller's points.
pub async fn get_points(call: UserCall, _: Empty) -> Result<Points, ShopError> {
    let user_id = call.user_id();
    call.read(move |db| {
        let balance = shop_store::point::balance(db, user_id)?.ok_or(ErrorCode::UserNotFound)?;
        Ok(Points { available_point: balance.available.get(), used_point: balance.used.get() })
    })
    .await
}

/// The caller's ledger, latest first.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn list_point_transactions(
    call: UserCall,
    request: ListPointTransactions,
) -> Result<PointTransactionPage, ShopError> {
    let user_id = call.user_id();
    let listing = Listing::new("points", &request.kind, request.limit)?;
    let after = listing.after(request.cursor.as_deref())?.unwrap_or(i64::MAX);
    let kind = request.kind.map(Into::into);
    call.read(move |db| {
        let rows = shop_store::point::ledger(db, user_id, kind, after, listing.fetch())?;
        let (rows, next_cursor) = listing.page(rows, |row| row.id);
        Ok(PointTransactionPage { items: rows.into_iter().map(view::transaction).collect(), next_cursor })
    })
    .await
}
