//! Gives an admin another role. It takes effect at once: every call reads the role of its user.

use serde_json::json;
use shop_store::user::admin::set_role;

use super::staff::{find, refuse_last_owner};
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::{Keys, LockKey};
use shop_contract::{AdminRole, AuditTarget, SetStaffRole, ShopError, Staff, operation};

/// Sets the role; no change if the admin has it already.
///
/// # Errors
/// `USER_NOT_FOUND`, also for a customer; `CONFLICT` where the last owner would lose the role.
pub async fn set_staff_role(call: AdminCall, request: SetStaffRole) -> Result<Staff, ShopError> {
    let actor = call.admin();
    let (id, to) = (request.id, request.role);
    // Also takes the shop's key, so that two owners who change each other are serialized.
    let keys = Keys::new([LockKey::User(id), LockKey::Shop]);
    call.write(operation::set_staff_role, &request, keys, move |writing| {
        let before = find(writing.tx, id)?;
        if before.role == to {
            return Ok(before);
        }
        if !set_role(writing.tx, id, before.role.into(), to.into(), writing.now)? {
            return Err(refuse_last_owner(writing.tx));
        }
        let facts = |role: AdminRole| json!({"role": role});
        let target = (AuditTarget::User, id);
        audit::record(writing, actor, operation::set_staff_role, target, &facts(before.role), &facts(to))?;
        Ok(Staff { role: to, ..before })
    })
    .await
}
