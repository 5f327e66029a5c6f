//! Writes of orders. A state changes only from the one that the decision saw, so that concurrent requests cannot cancel
//! or refund an order twice.

use chrono::{DateTime, Utc};
use rusqlite::params;
use shop_domain::BusinessDay;
use shop_domain::order::{DeliveryState, OrderState};

use super::read::read_sold_item;
use super::rows::{Item, Order, SoldItem, UsedCoupon, sort_as_changed};
use super::tally::{self, Counted, Place};
use crate::db::{Db, StoreResult, Tx};
use crate::error::StoreError;
use crate::time::Stamp;

/// The next sequence number of the day for an order number, from 1; none is given twice.
pub fn next_sequence(tx: &Tx<'_>, day: BusinessDay, now: DateTime<Utc>) -> StoreResult<i64> {
    const NEXT: &str = "INSERT INTO order_sequence (day, last_number, created_at, updated_at) VALUES (?1, 1, ?2, ?2)
         ON CONFLICT (day) DO UPDATE SET last_number = last_number + 1, updated_at = excluded.updated_at
         RETURNING last_number";
    tx.row(NEXT, (day.to_string(), Stamp(now)), |row| row.get(0))?
        .ok_or(StoreError::NotOneRow { changed: 0, statement: NEXT })
}

/// Whether unpaid orders are dated after `latest`.
pub fn is_any_dated_after(db: &Db, latest: DateTime<Utc>) -> StoreResult<bool> {
    let found = db.row(
        "SELECT 1 FROM \"order\" INDEXED BY order_unpaid WHERE state = 'NORMAL' AND expires_at > ?1 AND created_at > ?1 LIMIT 1",
        [Stamp(latest)],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// Moves the expiry of unpaid orders dated after `latest`: the remaining time starts at `now`. They were placed while
/// the clock was wrong, and would hold their stock for too long. At most `limit`; returns how many.
pub fn expire_from_now(tx: &Tx<'_>, latest: DateTime<Utc>, limit: i64, now: DateTime<Utc>) -> StoreResult<usize> {
    let moved = tx.change(
        "UPDATE \"order\" SET updated_at = ?3,
                expires_at = strftime('%Y-%m-%dT%H:%M:%fZ', julianday(?3) + julianday(expires_at) - julianday(created_at))
         WHERE id IN (SELECT id FROM \"order\" INDEXED BY order_unpaid
                      WHERE state = 'NORMAL' AND expires_at > ?1 AND created_at > ?1
                      ORDER BY expires_at DESC LIMIT ?2)",
        (Stamp(latest), limit, Stamp(now)),
    )?;
    crate::payment::move_due(tx)?;
    Ok(moved)
}

/// Sets the instant at which an unpaid order expires.
///
/// # Errors
/// [`StoreError::NotOneRow`] if the order does not await payment.
pub fn set_expiry(tx: &Tx<'_>, order_id: i64, expires_at: DateTime<Utc>, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE \"order\" SET expires_at = ?2, updated_at = ?3 WHERE id = ?1 AND state = 'NORMAL'",
        (order_id, Stamp(expires_at), Stamp(now)),
    )
}

/// Inserts an order and returns its id.
pub fn insert(tx: &Tx<'_>, order: &Order) -> StoreResult<i64> {
    let id = tx.insert(
        "INSERT INTO \"order\" (order_number, user_id, state, delivery_state, amount, discount_amount, total_amount,
                                recipient_name, recipient_phone, zip_code, address, detail_address,
                                paid_at, expires_at, created_at, updated_at, delivery_memo, arrived_nth, served_nth,
                                shipping_fee, delivery_method, pickup_code)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15, ?16, ?17, ?18, ?19, ?20, ?21)",
        params![
            &order.order_number,
            order.user_id,
            order.state.as_str(),
            order.delivery_state.map(DeliveryState::as_str),
            order.amount.get(),
            order.discount_amount.get(),
            order.total_amount.get(),
            &order.address.recipient_name,
            &order.address.phone,
            &order.address.zip_code,
            &order.address.address,
            &order.address.detail_address,
            order.paid_at.map(Stamp),
            order.expires_at.map(Stamp),
            Stamp(order.created_at),
            &order.delivery_memo,
            order.line.map(|line| line.arrived),
            order.line.map(|line| line.served),
            order.shipping_fee.get(),
            order.delivery_method.as_str(),
            &order.pickup_code,
        ],
    )?;
    if order.state == OrderState::Confirmed {
        // An order of 0 won is paid when it is placed, on the same day.
        let counted = Counted { paid_day: Some(tally::placed_day(&order.order_number)?), ..order.counted() };
        tally::add(tx, counted, Place { state: order.state, delivery_state: order.delivery_state }, order.created_at)?;
    }
    Ok(id)
}

