//! A place in a use case that can be made to fail, for tests and demonstrations of what follows then. Off by default. Only
//! Rust code can arm it; no setting or environment variable can.

use std::sync::atomic::{AtomicU64, Ordering};

use shop_store::StoreError;

use super::Runtime;
use super::events::Observer;

/// The number of failures that are still to come. A restore disarms it.
#[derive(Debug, Default)]
pub(crate) struct FaultPoint(AtomicU64);

impl FaultPoint {
    /// Makes the next `times` passes fail; 0 disarms.
    pub(crate) fn arm(&self, times: u64) {
        self.0.store(times, Ordering::SeqCst);
    }

    /// Returns an error if armed. Work that has failed here fails again when it runs again; `has_failed` is what it
    /// remembers of that.
    pub(crate) fn pass(&self, has_failed: &mut bool) -> Result<(), StoreError> {
        let takes_one = |times: u64| times.checked_sub(1);
        *has_failed = *has_failed || self.0.try_update(Ordering::SeqCst, Ordering::SeqCst, takes_one).is_ok();
        if *has_failed { Err(StoreError::Unfit("it was made to break off".to_owned())) } else { Ok(()) }
    }
}

impl Observer for FaultPoint {
    fn after_restore(&self, _runtime: &Runtime) {
        self.arm(0);
    }
}
