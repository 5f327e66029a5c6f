//! Another file in the place of everything, without closing the shop: the writer's own work between two groups.
//!
//! The new content comes in as one transaction of the live file (SQLite's online backup, into it), so that whoever reads
//! sees the one or the other, and a fall leaves the one or the other. What the incoming file still needs is written into
//! that file first, and comes in with it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;

use rusqlite::backup::{Backup, StepResult};

use super::task::{Replacement, Task, Verdict, WriteFailure, finish, panic_text};
use super::writer::{State, mark};
use crate::backup::copy_file;
use crate::db::{Db, Stored, Tx};
use crate::error::StoreError;
use crate::open::open_writer;
use crate::storage_fault::StorageFault;

/// Why nothing came in, or is not known to have come in.
enum Stay {
    /// The task refused it; it has its answer.
    Refused,
    /// The task panicked before the first page.
    Panicked(String),
    /// Something failed before the first page.
    Before(StoreError),
    /// Something failed while the pages came in under this number; only the file knows.
    Meanwhile(i64, String),
}

impl From<StoreError> for Stay {
    fn from(error: StoreError) -> Self {
        Self::Before(error)
    }
}

impl State {
    /// Carries a replacement out and answers its task.
    pub(super) fn replace(&mut self, mut task: Box<dyn Task>, replacement: &Replacement) {
        let end = match self.live_to_replace() {
            Ok(db) => self.try_replace(db, &mut *task, replacement),
            Err(error) => Err(self.not_begun(&error)),
        };
        finish(task, end);
    }

    /// A damaged file may be replaced, that is how it is mended; one that is not in its place may not.
    fn live_to_replace(&mut self) -> Stored<Db> {
        self.health.expect_same_file()?;
        if self.health.has(StorageFault::Replaced) {
            return Err(StoreError::Replaced);
        }
        self.live()
    }

    fn try_replace(&mut self, mut db: Db, task: &mut dyn Task, with: &Replacement) -> Result<(), WriteFailure> {
        let came = self.bring_in(&mut db, task, with);
        self.db = Some(db);
        match came {
            Ok(()) => {
                self.stats.tasks.fetch_add(1, Ordering::Relaxed);
                self.health.restored();
                Ok(())
            }
            Err(Stay::Refused) => Ok(()),
            Err(Stay::Panicked(text)) => Err(WriteFailure::Panicked(text)),
            Err(Stay::Before(error)) => Err(self.stays(&error)),
            Err(Stay::Meanwhile(sequence, reason)) => {
                self.stats.failed_commits.fetch_add(1, Ordering::Relaxed);
                let end = self.look_up(sequence, &reason);
                if end.is_ok() {
                    self.health.restored();
                }
                end
            }
        }
    }

    /// What a failure means that came before the first page; it may be one of the incoming file or of the copy aside.
    fn stays(&self, error: &StoreError) -> WriteFailure {
        match error.storage_fault() {
            Some(fault) if fault.may_pass() => WriteFailure::Unavailable(fault),
            _ if error.is_busy() => WriteFailure::Busy,
            _ => WriteFailure::NotWritten(error.to_string()),
        }
    }

    fn bring_in(&mut self, db: &mut Db, task: &mut dyn Task, replacement: &Replacement) -> Result<(), Stay> {
        let incoming = open_writer(&replacement.with)?;
        let coming = Backup::new(&incoming.conn, &mut db.conn).map_err(StoreError::from)?;
        // No page yet, but from here on nobody else can write to the live file.
        step(&coming, 0)?;
        copy_file(&self.path, &replacement.aside, |_| {})?;
        let sequence = self.sequence + 1;
        make_ready(&incoming, task, &self.name, sequence)?;
        self.sequence = sequence;
        let _committing = self.health.begin_commit();
        if self.health.has(StorageFault::Replaced) {
            return Err(StoreError::Replaced.into());
        }
        step(&coming, -1).map_err(|error| {
            self.health.note(&error);
            Stay::Meanwhile(sequence, error.to_string())
        })
    }
}

/// Lets the task write into the incoming file, and marks it, so that its coming in can be told.
fn make_ready(incoming: &Db, task: &mut dyn Task, writer: &str, sequence: i64) -> Result<(), Stay> {
    let tx = Tx { db: incoming };
    tx.change("BEGIN IMMEDIATE", [])?;
    match catch_unwind(AssertUnwindSafe(|| task.run(&tx))) {
        Ok(Verdict::Keep) => {}
        Ok(Verdict::RollBack) => return Err(Stay::Refused),
        Err(panic) => return Err(Stay::Panicked(panic_text(&*panic))),
    }
    mark(incoming, writer, sequence)?;
    tx.change("COMMIT", [])?;
    Ok(())
}

/// So many pages; a negative number is all of them, committed.
fn step(coming: &Backup<'_, '_>, pages: i32) -> Stored<()> {
    match coming.step(pages)? {
        StepResult::Done => Ok(()),
        StepResult::More if pages == 0 => Ok(()),
        StepResult::Busy | StepResult::Locked => Err(StoreError::busy()),
        _ => Err(StoreError::Unfit("not all pages came in".to_owned())),
    }
}