/// Inserts an item of an order of the user and returns its id.
pub fn insert_item(tx: &Tx<'_>, user_id: i64, item: &Item, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO order_item (order_id, user_id, product_id, product_option_id, product_name, product_name_en, price, quantity,
                                 discount_amount, total_amount, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)",
        (
            item.order_id,
            user_id,
            item.product_id,
            item.option_id,
            &item.product_name,
            &item.product_name_en,
            item.price.get(),
            item.quantity.get(),
            item.discount_amount.get(),
            item.total_amount.get(),
            Stamp(now),
        ),
    )
}

/// Inserts a coupon that the order used.
pub fn insert_coupon(tx: &Tx<'_>, coupon: &UsedCoupon, now: DateTime<Utc>) -> StoreResult<()> {
    tx.insert(
        "INSERT INTO order_coupon (order_id, user_coupon_id, order_item_id, name, type, discount_amount,
                                   created_at, updated_at, name_en)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8)",
        (
            coupon.order_id,
            coupon.user_coupon_id,
            coupon.order_item_id,
            &coupon.name,
            coupon.kind.as_str(),
            coupon.discount_amount.get(),
            Stamp(now),
            &coupon.name_en,
        ),
    )?;
    Ok(())
}

/// A change of the state of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateTransition<'a> {
    /// The order.
    pub order_id: i64,
    /// Expected current state.
    pub from: OrderState,
    /// Expected current delivery state.
    pub delivery_state: Option<DeliveryState>,
    /// New state.
    pub to: OrderState,
    /// The order for the tally; for a change to `CONFIRMED` it names the day of payment.
    pub counted: Counted<'a>,
}

/// Changes the state of an order, and records when it was paid or ended.
///
/// # Errors
/// [`StoreError::NotOneRow`] if the order is not in the expected state.
pub fn transition(tx: &Tx<'_>, transition: StateTransition<'_>, now: DateTime<Utc>) -> StoreResult<()> {
    let StateTransition { order_id, from, delivery_state, to, counted } = transition;
    let row = (order_id, from.as_str(), to.as_str(), Stamp(now));
    if to == OrderState::Confirmed {
        tx.change_one(
            "UPDATE \"order\" SET state = ?3, delivery_state = 'PREPARING', paid_at = ?4, updated_at = ?4
             WHERE id = ?1 AND state = ?2",
            row,
        )?;
        return tally::add(tx, counted, Place { state: to, delivery_state: Some(DeliveryState::Preparing) }, now);
    }
    tx.change_one(
        "UPDATE \"order\" SET state = ?3, cancelled_at = ?4, updated_at = ?4 WHERE id = ?1 AND state = ?2",
        row,
    )?;
    if from == OrderState::Confirmed {
        tally::remove(tx, counted, Place { state: from, delivery_state }, now)?;
    }
    tally::add(tx, counted, Place { state: to, delivery_state: None }, now)
}

/// A change of the delivery state of a paid order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeliveryTransition<'a> {
    /// The order.
    pub order_id: i64,
    /// Expected current state.
    pub from: Option<DeliveryState>,
    /// New state.
    pub to: DeliveryState,
    /// The order for the tally.
    pub counted: Counted<'a>,
}

/// Changes the delivery state of a paid order, and records when it was shipped and delivered; going back clears that, and the tracking.
///
/// # Errors
/// [`StoreError::NotOneRow`] if the order is not in the expected state.
pub fn transition_delivery(tx: &Tx<'_>, transition: DeliveryTransition<'_>, now: DateTime<Utc>) -> StoreResult<()> {
    let DeliveryTransition { order_id, from, to, counted } = transition;
    tx.change_one(
        "UPDATE \"order\" SET delivery_state = ?3, updated_at = ?4,
                shipped_at = CASE ?3 WHEN 'PREPARING' THEN NULL WHEN 'SHIPPED' THEN ?4 ELSE shipped_at END,
                carrier = iif(?3 = 'PREPARING', NULL, carrier),
                tracking_number = iif(?3 = 'PREPARING', NULL, tracking_number),
                delivered_at = iif(?3 = 'DELIVERED', ?4, delivered_at)
         WHERE id = ?1 AND state = 'CONFIRMED' AND delivery_state = ?2",
        (order_id, from.map(DeliveryState::as_str), to.as_str(), Stamp(now)),
    )?;
    let place = |delivery_state| Place { state: OrderState::Confirmed, delivery_state };
    tally::remove(tx, counted, place(from), now)?;
    tally::add(tx, counted, place(Some(to)), now)
}

/// Marks the items of an order as cancelled and returns them; items already marked are left out.
pub fn cancel_items(tx: &Tx<'_>, order_id: i64, now: DateTime<Utc>) -> StoreResult<Vec<SoldItem>> {
    let mut items = tx.rows(
        "UPDATE order_item SET state = 'CANCELLED', updated_at = ?2 WHERE order_id = ?1 AND state = 'NORMAL'
         RETURNING product_id, product_option_id, quantity, total_amount",
        (order_id, Stamp(now)),
        read_sold_item,
    )?;
    sort_as_changed(&mut items);
    Ok(items)
}
