//! A shop that lives through its past: while demo data is made, the whole shop takes its time from here.
//!
//! The demo makes thirty days of orders through the use cases, and these ask the shop for the time. A second shop on the
//! same file with a clock of its own would do, were it not for the first one's jobs: at today's time they would take an
//! order of last week for one that was never paid. So the one shop goes back, its jobs with it, and returns when the
//! guard is dropped, however the filling ends. Outside the demo nothing can do this.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Utc};

use super::Shop;

/// The value that stands for the present.
const PRESENT: i64 = i64::MIN;

/// Where in its past the shop is; the present, unless somebody says otherwise.
pub(super) struct Rewound(AtomicI64);

impl Rewound {
    /// Not at all.
    pub(super) fn not() -> Self {
        Self(AtomicI64::new(PRESENT))
    }

    /// The instant in the past; `None` in the present.
    pub(super) fn instant(&self) -> Option<DateTime<Utc>> {
        match self.0.load(Ordering::SeqCst) {
            PRESENT => None,
            millis => DateTime::from_timestamp_millis(millis),
        }
    }
}

/// Keeps the shop in its past until it is dropped.
pub struct Past {
    shop: Arc<Shop>,
}

impl Past {
    /// Takes the shop back to `start`; `None` where it is in its past already, because the first of two to return would
    /// take the other along.
    #[must_use]
    pub fn begin(shop: &Arc<Shop>, start: DateTime<Utc>) -> Option<Self> {
        let from =
            shop.rewound.0.compare_exchange(PRESENT, start.timestamp_millis(), Ordering::SeqCst, Ordering::SeqCst);
        from.is_ok().then(|| Self { shop: Arc::clone(shop) })
    }

    /// Lets time pass up to `instant`; never lets it go backwards.
    pub fn move_to(&self, instant: DateTime<Utc>) {
        self.shop.rewound.0.fetch_max(instant.timestamp_millis(), Ordering::SeqCst);
    }
}

impl Drop for Past {
    fn drop(&mut self) {
        self.shop.rewound.0.store(PRESENT, Ordering::SeqCst);
    }
}
