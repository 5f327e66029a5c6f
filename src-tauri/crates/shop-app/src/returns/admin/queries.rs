//! The returns of all customers.

use shop_domain::initials::initials_pattern;
use shop_store::returns::{ReturnFilter, list_for_admin, waiting};

use crate::context::AdminCall;
use crate::paging::Listing;
use crate::returns::view::{admin_return, waiting_returns};
use shop_contract::{AdminReturnPage, ListReturnsForAdmin, ShopError};

/// All returns, latest first, with the number of those that have not ended.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn list_returns_for_admin(
    call: AdminCall,
    request: ListReturnsForAdmin,
) -> Result<AdminReturnPage, ShopError> {
    let words = request.q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
    let listing = Listing::new("admin returns", &(&words, request.state), request.limit)?;
    let filter = ReturnFilter {
        state: request.state.map(Into::into),
        name_pattern: words.as_deref().and_then(initials_pattern),
        words,
        before_id: listing.after(request.cursor.as_deref())?.unwrap_or(i64::MAX),
        limit: listing.fetch(),
    };
    call.read(move |db| {
        let (rows, next_cursor) = listing.page(list_for_admin(db, &filter)?, |named| named.row.id);
        let items = rows.into_iter().map(admin_return).collect();
        Ok(AdminReturnPage { items, waiting: waiting_returns(waiting(db)?), next_cursor })
    })
    .await
}
