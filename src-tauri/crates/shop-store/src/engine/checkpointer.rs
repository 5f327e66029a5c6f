//! A thread that checkpoints the WAL into the database file, so that the writer does not have to.
//!
//! A long read keeps the WAL from being reset. When the WAL exceeds its limit, long reads are ended and the WAL is
//! truncated.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};
use rusqlite::Connection;

use super::readers::Readers;
use super::writer::WriterStats;
use crate::db::StoreResult;
use crate::error::StoreError;
use crate::health::StorageHealth;
use crate::open::open_checkpointer;
use crate::wal_limit::EMPTYING;

/// Interval between two checks.
const PAUSE: Duration = Duration::from_millis(50);
/// Tasks since the last checkpoint that make the next one worth its fsync while the writer is busy: a page that many of them
/// change is copied once, and both threads wait for the same disk.
const WORTHWHILE_TASKS: u64 = 2_048;
/// Interval between two truncations, because each may block the writer.
const EMPTYING_PAUSE: Duration = Duration::from_secs(2);

/// Limits on the WAL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageLimits {
    /// Size of the WAL in bytes above which long reads are ended.
    pub wal_ceiling_bytes: u64,
    /// Age at which a read counts as long.
    pub long_read: Duration,
    /// Whether a commit is on the disk when it is answered. Not for the file of a shop: for a scratch file, which is lost with
    /// its folder or copied when it is whole.
    pub is_durable: bool,
}

impl Default for StorageLimits {
    fn default() -> Self {
        Self { wal_ceiling_bytes: 256 * 1024 * 1024, long_read: Duration::from_secs(2), is_durable: true }
    }
}

/// The running checkpointer. Dropping it ends the thread.
pub struct Checkpointer {
    stop: Arc<(Mutex<bool>, Condvar)>,
    thread: Option<JoinHandle<()>>,
}

/// State of the thread.
struct Work {
    conn: Connection,
    page_bytes: u64,
    limits: StorageLimits,
    readers: Arc<Readers>,
    health: Arc<StorageHealth>,
    emptied_at: Option<Instant>,
}

impl Checkpointer {
    /// Starts the thread on a file that exists, following what `writer` has done.
    pub(crate) fn start(
        path: &Path,
        writer: Arc<WriterStats>,
        readers: Arc<Readers>,
        health: Arc<StorageHealth>,
        limits: StorageLimits,
    ) -> StoreResult<Self> {
        let conn = open_checkpointer(path)?;
        conn.busy_timeout(EMPTYING)?;
        let page_bytes = conn.query_row("PRAGMA page_size", [], |row| row.get::<_, i64>(0))?.unsigned_abs();
        let work = Work { conn, page_bytes, limits, readers, health, emptied_at: None };
        let stop = Arc::new((Mutex::new(false), Condvar::new()));
        let shared = Arc::clone(&stop);
        let thread = std::thread::Builder::new()
            .name("shop-checkpointer".to_owned())
            .spawn(move || follow(work, &writer, &shared))?;
        Ok(Self { stop, thread: Some(thread) })
    }
}

/// Checkpoints when enough has been written, or when the writer is idle and something is left.
fn follow(mut work: Work, writer: &WriterStats, stop: &(Mutex<bool>, Condvar)) {
    let (mut done, mut seen, mut is_over) = (0, 0, false);
    let mut stopped = stop.0.lock();
    while !*stopped {
        stop.1.wait_for(&mut stopped, PAUSE);
        // A replaced or damaged file is not touched.
        if work.health.fault().is_some_and(|fault| !fault.may_pass()) {
            continue;
        }
        let now = writer.tasks.load(Ordering::Relaxed);
        if is_over || now - done >= WORTHWHILE_TASKS || (now == seen && now > done) {
            is_over = work.checkpoint();
            done = now;
        }
        seen = now;
    }
}

impl Work {
    /// Runs one checkpoint; returns whether the WAL exceeds its limit. A checkpoint that fails is tried again at the
    /// next check.
    fn checkpoint(&mut self) -> bool {
        let Some((frames, _)) = self.run("PRAGMA wal_checkpoint(PASSIVE)") else { return false };
        let is_over = frames.saturating_mul(self.page_bytes) > self.limits.wal_ceiling_bytes;
        if is_over {
            let ended = self.readers.end_long(self.limits.long_read);
            if ended > 0 {
                tracing::warn!(ended, "reads were ended, because the WAL is beyond its ceiling");
            }
            let rests = self.emptied_at.is_some_and(|at| at.elapsed() < EMPTYING_PAUSE);
            if ended > 0 || !rests {
                self.emptied_at = Some(Instant::now());
                self.run("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
        is_over
    }

    /// Frames in the WAL, and how many of them were checkpointed.
    fn run(&self, checkpoint: &str) -> Option<(u64, u64)> {
        let figure = |number: i64| u64::try_from(number).unwrap_or(0);
        match self.conn.query_row(checkpoint, [], |row| Ok((figure(row.get(1)?), figure(row.get(2)?)))) {
            Ok(found) => Some(found),
            Err(error) => {
                self.health.note(&StoreError::from(error));
                None
            }
        }
    }
}

impl Drop for Checkpointer {
    fn drop(&mut self) {
        *self.stop.0.lock() = true;
        self.stop.1.notify_all();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
