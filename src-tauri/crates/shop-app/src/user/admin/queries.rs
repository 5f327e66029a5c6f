//! Users in the admin view.

use shop_domain::initials::initials_pattern;
use shop_domain::order::phone_key;
use shop_domain::user::UserType as Kind;
use shop_store::user::admin::{AdminFilter, AdminUserRow, Totals, find_for_admin, list_for_admin, totals};
use shop_store::{Db, StoreResult};

use super::staff;
use crate::context::AdminCall;
use crate::paging::Listing;
use crate::point;
use crate::runtime::WorkError;
use crate::user::consents::history;
use crate::user::{heard_since, view};
use shop_contract::{
    AccountState, AdminUser, AdminUserPage, ById, Empty, ErrorCode, ListUsers, ShopError, StaffList, UserDetail,
    UserTotals, UserType,
};

/// Point transactions shown with a user.
const TRANSACTIONS: i64 = 20;

/// All users, latest first.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn list_users(call: AdminCall, request: ListUsers) -> Result<AdminUserPage, ShopError> {
    let words = request.q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
    let listing = Listing::new("users", &(&words, request.kind, request.state), request.limit)?;
    let filter = AdminFilter {
        kind: request.kind.map(|kind| match kind {
            UserType::Customer => Kind::Customer,
            UserType::Admin => Kind::Admin,
        }),
        state: request.state.map(Into::into),
        before_id: listing.after(request.cursor.as_deref())?.unwrap_or(i64::MAX),
        limit: listing.fetch(),
        ..filter_by(words)
    };
    call.read(move |db| {
        let (rows, next_cursor) = listing.page(list_for_admin(db, &filter)?, |row| row.user.id);
        Ok::<_, WorkError>(AdminUserPage { items: rows.into_iter().map(admin_user).collect(), next_cursor })
    })
    .await
}

/// The filter of users whose name, e-mail or phone has the words; of all users without.
pub(crate) fn filter_by(words: Option<String>) -> AdminFilter {
    let is_phone = |q: &&String| q.chars().any(|c| c.is_ascii_digit()) && !q.chars().any(char::is_alphabetic);
    AdminFilter {
        phone: words.as_ref().filter(is_phone).map(|q| phone_key(q)),
        name_pattern: words.as_deref().and_then(initials_pattern),
        words,
        ..AdminFilter::default()
    }
}

/// A user with totals and the latest point transactions.
///
/// # Errors
/// `USER_NOT_FOUND`.
pub async fn get_user(call: AdminCall, request: ById) -> Result<UserDetail, ShopError> {
    let (id, now, shop) = (request.id, call.now(), call.shop.clone());
    call.read(move |db| {
        let user = find(db, id)?.ok_or(ErrorCode::UserNotFound)?;
        let totals = totals(db, id, now, heard_since(&shop)?)?;
        let ledger = shop_store::point::ledger(db, id, None, i64::MAX, TRANSACTIONS)?;
        let transactions = ledger.into_iter().map(point::transaction).collect();
        let consents = history(db, id)?;
        Ok(UserDetail { user, totals: view_totals(totals), transactions, consents })
    })
    .await
}

/// All admins with their roles.
pub async fn list_staff(call: AdminCall, _: Empty) -> Result<StaffList, ShopError> {
    let rows = call.read(|db| Ok(shop_store::user::admin::staff(db)?)).await?;
    Ok(StaffList { items: rows.into_iter().filter_map(staff::view).collect(), next_cursor: None })
}

/// A user by id, also a customer that has left.
fn find(db: &Db, id: i64) -> StoreResult<Option<AdminUser>> {
    Ok(find_for_admin(db, id)?.map(admin_user))
}

/// A user that can be changed; `None` if there is none or the user was deleted.
pub(super) fn find_present(db: &Db, id: i64) -> StoreResult<Option<AdminUser>> {
    Ok(find(db, id)?.filter(|user| user.state != AccountState::Deleted))
}

fn admin_user(row: AdminUserRow) -> AdminUser {
    let state = row.user.state.into();
    AdminUser { user: view::user(row.user), state, order_count: row.order_count, guest: row.is_guest }
}

fn view_totals(totals: Totals) -> UserTotals {
    UserTotals {
        paid_orders: totals.paid_orders,
        paid_amount: totals.paid_amount,
        refunded_orders: totals.refunded_orders,
        available_coupons: totals.available_coupons,
        sessions: totals.sessions,
        last_order_at: totals.last_order_at,
    }
}
