//! The copy of the shop before its file is brought to a newer schema, as it happens at the first start of a newer program. The
//! copy keeps the earlier schema, so that the earlier program can open it, too.

use std::path::Path;

use shop_store::backup::{OWN_PAGE_SIZE, bring_up, copy_file_while, earlier_version};
use shop_store::{StoreError, StoreResult};

use super::backup_dir::{BackupDir, BackupLock};
use super::copy::{Origin, examine};
use super::label::Label;
use super::name::Name;
use super::restore::remove_old;
use super::room::{Room, size_of};
use crate::runtime::{DataFolder, ShopFile, ShopOptions, set_foreign_wal_aside};
use shop_contract::{BackupKind, BackupState};

/// Copies from before an upgrade that are kept.
const KEPT: usize = 3;

/// Copies and verifies a shop of an earlier schema; does nothing for any other. Blocks.
///
/// A copy whose invariants are broken is kept, marked, and does not stop the start: the shop was opened in that state before.
///
/// # Errors
/// As [`ShopFile::look`]; [`StoreError::NoRoom`]; damage of the file; errors of SQLite or the system. The shop is unchanged.
pub(crate) fn copy_before_upgrade(options: &ShopOptions) -> StoreResult<()> {
    let folder = &options.folder;
    if ShopFile::look(folder)? != ShopFile::Present {
        return Ok(());
    }
    set_foreign_wal_aside(folder)?;
    let file = DataFolder::shop_file_in(folder);
    if earlier_version(&file)?.is_none() {
        return Ok(());
    }
    let dir = BackupDir::in_folder(folder);
    let lock = dir.lock()?;
    // Another process may have brought it up while this one waited.
    let Some(version) = earlier_version(&file)? else { return Ok(()) };
    let (now, zone, limits) = (options.clock.now(), options.zone, options.storage);
    let origin = Origin { folder, disk: &*options.disk, now, zone, limits };
    let name = copy(origin, &dir, &lock, version)?;
    tracing::warn!(copy = %name, version, "the shop was copied before its file is brought to a newer version");
    if let Err(error) = remove_old(&dir, &lock, (BackupKind::BeforeUpgrade, KEPT), Some(name), now) {
        tracing::warn!(%error, "copies from before earlier upgrades are not cleared away");
    }
    Ok(())
}

fn copy(origin: Origin<'_>, dir: &BackupDir, lock: &BackupLock, version: u32) -> StoreResult<Name> {
    let draft = dir.draft(lock, "before-upgrade")?;
    origin.copy_to(&draft, &dir.pictures(), &mut |_, _| {})?;
    let mut label = Label::of(&proved(origin, dir, lock, &draft)?, origin.now);
    if let Some(contents) = &mut label.contents {
        contents.schema_version = i64::from(version);
    }
    if label.state != BackupState::Verified {
        tracing::error!(fault = label.fault, "the copy from before the upgrade is not sound");
    }
    let name = dir.free(Name::new(origin.now, BackupKind::BeforeUpgrade));
    dir.place(&draft, name, &label)?;
    Ok(name)
}

/// The verification of the copy: invariants are those of the current schema, so a second copy is brought to it.
fn proved(
    origin: Origin<'_>,
    dir: &BackupDir,
    lock: &BackupLock,
    copy: &Path,
) -> StoreResult<Result<shop_store::backup::Proof, String>> {
    let trial = dir.draft(lock, "brought-up")?;
    let room = Room::ask(origin.disk, &DataFolder::shop_file_in(origin.folder), dir.folder(), size_of(copy)?)?;
    copy_file_while(copy, &trial, |_| room.is_left())?;
    match bring_up(&trial, OWN_PAGE_SIZE) {
        Ok(()) => examine(&trial, origin.zone, &mut |_, _| {}),
        Err(StoreError::File(error)) => Err(error.into()),
        Err(error) => Ok(Err(error.to_string())),
    }
}
