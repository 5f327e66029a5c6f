//! The guarantees of the writer: a refusal or panic affects no other task, answers follow the commit, a failed commit
//! is looked up, and a file of a newer version is not changed.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use super::*;
use crate::Tx;

mod storage;

/// A feed that keeps its tasks until it is closed, so that they form one group.
#[derive(Default)]
struct Batch {
    tasks: Mutex<(VecDeque<Box<dyn Task>>, bool)>,
    closed: Condvar,
}

impl Feed for Batch {
    fn wait(&self) -> Option<Box<dyn Task>> {
        let mut tasks = self.tasks.lock();
        while !tasks.1 {
            self.closed.wait(&mut tasks);
        }
        tasks.0.pop_front()
    }

    fn poll(&self) -> Option<Box<dyn Task>> {
        self.tasks.lock().0.pop_front()
    }

    fn ran(&self, _held: Duration) {}
}

type Work = fn(&Tx<'_>) -> Verdict;

struct Told {
    work: Work,
    answer: mpsc::Sender<Result<(), WriteFailure>>,
}

impl Task for Told {
    fn run(&mut self, tx: &Tx<'_>) -> Verdict {
        (self.work)(tx)
    }

    fn finish(self: Box<Self>, end: Result<(), WriteFailure>) {
        let _ = self.answer.send(end);
    }
}

fn set(tx: &Tx<'_>, key: &str) {
    let now = chrono::DateTime::default();
    crate::setting::write(tx, key, &1, now).expect("a setting is written");
}

/// Runs the tasks as one group; returns the outcome of each and the settings afterwards.
fn group(works: &[Work]) -> (Vec<Result<(), WriteFailure>>, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shop.db");
    let feed = Arc::new(Batch::default());
    let mut store = Store::open(&path, "test".to_owned(), Arc::clone(&feed) as _).expect("the store opens");
    let mut answers = Vec::new();
    for work in works {
        let (answer, receiver) = mpsc::channel();
        feed.tasks.lock().0.push_back(Box::new(Told { work: *work, answer }));
        answers.push(receiver);
    }
    feed.tasks.lock().1 = true;
    feed.closed.notify_all();
    let ends = answers.iter().map(|answer| answer.recv().expect("every task is answered")).collect();
    let keys = store
        .read(|db| db.rows("SELECT key FROM setting ORDER BY key", [], |row| row.get(0)))
        .expect("the settings are read");
    store.close();
    (ends, keys)
}

#[test]
fn a_refusal_takes_back_its_own_changes_only() {
    let (ends, keys) = group(&[
        |tx| {
            set(tx, "a");
            Verdict::Keep
        },
        |tx| {
            set(tx, "b");
            Verdict::RollBack
        },
        |tx| {
            set(tx, "c");
            Verdict::Keep
        },
    ]);
    assert_eq!(ends, [Ok(()), Ok(()), Ok(())], "a refusal is an answer too");
    assert_eq!(keys, ["a", "c"], "only the refused one's change is gone");
}

#[test]
fn a_panic_takes_back_its_own_changes_only() {
    let (ends, keys) = group(&[
        |tx| {
            set(tx, "a");
            panic!("by design")
        },
        |tx| {
            set(tx, "b");
            Verdict::Keep
        },
    ]);
    assert_eq!(ends, [Err(WriteFailure::Panicked("by design".to_owned())), Ok(())], "the next one runs as ever");
    assert_eq!(keys, ["b"], "nothing of the panicking one is left");
}

/// How often the counted task of a group runs, before one that refuses.
fn runs_before(refuses: Work) -> usize {
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    RUNS.store(0, Ordering::SeqCst);
    let counted: Work = |tx| {
        RUNS.fetch_add(1, Ordering::SeqCst);
        set(tx, "a");
        Verdict::Keep
    };
    let (ends, keys) = group(&[counted, refuses, |tx| {
        set(tx, "c");
        Verdict::Keep
    }]);
    assert_eq!((ends, keys), (vec![Ok(()); 3], vec!["a".to_owned(), "c".to_owned()]), "whatever runs how often");
    RUNS.load(Ordering::SeqCst)
}

#[test]
fn a_group_runs_again_only_where_a_change_has_to_be_undone() {
    assert_eq!(runs_before(|_| Verdict::RollBack), 1, "a refusal that has changed nothing");
    let undone = || {
        runs_before(|tx| {
            set(tx, "b");
            Verdict::RollBack
        })
    };
    // On a busy machine a group can end after its first task, which then has nothing to run again for.
    assert!((0..20).any(|_| undone() == 2), "a refusal that has changed a row");
}

/// A task that owns the last reference to its writer.
struct LastOwner {
    writer: Arc<Writer>,
    answer: mpsc::Sender<Result<(), WriteFailure>>,
}

impl Task for LastOwner {
    fn run(&mut self, tx: &Tx<'_>) -> Verdict {
        set(tx, "a");
        Verdict::Keep
    }

    fn finish(self: Box<Self>, end: Result<(), WriteFailure>) {
        self.writer.join();
        let _ = self.answer.send(end);
    }
}

#[test]
fn the_writer_does_not_wait_for_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let feed = Arc::new(Batch::default());
    let path = folder.path().join("shop.db");
    let health = Arc::new(StorageHealth::new(&path));
    let writer = Writer::start(&path, "test".to_owned(), Arc::clone(&feed) as _, health, true);
    let writer = Arc::new(writer.expect("the writer starts"));
    let (answer, answered) = mpsc::channel();
    *feed.tasks.lock() = (VecDeque::from([Box::new(LastOwner { writer, answer }) as Box<dyn Task>]), true);
    feed.closed.notify_all();
    assert_eq!(answered.recv(), Ok(Ok(())), "it goes on to the answer");
}

