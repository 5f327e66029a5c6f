//! The texts that customers agree to: the one in force for everyone, and the next version by an owner.

use serde_json::json;
use shop_domain::BusinessDay;
use shop_domain::limits::DOCUMENT_TEXT;
use shop_domain::user::parse_multiline;
use shop_store::document::{VersionRow, add, in_force, text};
use shop_store::{Db, StoreResult};

use crate::audit;
use crate::context::{AdminCall, Call};
use crate::runtime::locks::LockKey;
use shop_contract::{
    AuditTarget, Current, DocumentState, DocumentText, DocumentVersion, ErrorCode, GetDocument, ShopDocument,
    ShopError, UpdateDocument, operation,
};

/// The text of a document.
///
/// # Errors
/// `NOT_FOUND` where the document has no text.
pub async fn get_shop_document(call: Call, request: GetDocument) -> Result<DocumentText, ShopError> {
    let document = request.document;
    call.read(move |db| {
        let VersionRow { version, since } = in_force(db, document.into())?.ok_or(ErrorCode::NotFound)?;
        let text = text(db, document.into(), version)?.ok_or(ErrorCode::NotFound)?;
        Ok(DocumentText { document, version, since: since.to_string(), text })
    })
    .await
}

/// Gives a document its next version, which holds from today on; no change for the text that is in force.
///
/// # Errors
/// `INVALID_INPUT` for a text that is too long; `CONFLICT` with the version in force, where it is not the one that was read; as
/// any write.
pub async fn update_shop_document(call: AdminCall, request: UpdateDocument) -> Result<DocumentState, ShopError> {
    let actor = call.admin();
    let wanted = parse_multiline(&request.text, DOCUMENT_TEXT)
        .map_err(|fault| ShopError::invalid("text", &format!("{fault}: up to 50,000 characters")))?;
    let (document, read, zone) = (request.document, request.version, call.shop.zone());
    call.write(operation::update_shop_document, &request, LockKey::Shop, move |writing| {
        let (tx, now) = (writing.tx, writing.now);
        let before = state(tx, document)?;
        let version = before.current.as_ref().map(|current| current.version);
        if version != read {
            return Err(ShopError::from(Current::Document(before)).into());
        }
        let has = version.map(|version| text(tx, document.into(), version)).transpose()?.flatten();
        if has.unwrap_or_default() == wanted {
            return Ok(before);
        }
        add(tx, document.into(), &wanted, BusinessDay::of(now, zone), now)?;
        let after = state(tx, document)?;
        // The texts themselves are kept in all their versions.
        let facts = |state: &DocumentState| {
            json!({"document": state.document, "version": state.current.as_ref().map(|current| current.version)})
        };
        let target = (AuditTarget::Settings, 0);
        audit::record(writing, actor, operation::update_shop_document, target, &facts(&before), &facts(&after))?;
        Ok(after)
    })
    .await
}

/// The version of a document that is in force.
pub(super) fn version(db: &Db, document: ShopDocument) -> StoreResult<Option<DocumentVersion>> {
    let found = in_force(db, document.into())?;
    Ok(found.map(|VersionRow { version, since }| DocumentVersion { version, since: since.to_string() }))
}

fn state(db: &Db, document: ShopDocument) -> StoreResult<DocumentState> {
    Ok(DocumentState { document, current: version(db, document)? })
}
