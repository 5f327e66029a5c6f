//! Writes of a refund on the order and its items. Each is a conditional update on what the decision saw, so that no unit and no won
//! goes back twice.

use chrono::{DateTime, Utc};
use shop_domain::order::{DeliveryState, OrderState};
use shop_domain::refund::{PlannedLine, RefundLine};
use shop_domain::{Quantity, Won};

use super::read::read_sold_item;
use super::rows::SoldItem;
use super::tally::{self, Counted, Place};
use crate::column::{count, number, won};
use crate::db::{Db, StoreResult, Tx};
use crate::error::StoreError;
use crate::time::Stamp;

/// What a refund adds to the row of its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderRefund<'a> {
    /// The order.
    pub order_id: i64,
    /// Its delivery state.
    pub delivery_state: Option<DeliveryState>,
    /// What was refunded before, as the decision saw it.
    pub refunded_before: Won,
    /// The order for the tally, with what this refund gives back as what was refunded.
    pub counted: Counted<'a>,
}

/// The lines of an order that stands, for the decision of a refund or a return.
pub fn refund_lines(db: &Db, order_id: i64) -> StoreResult<Vec<RefundLine>> {
    db.rows(
        "SELECT id, quantity, total_amount, cancelled_quantity, refunded_amount FROM order_item
         WHERE order_id = ?1 AND state = 'NORMAL' ORDER BY id",
        [order_id],
        |row| {
            Ok(RefundLine {
                item_id: row.get(0)?,
                quantity: number(row, 1, Quantity::new)?,
                total_amount: won(row, 2)?,
                cancelled: count(row, 3)?,
                refunded: won(row, 4)?,
            })
        },
    )
}

/// Adds a refund to a paid order.
///
/// # Errors
/// [`StoreError::NotOneRow`] if the order is not paid, or another refund came first.
pub fn add_refund(tx: &Tx<'_>, refund: OrderRefund<'_>, now: DateTime<Utc>) -> StoreResult<()> {
    let OrderRefund { order_id, delivery_state, refunded_before, counted } = refund;
    tx.change_one(
        "UPDATE \"order\" SET refunded_amount = refunded_amount + ?3, refunded_fee = refunded_fee + ?4, updated_at = ?5
         WHERE id = ?1 AND state = 'CONFIRMED' AND refunded_amount = ?2",
        (order_id, refunded_before.get(), counted.refunded_amount.get(), counted.refunded_fee.get(), Stamp(now)),
    )?;
    tally::add_refunded(tx, counted, Place { state: OrderState::Confirmed, delivery_state }, now)
}

/// Marks units of an item of an order as refunded, and returns them with what they get back.
///
/// # Errors
/// [`StoreError::NotOneRow`] if the item is none of the order, or units of it were refunded since the decision.
pub fn refund_units(tx: &Tx<'_>, order_id: i64, line: PlannedLine, now: DateTime<Utc>) -> StoreResult<SoldItem> {
    const REFUND: &str = "UPDATE order_item SET cancelled_quantity = cancelled_quantity + ?4,
                                 refunded_amount = refunded_amount + ?5, updated_at = ?6
         WHERE id = ?1 AND order_id = ?2 AND state = 'NORMAL' AND cancelled_quantity = ?3
         RETURNING product_id, product_option_id, ?4, ?5";
    let PlannedLine { item_id, quantity, amount, cancelled_before } = line;
    let params = (item_id, order_id, cancelled_before, quantity, amount.get(), Stamp(now));
    tx.row(REFUND, params, read_sold_item)?.ok_or(StoreError::NotOneRow { changed: 0, statement: REFUND })
}
