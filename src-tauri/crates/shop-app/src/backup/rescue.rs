//! Saves the content of a replaced file through the connection that still has it open.

use shop_store::{StorageFault, StoreResult};

use super::backup_dir::BackupDir;
use super::copy::examine;
use super::label::Label;
use super::name::Name;
use super::pictures::bring;
use crate::runtime::{DataFolder, Observer, Runtime};
use shop_contract::BackupKind;

/// Copies the content of a replaced file to a backup, once; does nothing if the file is in place. The store has already
/// stopped writing, so every answered write is in the copy. After an error it can be retried.
pub(crate) fn rescue_held(shop: &Runtime) -> StoreResult<()> {
    let mut rescued = shop.storage.rescued.lock();
    if *rescued || shop.store().health().fault() != Some(StorageFault::Replaced) {
        return Ok(());
    }
    let (dir, now, zone) = (BackupDir::of(shop), shop.now(), shop.zone());
    let lock = dir.lock()?;
    let draft = dir.draft(&lock, "rescue")?;
    shop.store().copy_held(&draft)?;
    // The pictures may be lost with the file; the copy is still useful without them.
    if let Err(error) = bring(&DataFolder::pictures_in(shop.folder()), &dir.pictures()) {
        tracing::error!(%error, "the pictures were not copied");
    }
    let found = examine(&draft, zone, &mut |_, _| {})?;
    let name = dir.free(Name::new(now, BackupKind::Rescued));
    dir.place(&draft, name, &Label::of(&found, now))?;
    *rescued = true;
    tracing::warn!(copy = %name, "the shop's file was replaced; what it held was copied out");
    Ok(())
}

/// Copies the content of a replaced file out before the shop is closed.
pub(crate) struct RescueOnClose;

impl Observer for RescueOnClose {
    fn before_close(&self, shop: &Runtime) {
        if let Err(error) = rescue_held(shop) {
            tracing::error!(%error, "what the replaced file held was not copied out");
        }
    }
}
