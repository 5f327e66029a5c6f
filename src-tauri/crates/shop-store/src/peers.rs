//! The obvious ways to write to the file, for the bench to measure the engine against; behind the feature `peers`, so
//! that no program can write past the engine by accident.
//!
//! A peer opens the file with the same pragmas and keeps the same statements prepared, so that only the way differs.

use std::path::Path;

use crate::db::{Db, Stored, Tx};
use crate::open::open_writer;

/// A writing connection of its own.
pub struct Peer {
    db: Db,
}

impl Peer {
    /// Opens the file at `path`, and creates it where there is none.
    pub fn open(path: &Path) -> Stored<Self> {
        Ok(Self { db: open_writer(path)? })
    }

    /// Runs `work` in a transaction of its own: `BEGIN IMMEDIATE`, the statements, `COMMIT`; a failure rolls back.
    pub fn in_transaction<T>(&self, work: impl FnOnce(&Tx<'_>) -> Stored<T>) -> Stored<T> {
        let tx = Tx { db: &self.db };
        tx.change("BEGIN IMMEDIATE", [])?;
        let done = work(&tx).and_then(|value| tx.change("COMMIT", []).map(|_| value));
        if done.is_err() && !self.db.conn.is_autocommit() {
            tx.change("ROLLBACK", [])?;
        }
        done
    }
}
