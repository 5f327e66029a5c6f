//! Time, randomness, disk space and webhook as traits; tests and the demo replace them.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

/// The source of time.
pub trait Clock: Send + Sync {
    /// Now, in UTC. The administrator of the machine can change it.
    fn now(&self) -> DateTime<Utc>;

    /// The time since a fixed moment, by a clock that cannot be set. It includes the time that the machine sleeps.
    fn monotonic(&self) -> Duration;
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the port that everybody else asks")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    #[cfg(target_os = "linux")]
    fn monotonic(&self) -> Duration {
        let now = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
        Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or(0))
    }

    /// macOS stops its monotonic clock while the machine sleeps: after a long sleep an admin must confirm the clock.
    #[cfg(not(target_os = "linux"))]
    fn monotonic(&self) -> Duration {
        static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
        START.get_or_init(std::time::Instant::now).elapsed()
    }
}

/// A clock that changes only when it is moved.
pub struct ManualClock {
    millis: AtomicI64,
    /// The part of the time that comes from setting the wall clock.
    set_millis: AtomicI64,
}

impl ManualClock {
    /// Starts at `start`.
    #[must_use]
    pub fn new(start: DateTime<Utc>) -> Self {
        Self { millis: AtomicI64::new(start.timestamp_millis()), set_millis: AtomicI64::new(0) }
    }

    /// Advances both clocks, also backwards.
    pub fn advance(&self, by: TimeDelta) {
        self.millis.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }

    /// Sets the wall clock by this difference; the monotonic clock does not change.
    pub fn set_wall(&self, by: TimeDelta) {
        self.set_millis.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
        self.advance(by);
    }

    /// Advances both clocks to an instant.
    pub fn set(&self, to: DateTime<Utc>) {
        self.millis.store(to.timestamp_millis(), Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.millis.load(Ordering::SeqCst)).unwrap_or_default()
    }

    fn monotonic(&self) -> Duration {
        let passed = self.millis.load(Ordering::SeqCst) - self.set_millis.load(Ordering::SeqCst);
        Duration::from_millis(passed.unsigned_abs())
    }
}

/// The source of random bytes.
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

/// The source of the free disk space.
pub trait Disk: Send + Sync {
    /// Free bytes for this program in the file system of a folder; `None` if the system does not report them.
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
