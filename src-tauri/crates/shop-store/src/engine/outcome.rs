//! The outcome of a group whose COMMIT failed. SQLite can report an error for a group that is committed, and it can leave
//! a group in the WAL that no reader sees but that a start after a crash would find. So the writer reopens the file, looks
//! for the mark that the group wrote, and, where the mark is absent, overwrites what may be left in the WAL.

use super::commit_mark::mark;
use super::task::WriteFailure;
use super::writer::State;
use crate::db::{StoreResult, Tx};
use crate::error::StoreError;

impl State {
    /// Looks up in the file whether the group with this sequence number was committed, after its COMMIT failed.
    pub(super) fn look_up(&mut self, sequence: i64, failed: &StoreError) -> Result<(), WriteFailure> {
        tracing::error!(reason = %failed, "a commit failed; asking the file");
        // Dropping the connection drops the transaction.
        self.db = None;
        match self.is_committed(sequence) {
            Ok(true) => Ok(()),
            Ok(false) if !failed.may_leave_frames() => Err(self.not_written(failed.to_string())),
            Ok(false) => match self.overwrite_frames() {
                Ok(()) => Err(self.not_written(failed.to_string())),
                Err(error) => Err(unknown(failed, &error)),
            },
            Err(error) => Err(unknown(failed, &error)),
        }
    }

    fn is_committed(&mut self, sequence: i64) -> StoreResult<bool> {
        let db = self.reopen()?;
        self.db = Some(db);
        Ok(self.sequence >= sequence)
    }

    /// Commits an empty group, which takes the place of the lost one in the WAL and has its number.
    fn overwrite_frames(&mut self) -> StoreResult<()> {
        let Some(db) = &self.db else { return Err(StoreError::Unfit("the file is not open".to_owned())) };
        let tx = Tx { db };
        let next = self.sequence + 1;
        tx.change("BEGIN IMMEDIATE", [])?;
        let written = mark(db, &self.name, next).and_then(|()| tx.change("COMMIT", []));
        if written.is_err() {
            self.db = None;
        } else {
            self.sequence = next;
        }
        written.map(drop)
    }
}

fn unknown(failed: &StoreError, then: &StoreError) -> WriteFailure {
    WriteFailure::Unknown(format!("{failed}; then {then}"))
}
