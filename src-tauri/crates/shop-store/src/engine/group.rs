//! Runs the tasks of a group in the transaction of the group.
//!
//! A refusal or a panic undoes the changes of its own task alone. Most refusals are decided before the first change, so a
//! task has no savepoint at first: a savepoint copies every page that the task changes. If a task that has to be undone has
//! changed a row, the transaction is rolled back and the tasks of the group run again in the same sequence, each in a
//! savepoint.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use super::task::{Feed, Task, Verdict, WriteFailure, panic_text};
use crate::db::{Db, StoreResult, Tx, probe};

/// Most tasks in one group.
pub(super) const GROUP_TASKS: usize = 1_024;
/// Groups that have savepoints from the beginning after one had to run again.
const WARY_GROUPS: u32 = 64;

/// How many of the next groups have savepoints from the beginning.
#[derive(Debug, Default)]
pub(super) struct Wariness(u32);

impl Wariness {
    /// Whether the next group has savepoints.
    fn next(&mut self) -> bool {
        let is_wary = self.0 > 0;
        self.0 = self.0.saturating_sub(1);
        is_wary
    }
}

/// A task that has run in a group.
pub(super) struct Member {
    pub(super) task: Box<dyn Task>,
    /// Why it failed by itself, if it did.
    pub(super) own: Result<(), WriteFailure>,
    /// Whether its outcome does not depend on the commit: it was rolled back, and no task before it changed a row.
    pub(super) is_settled: bool,
}

/// A group that has run.
#[derive(Default)]
pub(super) struct Ran {
    pub(super) group: Vec<Member>,
    /// Why the whole group was lost, if it was.
    pub(super) lost: Option<String>,
    /// The next task, if it must run alone.
    pub(super) alone: Option<Box<dyn Task>>,
    /// Whether the tasks had to run again.
    pub(super) is_repeated: bool,
}

/// Runs tasks until none is waiting, the next must run alone, or the group is full.
pub(super) fn run_group(
    db: &Db,
    first: Box<dyn Task>,
    feed: &dyn Feed,
    work_limit: Duration,
    wariness: &mut Wariness,
) -> Ran {
    let (started, mut has_savepoints) = (Instant::now(), wariness.next());
    let mut ran = Ran { group: Vec::with_capacity(64), ..Ran::default() };
    let (mut next, mut is_unchanged) = (Some(first), true);
    while let Some(mut task) = next {
        let begun = Instant::now();
        // A thread under watch is shown task by task.
        let (end, must_repeat) = if has_savepoints || probe::is_watching() {
            (run_in_savepoint(db, &mut *task), false)
        } else {
            run_bare(db, &mut *task)
        };
        feed.ran(begun.elapsed());
        is_unchanged &= end != Ok(Verdict::Keep);
        ran.group.push(Member { task, own: end.map(drop), is_settled: is_unchanged });
        if must_repeat && !db.conn.is_autocommit() {
            (has_savepoints, ran.is_repeated, wariness.0) = (true, true, WARY_GROUPS);
            match repeat(db, &mut ran.group) {
                Ok(unchanged) => is_unchanged = unchanged,
                Err(error) => ran.lost = Some(error.to_string()),
            }
        }
        if db.conn.is_autocommit() {
            ran.lost.get_or_insert_with(|| "SQLite rolled the transaction back".to_owned());
        }
        let has_room = ran.group.len() < GROUP_TASKS && started.elapsed() < work_limit;
        next = if has_room && ran.lost.is_none() { feed.poll() } else { None };
        ran.alone = next.take_if(|next| next.replacement().is_some());
    }
    ran
}

/// Runs one task without a savepoint; also returns whether it has to be undone and has changed a row.
fn run_bare(db: &Db, task: &mut dyn Task) -> (Result<Verdict, WriteFailure>, bool) {
    let before = db.conn.total_changes();
    let end = run(&Tx { db }, task);
    let must_undo = end != Ok(Verdict::Keep) && db.conn.total_changes() != before;
    (end, must_undo)
}

fn run(tx: &Tx<'_>, task: &mut dyn Task) -> Result<Verdict, WriteFailure> {
    catch_unwind(AssertUnwindSafe(|| task.run(tx))).map_err(|panic| WriteFailure::Panicked(panic_text(&*panic)))
}

/// Rolls the transaction back and runs the tasks again, each in a savepoint; returns whether no row has changed.
fn repeat(db: &Db, group: &mut [Member]) -> StoreResult<bool> {
    let tx = Tx { db };
    tx.change("ROLLBACK", [])?;
    tx.change("BEGIN IMMEDIATE", [])?;
    let mut is_unchanged = true;
    for member in group {
        let end = run_in_savepoint(db, &mut *member.task);
        is_unchanged &= end != Ok(Verdict::Keep);
        (member.own, member.is_settled) = (end.map(drop), is_unchanged);
        if db.conn.is_autocommit() {
            break;
        }
    }
    Ok(is_unchanged)
}

/// Runs one task in its savepoint. If the savepoint itself fails, the whole transaction is rolled back, because its
/// content is no longer known.
fn run_in_savepoint(db: &Db, task: &mut dyn Task) -> Result<Verdict, WriteFailure> {
    let tx = Tx { db };
    let (kept, end) = match tx.change("SAVEPOINT task", []).map(|_| run(&tx, task)) {
        Ok(Ok(Verdict::Keep)) => (tx.change("RELEASE task", []), Ok(Verdict::Keep)),
        Ok(end) => (roll_back(&tx), end),
        // It did not run, and is answered as the group is.
        Err(error) => (Err(error), Ok(Verdict::Keep)),
    };
    if kept.is_err() && !db.conn.is_autocommit() {
        // If this fails too, the COMMIT of the group fails and the outcome is looked up.
        let _ = tx.change("ROLLBACK", []);
    }
    end
}

fn roll_back(tx: &Tx<'_>) -> StoreResult<usize> {
    tx.change("ROLLBACK TO task", [])?;
    tx.change("RELEASE task", [])
}
