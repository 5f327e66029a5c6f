//! The thread that writes. It takes the tasks that have arrived, runs them inside one `BEGIN IMMEDIATE` (see `group`), commits
//! once, and only then answers all of them (group commit).
//!
//! A failed COMMIT does not mean "not committed": `outcome` asks the file.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use super::commit_mark::{mark, marked};
use super::group::{GROUP_TASKS, Member, Ran, Wariness, run_group};
use super::histogram::Histogram;
use super::task::{Feed, Task, WriteFailure, finish};
use crate::db::{Db, StoreResult, Tx};
use crate::error::StoreError;
use crate::health::StorageHealth;
use crate::open::open_writer;
use crate::planted::{Bug, is_planted};

/// Buckets of group sizes: 1, 2, 4 and so on up to [`GROUP_TASKS`].
const GROUP_SIZES: usize = GROUP_TASKS.ilog2() as usize + 1;
/// Time after which a group is committed, so that its tasks and those of other keys do not wait longer.
const GROUP_WORK: Duration = Duration::from_millis(2);
/// A group may work for this many times the recent duration of a commit: where commits are slow, a short group would
/// make every other task wait for one more of them. A larger factor makes a crowd faster, and those beside it wait longer.
const GROUP_WORK_IN_COMMITS: u32 = 3;
/// Upper bound of the time that a group may work.
const GROUP_WORK_LONGEST: Duration = Duration::from_millis(16);

/// Counters of the writer, read without stopping it.
#[derive(Debug, Default)]
pub struct WriterStats {
    /// Groups committed.
    pub groups: AtomicU64,
    /// Tasks run.
    pub tasks: AtomicU64,
    /// Time spent in COMMIT, in microseconds.
    pub commit_micros: AtomicU64,
    /// Durations of the successful COMMITs.
    pub commit_times: Histogram,
    /// Commits that failed.
    pub failed_commits: AtomicU64,
    /// Groups that ran again with savepoints.
    pub repeated_groups: AtomicU64,
    /// Groups by size: index n counts those of more than 2^(n-1) and at most 2^n tasks.
    pub group_sizes: [AtomicU64; GROUP_SIZES],
}

/// The running writer. Dropping it waits for the feed to end.
pub struct Writer {
    thread: Mutex<Option<JoinHandle<()>>>,
    stats: Arc<WriterStats>,
}

impl Writer {
    /// Opens and migrates the file, then starts the thread. `name` must be unique among all writers of the file.
    pub fn start(
        path: &Path,
        name: String,
        feed: Arc<dyn Feed>,
        health: Arc<StorageHealth>,
        is_durable: bool,
    ) -> StoreResult<Self> {
        let db = open_writer(path)?.watched(&health);
        if !is_durable || is_planted(Bug::LostSync) {
            db.conn.pragma_update(None, "synchronous", "OFF")?;
        }
        let stats = Arc::new(WriterStats::default());
        let mut state = State {
            path: path.to_owned(),
            name,
            sequence: 0,
            db: Some(db),
            commit_time: Duration::ZERO,
            wariness: Wariness::default(),
            stats: Arc::clone(&stats),
            health,
        };
        let thread = std::thread::Builder::new().name("shop-writer".to_owned()).spawn(move || {
            let mut next = None;
            while let Some(first) = next.take().or_else(|| feed.wait()) {
                match first.replacement() {
                    Some(replacement) => state.replace(first, &replacement),
                    None => next = state.write_group(first, &*feed),
                }
            }
        })?;
        Ok(Self { thread: Mutex::new(Some(thread)), stats })
    }

    /// Counters of this writer.
    #[must_use]
    pub fn stats(&self) -> Arc<WriterStats> {
        Arc::clone(&self.stats)
    }

    /// Waits until the feed has ended and the last group is committed. The thread does not wait for itself: it calls
    /// this when a task holds the last reference to the shop.
    pub fn join(&self) {
        let Some(thread) = self.thread.lock().take() else { return };
        if thread.thread().id() != std::thread::current().id() {
            let _ = thread.join();
        }
    }
}

pub(super) struct State {
    pub(super) path: PathBuf,
    pub(super) name: String,
    pub(super) sequence: i64,
    /// `None` after a failed commit, until the file can be opened again.
    pub(super) db: Option<Db>,
    /// Moving average of the duration of a commit.
    commit_time: Duration,
    wariness: Wariness,
    pub(super) stats: Arc<WriterStats>,
    pub(super) health: Arc<StorageHealth>,
}

