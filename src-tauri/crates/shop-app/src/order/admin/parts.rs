//! Acts that refunded a part of an order, as the activity log has them.

use serde_json::Value;
use shop_domain::order::OrderState;
use shop_store::audit::AuditRow;

use shop_contract::operation;

/// Whether an act is a refund after which something of the order was left.
pub(super) fn is_part(act: &AuditRow) -> bool {
    act.action == operation::refund_order.name()
        && after(act, "state").as_deref() == Some(OrderState::Confirmed.as_str())
}

/// A text of what an act has written.
pub(super) fn after(act: &AuditRow, field: &str) -> Option<String> {
    let after: Value = serde_json::from_str(act.after.as_deref()?).ok()?;
    Some(after.get(field)?.as_str()?.to_owned())
}
