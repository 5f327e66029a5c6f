//! Stock movements of a product, with the names that belong to them.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::stock::MovementType;

use crate::column;
use crate::db::{Db, StoreResult};
use crate::time::Stamp;

/// A row of `stock_movement` with names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovementRow {
    /// Id.
    pub id: i64,
    /// The option, if any.
    pub option_id: Option<i64>,
    /// Current name of the option.
    pub option_name: Option<String>,
    /// Type.
    pub kind: MovementType,
    /// The change in units, signed.
    pub quantity: i64,
    /// Units left after it.
    pub available_after: i64,
    /// Reason, if an admin made the change.
    pub reason: Option<String>,
    /// The order, if one caused the change.
    pub order_id: Option<i64>,
    /// Number of the order.
    pub order_number: Option<String>,
    /// The admin, or the customer of the order.
    pub actor_id: Option<i64>,
    /// Name of that user.
    pub actor_name: Option<String>,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// A page of at most `limit` movements of a product, or of one option, with ids below `after`; latest first.
pub fn movements(
    db: &Db,
    product_id: i64,
    option_id: Option<i64>,
    after: Option<i64>,
    limit: i64,
) -> StoreResult<Vec<MovementRow>> {
    db.rows(
        "SELECT m.id, m.product_option_id, o.name, m.type, m.quantity, m.available_after, m.reason, m.order_id,
                b.order_number, coalesce(m.actor_id, b.user_id), u.name, m.created_at
         FROM stock_movement m INDEXED BY stock_movement_by_product
         LEFT JOIN product_option o ON o.id = m.product_option_id
         LEFT JOIN \"order\" b ON b.id = m.order_id
         LEFT JOIN user u ON u.id = coalesce(m.actor_id, b.user_id)
         WHERE m.product_id = ?1 AND m.id < ?3 AND (?2 IS NULL OR m.product_option_id = ?2)
         ORDER BY m.id DESC LIMIT ?4",
        (product_id, option_id, after.unwrap_or(i64::MAX), limit),
        read_movement,
    )
}

pub(crate) fn read_movement(row: &Row<'_>) -> rusqlite::Result<MovementRow> {
    let Stamp(created_at) = row.get(11)?;
    Ok(MovementRow {
        id: row.get(0)?,
        option_id: row.get(1)?,
        option_name: row.get(2)?,
        kind: column::code(row, 3, MovementType::parse)?,
        quantity: row.get(4)?,
        available_after: row.get(5)?,
        reason: row.get(6)?,
        order_id: row.get(7)?,
        order_number: row.get(8)?,
        actor_id: row.get(9)?,
        actor_name: row.get(10)?,
        created_at,
    })
}
