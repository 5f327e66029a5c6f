//! An admin has looked at the alerts. It is a bookmark of one person's and changes nothing of the shop, so that the audit log
//! has no line of it.

use shop_store::alert::see;

use crate::runtime::Call;
use crate::runtime::locks::LockKey;
use shop_contract::{Done, MarkAlertsSeen, ShopError, operation};

/// Notes up to when the caller has seen them. An instant that is yet to come counts as now.
///
/// # Errors
/// As any write.
pub async fn mark_alerts_seen(call: Call, request: MarkAlertsSeen) -> Result<Done, ShopError> {
    let reader = call.admin()?.user_id;
    let until = request.until;
    call.write(operation::mark_alerts_seen, &request, LockKey::User(reader), move |writing| {
        see(writing.tx, reader, until.min(writing.now), writing.now)?;
        Ok(Done {})
    })
    .await
}
