//! Whether the shop's file can be written to, and if not, why. One state for the whole process: every connection of the
//! store reports its errors here, and every face of the shop reads the state here.
//!
//! `Full` and `ReadOnly` may pass, so the writer tries again about once a second. `Damaged` ends when a backup has been
//! restored, `Replaced` only when the same file is back at its path, unchanged.

mod live_file;

use std::io;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant};

use parking_lot::{Mutex, MutexGuard};

use self::live_file::LiveFile;
use crate::error::StoreError;
use crate::storage_fault::StorageFault;

/// Interval between two tries to write to a faulty file; requests in between are refused at once.
const RETRY_PAUSE: Duration = Duration::from_secs(1);

type Listener = Box<dyn Fn(Option<StorageFault>) + Send + Sync>;

/// The state of the shop's file.
pub struct StorageHealth {
    file: LiveFile,
    faults: AtomicU8,
    /// Held by the writer while it commits. A thread that takes it after a fault was raised sees every answered write.
    committing: Mutex<()>,
    last_try: Mutex<Instant>,
    listener: OnceLock<Listener>,
}

impl StorageHealth {
    pub(crate) fn new(path: &Path) -> Self {
        Self {
            file: LiveFile::new(path),
            faults: AtomicU8::new(0),
            committing: Mutex::new(()),
            last_try: Mutex::new(Instant::now()),
            listener: OnceLock::new(),
        }
    }

    /// The most severe fault, if any.
    #[must_use]
    pub fn fault(&self) -> Option<StorageFault> {
        gravest(self.faults.load(Ordering::SeqCst))
    }

    /// Calls `listener` after each change, on the thread that noticed it. Only the first listener is registered.
    pub fn listen(&self, listener: impl Fn(Option<StorageFault>) + Send + Sync + 'static) {
        let _ = self.listener.set(Box::new(listener));
    }

    /// Records the fault that an error of a connection means. This is the only place where errors become faults.
    pub fn note(&self, error: &StoreError) {
        let found = error.storage_fault().or_else(|| error.is_io().then(|| self.file.probe()).flatten());
        if let Some(fault) = found {
            self.raise(fault);
        }
    }

    /// The error of opening the file, with its cause. SQLite tells a full disk and others as an I/O error only, for example when
    /// it makes the index of the WAL.
    pub(crate) fn explained(&self, error: StoreError) -> StoreError {
        self.note(&error);
        if error.is_io() && self.fault() == Some(StorageFault::Full) {
            return StoreError::File(io::Error::new(io::ErrorKind::StorageFull, "the disk is full"));
        }
        error
    }

    /// The files on the disk.
    pub(crate) fn file(&self) -> &LiveFile {
        &self.file
    }

    /// Refuses if the path no longer leads to the file that was opened.
    ///
    /// # Errors
    /// [`StoreError::Replaced`].
    pub(crate) fn expect_same_file(&self) -> Result<(), StoreError> {
        if self.file.is_in_place() {
            return Ok(());
        }
        self.raise(StorageFault::Replaced);
        Err(StoreError::Replaced)
    }

    /// Compares the file at the path with the one that was opened. After it returns, no write is answered as written
    /// unless the file is in its place.
    pub fn look_at_file(&self) {
        let is_in_place = self.file.is_in_place();
        let was_replaced = self.has(StorageFault::Replaced);
        if !is_in_place && !was_replaced {
            let _no_commit = self.committing.lock();
            self.raise(StorageFault::Replaced);
        } else if is_in_place && was_replaced && self.file.is_untouched() {
            self.drop_faults(StorageFault::Replaced.bit());
        } else if is_in_place && !was_replaced {
            self.file.remember_content();
        }
    }

    /// Delays a change to a fault that stops writes, until the guard is dropped.
    pub(crate) fn begin_commit(&self) -> MutexGuard<'_, ()> {
        self.committing.lock()
    }

    /// Whether a write may be tried.
    ///
    /// # Errors
    /// The fault that forbids it. A fault that may pass admits one write a second, if the disk has room again.
    pub(crate) fn admit_write(&self) -> Result<(), StorageFault> {
        let Some(fault) = self.fault() else { return Ok(()) };
        if !fault.may_pass() {
            return Err(fault);
        }
        let mut last_try = self.last_try.lock();
        if last_try.elapsed() < RETRY_PAUSE {
            return Err(fault);
        }
        *last_try = Instant::now();
        drop(last_try);
        self.file.probe().map_or(Ok(()), Err)
    }

    /// Clears the faults that may pass, after a commit succeeded.
    pub(crate) fn wrote(&self) {
        if self.faults.load(Ordering::Relaxed) != 0 {
            self.drop_faults(StorageFault::Full.bit() | StorageFault::ReadOnly.bit());
        }
    }

    /// Clears the faults after all pages were replaced by those of a verified copy.
    pub(crate) fn restored(&self) {
        self.drop_faults(StorageFault::Full.bit() | StorageFault::ReadOnly.bit() | StorageFault::Damaged.bit());
    }

    pub(crate) fn has(&self, fault: StorageFault) -> bool {
        self.faults.load(Ordering::SeqCst) & fault.bit() != 0
    }

    pub(crate) fn raise(&self, fault: StorageFault) {
        let before = self.faults.fetch_or(fault.bit(), Ordering::SeqCst);
        if before & fault.bit() == 0 {
            *self.last_try.lock() = Instant::now();
            tracing::error!(fault = fault.name(), "the shop's file cannot be written to");
            self.tell(before);
        }
    }

    fn drop_faults(&self, bits: u8) {
        let before = self.faults.fetch_and(!bits, Ordering::SeqCst);
        if before & bits != 0 {
            tracing::info!("the fault of the shop's file is over");
            self.tell(before);
        }
    }

    fn tell(&self, before: u8) {
        let now = self.fault();
        if now != gravest(before)
            && let Some(listener) = self.listener.get()
        {
            listener(now);
        }
    }
}

