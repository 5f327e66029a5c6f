//! Runs the shop at a past time: while demo data is created, the whole shop takes its time from here.
//!
//! The demo creates thirty days of orders through the use cases, which ask the shop for the time. A second shop on the
//! same file with its own clock does not work, because of the jobs of the first one: at the current time they would
//! expire last week's orders as unpaid. So the one shop and its jobs use the past time until the guard is dropped, also
//! on an error. Only the demo uses this.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Utc};

use super::Shop;

/// The value for the present.
const PRESENT: i64 = i64::MIN;

/// The shop's past time, or the present.
pub(super) struct ClockOverride(AtomicI64);

impl ClockOverride {
    /// The present.
    pub(super) fn not() -> Self {
        Self(AtomicI64::new(PRESENT))
    }

    /// The past instant; `None` in the present.
    pub(super) fn instant(&self) -> Option<DateTime<Utc>> {
        match self.0.load(Ordering::SeqCst) {
            PRESENT => None,
            millis => DateTime::from_timestamp_millis(millis),
        }
    }
}

/// Keeps the shop at a past time until it is dropped.
pub struct Past {
    shop: Arc<Shop>,
}

impl Past {
    /// Sets the shop's time to `start`; `None` if a past time is set already, because the first of two guards to be
    /// dropped would also reset the other.
    #[must_use]
    pub fn begin(shop: &Arc<Shop>, start: DateTime<Utc>) -> Option<Self> {
        let from = shop.clock_override.0.compare_exchange(
            PRESENT,
            start.timestamp_millis(),
            Ordering::SeqCst,
            Ordering::SeqCst,
        );
        from.is_ok().then(|| Self { shop: Arc::clone(shop) })
    }

    /// Advances the time to `instant`; never sets it back.
    pub fn move_to(&self, instant: DateTime<Utc>) {
        self.shop.clock_override.0.fetch_max(instant.timestamp_millis(), Ordering::SeqCst);
    }
}

impl Drop for Past {
    fn drop(&mut self) {
        self.shop.clock_override.0.store(PRESENT, Ordering::SeqCst);
    }
}
