//! Consents of customers: recorded with the registration, changed afterwards, listed.

use shop_domain::user::{Consents, Document, consent, consents_at_registration};
use shop_store::consent::{ConsentRow, insert, last, list};
use shop_store::document::in_force;
use shop_store::{Db, StoreError, StoreResult};

use crate::context::UserCall;
use crate::runtime::WorkError;
use crate::runtime::locks::LockKey;
use shop_contract::{Consent, ConsentList, Empty, GiveConsent, GivenConsents, ShopError, missing_consents, operation};

/// Consents of a user in the view of an admin.
const SHOWN: i64 = 50;

/// What a registration with these consents records.
///
/// # Errors
/// `INVALID_INPUT` naming each text in force that was not agreed to, with its version.
pub(super) fn consents_of(
    db: &Db,
    given: Option<&GivenConsents>,
) -> Result<Vec<shop_domain::user::Consent>, WorkError> {
    let given = given.map_or_else(Consents::default, |given| Consents {
        terms: given.terms,
        privacy: given.privacy,
        marketing: given.marketing,
    });
    let (terms, privacy) = (version(db, Document::Terms)?, version(db, Document::Privacy)?);
    Ok(consents_at_registration(given, terms, privacy).map_err(missing_consents)?)
}

/// The caller's consents that hold.
pub async fn list_consents(call: UserCall, _: Empty) -> Result<ConsentList, ShopError> {
    let user_id = call.user_id();
    call.read(move |db| {
        let mut items = Vec::new();
        for document in Document::ALL {
            items.extend(last(db, user_id, *document)?.map(view));
        }
        Ok(ConsentList { items, next_cursor: None })
    })
    .await
}

/// Records a consent of the caller; no change where it holds already.
///
/// # Errors
/// `INVALID_INPUT` for a version that is not in force, and for a consent that cannot be taken back; as any write.
pub async fn give_consent(call: UserCall, request: GiveConsent) -> Result<Consent, ShopError> {
    let (user_id, document) = (call.user_id(), Document::from(request.document));
    let (read, given) = (request.version, request.given);
    call.write(operation::give_consent, &request, LockKey::User(user_id), move |writing| {
        let (tx, now) = (writing.tx, writing.now);
        let wanted = consent(document, read, given, version(tx, document)?).map_err(ShopError::from)?;
        let before = last(tx, user_id, document)?;
        if let Some(before) = before.filter(|before| before.consent == wanted) {
            return Ok(view(before));
        }
        insert(tx, user_id, wanted, now)?;
        let after = last(tx, user_id, document)?;
        Ok(after
            .map(view)
            .ok_or_else(|| StoreError::BadValue("a consent is not there after it was written".to_owned()))?)
    })
    .await
}

/// The last consents of a user and their ends, latest first.
pub(super) fn history(db: &Db, user_id: i64) -> StoreResult<Vec<Consent>> {
    Ok(list(db, user_id, SHOWN)?.into_iter().map(view).collect())
}

/// The version of a document that is in force; `None` where it has no text.
fn version(db: &Db, document: Document) -> StoreResult<Option<i64>> {
    Ok(in_force(db, document)?.map(|row| row.version))
}

fn view(row: ConsentRow) -> Consent {
    let shop_domain::user::Consent { document, version, given } = row.consent;
    Consent { document: document.into(), version, given, created_at: row.created_at }
}
