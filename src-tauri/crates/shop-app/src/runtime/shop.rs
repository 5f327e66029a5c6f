//! The shop put together: the only place that names the store and the in-process locks side by side.

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
use super::past::Rewound;
use super::pictures::Pictures;
use super::ports::{Clock, Disk, Randomness, SystemClock, SystemDisk, SystemRandomness};
use super::set_up_code::SetUpCode;
use super::shop_file::ShopFile;
use super::storage::StorageNotes;
use super::webhook::{HttpWebhook, Webhook};
use super::write::{Era, LOCK_WAIT};
use crate::backup::{DailyBackup, rescue_held};
use crate::payment::FaultPoint;
use crate::ranking::Ranking;

/// Reads off the async threads at once. Some of the connections that are kept are left to those who glance.
const READING: usize = MAX_IDLE_READERS - 2;

/// How a shop is opened.
pub struct ShopOptions {
    /// The data folder; it must exist.
    pub folder: PathBuf,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The randomness.
    pub randomness: Arc<dyn Randomness>,
    /// The room there is for the data.
    pub disk: Arc<dyn Disk>,
    /// The way to the merchant's own system.
    pub webhook: Arc<dyn Webhook>,
    /// Whether the lock manager looks at keys; tests show that the books do not need it.
    pub locks: bool,
    /// How long a request waits for its turn before it is refused.
    pub lock_wait: Duration,
    /// The zone of the business day.
    pub zone: Tz,
    /// Bounds of what is kept beside the file.
    pub storage: StorageLimits,
}

impl ShopOptions {
    /// As the program opens it.
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
    pub(super) rewound: Rewound,
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
    era: AtomicU64,
    set_up_code: OnceLock<SetUpCode>,
    zone: Tz,
}

impl Shop {
    /// Opens the file in the folder, creates or migrates it, and rebuilds the counts of the popular products.
    ///
    /// # Errors
    /// As [`ShopFile::look`], before SQLite sees the file; [`StoreError::Newer`] without a byte changed; anything SQLite or the
    /// system refuses.
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
            rewound: Rewound::not(),
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
            era: AtomicU64::new(0),
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

    /// The database of a data folder.
    #[must_use]
    pub fn file_in(folder: &Path) -> PathBuf {
        DataFolder::shop_file_in(folder)
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The time since the last restore.
    pub(crate) fn era(&self) -> Era {
        Era(self.era.load(Ordering::SeqCst))
    }

    /// After a restore: forgets what was true of the shop that is gone. To be called by the writer, before anything else
    /// is written.
    pub(super) fn begin_anew(&self) {
        self.era.fetch_add(1, Ordering::SeqCst);
        self.store.renew_readers();
        if let Err(error) = self.rebuild_ranking() {
            tracing::error!(%error, "the popular products are those of before");
        }
        self.ranking.forget_answers();
        self.clock_watch.forget_mark();
        self.arm_payment_fault(0);
    }

    /// Now, to the millisecond, as it will be stored.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        to_millis(self.rewound.instant().unwrap_or_else(|| self.clock.now()))
    }

    /// What the machine's clock says, also while the shop lives through its past.
    pub(super) fn wall_clock(&self) -> DateTime<Utc> {
        to_millis(self.clock.now())
    }

    /// The time since some fixed moment that nobody can set.
    pub(super) fn monotonic_clock(&self) -> Duration {
        self.clock.monotonic()
    }

    /// The zone of the business day.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// Bytes free where the data lies; `None` where the system does not say.
    #[must_use]
    pub fn free_bytes(&self) -> Option<i64> {
        self.disk.free_bytes(&self.folder).map(|bytes| i64::try_from(bytes).unwrap_or(i64::MAX))
    }

    /// The room there is for its data.
    pub(crate) fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// The code with which the shop can be set up from another machine; another one at each start.
    #[must_use]
    pub fn set_up_code(&self) -> &SetUpCode {
        self.set_up_code.get_or_init(|| SetUpCode::new(&*self.randomness))
    }

    /// The way to the merchant's own system.
    #[must_use]
    pub fn webhook(&self) -> &Arc<dyn Webhook> {
        &self.webhook
    }

    /// The pictures of its products.
    #[must_use]
    pub fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// What it tells.
    #[must_use]
    pub fn events(&self) -> &Events {
        &self.events
    }

    /// The lock manager, to ask it for its figures.
    #[must_use]
    pub fn locks(&self) -> &dyn LockManager {
        &*self.locks
    }

    /// The store, to ask it for its figures.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Reads one consistent snapshot on this thread.
    ///
    /// # Errors
    /// Whatever `work` returns; anything SQLite refuses.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&Db) -> Result<T, E>) -> Result<T, E> {
        self.store.read(work)
    }

    /// Unguessable bytes.
    pub(crate) fn random_bytes(&self) -> [u8; 32] {
        self.randomness.bytes()
    }

    /// Unguessable text of `bytes` × 2 hexadecimal digits; at most 32 bytes.
    #[must_use]
    pub fn token(&self, bytes: usize) -> String {
        hex(&self.randomness.bytes()[..bytes.min(32)])
    }

    /// Tells what a committed write has done: first the counts, then the listeners.
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
        // A file that was replaced a moment ago must not take with it what was answered.
        self.store.health().look_at_file();
        if let Err(error) = rescue_held(self) {
            tracing::error!(%error, "what the replaced file held was not copied out");
        }
        self.store.close();
    }
}
