//! The notes on an order or a user.

use shop_store::note::{NoteRow, NoteTarget, list};
use shop_store::{Db, StoreResult};

use crate::context::AdminCall;
use shop_contract::{ById, ErrorCode, Note, NoteList, ShopError};

/// Notes in one answer.
const NOTES: i64 = 200;

/// The notes on an order, latest first.
///
/// # Errors
/// `ORDER_NOT_FOUND`.
pub async fn list_order_notes(call: AdminCall, request: ById) -> Result<NoteList, ShopError> {
    notes(call, (NoteTarget::Order, request.id)).await
}

/// The notes on a user, latest first.
///
/// # Errors
/// `USER_NOT_FOUND`.
pub async fn list_user_notes(call: AdminCall, request: ById) -> Result<NoteList, ShopError> {
    notes(call, (NoteTarget::User, request.id)).await
}

async fn notes(call: AdminCall, target: (NoteTarget, i64)) -> Result<NoteList, ShopError> {
    call.read(move |db| {
        if let Some(missing) = missing(db, target)? {
            return Err(missing.into());
        }
        Ok(NoteList { items: list(db, target, NOTES)?.into_iter().map(note).collect() })
    })
    .await
}

/// The refusal for a target that does not exist.
pub(super) fn missing(db: &Db, (target, id): (NoteTarget, i64)) -> StoreResult<Option<ErrorCode>> {
    let (is_there, refusal) = match target {
        NoteTarget::Order => (shop_store::order::find(db, id)?.is_some(), ErrorCode::OrderNotFound),
        NoteTarget::User => (shop_store::user::admin::find_for_admin(db, id)?.is_some(), ErrorCode::UserNotFound),
    };
    Ok((!is_there).then_some(refusal))
}

pub(super) fn note(row: NoteRow) -> Note {
    let NoteRow { id, body, actor_id, actor_name, created_at } = row;
    Note { id, body, actor_id, actor_name, created_at }
}
