//! Replaced and damaged files, a growing WAL, and a task that panics while it is finished.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

use super::super::*;
use super::{Told, Work, set};
use crate::Tx;
use crate::storage_fault::StorageFault;

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

/// A store with a feed that stays open.
struct Open {
    folder: tempfile::TempDir,
    store: Store,
    feed: Arc<Queue>,
}

/// A feed that hands tasks out as they arrive.
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
    assert_eq!(open.store.health().fault(), Some(StorageFault::Replaced), "the WAL is absent for the next connection");
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
    let limits =
        StorageLimits { wal_ceiling_bytes: 1 << 20, long_read: Duration::from_millis(100), ..StorageLimits::default() };
    let open = Open::new(limits);
    let wal = open.folder.path().join("shop.db-wal");
    let ended = std::thread::scope(|scope| {
        let (begun, waits) = mpsc::channel();
        let reader = scope.spawn(|| {
            open.store.read(|db| {
                let begun = begun;
                db.row("SELECT count(*) FROM setting", [], |_| Ok(()))?;
                begun.send(()).expect("the test waits");
                // The read goes on within one snapshot.
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
            assert_eq!(written, Ok(()), "no write waits for it");
        }
        reader.join().expect("it does not panic")
    });
    assert!(ended.is_err_and(|error| error.is_ended()), "it is told to read again");
    let deadline = Instant::now() + Duration::from_secs(30);
    while std::fs::metadata(&wal).expect("the WAL").len() >= limits.wal_ceiling_bytes {
        assert!(Instant::now() < deadline, "and the WAL is emptied");
        assert_eq!(open.write(|_| Verdict::Keep), Ok(()), "it is written");
    }
    let read = open.store.read(|db| Ok::<_, crate::StoreError>(open.settings(db)));
    assert_eq!(read.expect("the next read is read"), 1, "the connection is as good as new");
}
