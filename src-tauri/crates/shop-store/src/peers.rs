//! Simple ways to write to the file, which the bench compares with the engine; behind the feature `peers`, so that no
//! program can bypass the engine by accident.
//!
//! A peer opens the file with the same pragmas and prepared statements, so that only the way of writing differs.

use std::path::Path;

use crate::db::{Db, StoreResult, Tx};
use crate::open::open_writer;

/// A writing connection of its own.
pub struct Peer {
    db: Db,
}

impl Peer {
    /// Opens or creates the file at `path`.
    pub fn open(path: &Path) -> StoreResult<Self> {
        Ok(Self { db: open_writer(path)? })
    }

    /// Runs `work` in a transaction of its own: `BEGIN IMMEDIATE`, the statements, `COMMIT`; a failure rolls back.
    pub fn in_transaction<T>(&self, work: impl FnOnce(&Tx<'_>) -> StoreResult<T>) -> StoreResult<T> {
        let tx = Tx { db: &self.db };
        tx.change("BEGIN IMMEDIATE", [])?;
        let done = work(&tx).and_then(|value| tx.change("COMMIT", []).map(|_| value));
        if done.is_err() && !self.db.conn.is_autocommit() {
            tx.change("ROLLBACK", [])?;
        }
        done
    }
}
