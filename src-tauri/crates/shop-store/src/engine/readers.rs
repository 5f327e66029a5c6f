//! A pool of connections that only read. They never wait for the writer, and the writer never waits for them.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::Mutex;

use crate::db::{Db, Stored};
use crate::open::open_reader;

/// Connections kept open while nobody reads. Whoever reads when all of them are in use opens one more, which costs more than
/// most reads, and closes it again; so it is well not to let more read at once.
pub const READERS_KEPT: usize = 8;

/// The pool. Connections are opened when they are first needed.
pub struct Readers {
    path: PathBuf,
    /// Connections opened before the pool was last renewed bear an earlier number, and are closed instead of kept.
    generation: AtomicU64,
    idle: Mutex<Vec<Db>>,
}

impl Readers {
    /// A pool without connections yet.
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { path, generation: AtomicU64::new(0), idle: Mutex::new(Vec::new()) }
    }

    /// Every read from now on opens a connection anew: what the old ones remember of the file, its schema and its encoding, is of
    /// the content that another has replaced.
    pub(crate) fn renew(&self) {
        let mut idle = self.idle.lock();
        self.generation.fetch_add(1, Ordering::SeqCst);
        idle.clear();
    }

    /// Reads one consistent snapshot: all statements of `work` see the same state of the shop.
    ///
    /// # Errors
    /// Whatever `work` returns, and anything SQLite refuses when a connection is opened.
    pub fn read<T, E: From<crate::StoreError>>(&self, work: impl FnOnce(&Db) -> Result<T, E>) -> Result<T, E> {
        let (idle, generation) = {
            let mut idle = self.idle.lock();
            (idle.pop(), self.generation.load(Ordering::SeqCst))
        };
        let db = idle.map_or_else(|| open_reader(&self.path), Ok)?;
        let result = snapshot(&db, work);
        if db.conn.is_autocommit() {
            let mut idle = self.idle.lock();
            if idle.len() < READERS_KEPT && generation == self.generation.load(Ordering::SeqCst) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StoreError;

    #[test]
    fn connections_from_before_a_renewal_are_not_used_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("shop.db");
        crate::backup::create_file(&path).expect("a shop");
        let readers = Readers::new(path);
        let idle = || readers.idle.lock().len();
        let look = |_: &Db| Ok::<_, StoreError>(());
        readers.read(look).expect("it is read");
        assert_eq!(idle(), 1, "a connection is kept");
        readers.renew();
        assert_eq!(idle(), 0, "and is closed by a renewal");
        let meanwhile = |_: &Db| {
            readers.renew();
            Ok::<_, StoreError>(())
        };
        readers.read(meanwhile).expect("who reads already reads on");
        assert_eq!(idle(), 0, "but does not leave an old connection to others");
        readers.read(look).expect("it is read");
        assert_eq!(idle(), 1, "a new one is kept");
    }
}
