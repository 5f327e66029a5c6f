//! Replacing the content of the whole file while the shop is open; the writer does it between two groups.
//!
//! The new content is written as one transaction of the live file (SQLite's online backup into it), so that a reader,
//! and a start after a crash, sees either the old or the new content. The task writes into the incoming file before it
//! is copied.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;

use rusqlite::backup::{Backup, StepResult};

use super::commit_mark::mark;
use super::task::{Replacement, Task, Verdict, WriteFailure, finish, panic_text};
use super::writer::State;
use crate::backup::copy_file;
use crate::db::{Db, StoreResult, Tx};
use crate::error::StoreError;
use crate::open::open_writer;
use crate::storage_fault::StorageFault;

/// Why the content was not replaced, or is not known to be.
enum ReplaceError {
    /// The task refused; it has its answer.
    Refused,
    /// The task panicked before the first page was copied.
    Panicked(String),
    /// An error before the first page was copied.
    Before(StoreError),
    /// An error while the pages were copied under this sequence number; the file must be asked for the outcome.
    Meanwhile(i64, StoreError),
}

impl From<StoreError> for ReplaceError {
    fn from(error: StoreError) -> Self {
        Self::Before(error)
    }
}

impl State {
    /// Performs a replacement and finishes its task.
    pub(super) fn replace(&mut self, mut task: Box<dyn Task>, replacement: &Replacement) {
        let end = match self.live_to_replace() {
            Ok(db) => self.try_replace(db, &mut *task, replacement),
            Err(error) => Err(self.not_begun(&error)),
        };
        finish(task, end);
    }

    /// The connection to a file that may be replaced: a damaged one may, which is how it is repaired; a moved one may
    /// not.
    fn live_to_replace(&mut self) -> StoreResult<Db> {
        self.health.expect_same_file()?;
        if self.health.has(StorageFault::Replaced) {
            return Err(StoreError::Replaced);
        }
        self.live()
    }

    fn try_replace(&mut self, mut db: Db, task: &mut dyn Task, with: &Replacement) -> Result<(), WriteFailure> {
        let replaced = self.copy_in(&mut db, task, with);
        self.db = Some(db);
        match replaced {
            Ok(()) => {
                self.stats.tasks.fetch_add(1, Ordering::Relaxed);
                self.health.restored();
                Ok(())
            }
            Err(ReplaceError::Refused) => Ok(()),
            Err(ReplaceError::Panicked(text)) => Err(WriteFailure::Panicked(text)),
            Err(ReplaceError::Before(error)) => Err(self.not_replaced(&error)),
            Err(ReplaceError::Meanwhile(sequence, error)) => {
                self.stats.failed_commits.fetch_add(1, Ordering::Relaxed);
                let end = self.look_up(sequence, &error);
                if end.is_ok() {
                    self.health.restored();
                }
                end
            }
        }
    }

    /// The outcome for an error before the first page; the error may be one of the incoming file or of the copy.
    fn not_replaced(&self, error: &StoreError) -> WriteFailure {
        match error.storage_fault() {
            Some(fault) if fault.may_pass() => WriteFailure::Unavailable(fault),
            _ if error.is_busy() => WriteFailure::Busy,
            _ => WriteFailure::NotWritten(error.to_string()),
        }
    }

    fn copy_in(&mut self, db: &mut Db, task: &mut dyn Task, replacement: &Replacement) -> Result<(), ReplaceError> {
        let incoming = open_writer(&replacement.with)?;
        let copying = Backup::new(&incoming.conn, &mut db.conn).map_err(StoreError::from)?;
        // Copies no page yet, but locks the live file against writers.
        step(&copying, 0)?;
        copy_file(&self.path, &replacement.aside, |_| {})?;
        let sequence = self.sequence + 1;
        make_ready(&incoming, task, &self.name, sequence)?;
        let _committing = self.health.begin_commit();
        if self.health.has(StorageFault::Replaced) {
            return Err(StoreError::Replaced.into());
        }
        step(&copying, -1).map_err(|error| {
            self.health.note(&error);
            ReplaceError::Meanwhile(sequence, error)
        })?;
        self.sequence = sequence;
        Ok(())
    }
}

/// Runs the task in the incoming file and marks the file, so that its arrival can be detected.
fn make_ready(incoming: &Db, task: &mut dyn Task, writer: &str, sequence: i64) -> Result<(), ReplaceError> {
    let tx = Tx { db: incoming };
    tx.change("BEGIN IMMEDIATE", [])?;
    match catch_unwind(AssertUnwindSafe(|| task.run(&tx))) {
        Ok(Verdict::Keep) => {}
        Ok(Verdict::RollBack) => return Err(ReplaceError::Refused),
        Err(panic) => return Err(ReplaceError::Panicked(panic_text(&*panic))),
    }
    mark(incoming, writer, sequence)?;
    tx.change("COMMIT", [])?;
    Ok(())
}

/// Copies that many pages; a negative number copies all of them and commits.
fn step(copying: &Backup<'_, '_>, pages: i32) -> StoreResult<()> {
    match copying.step(pages)? {
        StepResult::Done => Ok(()),
        StepResult::More if pages == 0 => Ok(()),
        StepResult::Busy | StepResult::Locked => Err(StoreError::busy()),
        _ => Err(StoreError::Unfit("not all pages came in".to_owned())),
    }
}
