//! A thread that moves the WAL into the database file beside the writer, so that the writer need not stop for it.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};
use rusqlite::Connection;

use super::writer::WriterStats;
use crate::db::Stored;
use crate::open::open_checkpointer;

/// Pause between two looks.
const PAUSE: Duration = Duration::from_millis(50);
/// While the writer works, fewer tasks than these since the last checkpoint are not worth its fsync.
const WORTHWHILE_TASKS: u64 = 256;

/// The running checkpointer. Dropping it ends the thread.
pub struct Checkpointer {
    stop: Arc<(Mutex<bool>, Condvar)>,
    thread: Option<JoinHandle<()>>,
}

impl Checkpointer {
    /// Starts the thread on a file that exists, following what `writer` has done.
    ///
    /// # Errors
    /// Anything SQLite or the system refuses.
    pub(crate) fn start(path: &Path, writer: Arc<WriterStats>) -> Stored<Self> {
        let conn = open_checkpointer(path)?;
        let stop = Arc::new((Mutex::new(false), Condvar::new()));
        let shared = Arc::clone(&stop);
        let thread = std::thread::Builder::new()
            .name("shop-checkpointer".to_owned())
            .spawn(move || follow(&conn, &writer, &shared))?;
        Ok(Self { stop, thread: Some(thread) })
    }
}

/// Checkpoints when enough has been written, or when the writer has come to rest with something left.
fn follow(conn: &Connection, writer: &WriterStats, stop: &(Mutex<bool>, Condvar)) {
    let (mut done, mut seen) = (0, 0);
    let mut stopped = stop.0.lock();
    while !*stopped {
        stop.1.wait_for(&mut stopped, PAUSE);
        let now = writer.tasks.load(Ordering::Relaxed);
        if now - done >= WORTHWHILE_TASKS || (now == seen && now > done) {
            // A checkpoint that cannot be had now is had at the next look.
            let _ = conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
            done = now;
        }
        seen = now;
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
