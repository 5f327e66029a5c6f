//! The runtime of an open shop: the only module that uses both the store and the in-process locks.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use shop_domain::BusinessDay;
use shop_store::{Db, MAX_IDLE_READERS, StorageLimits, Store, StoreError, StoreResult};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::clock::ShopClock;
use super::clock_watch::ClockWatch;
use super::damage_mark::DamageMark;
use super::events::{Audience, Effects, Events, Notice, Observer};
use super::folder::DataFolder;
use super::foreign_wal::set_foreign_wal_aside;
use super::hex::hex;
use super::locks::{Admission, LockManager};
use super::metrics::Metrics;
use super::pictures::Pictures;
use super::ports::{Clock, Disk, Randomness, SystemClock, SystemDisk, SystemRandomness};
use super::set_up_code::SetUpCode;
use super::shop_file::ShopFile;
use super::storage::StorageNotes;
use super::webhook::{HttpWebhook, Webhook};
use super::write::{Epoch, LOCK_WAIT};
use shop_contract::ShopEvent;

/// Concurrent reads off the async threads. The remaining pooled connections are for inline reads.
const READING: usize = MAX_IDLE_READERS - 2;

/// The options for opening a shop.
pub struct ShopOptions {
    /// The data folder; it must exist.
    pub folder: PathBuf,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of randomness.
    pub randomness: Arc<dyn Randomness>,
    /// The source of the free disk space.
    pub disk: Arc<dyn Disk>,
    /// The sender of webhook events.
    pub webhook: Arc<dyn Webhook>,
    /// Whether the lock manager uses keys; tests show that correctness does not depend on them.
    pub locks: bool,
    /// How long a request waits in the queue before it is refused.
    pub lock_wait: Duration,
    /// The time zone of the business day.
    pub zone: Tz,
    /// Size limits of SQLite's files.
    pub storage: StorageLimits,
}

impl ShopOptions {
    /// The options of the program.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            clock: Arc::new(SystemClock),
            randomness: Arc::new(SystemRandomness),
            disk: Arc::new(SystemDisk),
            webhook: Arc::new(HttpWebhook::default()),
            locks: true,
            lock_wait: LOCK_WAIT,
            zone: chrono_tz::Asia::Seoul,
            storage: StorageLimits::default(),
        }
    }
}

/// What every use case works with. It knows no feature: those that keep something in memory observe it.
pub struct Runtime {
    store: Store,
    pub(crate) storage: Arc<StorageNotes>,
    pub(super) queues: Queues,
    epoch: AtomicU64,
    pub(super) clock: ShopClock,
    pub(super) clock_watch: ClockWatch,
    files: Files,
    secrets: Secrets,
    webhook: Arc<dyn Webhook>,
    events: Events,
    pub(super) metrics: Metrics,
    observers: Vec<Arc<dyn Observer>>,
}

/// Where writes and reads wait for their turn.
pub(super) struct Queues {
    pub(super) writes: Arc<dyn LockManager>,
    pub(super) lock_wait: Duration,
    reads: Arc<Semaphore>,
}

/// The data folder, except its database.
struct Files {
    folder: PathBuf,
    disk: Arc<dyn Disk>,
    pictures: Pictures,
}

struct Secrets {
    randomness: Arc<dyn Randomness>,
    set_up_code: OnceLock<SetUpCode>,
}

impl Runtime {
    /// Opens the file in the folder, and creates or migrates it. The observers are told from then on.
    ///
    /// # Errors
    /// As [`ShopFile::look`], before SQLite opens the file; damage that was found before and is still there;
    /// [`StoreError::Newer`] without any change; errors of SQLite or the system.
    pub(crate) fn open(options: ShopOptions, observers: Vec<Arc<dyn Observer>>) -> StoreResult<Arc<Self>> {
        let ShopOptions { folder, clock, randomness, disk, webhook, locks, lock_wait, zone, storage } = options;
        if ShopFile::prepare(&folder)? == ShopFile::Present {
            set_foreign_wal_aside(&folder)?;
        }
        let damage_mark = DamageMark::in_folder(&folder);
        damage_mark.check(&folder)?;
        let admission = Arc::new(if locks { Admission::new() } else { Admission::without_keys() });
        let writer_name = hex(&randomness.bytes()[..16]);
        let feed = Arc::clone(&admission) as _;
        let store = Store::open_with(&DataFolder::shop_file_in(&folder), writer_name, feed, storage)?;
        let events = Events::new();
        let pictures = Pictures::in_data_folder(&folder);
        let runtime = Self {
            storage: StorageNotes::follow(store.health(), Arc::clone(&clock), &events, damage_mark),
            store,
            queues: Queues { writes: admission, lock_wait, reads: Arc::new(Semaphore::new(READING)) },
            epoch: AtomicU64::new(0),
            clock: ShopClock::new(clock, zone),
            clock_watch: ClockWatch::default(),
            files: Files { folder, disk, pictures },
            secrets: Secrets { randomness, set_up_code: OnceLock::new() },
            webhook,
            events,
            metrics: Metrics::new(),
            observers,
        };
        // From here on both clocks are compared.
        if let Err(error) = runtime.is_clock_believed() {
            tracing::warn!(%error, "the clock was not compared with the books");
        }
        Ok(Arc::new(runtime))
    }

