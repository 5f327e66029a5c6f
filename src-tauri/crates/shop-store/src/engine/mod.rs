//! How statements reach the file: one writer that commits in groups, readers beside it, a checkpointer behind it.

mod checkpointer;
mod readers;
mod replace;
mod spread;
mod task;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use readers::{READERS_KEPT, Readers};
pub use spread::{Spread, TIME_BOUNDS, TIME_PLACES, time_place};
pub use task::{Feed, Replacement, Task, Verdict, WriteFailure};
pub use writer::{Writer, WriterStats};

use crate::db::{Db, Stored};
use checkpointer::Checkpointer;

/// An open shop file.
pub struct Store {
    path: PathBuf,
    readers: Readers,
    // Before the writer, because the last connection to close removes the WAL.
    checkpointer: Option<Checkpointer>,
    writer: Writer,
}

impl Store {
    /// Opens the file at `path`, creates or migrates it, and starts writing what `feed` gives. `writer_name` must differ
    /// from that of any other writer of the file, now or before.
    ///
    /// # Errors
    /// [`crate::StoreError::Newer`] without a byte changed; anything SQLite or the system refuses.
    pub fn open(path: &Path, writer_name: String, feed: Arc<dyn Feed>) -> Stored<Self> {
        let writer = Writer::start(path, writer_name, feed)?;
        let checkpointer = Checkpointer::start(path, writer.stats())?;
        Ok(Self {
            path: path.to_owned(),
            readers: Readers::new(path.to_owned()),
            checkpointer: Some(checkpointer),
            writer,
        })
    }

    /// Reads one consistent snapshot.
    ///
    /// # Errors
    /// Whatever `work` returns, and anything SQLite refuses when a connection is opened.
    pub fn read<T, E: From<crate::StoreError>>(&self, work: impl FnOnce(&Db) -> Result<T, E>) -> Result<T, E> {
        self.readers.read(work)
    }

    /// Opens every reading connection anew, after other content has taken the place of everything.
    pub fn renew_readers(&self) {
        self.readers.renew();
    }

    /// What the writer has done.
    #[must_use]
    pub fn writer_stats(&self) -> Arc<WriterStats> {
        self.writer.stats()
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Waits for the last group, after the feed was closed.
    pub fn close(&mut self) {
        self.checkpointer = None;
        self.writer.join();
    }
}

/// Opens the file to read from it alone, as `jangteo verify` does; no writer is started.
///
/// # Errors
/// [`crate::StoreError::Newer`]; anything SQLite refuses, among them a file that is not there.
pub fn open_to_read(path: &Path) -> Stored<Db> {
    let db = crate::open::open_reader(path)?;
    crate::migrations::refuse_newer(&db.conn)?;
    Ok(db)
}

#[cfg(test)]
mod tests;
