//! Backups for the operator at the command line: `jangteo backup` and `jangteo restore`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Asia::Seoul;
use serde::Serialize;
use serde_json::json;
use shop_store::backup::{OWN_PAGE_SIZE, bring_up, copy_live};
use shop_store::{StorageLimits, StoreError, StoreResult};

use super::backup_dir::BackupDir;
use super::copy::{Origin, copy_shop, examine};
use super::label::Label;
use super::name::Name;
use super::problem::LiveShop;
use super::recover::{WentBack, recover};
use super::rescue::RescueOnClose;
use super::restore::{label_aside, make_ready, thin_out_asides, written_at};
use super::room::{Room, size_of};
use crate::audit;
use crate::runtime::locks::LockKey;
use crate::runtime::{DataFolder, Runtime, ShopOptions, SystemDisk, WriteError, private_file, sync_folder, with_end};
use shop_contract::{AuditTarget, Backup, BackupContents, BackupKind, BackupState, operation};

/// A copy outside of the shop's folder.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CopiedOut {
    /// The copy.
    pub file: PathBuf,
    /// The folder of its pictures, which must stay next to the copy.
    pub pictures: PathBuf,
    /// The result of the verification.
    pub state: BackupState,
    /// The fault of the copy, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
    /// The contents of the copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contents: Option<BackupContents>,
}

/// Creates a backup in the folder's own backups, also while another process has the shop open; blocks.
pub fn make(folder: &Path, now: DateTime<Utc>) -> StoreResult<Backup> {
    let lock = BackupDir::in_folder(folder).lock()?;
    copy_shop(Origin::of_folder(folder, now), &lock, BackupKind::Manual, &mut |_, _| {})
}

/// Runs `ask` on a temporary copy of the shop's file that is migrated to the current schema; blocks.
///
/// # Errors
/// The errors of `ask`; [`StoreError::Newer`]; errors of SQLite or the system, such as a full disk.
pub(crate) fn ask_brought_up<T>(folder: &Path, ask: impl FnOnce(&Path) -> StoreResult<T>) -> StoreResult<T> {
    let dir = BackupDir::in_folder(folder);
    let lock = dir.lock()?;
    let copy = dir.draft(&lock, "brought-up")?;
    let file = DataFolder::shop_file_in(folder);
    let room = Room::ask(&SystemDisk, &file, dir.folder(), size_of(&file)?)?;
    copy_live(&file, &copy, StorageLimits::default().wal_ceiling_bytes, |_| room.is_left())?;
    bring_up(&copy, OWN_PAGE_SIZE)?;
    ask(&copy)
}

/// Copies the shop to the file `to`, with the pictures in a folder `images` next to it; blocks. Fails if the file
/// exists.
pub fn copy_out(folder: &Path, to: &Path, now: DateTime<Utc>) -> StoreResult<CopiedOut> {
    let beside = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if to.exists() {
        return Err(StoreError::Unfit(format!("{} is there already", to.display())));
    }
    let draft = with_end(to, ".draft");
    private_file().create(true).truncate(true).open(&draft)?;
    let pictures = beside.join("images");
    let copied = Origin::of_folder(folder, now).copy_to(&draft, &pictures, &mut |_, _| {});
    if copied.is_err() {
        // A partial copy is useless and takes disk space.
        fs::remove_file(&draft)?;
    }
    copied?;
    let Label { state, fault, contents, .. } = Label::of(&examine(&draft, Seoul, &mut |_, _| {})?, now);
    fs::rename(&draft, to)?;
    sync_folder(beside)?;
    Ok(CopiedOut { file: to.to_owned(), pictures, state, fault, contents })
}

/// Restores a copy, whether the current shop can be opened or not: a backup of the folder by its name, or any file by
/// its path; blocks. The caller must hold the folder's lock and must not have opened the shop.
///
/// # Errors
/// The fault of the copy; as any write. Nothing was changed then, except for [`WriteError::Unknown`].
pub async fn go_back(folder: &DataFolder, from: &str) -> Result<WentBack, WriteError> {
    let failed = |error: StoreError| WriteError::Failed(error.to_string());
    match LiveShop::look(folder.path()).map_err(failed)? {
        LiveShop::Sound => {
            let shop = Runtime::open(ShopOptions::new(folder.path()), vec![Arc::new(RescueOnClose)]).map_err(failed)?;
            restore_from(&shop, from).await
        }
        lost => recover(folder, lost, from, &mut |_, _| {}).await,
    }
}

/// As [`go_back`], with a backup of the folder, if the shop cannot be opened.
///
/// # Errors
/// As [`go_back`]; [`WriteError::Failed`] for an unknown name, and if the shop can be opened.
pub async fn recover_named(folder: &DataFolder, name: &str) -> Result<WentBack, WriteError> {
    let dir = BackupDir::in_folder(folder.path());
    if Name::parse(name).and_then(|name| dir.find(name)).is_none() {
        return Err(WriteError::Failed(format!("there is no copy {name}")));
    }
    match LiveShop::look(folder.path()).map_err(|error| WriteError::Failed(error.to_string()))? {
        LiveShop::Sound => Err(WriteError::Failed("the shop can be opened".to_owned())),
        lost => recover(folder, lost, name, &mut |_, _| {}).await,
    }
}

async fn restore_from(shop: &Arc<Runtime>, from: &str) -> Result<WentBack, WriteError> {
    let dir = BackupDir::of(shop);
    let (file, name) = dir.select(from);
    let failed = |error: StoreError| WriteError::Failed(error.to_string());
    let lock = dir.lock().map_err(|error| failed(error.into()))?;
    let made_at = name.map_or_else(|| written_at(&file), |name| Ok(name.made_at)).map_err(failed)?;
    let incoming = make_ready(shop, &lock, &file, &mut |_, _| {}).map_err(failed)?;
    let (owner, replacement, source) = (Arc::clone(shop), incoming.replacement(), file.display().to_string());
    let done = shop
        .submit(shop.epoch(), LockKey::Shop, Some(replacement), move |writing| {
            let done = incoming.settle(&owner, writing, made_at)?;
            let after = json!({"restored": source, "keptAside": done.kept_aside.to_string()});
            audit::record_by(writing, None, operation::restore_backup, (AuditTarget::Shop, 0), &(), &after)?;
            Ok(done)
        })
        .await?;
    label_aside(shop, done.kept_aside);
    thin_out_asides(shop, &lock, name);
    let kept_aside = Some(done.kept_aside.to_string());
    Ok(WentBack { file, kept_aside, set_aside: None, orders_lost: Some(done.orders_lost) })
}
