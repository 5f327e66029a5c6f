//! The shop's file as the file system knows it: is what lies at the path still what was opened, and can anything be
//! written beside it?
//!
//! The live file is only looked at (`stat`), never opened: closing a second handle would drop SQLite's locks.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use parking_lot::Mutex;

use crate::storage_fault::StorageFault;

/// Bytes that must fit on the disk before a write is tried again.
const ROOM: usize = 256 * 1024;
/// What belongs to the file: itself, its WAL and the index of that.
const ENDS: [&str; 3] = ["", "-wal", "-shm"];
/// The file that is written and removed to see whether there is room.
const PROBE: &str = ".room-probe";

/// A file on a file system.
type FileId = (u64, u64);

/// The file and those that belong to it.
pub(crate) struct LiveFile {
    path: PathBuf,
    opened: Mutex<Option<[Option<FileId>; ENDS.len()]>>,
    content: Mutex<Option<(SystemTime, u64)>>,
}

impl LiveFile {
    pub(crate) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), opened: Mutex::new(None), content: Mutex::new(None) }
    }

    /// Remembers what lies at the path now, which is to be what SQLite has just opened.
    pub(crate) fn record(&self) {
        *self.opened.lock() = Some(ENDS.map(|end| self.identity(end).ok().flatten()));
        self.remember_content();
    }

    /// Whether the path still leads to what was opened. What cannot be looked at, as in a folder without permission,
    /// counts as being in its place.
    pub(crate) fn is_in_place(&self) -> bool {
        let Some(opened) = *self.opened.lock() else { return true };
        let mut pairs = ENDS.iter().zip(opened);
        pairs.all(|(end, opened)| opened.is_none() || self.identity(end).map_or(true, |found| found == opened))
    }

    /// Remembers how the file looks while it is in its place.
    pub(crate) fn remember_content(&self) {
        *self.content.lock() = self.content();
    }

    /// Whether it looks as it was last remembered, so that nobody has written to it meanwhile.
    pub(crate) fn is_untouched(&self) -> bool {
        *self.content.lock() == self.content()
    }

    /// Writes a little beside the file, and says what keeps it from being written.
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
    fn identity(&self, end: &str) -> io::Result<Option<FileId>> {
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

/// Elsewhere an open file cannot be moved or replaced; only its absence is seen.
#[cfg(not(unix))]
fn file_id(_found: &Metadata) -> FileId {
    (0, 0)
}
