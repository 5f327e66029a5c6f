//! Marks the alerts as seen by an admin. It is a bookmark of one user and changes nothing in the shop, so it has no
//! audit entry.

use shop_store::alert::see;

use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use shop_contract::{Done, MarkAlertsSeen, ShopError, operation};

/// Stores the time up to which the caller has seen the alerts. A future time counts as now.
pub async fn mark_alerts_seen(call: AdminCall, request: MarkAlertsSeen) -> Result<Done, ShopError> {
    let reader = call.admin().user_id;
    let until = request.until;
    call.write(operation::mark_alerts_seen, &request, LockKey::User(reader), move |writing| {
        see(writing.tx, reader, until.min(writing.now), writing.now)?;
        Ok(Done {})
    })
    .await
}
