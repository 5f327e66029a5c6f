//! The number of orders by state and business day: a small table that is updated in the transaction of the order, so
//! that the counts and sums of the admin need not scan all orders.
//!
//! Orders that await payment are not in it: they are few and have an index, and so placing an order costs nothing here.
//! An order is counted on the day in its number; a paid one is also counted by its day of payment.

use chrono::{DateTime, Utc};
use shop_domain::order::{DeliveryState, OrderState};
use shop_domain::{BusinessDay, Won};

use crate::db::{StoreResult, Tx};
use crate::error::StoreError;
use crate::time::Stamp;

/// An order for the tally.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted<'a> {
    /// Its number, which holds the day of placing.
    pub order_number: &'a str,
    /// Amount before discounts.
    pub amount: Won,
    /// Discount.
    pub discount_amount: Won,
    /// Shipping fee.
    pub shipping_fee: Won,
    /// What was refunded of it.
    pub refunded_amount: Won,
    /// The part of it that was shipping fee.
    pub refunded_fee: Won,
    /// Business day of payment, if it was paid.
    pub paid_day: Option<BusinessDay>,
}

/// The row of the tally that counts an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub state: OrderState,
    /// Delivery state; of paid orders only.
    pub delivery_state: Option<DeliveryState>,
}

/// Adds an order to the tally. The row exists almost always, and an UPDATE of the figures skips the CHECKs of the
/// texts, which cost twice as much as the rest.
pub(super) fn add(tx: &Tx<'_>, order: Counted<'_>, place: Place, now: DateTime<Utc>) -> StoreResult<()> {
    let key = key(order, place)?;
    let (amount, discount, fee) = (order.amount.get(), order.discount_amount.get(), order.shipping_fee.get());
    let counted = tx.change(
        "UPDATE order_tally
         SET orders = orders + 1, amount = amount + ?5, discount_amount = discount_amount + ?6,
             shipping_fee = shipping_fee + ?7, updated_at = ?8
         WHERE day = ?1 AND paid_day = ?2 AND state = ?3 AND delivery_state = ?4",
        (&key.0, &key.1, key.2, key.3, amount, discount, fee, Stamp(now)),
    )?;
    if counted == 1 {
        return add_refunded(tx, order, place, now);
    }
    tx.change_one(
        "INSERT INTO order_tally (day, paid_day, state, delivery_state, orders, amount, discount_amount,
                                  shipping_fee, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, ?7, ?8, ?8)",
        (&key.0, &key.1, key.2, key.3, amount, discount, fee, Stamp(now)),
    )?;
    add_refunded(tx, order, place, now)
}

/// Counts what was refunded of an order that is in the tally. Nothing was of most, and those cost nothing here.
///
/// # Errors
/// [`StoreError::NotOneRow`] if no order was counted there.
pub(super) fn add_refunded(tx: &Tx<'_>, order: Counted<'_>, place: Place, now: DateTime<Utc>) -> StoreResult<()> {
    if order.refunded_amount.is_zero() {
        return Ok(());
    }
    let key = key(order, place)?;
    tx.change_one(
        "UPDATE order_tally SET refunded_amount = refunded_amount + ?5, refunded_fee = refunded_fee + ?6, updated_at = ?7
         WHERE day = ?1 AND paid_day = ?2 AND state = ?3 AND delivery_state = ?4 AND orders >= 1",
        (&key.0, &key.1, key.2, key.3, order.refunded_amount.get(), order.refunded_fee.get(), Stamp(now)),
    )
}

/// Takes back what [`add_refunded`] has counted.
fn remove_refunded(tx: &Tx<'_>, order: Counted<'_>, place: Place, now: DateTime<Utc>) -> StoreResult<()> {
    if order.refunded_amount.is_zero() {
        return Ok(());
    }
    let key = key(order, place)?;
    tx.change_one(
        "UPDATE order_tally SET refunded_amount = refunded_amount - ?5, refunded_fee = refunded_fee - ?6, updated_at = ?7
         WHERE day = ?1 AND paid_day = ?2 AND state = ?3 AND delivery_state = ?4
           AND refunded_amount >= ?5 AND refunded_fee >= ?6",
        (&key.0, &key.1, key.2, key.3, order.refunded_amount.get(), order.refunded_fee.get(), Stamp(now)),
    )
}

/// Removes an order from the tally.
///
/// # Errors
/// [`StoreError::NotOneRow`] if the order was not counted there.
pub(super) fn remove(tx: &Tx<'_>, order: Counted<'_>, place: Place, now: DateTime<Utc>) -> StoreResult<()> {
    remove_refunded(tx, order, place, now)?;
    let key = key(order, place)?;
    let (amount, discount, fee) = (order.amount.get(), order.discount_amount.get(), order.shipping_fee.get());
    tx.change_one(
        "UPDATE order_tally
         SET orders = orders - 1, amount = amount - ?5, discount_amount = discount_amount - ?6,
             shipping_fee = shipping_fee - ?7, updated_at = ?8
         WHERE day = ?1 AND paid_day = ?2 AND state = ?3 AND delivery_state = ?4
           AND orders >= 1 AND amount >= ?5 AND discount_amount >= ?6 AND shipping_fee >= ?7",
        (&key.0, &key.1, key.2, key.3, amount, discount, fee, Stamp(now)),
    )
}

/// The key of the row: day, day of payment, state, delivery state.
fn key(order: Counted<'_>, place: Place) -> StoreResult<(String, String, &'static str, &'static str)> {
    let day = placed_day(order.order_number)?.to_string();
    let paid_day = order.paid_day.map(|day| day.to_string()).unwrap_or_default();
    Ok((day, paid_day, place.state.as_str(), place.delivery_state.map_or("", DeliveryState::as_str)))
}

/// The day in `ORD-YYYYMMDD-NNNNNN`.
pub(super) fn placed_day(order_number: &str) -> StoreResult<BusinessDay> {
    let day = order_number.get(4..12).and_then(|day| {
        let (year, month, date) = (day.get(..4)?, day.get(4..6)?, day.get(6..)?);
        BusinessDay::parse(&format!("{year}-{month}-{date}")).ok()
    });
    day.ok_or_else(|| StoreError::BadValue(format!("order number {order_number}")))
}
