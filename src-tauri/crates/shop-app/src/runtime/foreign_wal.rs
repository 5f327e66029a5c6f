//! A WAL beside a database that it was not written for: left behind when another file was put in the place of the shop's.
//! SQLite would apply it to that file and destroy its pages, so it is moved to the backups before SQLite opens anything.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use shop_store::{StoreError, StoreResult, WalOrigin, wal_origin};

use super::folder::{DataFolder, private_folder, sync_folder};
use super::ports::{Clock as _, SystemClock};
use super::shop_file::{move_file, traces_beside, with_end};

/// Compares the shop's file in the folder, which has content, with its WAL; a WAL of another file is moved to the backups.
/// Returns its new path. To be called before any connection is opened.
///
/// # Errors
/// [`StoreError::Gone`] for a file without tables beside other data of a shop, which would become a new, open shop;
/// [`StoreError::Replaced`] if the process that wrote the WAL still runs; I/O errors.
pub fn set_foreign_wal_aside(folder: &Path) -> StoreResult<Option<PathBuf>> {
    let file = DataFolder::shop_file_in(folder);
    match wal_origin(&file)? {
        WalOrigin::Own => Ok(None),
        WalOrigin::NoShop { has_log } => match traces_beside(folder, &file, has_log)? {
            beside if beside.is_empty() => Ok(None),
            beside => Err(StoreError::Gone { empty: true, beside: beside.join(", ") }),
        },
        WalOrigin::Another if is_open_elsewhere(&with_end(&file, "-shm"))? => Err(StoreError::Replaced),
        WalOrigin::Another => {
            let backups = DataFolder::backups_in(folder);
            private_folder(&backups)?;
            let aside = backups.join(format!("foreign-{}.db", SystemClock.now().format("%Y%m%dT%H%M%S%3fZ")));
            for end in ["-wal", "-shm"] {
                match move_file(&with_end(&file, end), &with_end(&aside, end)) {
                    Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
                    _ => {}
                }
            }
            sync_folder(&backups)?;
            sync_folder(folder)?;
            let wal = with_end(&aside, "-wal");
            tracing::warn!(wal = %wal.display(), "a WAL of another file lay beside the shop's file and was set aside");
            Ok(Some(wal))
        }
    }
}

/// Whether another process has the database open whose WAL index this is: SQLite holds a lock on the index then.
#[cfg(unix)]
fn is_open_elsewhere(index: &Path) -> io::Result<bool> {
    let file = match File::options().read(true).write(true).open(index) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        file => file?,
    };
    Ok(rustix::process::fcntl_getlk(&file, &rustix::process::FlockType::WriteLock.into())?.is_some())
}

/// On other systems an open file cannot be moved away from its WAL.
#[cfg(not(unix))]
fn is_open_elsewhere(_index: &Path) -> io::Result<bool> {
    Ok(false)
}
