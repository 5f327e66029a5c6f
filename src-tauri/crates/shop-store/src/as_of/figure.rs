//! Stock levels and balances: their first value, their changes, and the value that is stored.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::point::TransactionType;
use shop_domain::stock::MovementType;

use super::bisect;
use crate::column::code;
use crate::db::{Db, StoreResult};
use crate::planted::{Bug, is_planted};
use crate::time::Stamp;

/// A figure whose changes are recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The stock level of a product, or of one of its options.
    Stock {
        /// The product.
        product_id: i64,
        /// Its option; `None` for the level of the product itself.
        option_id: Option<i64>,
    },
    /// The points of a user.
    Points {
        /// The user.
        user_id: i64,
    },
}

/// When a figure came to be, with which value, and the value that is stored now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// When.
    pub created_at: DateTime<Utc>,
    /// Its first value.
    pub first: i64,
    /// The stored value.
    pub stored: i64,
}

/// What changed a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A stock movement.
    Stock(MovementType),
    /// A transaction of points.
    Points(TransactionType),
}

/// One change, with the names that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Id of the row.
    pub id: i64,
    /// What changed it.
    pub kind: EntryKind,
    /// The change, signed.
    pub change: i64,
    /// The figure after it.
    pub after: i64,
    /// Reason, if an admin made the change.
    pub reason: Option<String>,
    /// Id and number of the order that caused it.
    pub order: Option<(i64, String)>,
    /// The admin, or the customer, if known.
    pub actor_id: Option<i64>,
    /// Name of that user.
    pub actor_name: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

pub(super) const STOCK_ROW: &str = "SELECT created_at, initial_quantity, available_quantity FROM stock
     WHERE product_id = ?1 AND ifnull(product_option_id, 0) = ifnull(?2, 0) AND product_option_id IS ?2";
pub(super) const MOVEMENTS: &str =
    "SELECT m.id, m.type, m.quantity, m.available_after, m.reason, m.order_id, b.order_number,
            coalesce(m.actor_id, b.user_id), u.name, m.created_at
     FROM stock_movement m INDEXED BY stock_movement_by_product
     LEFT JOIN \"order\" b ON b.id = m.order_id
     LEFT JOIN user u ON u.id = coalesce(m.actor_id, b.user_id)
     WHERE m.product_id = ?1 AND m.id < ?3 AND m.product_option_id IS ?2
     ORDER BY m.id DESC LIMIT ?4";
pub(super) const MOVEMENT_FROM: &str = "SELECT id, created_at FROM stock_movement INDEXED BY stock_movement_by_product
     WHERE product_id = ?1 AND id >= ?3 AND (?4 OR product_option_id IS ?2) ORDER BY id LIMIT 1";
pub(super) const LAST_MOVEMENT: &str =
    "SELECT id FROM stock_movement INDEXED BY stock_movement_by_product WHERE product_id = ?1 ORDER BY id DESC LIMIT 1";
pub(super) const MOVED: &str = "SELECT coalesce(sum(quantity), 0), count(*) FROM (
       SELECT quantity FROM stock_movement INDEXED BY stock_movement_by_product
       WHERE product_id = ?1 AND product_option_id IS ?2 LIMIT ?3)";

pub(super) const USER_ROW: &str = "SELECT created_at, 0, available_point FROM user WHERE id = ?1 AND ?2 IS NULL";
// The admin of an adjustment is in the audit log, in the transaction of which the ledger was written.
pub(super) const TRANSACTIONS: &str = "SELECT b.id, b.type, b.amount, b.balance_after, iif(b.type = 'ADJUST', b.description, NULL), b.order_id,
            o.order_number, a.id, a.name, b.created_at
     FROM balance_transaction b INDEXED BY balance_transaction_by_user
     LEFT JOIN \"order\" o ON o.id = b.order_id
     LEFT JOIN user a ON a.id = CASE b.type
         WHEN 'ADJUST' THEN (SELECT l.actor_id FROM audit_log l INDEXED BY audit_log_by_target
                             WHERE l.target_type = 'user' AND l.target_id = b.user_id AND l.created_at = b.created_at
                               AND l.action = 'adjust_points' AND l.after ->> '$.availablePoint' = b.balance_after LIMIT 1)
         WHEN 'REFUND' THEN NULL ELSE b.user_id END
     WHERE b.user_id = ?1 AND b.id < ?3 AND ?2 IS NULL
     ORDER BY b.id DESC LIMIT ?4";
