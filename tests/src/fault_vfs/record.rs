//! What is written to the databases of one folder, in its order, with the syncs: from it the contents are made that a power
//! cut may leave on the disk.
//!
//! The index of the WAL is not recorded, because SQLite makes it anew after a crash.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

use parking_lot::Mutex;

/// A change of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It was created.
    Create,
    /// Bytes were written at an offset.
    Write(u64, Vec<u8>),
    /// It was cut to a length.
    Truncate(u64),
    /// All changes up to here are on the disk.
    Sync,
    /// It was deleted, and whether that is on the disk.
    Delete(bool),
}

/// A change with the name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The name of the file in its folder.
    pub file: OsString,
    /// What was done to it.
    pub change: Change,
}

struct Recording {
    folder: PathBuf,
    changes: Vec<Changed>,
}

static RECORDINGS: LazyLock<Mutex<Vec<Recording>>> = LazyLock::new(Mutex::default);
static ACTIVE: AtomicBool = AtomicBool::new(false);

/// Records the files of that folder from now on.
pub fn record(folder: &Path) {
    RECORDINGS.lock().push(Recording { folder: folder.to_owned(), changes: Vec::new() });
    ACTIVE.store(true, Ordering::SeqCst);
}

/// How many changes are recorded.
#[must_use]
pub fn place(folder: &Path) -> usize {
    let recordings = RECORDINGS.lock();
    recordings.iter().find(|recording| recording.folder == folder).map_or(0, |recording| recording.changes.len())
}

/// What was recorded since [`record`], which ends.
#[must_use]
pub fn recorded(folder: &Path) -> Vec<Changed> {
    let mut recordings = RECORDINGS.lock();
    let place = recordings.iter().position(|recording| recording.folder == folder);
    let changes = place.map(|place| recordings.swap_remove(place).changes).unwrap_or_default();
    ACTIVE.store(!recordings.is_empty(), Ordering::SeqCst);
    changes
}

/// Whether anything is recorded.
pub(super) fn is_active() -> bool {
    ACTIVE.load(Ordering::Relaxed)
}

/// Runs a call and, where it succeeds and its file is recorded, adds its change. No other recorded call runs meanwhile, so that
/// the order of the record is that of the calls.
pub(super) fn run<T: PartialEq>(path: &Path, ok: T, call: impl FnOnce() -> T, change: impl FnOnce() -> Change) -> T {
    if !is_active() {
        return call();
    }
    let mut recordings = RECORDINGS.lock();
    let recording = recordings.iter_mut().find(|recording| path.parent() == Some(&recording.folder));
    let done = call();
    if let Some((recording, file)) = recording.zip(path.file_name())
        && done == ok
    {
        recording.changes.push(Changed { file: file.to_owned(), change: change() });
    }
    done
}
