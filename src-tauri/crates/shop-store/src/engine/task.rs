//! The interface between the writer and the tasks that it runs inside a group and answers after the commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use crate::db::Tx;
use crate::storage_fault::StorageFault;

/// Whether the changes of a task are committed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Committed with the group.
    Keep,
    /// Rolled back, as after a refusal; other tasks of the group are not affected.
    RollBack,
}

/// Why a task failed, other than by a refusal.
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
    /// Its deadline passed before it ran.
    #[error("its turn did not come in time")]
    TimedOut,
    /// The file cannot be written to; nothing of it remains.
    #[error("nothing was written: the file is {}", .0.name())]
    Unavailable(StorageFault),
    /// Another process held the file for too long; the task never ran.
    #[error("another process holds the file")]
    Busy,
    /// The writer has stopped.
    #[error("the writer has stopped")]
    Stopped,
}

/// A file that replaces the content of the shop's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// Path of the new content: a file of the current version that no other connection has open.
    pub with: PathBuf,
    /// Path for a copy of the old content; empty or absent.
    pub aside: PathBuf,
}

/// A write.
pub trait Task: Send {
    /// Runs inside the transaction of the group. May be called again after the transaction was rolled back; what it did
    /// before is then void, and its verdict is the last one.
    fn run(&mut self, tx: &Tx<'_>) -> Verdict;

    /// The replacement, if the task replaces the whole content: it then runs between two groups, [`Task::run`] is
    /// called inside a transaction of the incoming file, and the live file is locked and copied meanwhile.
    fn replacement(&self) -> Option<Replacement> {
        None
    }

    /// Called once after the commit, or instead of it, through [`finish`]. `Ok` means that the verdict of [`Task::run`]
    /// was carried out, and that the rows on which it was decided are committed.
    fn finish(self: Box<Self>, end: Result<(), WriteFailure>);
}

/// Finishes a task. A panic is logged and swallowed: it must not end the thread that also finishes others.
pub fn finish(task: Box<dyn Task>, end: Result<(), WriteFailure>) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| task.finish(end))) {
        tracing::error!(panic = panic_text(&*panic), "a task panicked while it was finished");
    }
}

/// The message of a panic.
pub(super) fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "without a message".to_owned())
}

/// The source of tasks, in the order in which they shall run.
pub trait Feed: Send + Sync {
    /// Blocks until a task can run; `None` when the feed is closed and empty.
    fn wait(&self) -> Option<Box<dyn Task>>;

    /// The next task that can run now, if any.
    fn poll(&self) -> Option<Box<dyn Task>>;

    /// Reports how long the last task held its keys.
    fn ran(&self, held: std::time::Duration);
}
