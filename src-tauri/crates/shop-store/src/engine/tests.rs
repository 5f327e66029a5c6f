//! What the writer promises: refusals and panics touch nobody else, answers come after the commit, a failed commit is
//! looked up, and a file from the future is left alone.

use std::collections::VecDeque;
use std::sync::mpsc;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use super::*;
use crate::Tx;

/// A feed that holds its tasks back until it is closed, so that they make one group.
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

/// Runs the works as one group and gives each one's end, and the settings that are there afterwards.
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

/// A task that is its writer's last owner, as one is that nobody waits for any more.
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
    let writer = Writer::start(&path, "test".to_owned(), Arc::clone(&feed) as _, health);
    let writer = Arc::new(writer.expect("the writer starts"));
    let (answer, answered) = mpsc::channel();
    *feed.tasks.lock() = (VecDeque::from([Box::new(LastOwner { writer, answer }) as Box<dyn Task>]), true);
    feed.closed.notify_all();
    assert_eq!(answered.recv(), Ok(Ok(())), "it goes on to the answer");
}

#[test]
fn a_lost_transaction_fails_the_whole_group() {
    let (ends, keys) = group(&[
        |tx| {
            set(tx, "a");
            Verdict::Keep
        },
        |tx| {
            // What a full disk does: SQLite rolls back everything, savepoints and all.
            tx.db.conn.execute_batch("ROLLBACK").expect("it is rolled back");
            Verdict::RollBack
        },
    ]);
    assert!(ends.iter().all(|end| matches!(end, Err(WriteFailure::NotWritten(_)))), "nobody is told it was written");
    assert_eq!(keys, [""; 0], "and nothing was");
}

