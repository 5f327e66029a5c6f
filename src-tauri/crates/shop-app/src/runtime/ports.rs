//! Time, randomness, room on the disk and the way out to a webhook, as the shop asks for them; a test or the demo puts in its own.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};

use super::webhook::{Delivery, DeliveryFault};

/// What time is it?
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the port that everybody else asks")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands still until it is moved.
pub struct ManualClock {
    millis: AtomicI64,
}

impl ManualClock {
    /// Stands at `start`.
    #[must_use]
    pub fn new(start: DateTime<Utc>) -> Self {
        Self { millis: AtomicI64::new(start.timestamp_millis()) }
    }

    /// Moves, also backwards.
    pub fn advance(&self, by: TimeDelta) {
        self.millis.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }

    /// Jumps.
    pub fn set(&self, to: DateTime<Utc>) {
        self.millis.store(to.timestamp_millis(), Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.millis.load(Ordering::SeqCst)).unwrap_or_default()
    }
}

/// Where unguessable bytes come from.
pub trait Randomness: Send + Sync {
    /// 32 bytes.
    fn bytes(&self) -> [u8; 32];
}

/// The machine's randomness.
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    #[expect(clippy::disallowed_methods, reason = "this is the port that everybody else asks")]
    fn bytes(&self) -> [u8; 32] {
        rand::random()
    }
}

/// How much room there is.
pub trait Disk: Send + Sync {
    /// Bytes that are free for this program in the file system of a folder; `None` where the system does not say.
    fn free_bytes(&self, folder: &Path) -> Option<u64>;
}

/// The machine's disk.
pub struct SystemDisk;

impl Disk for SystemDisk {
    fn free_bytes(&self, folder: &Path) -> Option<u64> {
        let figures = rustix::fs::statvfs(folder).ok()?;
        figures.f_bavail.checked_mul(figures.f_frsize)
    }
}

/// Sends an event to the merchant's own system.
pub trait Webhook: Send + Sync {
    /// Posts an event; blocks, a few seconds at most.
    ///
    /// # Errors
    /// Why it was not accepted.
    fn post(&self, delivery: &Delivery) -> Result<(), DeliveryFault>;
}
