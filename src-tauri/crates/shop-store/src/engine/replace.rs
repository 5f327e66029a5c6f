//! Another file in the place of everything, without closing the shop: the writer's own work between two groups.
//!
//! The new content comes in as one transaction of the live file (SQLite's online backup, into it), so that whoever reads
//! sees the one or the other, and a fall leaves the one or the other. What the incoming file still needs is written into
//! that file first, and comes in with it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;

use rusqlite::backup::{Backup, StepResult};

use super::task::{Replacement, Task, Verdict, WriteFailure};
use super::writer::{State, mark, not_begun, panic_text};
use crate::backup::copy_file;
use crate::db::{Db, Stored, Tx};
use crate::error::StoreError;
use crate::open::open_writer;

/// Why nothing came in, or is not known to have come in.
enum Stay {
    /// The task refused it; it has its answer.
    Refused,
    /// Something failed before the first page.
    Before(WriteFailure),
    /// Something failed while the pages came in under this number; only the file knows.
    Meanwhile(i64, String),
}

impl From<StoreError> for Stay {
    fn from(error: StoreError) -> Self {
        Self::Before(not_begun(&error))
    }
}

impl State {
    /// Carries a replacement out and answers its task.
    pub(super) fn replace(&mut self, mut task: Box<dyn Task>, replacement: &Replacement) {
        let end = match self.live() {
            Ok(db) => self.try_replace(db, &mut *task, replacement),
            Err(error) => Err(not_begun(&error)),
        };
        task.finish(end);
    }

    fn try_replace(&mut self, mut db: Db, task: &mut dyn Task, with: &Replacement) -> Result<(), WriteFailure> {
        let came = self.bring_in(&mut db, task, with);
        self.db = Some(db);
        match came {
            Ok(()) => {
                self.stats.tasks.fetch_add(1, Ordering::Relaxed);
                Ok(())
            }
            Err(Stay::Refused) => Ok(()),
            Err(Stay::Before(failure)) => Err(failure),
            Err(Stay::Meanwhile(sequence, reason)) => {
                self.stats.failed_commits.fetch_add(1, Ordering::Relaxed);
                self.look_up(sequence, &reason)
            }
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
        step(&coming, -1).map_err(|error| Stay::Meanwhile(sequence, error.to_string()))
    }
}

/// Lets the task write into the incoming file, and marks it, so that its coming in can be told.
fn make_ready(incoming: &Db, task: &mut dyn Task, writer: &str, sequence: i64) -> Result<(), Stay> {
    let tx = Tx { db: incoming };
    tx.change("BEGIN IMMEDIATE", [])?;
    match catch_unwind(AssertUnwindSafe(|| task.run(&tx))) {
        Ok(Verdict::Keep) => {}
        Ok(Verdict::RollBack) => return Err(Stay::Refused),
        Err(panic) => return Err(Stay::Before(WriteFailure::Panicked(panic_text(&*panic)))),
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
