//! What the running program says of itself.

use crate::contract::{Empty, Metrics, ShopError};
use crate::runtime::Call;

/// Locks, writer, cache, operations and people, since the program was started.
///
/// # Errors
/// None of its own.
pub async fn get_metrics(call: Call, _: Empty) -> Result<Metrics, ShopError> {
    call.admin()?;
    Ok(call.shop.metrics().report(&call.shop))
}
