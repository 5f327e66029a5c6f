//! The connections to the file: one writer that commits in groups, a pool of readers, a checkpointer.

mod checkpointer;
mod commit_mark;
mod file_watch;
mod group;
mod histogram;
mod outcome;
mod readers;
mod replace;
mod task;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use checkpointer::StorageLimits;
#[cfg(test)]
pub(crate) use commit_mark::mark as mark_for_test;
pub use histogram::{BUCKET_BOUNDS, BUCKETS, Histogram, bucket_index};
pub use readers::{MAX_IDLE_READERS, Readers};
pub use task::{Feed, Replacement, Task, Verdict, WriteFailure, finish};
pub use writer::{Writer, WriterStats};

use crate::db::{Db, StoreResult};
use crate::health::StorageHealth;
use checkpointer::Checkpointer;
use file_watch::FileWatch;

/// An open shop file.
pub struct Store {
    path: PathBuf,
    readers: Arc<Readers>,
    health: Arc<StorageHealth>,
    // Dropped before the writer, because the last connection to close removes the WAL.
    checkpointer: Option<Checkpointer>,
    watch: Option<FileWatch>,
    writer: Writer,
    limits: StorageLimits,
}

impl Store {
    /// Opens the file at `path`, creates or migrates it, and starts writing the tasks of `feed`. `writer_name` must be
    /// unique among all writers that the file has ever had.
    ///
    /// # Errors
    /// [`crate::StoreError::Newer`] without a byte changed.
    pub fn open(path: &Path, writer_name: String, feed: Arc<dyn Feed>) -> StoreResult<Self> {
        Self::open_with(path, writer_name, feed, StorageLimits::default())
    }

    /// As [`Store::open`], with other limits.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_with(
        path: &Path,
        writer_name: String,
        feed: Arc<dyn Feed>,
        limits: StorageLimits,
    ) -> StoreResult<Self> {
        let health = Arc::new(StorageHealth::new(path));
        Self::open_watched(path, writer_name, feed, limits, Arc::clone(&health))
            .map_err(|error| health.explained(error))
    }

    fn open_watched(
        path: &Path,
        writer_name: String,
        feed: Arc<dyn Feed>,
        limits: StorageLimits,
        health: Arc<StorageHealth>,
    ) -> StoreResult<Self> {
        let readers = Arc::new(Readers::new(path.to_owned(), Arc::clone(&health)));
        let writer = Writer::start(path, writer_name, feed, Arc::clone(&health), limits.is_durable)?;
        let watch = FileWatch::start(path, Arc::clone(&health))?;
        let pool = Arc::clone(&readers);
        let checkpointer = Checkpointer::start(path, writer.stats(), pool, Arc::clone(&health), limits)?;
        let (checkpointer, watch) = (Some(checkpointer), Some(watch));
        Ok(Self { path: path.to_owned(), readers, health, checkpointer, watch, writer, limits })
    }

    /// Whether the file can be written to.
    #[must_use]
    pub fn health(&self) -> &Arc<StorageHealth> {
        &self.health
    }

    /// Copies the content of the open file to `to`, which must be empty or absent, also when the file is no longer at
    /// its path; blocks.
    ///
    /// # Errors
    /// [`crate::StoreError::Unfit`] after the store was closed.
    pub fn copy_held(&self, to: &Path) -> StoreResult<()> {
        let closed = || crate::StoreError::Unfit("the store is closed".to_owned());
        self.watch.as_ref().ok_or_else(closed)?.copy_held(to)
    }

    /// Reads every page once and reports damage.
    ///
    /// # Errors
    /// [`crate::StoreError::Damaged`].
    pub fn check_pages(&self) -> StoreResult<()> {
        let found = self.readers.read(|db| db.row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0)))?;
        match found {
            Some(found) if found != "ok" => {
                let error = crate::StoreError::Damaged(found);
                self.health.note(&error);
                Err(error)
            }
            _ => Ok(()),
        }
    }

    /// Reads one consistent snapshot.
    pub fn read<T, E: From<crate::StoreError>>(&self, work: impl FnOnce(&Db) -> Result<T, E>) -> Result<T, E> {
        self.readers.read(work)
    }

    /// Closes all reading connections, after the content of the file was replaced.
    pub fn renew_readers(&self) {
        self.readers.renew();
    }

    /// The limits on the WAL.
    #[must_use]
    pub fn limits(&self) -> StorageLimits {
        self.limits
    }

    /// Counters of the writer.
    #[must_use]
    pub fn writer_stats(&self) -> Arc<WriterStats> {
        self.writer.stats()
    }

    /// Path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Waits until the last group is committed; call it after the feed was closed.
    pub fn close(&mut self) {
        self.checkpointer = None;
        self.watch = None;
        self.writer.join();
    }
}

#[cfg(test)]
mod tests;
