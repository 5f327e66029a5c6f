//! The ceiling of the WAL for a snapshot that the checkpointer of the shop cannot end: that of a copy, and that of another
//! process. Such a snapshot looks at the size of the WAL itself and gives way.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::db::StoreResult;
use crate::error::StoreError;
use crate::open::{open_checkpointer, with_end};

/// How long a truncation may block the writer while it waits for readers.
pub(crate) const EMPTYING: Duration = Duration::from_millis(100);

/// The size of the WAL beyond which a snapshot gives way.
pub(crate) struct WalLimit {
    wal: PathBuf,
    bytes: u64,
}

impl WalLimit {
    /// The limit for a snapshot of `file` that begins now. A WAL that is already beyond the ceiling is no reason to give
    /// way as long as it does not grow.
    pub(crate) fn begin(file: &Path, ceiling_bytes: u64) -> Self {
        let wal = with_end(file, "-wal");
        let bytes = length(&wal).max(ceiling_bytes);
        Self { wal, bytes }
    }

    /// Refuses to go on once the WAL is beyond the limit.
    ///
    /// # Errors
    /// [`StoreError::GaveWay`].
    pub(crate) fn go_on(&self) -> StoreResult<()> {
        if length(&self.wal) > self.bytes { Err(StoreError::GaveWay) } else { Ok(()) }
    }
}

/// Empties the WAL of `file`, once the snapshot that was in the way has ended. A failure is left to the next checkpoint.
pub(crate) fn empty_wal(file: &Path) {
    let emptied = open_checkpointer(file).and_then(|conn| {
        conn.busy_timeout(EMPTYING)?;
        Ok(conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    });
    if let Err(error) = emptied {
        tracing::warn!(%error, "the WAL was not emptied");
    }
}

/// Bytes of the WAL; 0 if there is none.
fn length(wal: &Path) -> u64 {
    std::fs::metadata(wal).map_or(0, |found| found.len())
}
