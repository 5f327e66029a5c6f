//! The mark in the data folder that says that damaged pages were found in the shop's file. The database itself cannot hold
//! it. A start with the mark checks every page first: nobody could sign in to a shop whose file is not written to any more,
//! so that no way would lead back from there.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use shop_store::StoreResult;
use shop_store::backup::probe;

use super::folder::{DataFolder, private_file};

const NAME: &str = "jangteo.damaged";
const TEXT: &str =
    "Damaged pages were found in the shop's file. The next start checks every page before it opens the shop.\n";

/// The mark of a data folder.
#[derive(Debug, Clone)]
pub(crate) struct DamageMark(PathBuf);

impl DamageMark {
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self(folder.join(NAME))
    }

    /// Sets the mark. A failure is logged: the damage is found again when the page is read again.
    pub(super) fn set(&self) {
        let written = private_file().create(true).truncate(true).open(&self.0).and_then(|mut file| {
            file.write_all(TEXT.as_bytes())?;
            file.sync_all()
        });
        if let Err(error) = written {
            tracing::warn!(%error, "that the file is damaged could not be noted in its folder");
        }
    }

    /// Removes the mark, after the pages were found whole or were replaced. Where it stays, the next start checks once more.
    pub(crate) fn clear(&self) {
        if let Err(error) = fs::remove_file(&self.0)
            && error.kind() != ErrorKind::NotFound
        {
            tracing::warn!(%error, "the mark of a damaged file could not be removed");
        }
    }

    /// Checks every page if the mark is set, and removes the mark if all of them are whole; blocks meanwhile.
    ///
    /// # Errors
    /// Damage (see [`shop_store::StoreError::is_damage`]); whatever prevents the check.
    pub(super) fn check(&self, folder: &Path) -> StoreResult<()> {
        if !self.0.exists() {
            return Ok(());
        }
        probe(&DataFolder::shop_file_in(folder))?;
        self.clear();
        Ok(())
    }
}
