//! The state of the shop's file for the interfaces: whether it can be written, the reason, and the event of a change.
//!
//! The store detects the faults ([`shop_store::StorageHealth`]); this module adds the time of each change and sends the
//! event.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use parking_lot::Mutex;
use shop_store::{StorageFault, StorageHealth, to_millis};

use super::Runtime;
use super::damage_mark::DamageMark;
use super::events::{Audience, Events, Notice};
use super::ports::Clock;
use shop_contract::{AlertKind, ErrorDetails, ShopError, ShopEvent, StorageReason, StorageState};

/// The time since which the file cannot be written, and whether its data was rescued.
#[derive(Debug, Default)]
pub(crate) struct StorageNotes {
    since: Mutex<Option<DateTime<Utc>>>,
    /// Whether the content of a replaced file was copied out.
    pub(crate) rescued: Mutex<bool>,
}

impl StorageNotes {
    /// Records and publishes each change of `health` from now on, and marks a damaged file.
    pub(super) fn follow(
        health: &StorageHealth,
        clock: Arc<dyn Clock>,
        events: &Events,
        damage_mark: DamageMark,
    ) -> Arc<Self> {
        let notes = Arc::new(Self::default());
        let (noted, events) = (Arc::clone(&notes), events.clone());
        health.listen(move |fault| {
            let since = fault.map(|_| to_millis(clock.now()));
            *noted.since.lock() = since;
            if fault != Some(StorageFault::Replaced) {
                *noted.rescued.lock() = false;
            }
            match fault {
                Some(StorageFault::Damaged) => damage_mark.set(),
                None => damage_mark.clear(),
                Some(_) => {}
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

impl Runtime {
    /// Why the shop cannot be written, and since when; `None` if it can.
    #[must_use]
    pub fn storage(&self) -> Option<StorageState> {
        let fault = self.store().health().fault()?;
        let since = self.storage.since.lock().unwrap_or_else(|| self.now());
        Some(StorageState { reason: reason(fault), since })
    }
}

/// The refusal for an operation that the file's fault prevents; nothing was changed.
pub(crate) fn unavailable(fault: StorageFault) -> ShopError {
    ErrorDetails::storage(reason(fault)).into()
}

/// The fault in the form of the contract.
pub(crate) fn reason(fault: StorageFault) -> StorageReason {
    match fault {
        StorageFault::Full => StorageReason::Full,
        StorageFault::ReadOnly => StorageReason::ReadOnly,
        StorageFault::Damaged => StorageReason::Damaged,
        StorageFault::Replaced => StorageReason::Replaced,
    }
}
