//! Making one copy: pages, proof, label, pictures, and only then its name.

use std::path::Path;

use chrono::{DateTime, Utc};
use shop_store::backup::{Proof, copy_file, prove};
use shop_store::{StoreError, Stored};

use super::label::Label;
use super::name::Name;
use super::pictures::bring;
use super::shelf::{Shelf, Turn};
use crate::contract::{Backup, BackupKind};
use crate::runtime::{DataFolder, Shop};

/// How far a copy is: percent of its pages, then percent of its proof.
pub(super) type Tell<'a> = dyn FnMut(Stage, i64) + Send + 'a;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Pages are copied.
    Copying,
    /// The copy is proved.
    Proving,
}

/// Copies the shop in a data folder onto the shelf; blocks. One that is found wrong is kept as such: it may be all there is.
///
/// # Errors
/// Where no whole copy could be made; nothing is left then.
pub(super) fn copy_shop(
    folder: &Path,
    turn: &Turn,
    kind: BackupKind,
    (now, zone): (DateTime<Utc>, chrono_tz::Tz),
    tell: &mut Tell<'_>,
) -> Stored<Backup> {
    let shelf = Shelf::in_folder(folder);
    let draft = shelf.draft(turn, "copy")?;
    copy_file(&Shop::file_in(folder), &draft, |share| tell(Stage::Copying, percent(share.done, share.total)))?;
    bring(&DataFolder::pictures_in(folder), &shelf.pictures())?;
    let found = examine(&draft, zone, tell)?;
    let name = shelf.free(Name::new(now, kind));
    shelf.place(&draft, name, &Label::of(&found, now))?;
    shelf.find(name).ok_or_else(|| StoreError::Unfit("the copy is gone as soon as it was made".to_owned()))
}

/// Proves a copy. The inner error says what is wrong with it, in words; the outer one that it cannot be said.
///
/// # Errors
/// Whatever the system refuses.
pub(super) fn examine(path: &Path, zone: chrono_tz::Tz, tell: &mut Tell<'_>) -> Stored<Result<Proof, String>> {
    match prove(path, zone, |step| tell(Stage::Proving, percent(step.done, step.total))) {
        Ok(proof) => Ok(Ok(proof)),
        Err(StoreError::File(error)) => Err(error.into()),
        Err(error) => Ok(Err(error.to_string())),
    }
}

/// So much of it, in percent; nothing is done when there is nothing to do.
pub(super) fn percent(done: i64, total: i64) -> i64 {
    (done * 100).checked_div(total).unwrap_or(100)
}
