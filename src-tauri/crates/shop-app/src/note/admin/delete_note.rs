//! Deletes a note. Its row and its text in the audit log stay.

use serde_json::json;
use shop_store::note::{NoteTarget, delete};

use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use shop_contract::{AuditTarget, ById, Done, ErrorCode, ShopError, operation};

/// Deletes a note of any admin.
///
/// # Errors
/// `NOT_FOUND`; as any write.
pub async fn delete_note(call: AdminCall, request: ById) -> Result<Done, ShopError> {
    let (actor, note_id) = (call.admin(), request.id);
    call.write(operation::delete_note, &request, LockKey::Shop, move |writing| {
        let deleted = delete(writing.tx, note_id, writing.now)?.ok_or(ErrorCode::NotFound)?;
        let ((target, target_id), body) = deleted;
        let audited = match target {
            NoteTarget::Order => AuditTarget::Order,
            NoteTarget::User => AuditTarget::User,
        };
        let before = json!({"noteId": note_id, "note": body});
        audit::record(writing, actor, operation::delete_note, (audited, target_id), &before, &())?;
        Ok(Done {})
    })
    .await
}
