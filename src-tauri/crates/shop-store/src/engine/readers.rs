//! A pool of connections that only read. They never wait for the writer, and the writer never waits for them.
//!
//! A read keeps its snapshot, and with it the WAL, for as long as it runs. Past the WAL's ceiling the checkpointer ends the
//! reads that have run for long ([`Readers::end_long`]); they fail with [`StoreError::Ended`] and can be repeated.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use crate::db::{Db, Stored};
use crate::error::StoreError;
use crate::health::StorageHealth;
use crate::open::open_reader;
use crate::read_slot::ReadSlot;

/// Connections kept open while nobody reads. Whoever reads when all of them are in use opens one more, which costs more than
/// most reads, and closes it again; so it is well not to let more read at once.
pub const READERS_KEPT: usize = 8;

/// The pool. Connections are opened when they are first needed.
pub struct Readers {
    path: PathBuf,
    started: Instant,
    /// Connections opened before the pool was last renewed bear an earlier number, and are closed instead of kept.
    generation: AtomicU64,
    idle: Mutex<Vec<Db>>,
    slots: Mutex<Vec<Weak<ReadSlot>>>,
    health: Arc<StorageHealth>,
}

impl Readers {
    /// A pool without connections yet.
    pub(crate) fn new(path: PathBuf, health: Arc<StorageHealth>) -> Self {
        let (idle, slots, generation) = (Mutex::default(), Mutex::default(), AtomicU64::new(0));
        Self { path, started: Instant::now(), generation, idle, slots, health }
    }

    /// Every read from now on opens a connection anew: what the old ones remember of the file, its schema and its encoding, is of
    /// the content that another has replaced.
    pub(crate) fn renew(&self) {
        let mut idle = self.idle.lock();
        self.generation.fetch_add(1, Ordering::SeqCst);
        idle.clear();
    }

    /// Reads one consistent snapshot: all statements of `work` see the same state of the shop.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&Db) -> Result<T, E>) -> Result<T, E> {
        let (idle, generation) = {
            let mut idle = self.idle.lock();
            (idle.pop(), self.generation.load(Ordering::SeqCst))
        };
        let db = idle.map_or_else(|| self.open(), Ok)?;
        let slot = db.slot.clone();
        if let Some(slot) = &slot {
            slot.begin(self.millis());
        }
        let result = snapshot(&db, work);
        if let Some(slot) = &slot {
            slot.finish();
        }
        if db.conn.is_autocommit() {
            let mut idle = self.idle.lock();
            if idle.len() < READERS_KEPT && generation == self.generation.load(Ordering::SeqCst) {
                idle.push(db);
            }
        }
        result
    }

    /// Ends the reads that have run for at least `age`; says how many. One that is between two statements ends at its next.
    pub(crate) fn end_long(&self, age: Duration) -> usize {
        let now = self.millis();
        let slots = self.slots.lock();
        let long = slots.iter().filter_map(Weak::upgrade).filter(|slot| slot.has_run_for(age, now));
        long.map(|slot| slot.end()).count()
    }

    fn open(&self) -> Stored<Db> {
        self.health.expect_same_file()?;
        let mut db = open_reader(&self.path).inspect_err(|error| self.health.note(error))?;
        self.health.expect_same_file()?;
        let slot = Arc::new(ReadSlot::new(db.conn.get_interrupt_handle()));
        let mut slots = self.slots.lock();
        slots.retain(|slot| slot.strong_count() > 0);
        slots.push(Arc::downgrade(&slot));
        db.health = Some(Arc::clone(&self.health));
        db.slot = Some(slot);
        Ok(db)
    }

    fn millis(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX - 1)
    }
}

fn snapshot<T, E: From<StoreError>>(db: &Db, work: impl FnOnce(&Db) -> Result<T, E>) -> Result<T, E> {
    run(db, "BEGIN")?;
    let result = work(db);
    run(db, "COMMIT")?;
    result
}

fn run(db: &Db, sql: &str) -> Stored<()> {
    db.seen(db.conn.prepare_cached(sql).and_then(|mut statement| statement.execute([])))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_from_before_a_renewal_are_not_used_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("shop.db");
        crate::backup::create_file(&path).expect("a shop");
        let health = Arc::new(StorageHealth::new(&path));
        health.file().record();
        let readers = Readers::new(path, health);
        let idle = || readers.idle.lock().len();
        let look = |_: &Db| Ok::<_, StoreError>(());
        readers.read(look).expect("it is read");
        assert_eq!(idle(), 1, "a connection is kept");
        readers.renew();
        assert_eq!(idle(), 0, "and is closed by a renewal");
        let meanwhile = |_: &Db| {
            readers.renew();
            Ok::<_, StoreError>(())
        };
        readers.read(meanwhile).expect("who reads already reads on");
        assert_eq!(idle(), 0, "but does not leave an old connection to others");
        readers.read(look).expect("it is read");
        assert_eq!(idle(), 1, "a new one is kept");
    }
}
