//! Reads of the caller's own data.

use super::{heard_since, view};
use crate::context::UserCall;
use shop_contract::{AddressList, Empty, ErrorCode, Session, SessionList, ShopError, User};

/// The caller.
pub async fn get_me(call: UserCall, _: Empty) -> Result<User, ShopError> {
    let user_id = call.user_id();
    call.read(move |db| {
        let row = shop_store::user::find(db, user_id)?.ok_or(ErrorCode::UserNotFound)?;
        Ok(view::user(row))
    })
    .await
}

/// The caller's running sessions.
pub async fn list_sessions(call: UserCall, _: Empty) -> Result<SessionList, ShopError> {
    let (principal, shop) = (call.user(), call.shop.clone());
    let rows =
        call.read(move |db| Ok(shop_store::session::of_user(db, principal.user_id, heard_since(&shop)?)?)).await?;
    let items = rows.into_iter().map(|row| Session {
        id: row.id,
        device: row.device,
        current: row.id == principal.session_id,
        created_at: row.created_at,
        last_seen_at: row.last_seen_at,
    });
    Ok(SessionList { items: items.collect(), next_cursor: None })
}

/// The caller's addresses, the default one first.
pub async fn list_addresses(call: UserCall, _: Empty) -> Result<AddressList, ShopError> {
    let user_id = call.user_id();
    let rows = call.read(move |db| Ok(shop_store::address::of_user(db, user_id)?)).await?;
    Ok(AddressList { items: rows.into_iter().map(view::address).collect(), next_cursor: None })
}
