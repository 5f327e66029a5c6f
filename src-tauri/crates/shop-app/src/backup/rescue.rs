//! What the open file holds when another one lies in its place: copied out through the connection that is still open to it.

use shop_store::{StorageFault, StoreResult};

use super::copy::examine;
use super::label::Label;
use super::name::Name;
use super::pictures::bring;
use super::shelf::Shelf;
use crate::runtime::{DataFolder, Shop};
use shop_contract::BackupKind;

/// Copies out what a replaced file held, once; does nothing where the file is in its place. The store has stopped writing by
/// then, so that everything that was answered is in the copy.
///
/// # Errors
/// Where no whole copy could be made; it may be tried again.
pub(crate) fn rescue_held(shop: &Shop) -> StoreResult<()> {
    let mut rescued = shop.storage.rescued.lock();
    if *rescued || shop.store().health().fault() != Some(StorageFault::Replaced) {
        return Ok(());
    }
    let (shelf, now, zone) = (Shelf::of(shop), shop.now(), shop.zone());
    let turn = shelf.turn()?;
    let draft = shelf.draft(&turn, "rescue")?;
    shop.store().copy_held(&draft)?;
    // The pictures may have gone with the file; the copy is worth as much without them.
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
