//! What can be done by itself about a file that cannot be written to: trying again, or copying out what is held.

use std::sync::Arc;

use shop_store::StorageFault;

use crate::backup::rescue_held;
use crate::runtime::locks::LockKey;
use crate::runtime::{Shop, WriteError};

/// Tries to write where the fault may have passed, and copies out what a replaced file held. Does nothing while all is well.
///
/// # Errors
/// As any write.
pub async fn watch_file(shop: &Arc<Shop>) -> Result<(), WriteError> {
    match shop.store().health().fault() {
        // The mark of the group is a write of its own.
        Some(fault) if fault.may_pass() => shop.write(LockKey::Shop, |_| Ok(())).await,
        Some(StorageFault::Replaced) => {
            let shop = Arc::clone(shop);
            let rescued = tokio::task::spawn_blocking(move || rescue_held(&shop)).await;
            rescued.map_err(|error| WriteError::Failed(error.to_string()))?.map_err(WriteError::from)
        }
        _ => Ok(()),
    }
}
