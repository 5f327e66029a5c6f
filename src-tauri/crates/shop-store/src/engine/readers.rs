//! A pool of read-only connections. Readers and the writer do not block each other.
//!
//! A read keeps its snapshot, and with it the WAL, while it runs. When the WAL exceeds its limit, the checkpointer ends
//! long reads ([`Readers::end_long`]); they fail with [`StoreError::Ended`] and can be repeated.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use crate::db::{Db, StoreResult};
use crate::error::StoreError;
use crate::health::StorageHealth;
use crate::open::open_reader;
use crate::read_slot::ReadSlot;

/// Idle connections in the pool. A read that finds none opens one and closes it afterwards, which costs more than most
/// reads; so callers should not read more often at once.
pub const MAX_IDLE_READERS: usize = 8;

/// The pool. A connection is opened when it is first needed.
pub struct Readers {
    path: PathBuf,
    started: Instant,
    /// Counts renewals: a connection of an earlier generation is closed after its read.
    generation: AtomicU64,
    idle: Mutex<Vec<Db>>,
    slots: Mutex<Vec<Weak<ReadSlot>>>,
    health: Arc<StorageHealth>,
}

impl Readers {
    /// An empty pool.
    pub(crate) fn new(path: PathBuf, health: Arc<StorageHealth>) -> Self {
        let (idle, slots, generation) = (Mutex::default(), Mutex::default(), AtomicU64::new(0));
        Self { path, started: Instant::now(), generation, idle, slots, health }
    }

    /// Makes every later read open a new connection: the old ones cache the schema and the encoding of the content that
    /// was replaced.
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
            if idle.len() < MAX_IDLE_READERS && generation == self.generation.load(Ordering::SeqCst) {
                idle.push(db);
            }
        }
        result
    }

    /// Ends the reads that have run for at least `age`; returns how many. A read between two statements ends at its
    /// next one.
    pub(crate) fn end_long(&self, age: Duration) -> usize {
        let now = self.millis();
        let slots = self.slots.lock();
        let long = slots.iter().filter_map(Weak::upgrade).filter(|slot| slot.has_run_for(age, now));
        long.map(|slot| slot.end()).count()
    }

    fn open(&self) -> StoreResult<Db> {
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

fn run(db: &Db, sql: &str) -> StoreResult<()> {
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
        readers.read(meanwhile).expect("a running read goes on");
        assert_eq!(idle(), 0, "but does not leave an old connection to others");
        readers.read(look).expect("it is read");
        assert_eq!(idle(), 1, "a new one is kept");
    }
}
