//! The number of the latest group of a writer, stored with the group.

use crate::db::{Db, StoreResult, Tx};

/// Writes the sequence number of the group into the file.
pub(crate) fn mark(db: &Db, writer: &str, sequence: i64) -> StoreResult<()> {
    let tx = Tx { db };
    let known = tx.change("UPDATE commit_mark SET sequence = ?2 WHERE writer = ?1", (writer, sequence))?;
    if known == 0 {
        tx.insert(
            "INSERT INTO commit_mark (writer, sequence, created_at, updated_at)
             VALUES (?1, ?2, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
            (writer, sequence),
        )?;
    }
    Ok(())
}

/// The sequence number that the file holds.
pub(super) fn marked(db: &Db, writer: &str) -> StoreResult<Option<i64>> {
    db.row("SELECT sequence FROM commit_mark WHERE writer = ?1", [writer], |row| row.get(0))
}
