//! Creates one backup: pages, verification, label, pictures, and finally the rename to its name.

use std::path::Path;

use chrono::{DateTime, Utc};
use chrono_tz::Asia::Seoul;
use chrono_tz::Tz;
use shop_store::backup::{Proof, copy_live, prove};
use shop_store::{StorageLimits, StoreError, StoreResult};

use super::backup_dir::{BackupDir, BackupLock};
use super::label::Label;
use super::name::Name;
use super::pictures::{bring, size_to_bring};
use super::room::{Room, size_of};
use crate::runtime::{DataFolder, Disk, Runtime, SystemDisk};
use shop_contract::{Backup, BackupKind};

/// Progress callback: percent of the pages copied, then percent of the verification.
pub(super) type Tell<'a> = dyn FnMut(Stage, i64) + Send + 'a;

/// The current stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Copying,
    Proving,
}

/// The shop of a data folder that is backed up, and the inputs of its verification.
#[derive(Clone, Copy)]
pub(super) struct Origin<'a> {
    pub(super) folder: &'a Path,
    pub(super) disk: &'a dyn Disk,
    pub(super) now: DateTime<Utc>,
    pub(super) zone: Tz,
    pub(super) limits: StorageLimits,
}

impl<'a> Origin<'a> {
    pub(super) fn of(shop: &'a Runtime) -> Self {
        let limits = shop.store().limits();
        Self { folder: shop.folder(), disk: shop.disk(), now: shop.now(), zone: shop.zone(), limits }
    }

    /// The shop of a folder on this machine, with the business day of Seoul.
    pub(super) fn of_folder(folder: &'a Path, now: DateTime<Utc>) -> Self {
        Self { folder, disk: &SystemDisk, now, zone: Seoul, limits: StorageLimits::default() }
    }

    /// Copies the shop to a draft and its pictures to `pictures`, which is in the same folder; blocks.
    ///
    /// # Errors
    /// [`StoreError::NoRoom`] before anything is copied, and as soon as others need the room; [`StoreError::GaveWay`];
    /// I/O errors. The draft is then unusable.
    pub(super) fn copy_to(self, draft: &Path, pictures: &Path, tell: &mut Tell<'_>) -> StoreResult<()> {
        let file = DataFolder::shop_file_in(self.folder);
        let own_pictures = DataFolder::pictures_in(self.folder);
        let target = draft.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let needed = size_of(&file)? + size_to_bring(&own_pictures, pictures)?;
        let room = Room::ask(self.disk, &file, target, needed)?;
        copy_live(&file, draft, self.limits.wal_ceiling_bytes, |share| {
            tell(Stage::Copying, percent(share.done, share.total));
            room.is_left()
        })?;
        bring(&own_pictures, pictures)?;
        Ok(())
    }
}

/// Creates a backup in the backup folder; blocks. A copy that fails the verification is kept and marked: it may be the
/// only one. On an error no file is left.
pub(super) fn copy_shop(
    origin: Origin<'_>,
    lock: &BackupLock,
    kind: BackupKind,
    tell: &mut Tell<'_>,
) -> StoreResult<Backup> {
    let dir = BackupDir::in_folder(origin.folder);
    let draft = dir.draft(lock, "copy")?;
    origin.copy_to(&draft, &dir.pictures(), tell)?;
    let found = examine(&draft, origin.zone, tell)?;
    let name = dir.free(Name::new(origin.now, kind));
    dir.place(&draft, name, &Label::of(&found, origin.now))?;
    dir.find(name).ok_or_else(|| StoreError::Unfit("the copy is gone as soon as it was made".to_owned()))
}

/// Verifies a copy. The inner error describes what is wrong with the copy; the outer error means that the verification
/// could not run.
pub(super) fn examine(path: &Path, zone: Tz, tell: &mut Tell<'_>) -> StoreResult<Result<Proof, String>> {
    match prove(path, zone, |step| tell(Stage::Proving, percent(step.done, step.total))) {
        Ok(proof) => Ok(Ok(proof)),
        Err(StoreError::File(error)) => Err(error.into()),
        Err(error) => Ok(Err(error.to_string())),
    }
}

/// `done` as a percentage of `total`; 100 if `total` is 0.
pub(super) fn percent(done: i64, total: i64) -> i64 {
    (done * 100).checked_div(total).unwrap_or(100)
}
