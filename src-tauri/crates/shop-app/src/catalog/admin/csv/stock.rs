//! Sets the stock from a table: one movement for each level, as for a count by an admin.

use serde_json::json;
use shop_domain::stock::{AdjustmentType, adjust as decide};
use shop_store::stock::{LevelChange, adjust, create, level};

use crate::audit;
use crate::runtime::{Principal, WorkError, Writing};
use shop_contract::{AuditTarget, CsvStockChange, ErrorDetails, ShopError, ShopEvent, operation};

/// Sets a level. It was checked in the same transaction, so it still matches the report.
pub(super) fn set(
    writing: &mut Writing<'_>,
    admin: Principal,
    change: &CsvStockChange,
    reason: &str,
    is_told: bool,
) -> Result<(), WorkError> {
    let (tx, now) = (writing.tx, writing.now);
    let (product_id, option_id) = (change.product_id, change.product_option_id);
    let before = match level(tx, product_id, option_id)? {
        Some(level) => level,
        // A product that was created with options and lost them all has no stock row of its own yet.
        None => create(tx, product_id, option_id, 0, now).map(|_| 0)?,
    };
    let kind = AdjustmentType::Set;
    let bad = |_| ShopError::from(ErrorDetails::InvalidStockAdjustment { available: before });
    let adjustment = decide(before, kind, change.stated).map_err(bad)?;
    let kind = kind.movement();
    adjust(tx, &LevelChange { product_id, option_id, kind, adjustment, reason, actor_id: admin.user_id }, now)?;
    let was = json!({"productOptionId": option_id, "availableQuantity": adjustment.before});
    let is = json!({"productOptionId": option_id, "availableQuantity": adjustment.after, "reason": reason});
    audit::record(writing, admin, operation::adjust_stock, (AuditTarget::Product, product_id), &was, &is)?;
    if is_told {
        let available_quantity = adjustment.after;
        writing.effects.tell_all(ShopEvent::Stock { product_id, product_option_id: option_id, available_quantity });
    }
    Ok(())
}
