//! Restores a backup.

use serde_json::json;
use shop_store::StoreError;

use super::backup_dir::{BackupDir, BackupLock};
use super::label::Label;
use super::make_backup::teller;
use super::name::Name;
use super::restore::{Done, Incoming, label_aside, make_ready, thin_out_asides};
use crate::audit;
use crate::context::AdminCall;
use crate::context::Call;
use crate::runtime::Principal;
use crate::runtime::locks::LockKey;
use shop_contract::{AuditTarget, Conflict, CopyFault, ErrorCode, RestoreBackup, Restored, ShopError, operation};

/// Restores a backup. Pending writes are refused without a change; all users, also the caller, must sign in again.
///
/// # Errors
/// `NOT_FOUND` for an unknown name; `CONFLICT` with a `reason` for a backup that is damaged (`DAMAGED`), violates an
/// invariant (`UNBALANCED`), was written by a newer program (`NEWER`), or holds no shop (`NO_SHOP`), and
/// `STORAGE_UNAVAILABLE` with the reason `FULL` if the disk lacks the room: nothing was changed then; `INTERNAL_ERROR`
/// if the system fails for another reason; as any write.
pub async fn restore_backup(call: AdminCall, request: RestoreBackup) -> Result<Restored, ShopError> {
    // The restore continues if the client disconnects.
    let restored = tokio::spawn({
        let call = call.clone();
        async move { restore(call, request).await }
    });
    restored.await.map_err(|error| call.internal(&error.to_string()))?
}

async fn restore(call: AdminCall, request: RestoreBackup) -> Result<Restored, ShopError> {
    let actor = call.admin();
    let dir = BackupDir::of(&call.shop);
    let taking = dir.clone();
    let lock = call.run_blocking(move |_| Ok(taking.lock()?)).await?;
    if let Some(answer) = call.answered(operation::restore_backup, &request).await? {
        return Ok(answer);
    }
    let name = Name::parse(&request.name).filter(|name| dir.find(*name).is_some()).ok_or(ErrorCode::NotFound)?;
    let (incoming, lock) = ready(&call, name, lock, actor).await?;
    let restored = bring_in(&call, &request, name, incoming, actor).await?;
    call.run_blocking(move |shop| {
        label_aside(shop, restored.1.kept_aside);
        thin_out_asides(shop, &lock, Some(name));
        drop(lock);
        Ok(restored.0)
    })
    .await
}

/// Prepares the backup, or stores its fault in its label.
async fn ready(
    call: &Call,
    name: Name,
    lock: BackupLock,
    actor: Principal,
) -> Result<(Incoming, BackupLock), ShopError> {
    let made = call.run_blocking(move |shop| {
        let dir = BackupDir::of(shop);
        match make_ready(shop, &lock, &dir.path(name), &mut teller(shop, actor.user_id)) {
            Ok(incoming) => Ok(Ok((incoming, lock))),
            Err(error) => {
                let Some(reason) = copy_fault(&error) else { return Err(error) };
                let found = error.to_string();
                dir.keep_label(name, &Label::of(&Err(found.clone()), shop.now()))?;
                Ok(Err(Conflict::UnusableCopy { reason, found }))
            }
        }
    });
    made.await?.map_err(ShopError::from)
}

/// The fault of a backup that can be reported to the admin; `None` for internal errors.
pub(super) fn copy_fault(error: &StoreError) -> Option<CopyFault> {
    match error {
        StoreError::Newer { .. } => Some(CopyFault::Newer),
        StoreError::Unbalanced(_) => Some(CopyFault::Unbalanced),
        StoreError::Unfit(_) => Some(CopyFault::NoShop),
        error if error.is_damage() => Some(CopyFault::Damaged),
        _ => None,
    }
}

async fn bring_in(
    call: &Call,
    request: &RestoreBackup,
    name: Name,
    incoming: Incoming,
    actor: Principal,
) -> Result<(Restored, Done), ShopError> {
    let repeatable = call.repeatable(operation::restore_backup, request)?;
    let (shop, wish) = (call.shop.clone(), request.clone());
    let replaced = call.shop.submit(call.epoch(), LockKey::Shop, Some(incoming.replacement()), move |writing| {
        let by = shop.read(|live| shop_store::user::find(live, actor.user_id))?.map(|user| user.email);
        let done = incoming.settle(&shop, writing, name.made_at)?;
        let restored = Restored {
            name: wish.name.clone(),
            made_at: name.made_at,
            kept_aside: done.kept_aside.to_string(),
            orders_lost: done.orders_lost,
        };
        // An admin created after the backup does not exist in it; the e-mail identifies the actor.
        let known = shop_store::user::find(writing.tx, actor.user_id)?.map(|_| actor.user_id);
        let after = json!({"restored": restored, "by": by});
        audit::record_by(writing, known, operation::restore_backup, (AuditTarget::Shop, 0), &(), &after)?;
        if let Some(repeatable) = &repeatable {
            repeatable.keep_value(writing, &restored)?;
        }
        Ok((restored, done))
    });
    replaced.await.map_err(|error| call.refusal(error))
}
