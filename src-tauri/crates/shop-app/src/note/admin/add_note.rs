//! Writes a note on an order or a user.

use serde_json::json;
use shop_domain::limits::NOTE;
use shop_domain::user::parse_multiline;
use shop_store::note::{NoteTarget, insert, list};

use super::queries::{missing, note};
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use shop_contract::{AddNote, AuditTarget, ErrorCode, Facts, Note, ShopError, operation};

/// Writes a note on an order.
///
/// # Errors
/// `INVALID_INPUT` for the text; `ORDER_NOT_FOUND`; as any write.
pub async fn add_order_note(call: AdminCall, request: AddNote) -> Result<Note, ShopError> {
    add(call, operation::add_order_note.facts(), request, NoteTarget::Order).await
}

/// Writes a note on a user.
///
/// # Errors
/// `INVALID_INPUT` for the text; `USER_NOT_FOUND`, also for a customer that has left; as any write.
pub async fn add_user_note(call: AdminCall, request: AddNote) -> Result<Note, ShopError> {
    add(call, operation::add_user_note.facts(), request, NoteTarget::User).await
}

async fn add(
    call: AdminCall,
    operation: &'static Facts,
    request: AddNote,
    target: NoteTarget,
) -> Result<Note, ShopError> {
    let (actor, id) = (call.admin(), request.id);
    let body = parse_multiline(&request.body, NOTE)
        .map_err(|fault| ShopError::invalid("body", &format!("{fault}: 1 to 2,000 characters")))?;
    let (key, audited) = match target {
        NoteTarget::Order => (LockKey::Order(id), AuditTarget::Order),
        NoteTarget::User => (LockKey::User(id), AuditTarget::User),
    };
    call.write(operation, &request, key, move |writing| {
        if let Some(missing) = missing(writing.tx, (target, id))? {
            return Err(missing.into());
        }
        if target == NoteTarget::User && shop_store::user::leave::has_left(writing.tx, id)? {
            return Err(ErrorCode::UserNotFound.into());
        }
        let note_id = insert(writing.tx, (target, id), &body, actor.user_id, writing.now)?;
        let after = json!({"noteId": note_id, "note": body});
        audit::record(writing, actor, operation, (audited, id), &(), &after)?;
        // The latest note on the target is the one just written.
        let written = list(writing.tx, (target, id), 1)?.pop();
        Ok(written.map(note).ok_or(ErrorCode::NotFound)?)
    })
    .await
}
