//! What admins do is written down in the transaction that does it: who, what, to which thing, before and after. What only
//! reads is not.

mod queries;

use serde::Serialize;
use shop_store::StoreError;
use shop_store::audit::{NewAuditRow, put};

pub use queries::list_audit_log;

use crate::runtime::{Identity, Writing};
use shop_contract::{AuditTarget, Facts};

/// Writes an act down. `action` is the operation; `before` and `after` are the thing as the contract shows it, or
/// the part of it that matters, and `()` where there is none. The id of what there is but one of is 0.
///
/// # Errors
/// As the store has them.
pub(crate) fn record(
    writing: &Writing<'_>,
    actor: Identity,
    action: impl Into<&'static Facts>,
    target: (AuditTarget, i64),
    before: &impl Serialize,
    after: &impl Serialize,
) -> Result<(), StoreError> {
    record_by(writing, Some(actor.user_id), action, target, before, after)
}

/// As [`record`]; `None` for one whom these books do not know: the operator, or somebody who came after the copy that the
/// shop goes back to.
///
/// # Errors
/// As the store has them.
pub(crate) fn record_by(
    writing: &Writing<'_>,
    actor_id: Option<i64>,
    action: impl Into<&'static Facts>,
    (target_type, target_id): (AuditTarget, i64),
    before: &impl Serialize,
    after: &impl Serialize,
) -> Result<(), StoreError> {
    let (before, after) = (json(before)?, json(after)?);
    let act = NewAuditRow {
        actor_id,
        action: action.into().name,
        target_type: target_type.as_str(),
        target_id,
        before,
        after,
    };
    put(writing.tx, &act, writing.now)
}

fn json(value: &impl Serialize) -> Result<Option<String>, StoreError> {
    let text = serde_json::to_string(value).map_err(|error| StoreError::BadValue(error.to_string()))?;
    Ok(Some(text).filter(|text| text != "null"))
}