impl State {
    /// Runs and commits a group; returns the task that ended it because it must run alone.
    fn write_group(&mut self, first: Box<dyn Task>, feed: &dyn Feed) -> Option<Box<dyn Task>> {
        if let Err(failure) = self.begin() {
            finish(first, Err(failure));
            return None;
        }
        let db = self.db.as_ref()?;
        let limit = self.work_limit();
        let Ran { group, lost, alone, is_repeated } = run_group(db, first, feed, limit, &mut self.wariness);
        self.stats.repeated_groups.fetch_add(u64::from(is_repeated), Ordering::Relaxed);
        self.stats.tasks.fetch_add(group.len() as u64, Ordering::Relaxed);
        let size = group.len().next_power_of_two().ilog2() as usize;
        self.stats.group_sizes[size.min(GROUP_SIZES - 1)].fetch_add(1, Ordering::Relaxed);
        let end = match lost {
            Some(reason) => {
                // The search index (FTS5) can keep counts in memory that it did not read because SQLite was rolling back, and
                // would write them with the next group. A new connection reads them again.
                self.db = None;
                Err(self.not_written(reason))
            }
            None => self.commit(),
        };
        for Member { task, own, is_settled } in group {
            finish(task, own.and_then(|()| if is_settled { Ok(()) } else { end.clone() }));
        }
        alone
    }

    /// Takes the connection; opens one if a failed commit has left none.
    pub(super) fn live(&mut self) -> StoreResult<Db> {
        self.db.take().map_or_else(|| self.reopen(), Ok)
    }

    /// Reopens the file, unless another file lies at its path by now. The next group continues after the mark in the file: a
    /// gap would make the WAL look like one of another file (see `wal_origin`).
    pub(super) fn reopen(&mut self) -> StoreResult<Db> {
        self.health.expect_same_file()?;
        let opened = open_writer(&self.path).inspect_err(|error| self.health.note(error))?;
        self.health.expect_same_file()?;
        let db = opened.watched(&self.health);
        self.sequence = marked(&db, &self.name)?.unwrap_or(0);
        Ok(db)
    }

    fn begin(&mut self) -> Result<(), WriteFailure> {
        self.health.admit_write().map_err(WriteFailure::Unavailable)?;
        let db = self.live().map_err(|error| self.not_begun(&error))?;
        let begun = Tx { db: &db }.change("BEGIN IMMEDIATE", []);
        self.db = Some(db);
        begun.map(|_| ()).map_err(|error| self.not_begun(&error))
    }

    /// The outcome for an error before any task ran.
    pub(super) fn not_begun(&self, error: &StoreError) -> WriteFailure {
        if error.is_busy() { WriteFailure::Busy } else { self.not_written(error.to_string()) }
    }

    /// The outcome if nothing was written: the fault of the file if there is one, otherwise `reason`.
    pub(super) fn not_written(&self, reason: String) -> WriteFailure {
        self.health.fault().map_or(WriteFailure::NotWritten(reason), WriteFailure::Unavailable)
    }

    fn commit(&mut self) -> Result<(), WriteFailure> {
        let Some(db) = &self.db else {
            return Err(WriteFailure::Stopped);
        };
        let started = Instant::now();
        let next = self.sequence + 1;
        let health = Arc::clone(&self.health);
        let _committing = health.begin_commit();
        if let Some(fault) = self.health.fault().filter(|fault| !fault.may_pass()) {
            // Dropping the connection drops the transaction.
            self.db = None;
            return Err(WriteFailure::Unavailable(fault));
        }
        let committed = mark(db, &self.name, next).and_then(|()| Tx { db }.change("COMMIT", []));
        match committed {
            Ok(_) => {
                self.sequence = next;
                self.health.wrote();
                self.stats.groups.fetch_add(1, Ordering::Relaxed);
                self.took(started.elapsed());
                Ok(())
            }
            Err(error) => {
                self.stats.failed_commits.fetch_add(1, Ordering::Relaxed);
                self.look_up(next, &error)
            }
        }
    }

    /// Records the duration of a commit; the average smooths outliers.
    fn took(&mut self, time: Duration) {
        self.commit_time = (self.commit_time * 7 + time) / 8;
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        self.stats.commit_micros.fetch_add(micros, Ordering::Relaxed);
        self.stats.commit_times.count(micros);
    }

    /// Time that the next group may work.
    fn work_limit(&self) -> Duration {
        (self.commit_time * GROUP_WORK_IN_COMMITS).clamp(GROUP_WORK, GROUP_WORK_LONGEST)
    }
}
