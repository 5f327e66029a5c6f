//! The state of the shop's file as the faces see it: since when it cannot be written to, why, and the notice of it.
//!
//! The store finds the faults ([`shop_store::StorageHealth`]); here each change gets its time and is told to everybody.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use parking_lot::Mutex;
use shop_store::{StorageFault, StorageHealth, to_millis};

use super::Shop;
use super::events::{Audience, Events, Notice};
use super::ports::Clock;
use shop_contract::{AlertKind, ErrorDetails, ShopError, ShopEvent, StorageReason, StorageState};

/// Since when the file cannot be written to, and what was done about it.
#[derive(Debug, Default)]
pub(crate) struct StorageNotes {
    since: Mutex<Option<DateTime<Utc>>>,
    /// Whether what is held of a replaced file has been copied out.
    pub(crate) rescued: Mutex<bool>,
}

impl StorageNotes {
    /// Notes and tells each change of `health` from now on.
    pub(super) fn follow(health: &StorageHealth, clock: Arc<dyn Clock>, events: &Events) -> Arc<Self> {
        let notes = Arc::new(Self::default());
        let (noted, events) = (Arc::clone(&notes), events.clone());
        health.listen(move |fault| {
            let since = fault.map(|_| to_millis(clock.now()));
            *noted.since.lock() = since;
            if fault != Some(StorageFault::Replaced) {
                *noted.rescued.lock() = false;
            }
            let event = ShopEvent::Storage { reason: fault.map(reason) };
            events.send(Notice { audience: Audience::All, event });
            let arisen = i64::from(fault.is_some());
            let alert = ShopEvent::Alert { kind: AlertKind::Storage, count: arisen, arisen, name: None, name_en: None };
            events.send(Notice { audience: Audience::Admins, event: alert });
        });
        notes
    }
}

impl Shop {
    /// Why the shop cannot be written to, and since when; `None` while it can.
    #[must_use]
    pub fn storage(&self) -> Option<StorageState> {
        let fault = self.store().health().fault()?;
        let since = self.storage.since.lock().unwrap_or_else(|| self.now());
        Some(StorageState { reason: reason(fault), since })
    }
}

/// The refusal of what the file's fault keeps from being done; nothing was changed.
pub(super) fn unavailable(fault: StorageFault) -> ShopError {
    ErrorDetails::StorageUnavailable { reason: reason(fault) }.into()
}

/// The fault as the contract names it.
pub(crate) fn reason(fault: StorageFault) -> StorageReason {
    match fault {
        StorageFault::Full => StorageReason::Full,
        StorageFault::ReadOnly => StorageReason::ReadOnly,
        StorageFault::Damaged => StorageReason::Damaged,
        StorageFault::Replaced => StorageReason::Replaced,
    }
}
