//! A unit of writing as the writer sees it: it runs inside the group, and is answered after the commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use crate::db::Tx;
use crate::storage_fault::StorageFault;

/// What becomes of the changes a task has made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They are committed with the group.
    Keep,
    /// They alone are rolled back: a refusal.
    RollBack,
}

/// Why a task was not carried out although nobody refused it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteFailure {
    /// The task panicked; its changes were rolled back.
    #[error("the task panicked: {0}")]
    Panicked(String),
    /// The group was rolled back; nothing of it remains.
    #[error("nothing was written: {0}")]
    NotWritten(String),
    /// The commit failed and the file could not be asked what became of it.
    #[error("it is not known whether it was written: {0}")]
    Unknown(String),
    /// Its turn had not come by its deadline; it never ran.
    #[error("its turn did not come in time")]
    TimedOut,
    /// The file cannot be written to; nothing of it remains.
    #[error("nothing was written: the file is {}", .0.name())]
    Unavailable(StorageFault),
    /// Another process held the file for too long; it never ran.
    #[error("another process holds the file")]
    Busy,
    /// The writer has stopped.
    #[error("the writer has stopped")]
    Stopped,
}

/// A file whose content is to take the place of all that is in the shop's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The file; of the current version, and nobody else has it open.
    pub with: PathBuf,
    /// Where what was there before is copied to; empty or absent.
    pub aside: PathBuf,
}

/// Something to write.
pub trait Task: Send {
    /// Runs inside the group's transaction, in a savepoint of its own.
    fn run(&mut self, tx: &Tx<'_>) -> Verdict;

    /// Where it is one that replaces everything: it is taken between two groups, and [`Task::run`] is called inside a
    /// transaction of the file that comes in, while nobody can write to the one that goes and a copy of that is made.
    fn replacement(&self) -> Option<Replacement> {
        None
    }

    /// Called once after the commit, or instead of it; through [`finish`], which survives a panic. `Ok` means that what [`Task::run`] asked for has happened.
    fn finish(self: Box<Self>, end: Result<(), WriteFailure>);
}

/// Finishes a task. A panic in it is logged and goes no further: it must not end the thread that finishes others as well.
pub fn finish(task: Box<dyn Task>, end: Result<(), WriteFailure>) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| task.finish(end))) {
        tracing::error!(panic = panic_text(&*panic), "a task panicked while it was finished");
    }
}

/// What a panic has said.
pub(super) fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "without a message".to_owned())
}

/// Where the writer gets its tasks from, in the order in which they shall run.
pub trait Feed: Send + Sync {
    /// Blocks until a task may run; `None` when the feed is closed and empty.
    fn wait(&self) -> Option<Box<dyn Task>>;

    /// The next task that may run now, if there is one.
    fn poll(&self) -> Option<Box<dyn Task>>;

    /// Tells how long the task that was handed out last has held its keys.
    fn ran(&self, held: std::time::Duration);
}
