//! The deposits for the orders of all customers.

use shop_domain::initials::initials_pattern;
use shop_store::payment::{DepositFilter, awaited, list_deposits};

use super::view::{admin_payment, awaited_payments};
use crate::context::AdminCall;
use crate::paging::Listing;
use shop_contract::{AdminPaymentPage, ListPaymentsForAdmin, ShopError};

/// All payments whose money comes from outside, latest first, with the sum of those that are awaited.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn list_payments_for_admin(
    call: AdminCall,
    request: ListPaymentsForAdmin,
) -> Result<AdminPaymentPage, ShopError> {
    let words = request.q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
    let listing = Listing::new("admin payments", &(&words, request.state), request.limit)?;
    let filter = DepositFilter {
        state: request.state.map(Into::into),
        name_pattern: words.as_deref().and_then(initials_pattern),
        words,
        before_id: listing.after(request.cursor.as_deref())?.unwrap_or(i64::MAX),
        limit: listing.fetch(),
    };
    call.read(move |db| {
        let (rows, next_cursor) = listing.page(list_deposits(db, &filter)?, |row| row.payment.id);
        let items = rows.into_iter().map(admin_payment).collect();
        Ok(AdminPaymentPage { items, awaited: awaited_payments(awaited(db)?), next_cursor })
    })
    .await
}
