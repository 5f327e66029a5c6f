//! The shop put together: the only place that names the store and the in-process locks side by side.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use shop_store::{Db, READERS_KEPT, Store, StoreError, Stored, to_millis};
use tokio::sync::Semaphore;

use super::call::hex;
use super::events::{Effects, Events};
use super::folder::DataFolder;
use super::locks::{Admission, LockManager};
use super::metrics::Metrics;
use super::past::Rewound;
use super::pictures::Pictures;
use super::ports::{Clock, Disk, Randomness, SystemClock, SystemDisk, SystemRandomness, Webhook};
use super::webhook::HttpWebhook;
use super::write::{Era, LOCK_WAIT};
use crate::backup::DailyBackup;
use crate::payment::FaultPoint;
use crate::ranking::Ranking;

/// The database's name inside the data folder.
const FILE: &str = "jangteo.db";
/// Reads off the async threads at once. Some of the connections that are kept are left to those who glance.
const READING: usize = READERS_KEPT - 2;

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
    zone: Tz,
}

impl Shop {
    /// Opens the file in the folder, creates or migrates it, and rebuilds the counts of the popular products.
    ///
    /// # Errors
    /// [`StoreError::Newer`] without a byte changed; anything SQLite or the system refuses.
    pub fn open(options: ShopOptions) -> Stored<Arc<Self>> {
        let ShopOptions { folder, clock, randomness, disk, webhook, locks, lock_wait, zone } = options;
        let admission = Arc::new(if locks { Admission::new() } else { Admission::without_keys() });
        let writer_name = hex(&randomness.bytes()[..16]);
        let store = Store::open(&folder.join(FILE), writer_name, Arc::clone(&admission) as _)?;
        let shop = Self {
            locks: admission,
            lock_wait,
            reading: Arc::new(Semaphore::new(READING)),
            store,
            clock,
            rewound: Rewound::not(),
            randomness,
            disk,
            webhook,
            pictures: Pictures::new(DataFolder::pictures_in(&folder)),
            folder,
            events: Events::new(),
            metrics: Metrics::new(),
            ranking: Ranking::new(),
            payment_fault: FaultPoint::default(),
            daily_backup: DailyBackup::default(),
            era: AtomicU64::new(0),
            zone,
        };
        shop.rebuild_ranking()?;
        Ok(Arc::new(shop))
    }

    /// The database of a data folder.
    #[must_use]
    pub fn file_in(folder: &Path) -> PathBuf {
        folder.join(FILE)
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
        if let Err(error) = self.rebuild_ranking() {
            tracing::error!(%error, "the popular products are those of before");
        }
        self.ranking.forget_answers();
        self.arm_payment_fault(0);
    }

    /// Now, to the millisecond, as it will be stored.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        to_millis(self.rewound.instant().unwrap_or_else(|| self.clock.now()))
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
        self.store.close();
    }
}
