//! Injects payment failures between debit and commit, for tests and demonstrations of the compensation. Off by default.
//! Only Rust code or an admin of a demo shop can arm it; no setting or environment variable can.

use std::sync::atomic::{AtomicU64, Ordering};

use shop_store::StoreError;

use crate::runtime::Shop;

/// The number of payments that are still to fail.
#[derive(Debug, Default)]
pub(crate) struct FaultPoint(AtomicU64);

impl FaultPoint {
    /// Returns an error if armed.
    pub(super) fn strike(&self) -> Result<(), StoreError> {
        let armed = self.0.try_update(Ordering::SeqCst, Ordering::SeqCst, |times| times.checked_sub(1));
        match armed {
            Ok(_) => Err(StoreError::Unfit("the payment was made to break off".to_owned())),
            Err(_) => Ok(()),
        }
    }
}

impl Shop {
    /// Makes the next `times` payments fail after the debit; 0 disarms.
    pub fn arm_payment_fault(&self, times: u64) {
        self.payment_fault.0.store(times, Ordering::SeqCst);
    }
}
