//! A pool of connections that only read. They never wait for the writer, and the writer never waits for them.

use std::path::PathBuf;

use parking_lot::Mutex;

use crate::db::{Db, Stored};
use crate::open::open_reader;

/// Connections kept open while nobody reads. Whoever reads when all of them are in use opens one more, which costs more than
/// most reads, and closes it again; so it is well not to let more read at once.
pub const READERS_KEPT: usize = 8;

/// The pool. Connections are opened when they are first needed.
pub struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Db>>,
}

impl Readers {
    /// A pool without connections yet.
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { path, idle: Mutex::new(Vec::new()) }
    }

    /// Reads one consistent snapshot: all statements of `work` see the same state of the shop.
    ///
    /// # Errors
    /// Whatever `work` returns, and anything SQLite refuses when a connection is opened.
    pub fn read<T, E: From<crate::StoreError>>(&self, work: impl FnOnce(&Db) -> Result<T, E>) -> Result<T, E> {
        let idle = self.idle.lock().pop();
        let db = idle.map_or_else(|| open_reader(&self.path), Ok)?;
        let result = snapshot(&db, work);
        if db.conn.is_autocommit() {
            let mut idle = self.idle.lock();
            if idle.len() < READERS_KEPT {
                idle.push(db);
            }
        }
        result
    }
}

fn snapshot<T, E: From<crate::StoreError>>(db: &Db, work: impl FnOnce(&Db) -> Result<T, E>) -> Result<T, E> {
    run(db, "BEGIN")?;
    let result = work(db);
    run(db, "COMMIT")?;
    result
}

fn run(db: &Db, sql: &str) -> Stored<()> {
    db.conn.prepare_cached(sql)?.execute([])?;
    Ok(())
}
