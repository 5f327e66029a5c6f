//! Reads of the audit log.

use serde_json::Value;
use shop_store::audit::{AuditFilter, AuditRow, list};

use crate::context::AdminCall;
use crate::paging::Listing;
use shop_contract::{AuditEntry, AuditPage, Instant, ListAuditLog, ShopError};

/// The actions of admins, latest first.
///
/// # Errors
/// `INVALID_INPUT` for limit and cursor.
pub async fn list_audit_log(call: AdminCall, request: ListAuditLog) -> Result<AuditPage, ShopError> {
    let ListAuditLog { actor_id, action, target_type, target_id, from, to, cursor, limit } = request;
    let listing = Listing::new("audit log", &(actor_id, &action, target_type, target_id, from, to), limit)?;
    let zone = call.shop.zone();
    let filter = AuditFilter {
        actor_id,
        action,
        target_type: target_type.map(|kind| kind.as_str().to_owned()),
        target_id,
        from: from.map(|from| from.begins(zone)),
        to: to.map(|to| to.ends(zone)),
        after: listing.after(cursor.as_deref())?.map(|(Instant(at), id)| (at, id)),
        limit: listing.fetch(),
    };
    call.read(move |db| {
        let (rows, next_cursor) = listing.page(list(db, &filter)?, |row| (row.created_at, row.id));
        Ok(AuditPage { items: rows.into_iter().map(entry).collect(), next_cursor })
    })
    .await
}

fn entry(row: AuditRow) -> AuditEntry {
    let value = |text: Option<String>| text.and_then(|text| serde_json::from_str::<Value>(&text).ok());
    AuditEntry {
        id: row.id,
        actor_id: row.actor_id,
        actor_name: row.actor_name,
        action: row.action,
        target_type: row.target_type,
        target_id: row.target_id,
        target_name: row.target_name,
        target_name_en: row.target_name_en,
        before: value(row.before),
        after: value(row.after),
        created_at: row.created_at,
    }
}
