//! Refunds: a row for each, with an item for each line. The rows of order, payments, ledger and stock are written by their own
//! modules in the same transaction.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::Won;
use shop_domain::refund::PlannedLine;

use crate::column::{count, id_list, optional_instant, won};
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A row of `refund` with the names of its users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundRow {
    /// Id.
    pub id: i64,
    /// The order.
    pub order_id: i64,
    /// What went back.
    pub amount: Won,
    /// The part of it that went back as points.
    pub point_amount: Won,
    /// The part of it that goes back by hand.
    pub outside_amount: Won,
    /// The shipping fee in it.
    pub shipping_fee: Won,
    /// The reason.
    pub reason: Option<String>,
    /// Whether the units went back into stock.
    pub restock: bool,
    /// The admin, or the customer that cancelled the order; `None` if it was refunded before this was recorded.
    pub actor_id: Option<i64>,
    /// When the part that goes back by hand was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// The admin that marked it so.
    pub sent_by: Option<i64>,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// A row of `refund_item`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefundItemRow {
    /// The refund.
    pub refund_id: i64,
    /// The item of the order.
    pub order_item_id: i64,
    /// Units.
    pub quantity: i64,
    /// What they got back.
    pub amount: Won,
}

/// A refund with its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeRefund {
    /// The refund.
    pub refund: RefundRow,
    /// Its items, in the order of the lines.
    pub items: Vec<RefundItemRow>,
}

/// A new refund.
#[derive(Debug, Clone, Copy)]
pub struct NewRefund<'a> {
    /// The order.
    pub order_id: i64,
    /// The part that goes back as points.
    pub point_amount: Won,
    /// The part that goes back by hand.
    pub outside_amount: Won,
    /// The shipping fee in it.
    pub shipping_fee: Won,
    /// The reason, which has been checked.
    pub reason: Option<&'a str>,
    /// Whether the units went back into stock.
    pub restock: bool,
    /// The admin, or the customer that cancels the order.
    pub actor_id: i64,
    /// The units.
    pub lines: &'a [PlannedLine],
}

macro_rules! refund_columns {
    () => {
        "t.id, t.order_id, t.amount, t.point_amount, t.outside_amount, t.shipping_fee, t.reason, t.restock, t.actor_id,
         t.sent_at, t.sent_by, t.created_at"
    };
}
macro_rules! refund_item_columns {
    () => {
        "i.refund_id, i.order_item_id, i.quantity, i.amount"
    };
}
pub(crate) use {refund_columns, refund_item_columns};

/// Inserts a refund with its items, and returns its id.
pub fn insert(tx: &Tx<'_>, new: NewRefund<'_>, now: DateTime<Utc>) -> StoreResult<i64> {
    let (points, outside) = (new.point_amount.get(), new.outside_amount.get());
    let id = tx.insert(
        "INSERT INTO refund (order_id, amount, point_amount, outside_amount, shipping_fee, reason, restock, actor_id,
                             created_at, updated_at)
         VALUES (?1, ?2 + ?3, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
        (new.order_id, points, outside, new.shipping_fee.get(), new.reason, new.restock, new.actor_id, Stamp(now)),
    )?;
    for line in new.lines {
        tx.insert(
            "INSERT INTO refund_item (refund_id, order_item_id, quantity, amount, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
            (id, line.item_id, line.quantity, line.amount.get(), Stamp(now)),
        )?;
    }
    Ok(id)
}

/// The refunds of some orders, oldest first.
pub fn of_orders(db: &Db, order_ids: &[i64]) -> StoreResult<Vec<WholeRefund>> {
    let refunds = db.rows(
        concat!(
            "SELECT ",
            refund_columns!(),
            " FROM refund t WHERE t.order_id IN (SELECT value FROM json_each(?1)) ORDER BY t.id"
        ),
        [id_list(order_ids)],
        read,
    )?;
    let ids: Vec<i64> = refunds.iter().map(|refund| refund.id).collect();
    let items = db.rows(
        concat!(
            "SELECT ",
            refund_item_columns!(),
            " FROM refund_item i WHERE i.refund_id IN (SELECT value FROM json_each(?1)) ORDER BY i.id"
        ),
        [id_list(&ids)],
        read_item,
    )?;
    let of = |id| items.iter().filter(|item| item.refund_id == id).copied().collect();
    Ok(refunds.into_iter().map(|refund| WholeRefund { items: of(refund.id), refund }).collect())
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<RefundRow> {
    Ok(RefundRow {
        id: row.get(0)?,
        order_id: row.get(1)?,
        amount: won(row, 2)?,
        point_amount: won(row, 3)?,
        outside_amount: won(row, 4)?,
        shipping_fee: won(row, 5)?,
        reason: row.get(6)?,
        restock: row.get(7)?,
        actor_id: row.get(8)?,
        sent_at: optional_instant(row, 9)?,
        sent_by: row.get(10)?,
        created_at: row.get::<_, Stamp>(11)?.0,
    })
}

pub(crate) fn read_item(row: &Row<'_>) -> rusqlite::Result<RefundItemRow> {
    Ok(RefundItemRow {
        refund_id: row.get(0)?,
        order_item_id: row.get(1)?,
        quantity: count(row, 2)?,
        amount: won(row, 3)?,
    })
}