    /// The counter of restores.
    pub(crate) fn epoch(&self) -> Epoch {
        Epoch(self.epoch.load(Ordering::SeqCst))
    }

    /// Begins the next epoch after a restore. The writer must call it before any further write.
    pub(super) fn reset_after_restore(&self) {
        self.epoch.fetch_add(1, Ordering::SeqCst);
        self.store.renew_readers();
        self.clock_watch.forget_mark();
        for observer in &self.observers {
            observer.after_restore(self);
        }
    }

    /// Publishes the effects of a committed write: first to the observers, then the events.
    pub(super) fn publish(&self, effects: Effects) {
        for observer in &self.observers {
            observer.after_commit(&effects);
        }
        for notice in effects.notices {
            self.events.send(notice);
        }
    }

    /// Now, in milliseconds, the precision of stored times.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The time zone of the business day.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.clock.zone()
    }

    /// The current business day.
    pub(crate) fn today(&self) -> BusinessDay {
        BusinessDay::of(self.now(), self.zone())
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.files.folder
    }

    /// The pictures of its products.
    #[must_use]
    pub fn pictures(&self) -> &Pictures {
        &self.files.pictures
    }

    /// Free bytes in the data folder; `None` if the system does not report them.
    #[must_use]
    pub fn free_bytes(&self) -> Option<i64> {
        self.disk().free_bytes(self.folder()).map(|bytes| i64::try_from(bytes).unwrap_or(i64::MAX))
    }

    /// The source of the free disk space.
    pub(crate) fn disk(&self) -> &dyn Disk {
        &*self.files.disk
    }

    /// The code for the set-up from another machine; a new one at each start.
    #[must_use]
    pub fn set_up_code(&self) -> &SetUpCode {
        self.secrets.set_up_code.get_or_init(|| SetUpCode::new(&*self.secrets.randomness))
    }

    pub(crate) fn random_bytes(&self) -> [u8; 32] {
        self.secrets.randomness.bytes()
    }

    /// Random text of `bytes` × 2 hexadecimal digits; at most 32 bytes.
    #[must_use]
    pub fn token(&self, bytes: usize) -> String {
        hex(&self.random_bytes()[..bytes.min(32)])
    }

    /// The sender of webhook events.
    #[must_use]
    pub fn webhook(&self) -> &Arc<dyn Webhook> {
        &self.webhook
    }

    /// Tells all listeners of something that is in no transaction.
    pub(crate) fn tell_all(&self, event: ShopEvent) {
        self.events.send(Notice { audience: Audience::All, event });
    }

    /// The event channel.
    #[must_use]
    pub fn events(&self) -> &Events {
        &self.events
    }

    /// The lock manager, for its figures.
    #[must_use]
    pub fn locks(&self) -> &dyn LockManager {
        &*self.queues.writes
    }

    /// The store, for its figures.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Reads one consistent snapshot on this thread.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&Db) -> Result<T, E>) -> Result<T, E> {
        self.store.read(work)
    }

    /// Waits until one more read off the async threads is allowed, in the order in which they came.
    pub(crate) async fn reading_permit(&self) -> OwnedSemaphorePermit {
        Arc::clone(&self.queues.reads).acquire_owned().await.expect("BUG: nobody closes it")
    }
}

impl Drop for Runtime {
    fn drop(&mut self) {
        self.queues.writes.close();
        // Detects a file that was replaced a moment ago, so that answered writes are not lost.
        self.store.health().look_at_file();
        for observer in &self.observers {
            observer.before_close(self);
        }
        self.store.close();
    }
}
