//! The schema's history: numbered SQL, forward only, each step in a transaction of its own with its number.
//!
//! A file from a newer version is refused before anything is written to it.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::StoreError;

/// The steps in order; the version of a file is how many of them it has seen (`PRAGMA user_version`).
const STEPS: &[&str] = &[include_str!("0001_shop.sql")];

/// The version that this program writes.
#[must_use]
pub fn current_version() -> u32 {
    STEPS.len() as u32
}

/// Refuses a file that a newer program has written, reading only.
///
/// # Errors
/// [`StoreError::Newer`] for such a file; anything SQLite refuses, among them a file that is no database.
pub(crate) fn refuse_newer(conn: &Connection) -> Result<(), StoreError> {
    let found = version(conn)?;
    if found > current_version() {
        return Err(StoreError::Newer { found, known: current_version() });
    }
    Ok(())
}

/// Brings the file to [`current_version`]. Two processes may do so at once: each step looks again under the write lock.
///
/// # Errors
/// Anything SQLite refuses; the step it happened in is then undone.
pub(crate) fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    while version(conn)? < current_version() {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = version(&tx)?;
        if let Some(step) = STEPS.get(done as usize) {
            tx.execute_batch(step)?;
            tx.pragma_update(None, "user_version", done + 1)?;
        }
        tx.commit()?;
    }
    Ok(())
}

pub(crate) fn version(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}