#[test]
fn a_lost_transaction_fails_the_whole_group() {
    let lost = || {
        group(&[
            |tx| {
                set(tx, "a");
                Verdict::Keep
            },
            |tx| {
                // A full disk makes SQLite roll everything back, savepoints included.
                tx.db.conn.execute_batch("ROLLBACK").expect("it is rolled back");
                Verdict::RollBack
            },
        ])
    };
    // A machine that is busy for two milliseconds ends the group after its first task, which is then written rightly.
    let together = (0..20).map(|_| lost()).find(|(ends, _)| ends[0].is_err());
    let (ends, keys) = together.expect("of a group that was lost, no task is told that it was written");
    assert!(ends.iter().all(|end| matches!(end, Err(WriteFailure::NotWritten(_)))), "each is told so: {ends:?}");
    assert_eq!(keys, [""; 0], "and nothing was");
}

#[test]
fn a_commit_that_failed_before_it_took_effect_is_told_as_not_written() {
    let (ends, keys) = group(&[|tx| {
        set(tx, "a");
        // A deferred constraint is checked by COMMIT, which then fails.
        tx.db
            .conn
            .execute_batch(
                "CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
                 CREATE TABLE child (p INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
                 PRAGMA defer_foreign_keys = ON; INSERT INTO child VALUES (1);",
            )
            .expect("the tables are made");
        Verdict::Keep
    }]);
    assert!(matches!(&ends[..], [Err(WriteFailure::NotWritten(_))]), "the answer is what the file says: {ends:?}");
    assert_eq!(keys, [""; 0], "it is not there");
}

#[test]
fn a_newer_file_is_refused_untouched() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shop.db");
    let conn = rusqlite::Connection::open(&path).expect("a file");
    conn.execute_batch("CREATE TABLE future (id); PRAGMA user_version = 99").expect("a newer schema");
    drop(conn);
    let before = std::fs::read(&path).expect("the file is read");
    let opened = Store::open(&path, "test".to_owned(), Arc::new(Batch::default()));
    assert!(matches!(opened, Err(crate::StoreError::Newer { found: 99, .. })), "a newer file is refused");
    assert_eq!(std::fs::read(&path).expect("the file is read"), before, "with not one byte changed");
}

#[test]
fn a_file_that_another_holds_is_busy_and_not_broken() {
    let folder = tempfile::tempdir().expect("a folder");
    let open = || rusqlite::Connection::open(folder.path().join("shop.db")).expect("a file");
    let (holder, other) = (open(), open());
    holder.execute_batch("CREATE TABLE t (x); BEGIN IMMEDIATE").expect("it is held");
    other.busy_timeout(Duration::ZERO).expect("no waiting");
    let refused = other.execute_batch("BEGIN IMMEDIATE").map_err(crate::StoreError::from);
    assert!(refused.is_err_and(|error| error.is_busy()), "so that its clients are told to come again");
}
