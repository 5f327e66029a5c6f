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

    /// Returns an error if armed.
    pub(crate) fn pass(&self) -> Result<(), StoreError> {
        let armed = self.0.try_update(Ordering::SeqCst, Ordering::SeqCst, |times| times.checked_sub(1));
        match armed {
            Ok(_) => Err(StoreError::Unfit("it was made to break off".to_owned())),
            Err(_) => Ok(()),
        }
    }
}

impl Observer for FaultPoint {
    fn after_restore(&self, _runtime: &Runtime) {
        self.arm(0);
    }
}
