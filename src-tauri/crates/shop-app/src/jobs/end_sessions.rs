//! Ends expired sessions. They are already invalid; ending them keeps the list of running sessions short.

use std::sync::Arc;

use crate::context::Shop;
use crate::runtime::WriteError;
use crate::runtime::locks::LockKey;
use crate::user::heard_since;

/// Ends up to `limit` expired sessions and returns their number.
///
/// Does nothing while the clock is not trusted.
pub async fn end_sessions(shop: &Arc<Shop>, limit: i64) -> Result<usize, WriteError> {
    if !shop.is_clock_believed()? {
        return Ok(0);
    }
    let since = heard_since(shop)?;
    shop.write(LockKey::Shop, move |writing| {
        Ok(shop_store::session::end_silent(writing.tx, since, limit, writing.now)?)
    })
    .await
}
