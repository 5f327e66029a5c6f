//! Disk space for a backup. Current sales have priority over a backup: it is not started if it would leave the shop too
//! little space, and it is aborted if other writers take that space.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use shop_store::{StoreError, StoreResult};

use crate::runtime::{Disk, with_end};

/// Minimum reserve for the shop, in bytes: some thousands of orders, and SQLite's checkpoint of its log.
const RESERVE_LEAST: u64 = 16 * 1024 * 1024;
/// Maximum reserve: as much as the log of a large shop may take.
const RESERVE_MOST: u64 = 256 * 1024 * 1024;
/// Between both limits, the reserve is the file size divided by this number.
const RESERVE_PART: u64 = 4;

/// The space that a backup may take in one file system.
pub(super) struct Room<'a> {
    disk: &'a dyn Disk,
    folder: PathBuf,
    reserve: u64,
}

impl<'a> Room<'a> {
    /// Checks for `needed` bytes in `target`, which exists, for a copy of the shop whose file is `shop`.
    ///
    /// # Errors
    /// [`StoreError::NoRoom`]; I/O errors. If the system does not report the free space, the check passes.
    pub(super) fn ask(disk: &'a dyn Disk, shop: &Path, target: &Path, needed: u64) -> StoreResult<Self> {
        let reserve = if is_same_disk(shop.parent().unwrap_or(shop), target)? { reserve(size_of(shop)?) } else { 0 };
        let room = Self { disk, folder: target.to_owned(), reserve };
        room.refuse_below(needed.saturating_add(reserve))?;
        Ok(room)
    }

    /// Checks that the shop's reserve is still free.
    ///
    /// # Errors
    /// [`StoreError::NoRoom`] if other writers have taken it.
    pub(super) fn is_left(&self) -> StoreResult<()> {
        self.refuse_below(self.reserve)
    }

    fn refuse_below(&self, needed: u64) -> StoreResult<()> {
        match self.disk.free_bytes(&self.folder) {
            Some(free) if free < needed => Err(StoreError::NoRoom { needed, free }),
            _ => Ok(()),
        }
    }
}

/// Size of a database with its log, in bytes; 0 if there is no file.
pub(super) fn size_of(file: &Path) -> io::Result<u64> {
    let length = |path: PathBuf| match fs::metadata(path) {
        Ok(found) => Ok(found.len()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
        Err(error) => Err(error),
    };
    Ok(length(file.to_owned())? + length(with_end(file, "-wal"))?)
}

fn reserve(shop: u64) -> u64 {
    (shop / RESERVE_PART).clamp(RESERVE_LEAST, RESERVE_MOST)
}

#[cfg(unix)]
fn is_same_disk(one: &Path, other: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    Ok(fs::metadata(one)?.dev() == fs::metadata(other)?.dev())
}

#[cfg(not(unix))]
fn is_same_disk(_one: &Path, _other: &Path) -> io::Result<bool> {
    Ok(true)
}