pub(super) const TRANSACTION_FROM: &str =
    "SELECT id, created_at FROM balance_transaction INDEXED BY balance_transaction_by_user
     WHERE user_id = ?1 AND id >= ?3 AND ?2 IS NULL AND ?4 = ?4 ORDER BY id LIMIT 1";
pub(super) const LAST_TRANSACTION: &str = "SELECT id FROM balance_transaction INDEXED BY balance_transaction_by_user WHERE user_id = ?1 ORDER BY id DESC LIMIT 1";
pub(super) const TRANSACTED: &str = "SELECT coalesce(sum(amount), 0), count(*) FROM (
       SELECT amount FROM balance_transaction INDEXED BY balance_transaction_by_user
       WHERE user_id = ?1 AND ?2 IS NULL LIMIT ?3)";

impl Figure {
    /// The statement for stock or for points.
    fn pick(self, stock: &'static str, points: &'static str) -> &'static str {
        if matches!(self, Self::Stock { .. }) { stock } else { points }
    }

    fn ids(self) -> (i64, Option<i64>) {
        match self {
            Self::Stock { product_id, option_id } => (product_id, option_id),
            Self::Points { user_id } => (user_id, None),
        }
    }

    /// Where it began; `None` if there is no such figure.
    pub fn origin(self, db: &Db) -> StoreResult<Option<Origin>> {
        db.row(self.pick(STOCK_ROW, USER_ROW), self.ids(), |row| {
            let Stamp(created_at) = row.get(0)?;
            Ok(Origin { created_at, first: row.get(1)?, stored: row.get(2)? })
        })
    }

    /// Changes with ids below `before_id`, the latest first. The level of an option is found among all movements of its
    /// product.
    pub fn before(self, db: &Db, before_id: i64, limit: i64) -> StoreResult<Vec<Entry>> {
        let (id, option_id) = self.ids();
        let read = |row: &Row<'_>| read_entry(self, row);
        db.rows(self.pick(MOVEMENTS, TRANSACTIONS), (id, option_id, before_id, limit), read)
    }

    /// Id and instant of the first change with at least this id.
    pub fn first_from(self, db: &Db, from_id: i64) -> StoreResult<Option<(i64, DateTime<Utc>)>> {
        self.row_from(db, from_id, false)
    }

    /// The id with which the changes after `instant` begin.
    pub fn id_after(self, db: &Db, instant: DateTime<Utc>) -> StoreResult<i64> {
        let newest: Option<i64> =
            db.row(self.pick(LAST_MOVEMENT, LAST_TRANSACTION), [self.ids().0], |row| row.get(0))?;
        let instant =
            if is_planted(Bug::InstantExcluded) { instant - chrono::TimeDelta::milliseconds(1) } else { instant };
        bisect::id_after(instant, newest.unwrap_or(0), |from| self.row_from(db, from, true))
    }

    /// The sum of all changes, if there are at most `most`.
    pub fn sum(self, db: &Db, most: i64) -> StoreResult<Option<i64>> {
        let (id, option_id) = self.ids();
        let read = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?));
        let summed = db.row(self.pick(MOVED, TRANSACTED), (id, option_id, most + 1), read)?;
        Ok(summed.filter(|(_, count)| *count <= most).map(|(sum, _)| sum))
    }

    fn row_from(self, db: &Db, from_id: i64, is_any_option: bool) -> StoreResult<Option<(i64, DateTime<Utc>)>> {
        let (id, option_id) = self.ids();
        db.row(self.pick(MOVEMENT_FROM, TRANSACTION_FROM), (id, option_id, from_id, is_any_option), |row| {
            Ok((row.get(0)?, row.get::<_, Stamp>(1)?.0))
        })
    }
}

fn read_entry(figure: Figure, row: &Row<'_>) -> rusqlite::Result<Entry> {
    let order_id: Option<i64> = row.get(5)?;
    Ok(Entry {
        id: row.get(0)?,
        kind: match figure {
            Figure::Stock { .. } => EntryKind::Stock(code(row, 1, MovementType::parse)?),
            Figure::Points { .. } => EntryKind::Points(code(row, 1, TransactionType::parse)?),
        },
        change: row.get(2)?,
        after: row.get(3)?,
        reason: row.get(4)?,
        order: order_id.zip(row.get(6)?),
        actor_id: row.get(7)?,
        actor_name: row.get(8)?,
        at: row.get::<_, Stamp>(9)?.0,
    })
}