#[test]
fn a_failed_commit_is_looked_up_and_the_writer_goes_on() {
    let (ends, keys) = group(&[|tx| {
        set(tx, "a");
        // A deferred constraint is first looked at by COMMIT, which then fails.
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
    assert!(matches!(&ends[..], [Err(WriteFailure::NotWritten(_))] | [Ok(())]), "the answer is what the file says");
    assert_eq!(keys.is_empty(), ends[0].is_err(), "told as written exactly when it is there: {ends:?} {keys:?}");
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

/// A task that panics while it is finished.
struct PanicsAtItsEnd;

impl Task for PanicsAtItsEnd {
    fn run(&mut self, tx: &Tx<'_>) -> Verdict {
        set(tx, "a");
        Verdict::Keep
    }

    fn finish(self: Box<Self>, _end: Result<(), WriteFailure>) {
        panic!("by design")
    }
}

/// A store whose feed is open, and the way to write into it.
struct Open {
    folder: tempfile::TempDir,
    store: Store,
    feed: Arc<Queue>,
}

/// A feed that hands out what comes as it comes.
#[derive(Default)]
struct Queue {
    tasks: Mutex<(VecDeque<Box<dyn Task>>, bool)>,
    changed: Condvar,
}

impl Feed for Queue {
    fn wait(&self) -> Option<Box<dyn Task>> {
        let mut tasks = self.tasks.lock();
        while tasks.0.is_empty() && !tasks.1 {
            self.changed.wait(&mut tasks);
        }
        tasks.0.pop_front()
    }

    fn poll(&self) -> Option<Box<dyn Task>> {
        self.tasks.lock().0.pop_front()
    }

    fn ran(&self, _held: Duration) {}
}

impl Open {
    fn new(limits: StorageLimits) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let feed = Arc::new(Queue::default());
        let path = folder.path().join("shop.db");
        let store = Store::open_with(&path, "test".to_owned(), Arc::clone(&feed) as _, limits);
        Self { folder, store: store.expect("the store opens"), feed }
    }

    fn queue(&self, task: Box<dyn Task>) {
        self.feed.tasks.lock().0.push_back(task);
        self.feed.changed.notify_all();
    }

    fn write(&self, work: Work) -> Result<(), WriteFailure> {
        let (answer, receiver) = mpsc::channel();
        self.queue(Box::new(Told { work, answer }));
        receiver.recv().expect("every task is answered")
    }

    fn settings(&self, db: &Db) -> i64 {
        let found = db.row("SELECT count(*) FROM setting", [], |row| row.get(0));
        found.expect("they are read").expect("a number")
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.feed.tasks.lock().1 = true;
        self.feed.changed.notify_all();
        self.store.close();
    }
}

#[test]
fn a_panic_while_finishing_does_not_end_the_writer() {
    let open = Open::new(StorageLimits::default());
    open.queue(Box::new(PanicsAtItsEnd));
    let next = open.write(|tx| {
        set(tx, "b");
        Verdict::Keep
    });
    assert_eq!(next, Ok(()), "the next one is written and answered");
    let written = open.store.read(|db| Ok::<_, crate::StoreError>(open.settings(db))).expect("it is read");
    assert_eq!(written, 2, "and what the panicking one has written stays, for it was committed");
}

#[test]
fn once_the_file_is_replaced_nothing_more_is_written_and_what_is_held_can_be_copied() {
    let open = Open::new(StorageLimits::default());
    let (path, away) = (open.folder.path().join("shop.db"), open.folder.path().join("away.db"));
    let write = |key: &'static str| match key {
        "a" => open.write(|tx| {
            set(tx, "a");
            Verdict::Keep
        }),
        _ => open.write(|tx| {
            set(tx, "b");
            Verdict::Keep
        }),
    };
    assert_eq!(write("a"), Ok(()), "it is in its place");
    std::fs::rename(&path, &away).expect("it is moved");
    std::fs::copy(&away, &path).expect("another file in its place");
    open.store.health().look_at_file();
    assert_eq!(write("b"), Err(WriteFailure::Unavailable(StorageFault::Replaced)), "nothing is answered as written");
    let copy = open.folder.path().join("copy.db");
    open.store.copy_held(&copy).expect("what is held can be copied");
    let copied = rusqlite::Connection::open(&copy).expect("the copy");
    let keys: i64 = copied.query_row("SELECT count(*) FROM setting", [], |row| row.get(0)).expect("a number");
    assert_eq!(keys, 1, "with what was answered, which is in the WAL alone");
    std::fs::rename(&away, &path).expect("it is moved back");
    open.store.health().look_at_file();
    assert_eq!(write("b"), Ok(()), "the very same file is written to again");
}

#[test]
fn a_wal_that_is_taken_away_is_a_file_replaced() {
    let open = Open::new(StorageLimits::default());
    std::fs::remove_file(open.folder.path().join("shop.db-wal")).expect("it is removed");
    open.store.health().look_at_file();
    assert_eq!(open.store.health().fault(), Some(StorageFault::Replaced), "whoever opens the file sees no WAL");
}

#[test]
fn a_damaged_page_stops_writes_and_reads_go_on() {
    let open = Open::new(StorageLimits::default());
    let filled = open.write(|tx| {
        set(tx, "a");
        Verdict::Keep
    });
    assert_eq!(filled, Ok(()), "there is something to read");
    let damage = |db: &Db| db.row("SELECT * FROM pragma_quick_check", [], |row| row.get::<_, String>(0));
    open.store.read(damage).expect("it is sound");
    let error = crate::StoreError::Damaged("page 7".to_owned());
    open.store.health().note(&error);
    let refused = open.write(|_| Verdict::Keep);
    assert_eq!(refused, Err(WriteFailure::Unavailable(StorageFault::Damaged)), "nothing is written to it any more");
    let read = open.store.read(|db| Ok::<_, crate::StoreError>(open.settings(db)));
    assert_eq!(read.expect("what can be read is read"), 1, "reads go on");
}

#[test]
fn beyond_the_ceiling_of_the_wal_a_long_read_is_ended() {
    let limits = StorageLimits { wal_ceiling_bytes: 1 << 20, long_read: Duration::from_millis(100) };
    let open = Open::new(limits);
    let wal = open.folder.path().join("shop.db-wal");
    let ended = std::thread::scope(|scope| {
        let (begun, waits) = mpsc::channel();
        let reader = scope.spawn(|| {
            open.store.read(|db| {
                let begun = begun;
                db.row("SELECT count(*) FROM setting", [], |_| Ok(()))?;
                begun.send(()).expect("somebody waits");
                // It reads on and on within one snapshot.
                loop {
                    db.row("SELECT count(*) FROM setting", [], |_| Ok(()))?;
                }
                #[expect(unreachable_code, reason = "the type of what a read gives")]
                Ok::<(), crate::StoreError>(())
            })
        });
        waits.recv().expect("the read has begun");
        while !reader.is_finished() {
            let written = open.write(|tx| {
                let now = chrono::DateTime::default();
                crate::setting::write(tx, "big", &"x".repeat(100_000), now).expect("a setting is written");
                Verdict::Keep
            });
            assert_eq!(written, Ok(()), "nobody who writes is kept waiting for it");
        }
        reader.join().expect("it does not panic")
    });
    assert!(ended.is_err_and(|error| error.is_ended()), "it is told to read again");
    let emptied = (0..1_000).any(|_| {
        std::thread::yield_now();
        let written = open.write(|_| Verdict::Keep);
        assert_eq!(written, Ok(()), "it is written");
        std::fs::metadata(&wal).expect("the WAL").len() < limits.wal_ceiling_bytes
    });
    assert!(emptied, "and the WAL is emptied");
    let read = open.store.read(|db| Ok::<_, crate::StoreError>(open.settings(db)));
    assert_eq!(read.expect("the next read is read"), 1, "the connection is as good as new");
}
