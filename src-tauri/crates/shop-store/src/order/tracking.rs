//! Carriers and tracking numbers of orders, and orders by their numbers or ids.

use chrono::{DateTime, Utc};

use super::read::{read_order, select_orders};
use super::rows::{Order, Tracking};
use crate::column::id_list;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// An order whose tracking is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrackedOrder {
    /// The order.
    pub order_id: i64,
    /// When it was changed last, as the decision saw it.
    pub seen: DateTime<Utc>,
    /// The new instant of its last change.
    pub updated_at: DateTime<Utc>,
}

/// Sets the carrier and the tracking number of a paid order that is delivered and not yet there.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if the order has changed, or is in no such state.
pub fn set_tracking(tx: &Tx<'_>, order: TrackedOrder, tracking: &Tracking) -> StoreResult<()> {
    tx.change_one(
        "UPDATE \"order\" SET carrier = ?4, tracking_number = ?5, updated_at = ?3
         WHERE id = ?1 AND updated_at = ?2 AND state = 'CONFIRMED' AND delivery_method = 'DELIVERY'
               AND delivery_state IN ('PREPARING', 'SHIPPED')",
        (order.order_id, Stamp(order.seen), Stamp(order.updated_at), &tracking.carrier, &tracking.number),
    )
}

/// The orders with these numbers, by id.
pub fn for_numbers(db: &Db, numbers: &[&str]) -> StoreResult<Vec<Order>> {
    let numbers = serde_json::Value::from(numbers).to_string();
    db.rows(
        select_orders!("WHERE order_number IN (SELECT value FROM json_each(?1)) ORDER BY id"),
        [numbers],
        read_order,
    )
}

/// The orders with these ids, by id.
pub fn with_ids(db: &Db, ids: &[i64]) -> StoreResult<Vec<Order>> {
    db.rows(select_orders!("WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id"), [id_list(ids)], read_order)
}