fn gravest(bits: u8) -> Option<StorageFault> {
    StorageFault::ALL.into_iter().rev().find(|fault| bits & fault.bit() != 0)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn health() -> (tempfile::TempDir, Arc<StorageHealth>) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("shop.db");
        std::fs::write(&path, "content").expect("a file");
        let health = Arc::new(StorageHealth::new(&path));
        health.file().record();
        (folder, health)
    }

    fn sqlite(code: i32) -> StoreError {
        StoreError::Sqlite(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None))
    }

    #[test]
    fn each_error_of_sqlite_is_the_fault_that_it_means() {
        use rusqlite::ffi;
        for (code, fault) in [
            (ffi::SQLITE_FULL, Some(StorageFault::Full)),
            (ffi::SQLITE_READONLY, Some(StorageFault::ReadOnly)),
            (ffi::SQLITE_READONLY_DBMOVED, Some(StorageFault::Replaced)),
            (ffi::SQLITE_CORRUPT, Some(StorageFault::Damaged)),
            (ffi::SQLITE_CORRUPT_INDEX, Some(StorageFault::Damaged)),
            (ffi::SQLITE_NOTADB, Some(StorageFault::Damaged)),
            (ffi::SQLITE_BUSY, None),
            (ffi::SQLITE_CONSTRAINT, None),
            (ffi::SQLITE_INTERRUPT, None),
            // The folder is writable, so a single failed write does not mean that the disk is full.
            (ffi::SQLITE_IOERR_WRITE, None),
        ] {
            let (_folder, health) = health();
            health.note(&sqlite(code));
            assert_eq!(health.fault(), fault, "SQLite's {code}");
        }
    }

    #[test]
    fn the_gravest_fault_is_told_and_passing_ones_pass() {
        let (_folder, health) = health();
        let told = Arc::new(Mutex::new(Vec::new()));
        let hears = Arc::clone(&told);
        health.listen(move |fault| hears.lock().push(fault));
        health.note(&sqlite(rusqlite::ffi::SQLITE_FULL));
        assert_eq!(health.admit_write(), Err(StorageFault::Full), "not within the first second");
        health.note(&sqlite(rusqlite::ffi::SQLITE_CORRUPT));
        health.wrote();
        assert_eq!(health.admit_write(), Err(StorageFault::Damaged), "a damaged file is not written to again");
        health.restored();
        assert_eq!(health.admit_write(), Ok(()), "until another one was restored over it");
        assert_eq!(*told.lock(), [Some(StorageFault::Full), Some(StorageFault::Damaged), None], "each change once");
    }

    #[test]
    fn a_file_that_is_moved_is_replaced_until_it_is_back() {
        let (folder, health) = health();
        let (path, away) = (folder.path().join("shop.db"), folder.path().join("away.db"));
        health.look_at_file();
        assert_eq!(health.fault(), None, "it is in its place");
        std::fs::rename(&path, &away).expect("it is moved");
        health.look_at_file();
        assert_eq!(health.fault(), Some(StorageFault::Replaced), "it is gone");
        std::fs::write(&path, "content").expect("another file");
        health.look_at_file();
        assert_eq!(health.fault(), Some(StorageFault::Replaced), "another file is another file");
        std::fs::rename(&away, &path).expect("it is moved back");
        health.look_at_file();
        assert_eq!(health.fault(), None, "the very same file, untouched");
    }

    #[test]
    fn a_file_that_was_written_to_elsewhere_stays_replaced() {
        let (folder, health) = health();
        let (path, away) = (folder.path().join("shop.db"), folder.path().join("away.db"));
        health.look_at_file();
        std::fs::rename(&path, &away).expect("it is moved");
        health.look_at_file();
        std::fs::write(&away, "other content").expect("it is written to");
        std::fs::rename(&away, &path).expect("it is moved back");
        health.look_at_file();
        assert_eq!(health.fault(), Some(StorageFault::Replaced), "its content is unknown");
    }
}
