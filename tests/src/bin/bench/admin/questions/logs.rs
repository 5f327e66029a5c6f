//! The activity log and the outbox, with each of their filters.

use chrono::TimeDelta;
use shop_app::{audit, outbox};
use shop_contract::{AuditTarget, ListAuditLog, ListOutbox, OutboxState};

use super::{Question, ROWS};
use crate::admin::Facts;

/// The activity log and the outbox.
pub(super) fn logs(facts: &Facts) -> Vec<Question> {
    let all = ListAuditLog::default;
    let (from, to) = (facts.now - TimeDelta::days(9), facts.now - TimeDelta::days(8));
    let sent = |state| ListOutbox { state, ..ListOutbox::default() };
    vec![
        list!("audit log", audit::list_audit_log, all()),
        list!("audit log, an admin's", audit::list_audit_log, ListAuditLog { actor_id: Some(facts.admin), ..all() }),
        list!(
            "audit log, one operation",
            audit::list_audit_log,
            ListAuditLog { action: Some("ship_order".to_owned()), ..all() }
        ),
        list!(
            "audit log of orders",
            audit::list_audit_log,
            ListAuditLog { target_type: Some(AuditTarget::Order), ..all() }
        ),
        list!(
            "audit log of an order",
            audit::list_audit_log,
            ListAuditLog { target_type: Some(AuditTarget::Order), target_id: Some(facts.last_order / 2), ..all() }
        ),
        list!(
            "audit log of a day",
            audit::list_audit_log,
            ListAuditLog { from: Some(from.into()), to: Some(to.into()), ..all() }
        ),
        list!(
            "audit log of a day, one operation",
            audit::list_audit_log,
            ListAuditLog {
                from: Some(from.into()),
                to: Some(to.into()),
                action: Some("deliver_order".to_owned()),
                ..all()
            }
        ),
        list!("outbox", outbox::list_outbox, sent(None)),
        list!("outbox, to be sent", outbox::list_outbox, sent(Some(OutboxState::Pending))),
        list!("outbox, given up", outbox::list_outbox, sent(Some(OutboxState::Failed))),
    ]
}
