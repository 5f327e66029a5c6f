//! The requests of all customers.

use shop_domain::initials::initials_pattern;
use shop_store::charge::{ChargeFilter, list_for_admin, waiting};

use crate::charge::view::{admin_charge, waiting_charges};
use crate::context::AdminCall;
use crate::paging::Listing;
use shop_contract::{AdminChargePage, ListChargesForAdmin, ShopError};

/// All requests, latest first, with the sum of those that wait.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn list_charges_for_admin(
    call: AdminCall,
    request: ListChargesForAdmin,
) -> Result<AdminChargePage, ShopError> {
    let words = request.q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
    let listing = Listing::new("admin charges", &(&words, request.state), request.limit)?;
    let filter = ChargeFilter {
        state: request.state.map(Into::into),
        name_pattern: words.as_deref().and_then(initials_pattern),
        words,
        before_id: listing.after(request.cursor.as_deref())?.unwrap_or(i64::MAX),
        limit: listing.fetch(),
    };
    call.read(move |db| {
        let (rows, next_cursor) = listing.page(list_for_admin(db, &filter)?, |row| row.charge.id);
        let items = rows.into_iter().map(admin_charge).collect();
        Ok(AdminChargePage { items, waiting: waiting_charges(waiting(db)?), next_cursor })
    })
    .await
}
