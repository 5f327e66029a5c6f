//! The shop's file in the file system: is the file at the path still the one that was opened, and can the folder be
//! written to?
//!
//! The live file is examined with `stat` and never opened: closing a second handle would drop the locks of SQLite.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use parking_lot::Mutex;

use crate::storage_fault::StorageFault;

/// Bytes that must fit on the disk before a write is tried again.
const ROOM: usize = 256 * 1024;
/// Suffixes of the files of a database: the database, its WAL, the index of the WAL.
const ENDS: [&str; 3] = ["", "-wal", "-shm"];
/// Name of the file that is written and removed to see whether there is room.
const PROBE: &str = ".room-probe";

/// Device and inode.
type FileId = (u64, u64);

/// The database with its WAL and index.
pub(crate) struct LiveFile {
    path: PathBuf,
    opened: Mutex<Option<[Option<FileId>; ENDS.len()]>>,
    content: Mutex<Option<(SystemTime, u64)>>,
}

impl LiveFile {
    pub(crate) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), opened: Mutex::new(None), content: Mutex::new(None) }
    }

    /// Records the identity of the files that SQLite has just opened.
    pub(crate) fn record(&self) {
        *self.opened.lock() = Some(ENDS.map(|end| self.id_of(end).ok().flatten()));
        self.remember_content();
    }

    /// Whether the path still leads to the files that were opened. A file that cannot be examined, for lack of
    /// permission, counts as in its place.
    pub(crate) fn is_in_place(&self) -> bool {
        let Some(opened) = *self.opened.lock() else { return true };
        let mut pairs = ENDS.iter().zip(opened);
        pairs.all(|(end, opened)| opened.is_none() || self.id_of(end).map_or(true, |found| found == opened))
    }

    /// Records size and time of the file while it is in its place.
    pub(crate) fn remember_content(&self) {
        *self.content.lock() = self.content();
    }

    /// Whether size and time are as last recorded, so that no other program has written to the file.
    pub(crate) fn is_untouched(&self) -> bool {
        *self.content.lock() == self.content()
    }

    /// Writes and removes a small file in the same folder; returns the fault that prevents it.
    pub(crate) fn probe(&self) -> Option<StorageFault> {
        let probe = self.path.with_file_name(PROBE);
        let wrote = write_probe(&probe);
        let _ = fs::remove_file(&probe);
        wrote.err().and_then(|error| StorageFault::of_io(&error))
    }

    fn content(&self) -> Option<(SystemTime, u64)> {
        let found = fs::metadata(&self.path).ok()?;
        Some((found.modified().ok()?, found.len()))
    }

    /// `None` where there is no file.
    fn id_of(&self, end: &str) -> io::Result<Option<FileId>> {
        let mut path = OsString::from(&self.path);
        path.push(end);
        match fs::metadata(path) {
            Ok(found) => Ok(Some(file_id(&found))),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn write_probe(probe: &Path) -> io::Result<()> {
    let mut file = File::create(probe)?;
    file.write_all(&vec![0; ROOM])?;
    file.sync_all()
}

#[cfg(unix)]
fn file_id(found: &Metadata) -> FileId {
    use std::os::unix::fs::MetadataExt as _;
    (found.dev(), found.ino())
}

/// Other systems do not let an open file be moved or replaced; only its absence is detected.
#[cfg(not(unix))]
fn file_id(_found: &Metadata) -> FileId {
    (0, 0)
}
