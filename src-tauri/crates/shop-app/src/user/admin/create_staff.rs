//! Adds an admin.

use serde_json::json;

use super::staff;
use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use crate::user::{NewAccount, enter, hash_password, text};
use shop_contract::{AuditTarget, CreateStaff, ShopError, Staff, operation};

/// Adds an admin with a role.
///
/// # Errors
/// `INVALID_INPUT`, `EMAIL_TAKEN`; `OVERLOADED` if too many passwords are being hashed.
pub async fn create_staff(call: AdminCall, request: CreateStaff) -> Result<Staff, ShopError> {
    let actor = call.admin();
    let account = NewAccount::parse(Some(request.role.into()), &request.email, &request.name, None)?;
    text::new_password("password", &request.password)?;
    let account = account.with_password_hash(hash_password(&call, &request.password).await?);
    // The fingerprint of a request is stored and would make a password easy to guess, so it excludes the password.
    let fingerprint = (&request.email, &request.name, request.role);
    call.write(operation::create_staff, &fingerprint, LockKey::Shop, move |writing| {
        let id = enter(writing, &account)?;
        let made = staff::find(writing.tx, id)?;
        let facts = json!({"email": made.email, "name": made.name, "role": made.role});
        audit::record(writing, actor, operation::create_staff, (AuditTarget::User, id), &(), &facts)?;
        Ok(made)
    })
    .await
}
