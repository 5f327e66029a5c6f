//! The audit log. Actions of admins are recorded in their own transaction: actor, action, subject, before and after.
//! Reads are not recorded.

mod queries;

use serde::Serialize;
use shop_store::StoreError;
use shop_store::audit::{NewAuditRow, put};

pub use queries::list_audit_log;

use crate::runtime::{Principal, Writing};
use shop_contract::{AuditTarget, Facts};

/// Records an action. `action` is the operation; `before` and `after` are the subject in the form of the contract, or
/// the relevant part of it, and `()` if there is none. A subject that exists only once has the id 0.
pub(crate) fn record(
    writing: &Writing<'_>,
    actor: Principal,
    action: impl Into<&'static Facts>,
    target: (AuditTarget, i64),
    before: &impl Serialize,
    after: &impl Serialize,
) -> Result<(), StoreError> {
    record_by(writing, Some(actor.user_id), action, target, before, after)
}

/// As [`record`]; `None` for an actor that is not in the database: the operator, or a user created after the restored
/// backup.
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
