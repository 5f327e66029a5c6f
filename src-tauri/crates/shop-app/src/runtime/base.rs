//! The assembled shop: the only module that uses both the store and the in-process locks.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use shop_store::{Db, MAX_IDLE_READERS, StorageLimits, Store, StoreError, StoreResult, to_millis};
use tokio::sync::Semaphore;

use super::clock_watch::ClockWatch;
use super::events::{Effects, Events};
use super::folder::DataFolder;
use super::hex::hex;
use super::locks::{Admission, LockManager};
use super::metrics::Metrics;
use super::past::ClockOverride;
use super::pictures::Pictures;
use super::ports::{Clock, Disk, Randomness, SystemClock, SystemDisk, SystemRandomness};
use super::set_up_code::SetUpCode;
use super::shop_file::ShopFile;
use super::storage::StorageNotes;
use super::webhook::{HttpWebhook, Webhook};
use super::write::{Epoch, LOCK_WAIT};
use crate::backup::{DailyBackup, rescue_held};
use crate::payment::FaultPoint;
use crate::ranking::Ranking;

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

/// An open shop.
pub struct Shop {
    pub(crate) locks: Arc<dyn LockManager>,
    pub(super) lock_wait: Duration,
    pub(super) reading: Arc<Semaphore>,
    store: Store,
    clock: Arc<dyn Clock>,
    pub(super) clock_watch: ClockWatch,
    pub(crate) storage: Arc<StorageNotes>,
    pub(super) clock_override: ClockOverride,
    randomness: Arc<dyn Randomness>,
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    webhook: Arc<dyn Webhook>,
    pictures: Pictures,
    events: Events,
    pub(super) metrics: Metrics,
    pub(crate) ranking: Ranking,
    pub(crate) payment_fault: FaultPoint,
    pub(crate) daily_backup: DailyBackup,
    epoch: AtomicU64,
    set_up_code: OnceLock<SetUpCode>,
    zone: Tz,
}

impl Shop {
    /// Opens the file in the folder, creates or migrates it, and rebuilds the counts of popular products.
    ///
    /// # Errors
    /// As [`ShopFile::look`], before SQLite opens the file; [`StoreError::Newer`] without any change; errors of SQLite
    /// or the system.
    pub fn open(options: ShopOptions) -> StoreResult<Arc<Self>> {
        let ShopOptions { folder, clock, randomness, disk, webhook, locks, lock_wait, zone, storage } = options;
        ShopFile::prepare(&folder)?;
        let admission = Arc::new(if locks { Admission::new() } else { Admission::without_keys() });
        let writer_name = hex(&randomness.bytes()[..16]);
        let feed = Arc::clone(&admission) as _;
        let store = Store::open_with(&DataFolder::shop_file_in(&folder), writer_name, feed, storage)?;
        let events = Events::new();
        let shop = Self {
            locks: admission,
            lock_wait,
            reading: Arc::new(Semaphore::new(READING)),
            storage: StorageNotes::follow(store.health(), Arc::clone(&clock), &events),
            store,
            clock,
            clock_watch: ClockWatch::default(),
            clock_override: ClockOverride::not(),
            randomness,
            disk,
            webhook,
            pictures: Pictures::in_data_folder(&folder),
            folder,
            events,
            metrics: Metrics::new(),
            ranking: Ranking::new(),
            payment_fault: FaultPoint::default(),
            daily_backup: DailyBackup::default(),
            epoch: AtomicU64::new(0),
            set_up_code: OnceLock::new(),
            zone,
        };
        shop.rebuild_ranking()?;
        // From here on both clocks are compared.
        if let Err(error) = shop.is_clock_believed() {
            tracing::warn!(%error, "the clock was not compared with the books");
        }
        Ok(Arc::new(shop))
    }

    /// The path of the database in a data folder.
    #[must_use]
    pub fn file_in(folder: &Path) -> PathBuf {
        DataFolder::shop_file_in(folder)
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The counter of restores.
    pub(crate) fn epoch(&self) -> Epoch {
        Epoch(self.epoch.load(Ordering::SeqCst))
    }

    /// Resets the caches after a restore. The writer must call it before any further write.
    pub(super) fn reset_after_restore(&self) {
        self.epoch.fetch_add(1, Ordering::SeqCst);
        self.store.renew_readers();
        if let Err(error) = self.rebuild_ranking() {
            tracing::error!(%error, "the popular products are those of before");
        }
        self.ranking.forget_answers();
        self.clock_watch.forget_mark();
        self.arm_payment_fault(0);
    }

    /// Now, in milliseconds, the precision of stored times.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        to_millis(self.clock_override.instant().unwrap_or_else(|| self.clock.now()))
    }

    /// The machine's clock, also while a past time is set.
    pub(super) fn wall_clock(&self) -> DateTime<Utc> {
        to_millis(self.clock.now())
    }

    /// The monotonic time since a fixed moment.
    pub(super) fn monotonic_clock(&self) -> Duration {
        self.clock.monotonic()
    }

    /// The time zone of the business day.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// Free bytes in the data folder; `None` if the system does not report them.
    #[must_use]
    pub fn free_bytes(&self) -> Option<i64> {
        self.disk.free_bytes(&self.folder).map(|bytes| i64::try_from(bytes).unwrap_or(i64::MAX))
    }

    /// The source of the free disk space.
    pub(crate) fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// The code for the set-up from another machine; a new one at each start.
    #[must_use]
    pub fn set_up_code(&self) -> &SetUpCode {
        self.set_up_code.get_or_init(|| SetUpCode::new(&*self.randomness))
    }

    /// The sender of webhook events.
    #[must_use]
    pub fn webhook(&self) -> &Arc<dyn Webhook> {
        &self.webhook
    }

    /// The pictures of its products.
    #[must_use]
    pub fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// The event channel.
    #[must_use]
    pub fn events(&self) -> &Events {
        &self.events
    }

    /// The lock manager, for its figures.
    #[must_use]
    pub fn locks(&self) -> &dyn LockManager {
        &*self.locks
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

    pub(crate) fn random_bytes(&self) -> [u8; 32] {
        self.randomness.bytes()
    }

    /// Random text of `bytes` × 2 hexadecimal digits; at most 32 bytes.
    #[must_use]
    pub fn token(&self, bytes: usize) -> String {
        hex(&self.randomness.bytes()[..bytes.min(32)])
    }

    /// Publishes the effects of a committed write: first the counts, then the events.
    pub(crate) fn publish(&self, effects: Effects) {
        for sold in effects.sold {
            self.ranking.count(sold);
        }
        for notice in effects.notices {
            self.events.send(notice);
        }
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        self.locks.close();
        // Detects a file that was replaced a moment ago, so that answered writes are not lost.
        self.store.health().look_at_file();
        if let Err(error) = rescue_held(self) {
            tracing::error!(%error, "what the replaced file held was not copied out");
        }
        self.store.close();
    }
}
