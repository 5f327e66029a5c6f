//! Creates a backup on request.

use std::sync::Arc;

use super::backup_dir::BackupDir;
use super::copy::{Origin, Stage, copy_shop};
use super::daily::look_for_damage;
use crate::audit;
use crate::context::AdminCall;
use crate::context::Shop;
use crate::runtime::locks::LockKey;
use crate::runtime::{Audience, Notice};
use shop_contract::{
    AuditTarget, Backup, BackupKind, BackupStage, Empty, ErrorDetails, ShopError, ShopEvent, StorageReason,
    StorageState, operation,
};

/// Creates and verifies a backup while the shop stays in use. One at a time: a second request waits for the first, and
/// a repetition gets the same answer. A failed verification is reported in the answer, not as an error.
///
/// # Errors
/// `STORAGE_UNAVAILABLE` with the reason `FULL` and the room if the disk lacks it, before anything is copied or as soon as the
/// shop itself needs it, and with the reasons `DAMAGED` and `REPLACED`; `OVERLOADED` if so much is written meanwhile that the
/// copy is in the way of the WAL: no file is left then; `INTERNAL_ERROR` if the copy failed for another reason; as any
/// write.
pub async fn make_backup(call: AdminCall, request: Empty) -> Result<Backup, ShopError> {
    // The backup continues if the client disconnects.
    let made = tokio::spawn({
        let call = call.clone();
        async move { make(call, request).await }
    });
    made.await.map_err(|error| call.internal(&error.to_string()))?
}

async fn make(call: AdminCall, request: Empty) -> Result<Backup, ShopError> {
    let actor = call.admin();
    let dir = BackupDir::of(&call.shop);
    let lock = call.run_blocking(move |_| Ok(dir.lock()?)).await?;
    if let Some(answer) = call.answered(operation::make_backup, &request).await? {
        return Ok(answer);
    }
    refuse_lost_file(&call.shop)?;
    let now = call.now();
    let made = call.run_blocking(move |shop| {
        let tell = &mut teller(shop, actor.user_id);
        let backup = copy_shop(Origin { now, ..Origin::of(shop) }, &lock, BackupKind::Manual, tell)?;
        if backup.fault.is_some() {
            look_for_damage(shop);
        }
        Ok((backup, lock))
    });
    let (backup, _turn) = made.await?;
    call.write(operation::make_backup, &request, LockKey::Shop, move |writing| {
        audit::record(writing, actor, operation::make_backup, (AuditTarget::Shop, 0), &(), &backup)?;
        Ok(backup.clone())
    })
    .await
}

/// Refuses if the file is damaged or not in its place: the copy would be no backup of the shop, and could not be recorded.
fn refuse_lost_file(shop: &Shop) -> Result<(), ShopError> {
    match shop.storage() {
        Some(StorageState { reason: reason @ (StorageReason::Damaged | StorageReason::Replaced), .. }) => {
            Err(ErrorDetails::storage(reason).into())
        }
        _ => Ok(()),
    }
}

/// Reports the progress to the requesting user, each percent once.
pub(super) fn teller(shop: &Arc<Shop>, user_id: i64) -> impl FnMut(Stage, i64) + Send + use<> {
    let (shop, mut last) = (Arc::clone(shop), None);
    move |stage: Stage, percent: i64| {
        if last.replace((stage, percent)) == Some((stage, percent)) {
            return;
        }
        let stage = match stage {
            Stage::Copying => BackupStage::Copying,
            Stage::Proving => BackupStage::Proving,
        };
        let event = ShopEvent::BackupProgress { stage, percent };
        shop.events().send(Notice { audience: Audience::User(user_id), event });
    }
}
