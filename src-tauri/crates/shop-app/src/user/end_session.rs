//! Ends another session of the caller, for example on a lost computer.

use crate::context::UserCall;
use crate::runtime::locks::LockKey;
use shop_contract::{ById, Done, ErrorCode, ShopError, operation};

/// Ends one of the caller's sessions.
///
/// # Errors
/// `NOT_FOUND`, also for a session of another user.
pub async fn end_session(call: UserCall, request: ById) -> Result<Done, ShopError> {
    let user_id = call.user_id();
    let id = request.id;
    call.write(operation::end_session, &request, LockKey::User(user_id), move |writing| {
        let ended = shop_store::session::end(writing.tx, user_id, id, writing.now)?;
        if ended { Ok(Done {}) } else { Err(ErrorCode::NotFound.into()) }
    })
    .await
}
