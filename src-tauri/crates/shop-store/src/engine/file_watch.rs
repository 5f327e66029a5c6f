//! A thread that checks twice a second whether the shop's file is still at its path. Its own connection, open from the
//! start, can copy the content out even when the path leads to another file.

use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use crate::backup::copy_connection;
use crate::db::{Db, StoreResult};
use crate::health::StorageHealth;
use crate::open::open_reader;

/// Interval between two checks.
const PAUSE: Duration = Duration::from_millis(500);

/// The running watch. Dropping it ends the thread.
pub(super) struct FileWatch {
    held: Mutex<Db>,
    stop: Arc<(Mutex<bool>, Condvar)>,
    thread: Option<JoinHandle<()>>,
}

impl FileWatch {
    /// Starts the watch of a file that the writer has opened.
    pub(super) fn start(path: &Path, health: Arc<StorageHealth>) -> StoreResult<Self> {
        let held = open_reader(path)?;
        // SQLite opens the WAL and its index only when it reads.
        held.conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        health.file().record();
        let stop = Arc::new((Mutex::new(false), Condvar::new()));
        let shared = Arc::clone(&stop);
        let watch = move || {
            let mut stopped = shared.0.lock();
            while !*stopped {
                health.look_at_file();
                shared.1.wait_for(&mut stopped, PAUSE);
            }
        };
        let thread = std::thread::Builder::new().name("shop-file-watch".to_owned()).spawn(watch)?;
        Ok(Self { held: Mutex::new(held), stop, thread: Some(thread) })
    }

    /// Copies the content of the open file to `to`, which must be empty or absent; blocks.
    pub(super) fn copy_held(&self, to: &Path) -> StoreResult<()> {
        copy_connection(&self.held.lock().conn, to, |_| Ok(()))
    }
}

impl Drop for FileWatch {
    fn drop(&mut self) {
        *self.stop.0.lock() = true;
        self.stop.1.notify_all();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
