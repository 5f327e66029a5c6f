//! The shop's clock. It is the machine's clock, except while demo data is created: then the whole shop takes its time from
//! here and runs at a past time.
//!
//! The demo creates thirty days of orders through the use cases, which ask the shop for the time. A second shop on the
//! same file with its own clock does not work, because of the jobs of the first one: at the current time they would
//! expire last week's orders as unpaid. So the one shop and its jobs use the past time until the guard is dropped, also
//! on an error. Only the demo uses this.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use shop_store::to_millis;

use super::Runtime;
use super::ports::Clock;

/// The value of [`ShopClock::past`] for the present.
const PRESENT: i64 = i64::MIN;

/// The clock of an open shop, with the time zone of its business day.
pub(super) struct ShopClock {
    machine: Arc<dyn Clock>,
    /// The milliseconds of the past time.
    past: AtomicI64,
    zone: Tz,
}

impl ShopClock {
    /// The present, by the machine's clock.
    pub(super) fn new(machine: Arc<dyn Clock>, zone: Tz) -> Self {
        Self { machine, past: AtomicI64::new(PRESENT), zone }
    }

    /// Now, in milliseconds.
    pub(super) fn now(&self) -> DateTime<Utc> {
        match self.past.load(Ordering::SeqCst) {
            PRESENT => self.wall(),
            millis => DateTime::from_timestamp_millis(millis).unwrap_or_else(|| self.wall()),
        }
    }

    /// The machine's clock, also while a past time is set.
    pub(super) fn wall(&self) -> DateTime<Utc> {
        to_millis(self.machine.now())
    }

    /// The monotonic time since a fixed moment.
    pub(super) fn monotonic(&self) -> Duration {
        self.machine.monotonic()
    }

    /// The time zone of the business day.
    pub(super) fn zone(&self) -> Tz {
        self.zone
    }
}

/// Keeps the shop at a past time until it is dropped.
pub struct Past {
    runtime: Arc<Runtime>,
}

impl Past {
    /// Sets the shop's time to `start`; `None` if a past time is set already, because the first of two guards to be
    /// dropped would also reset the other.
    #[must_use]
    pub fn begin(runtime: &Arc<Runtime>, start: DateTime<Utc>) -> Option<Self> {
        let past = &runtime.clock.past;
        let from = past.compare_exchange(PRESENT, start.timestamp_millis(), Ordering::SeqCst, Ordering::SeqCst);
        from.is_ok().then(|| Self { runtime: Arc::clone(runtime) })
    }

    /// Advances the time to `instant`; never sets it back.
    pub fn move_to(&self, instant: DateTime<Utc>) {
        self.runtime.clock.past.fetch_max(instant.timestamp_millis(), Ordering::SeqCst);
    }
}

impl Drop for Past {
    fn drop(&mut self) {
        self.runtime.clock.past.store(PRESENT, Ordering::SeqCst);
    }
}
