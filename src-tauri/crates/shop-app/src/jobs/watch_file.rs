//! Recovers from a file that cannot be written: tries again, or copies out the open file.

use std::sync::Arc;

use shop_store::StorageFault;

use crate::backup::rescue_held;
use crate::context::Shop;
use crate::runtime::WriteError;
use crate::runtime::locks::LockKey;

/// Tries to write if the fault may have passed, and copies out a replaced file. Does nothing without a fault.
pub async fn watch_file(shop: &Arc<Shop>) -> Result<(), WriteError> {
    match shop.store().health().fault() {
        // The mark of the group is itself a write.
        Some(fault) if fault.may_pass() => shop.write(LockKey::Shop, |_| Ok(())).await,
        Some(StorageFault::Replaced) => {
            let shop = Arc::clone(shop);
            let rescued = tokio::task::spawn_blocking(move || rescue_held(&shop)).await;
            rescued.map_err(|error| WriteError::Failed(error.to_string()))?.map_err(WriteError::from)
        }
        _ => Ok(()),
    }
}
