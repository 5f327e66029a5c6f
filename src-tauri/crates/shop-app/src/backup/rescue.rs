//! Saves the content of a replaced file through the connection that still has it open.

use shop_store::{StorageFault, StoreResult};

use super::copy::examine;
use super::label::Label;
use super::name::Name;
use super::pictures::bring;
use super::shelf::Shelf;
use crate::runtime::{DataFolder, Shop};
use shop_contract::BackupKind;

/// Copies the content of a replaced file to a backup, once; does nothing if the file is in place. The store has already
/// stopped writing, so every answered write is in the copy. After an error it can be retried.
pub(crate) fn rescue_held(shop: &Shop) -> StoreResult<()> {
    let mut rescued = shop.storage.rescued.lock();
    if *rescued || shop.store().health().fault() != Some(StorageFault::Replaced) {
        return Ok(());
    }
    let (shelf, now, zone) = (Shelf::of(shop), shop.now(), shop.zone());
    let turn = shelf.turn()?;
    let draft = shelf.draft(&turn, "rescue")?;
    shop.store().copy_held(&draft)?;
    // The pictures may be lost with the file; the copy is still useful without them.
    if let Err(error) = bring(&DataFolder::pictures_in(shop.folder()), &shelf.pictures()) {
        tracing::error!(%error, "the pictures were not copied");
    }
    let found = examine(&draft, zone, &mut |_, _| {})?;
    let name = shelf.free(Name::new(now, BackupKind::Rescued));
    shelf.place(&draft, name, &Label::of(&found, now))?;
    *rescued = true;
    tracing::warn!(copy = %name, "the shop's file was replaced; what it held was copied out");
    Ok(())
}
