//! A place at which a payment can be made to break off between the debit and the commit, for tests and for showing the
//! compensation. Off unless it is armed: by Rust code, or by an admin of a demo shop; no setting or environment variable
//! reaches it.

use std::sync::atomic::{AtomicU64, Ordering};

use shop_store::StoreError;

use crate::runtime::Shop;

/// How many payments are still to break off.
#[derive(Debug, Default)]
pub(crate) struct FaultPoint(AtomicU64);

impl FaultPoint {
    /// Breaks off, where it is armed.
    pub(super) fn strike(&self) -> Result<(), StoreError> {
        let armed = self.0.try_update(Ordering::SeqCst, Ordering::SeqCst, |times| times.checked_sub(1));
        match armed {
            Ok(_) => Err(StoreError::Unfit("the payment was made to break off".to_owned())),
            Err(_) => Ok(()),
        }
    }
}

impl Shop {
    /// Lets the next `times` payments break off after the debit; 0 disarms.
    pub fn arm_payment_fault(&self, times: u64) {
        self.payment_fault.0.store(times, Ordering::SeqCst);
    }
}
