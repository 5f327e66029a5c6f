//! Writing orders. A state changes only from the one that the decision saw, so that nothing is undone or given back
//! twice, whoever races.

use chrono::{DateTime, Utc};
use shop_domain::BusinessDay;
use shop_domain::order::{DeliveryState, OrderState};

use super::read::read_sold_item;
use super::rows::{Item, Order, SoldItem, UsedCoupon};
use super::tally::{self, Counted, Place};
use crate::db::{Db, Stored, Tx};
use crate::error::StoreError;
use crate::time::Stamp;

/// The day's next sequence for an order number, from 1; none is given twice.
pub fn next_sequence(tx: &Tx<'_>, day: BusinessDay, now: DateTime<Utc>) -> Stored<i64> {
    const NEXT: &str = "INSERT INTO order_sequence (day, last_number, created_at, updated_at) VALUES (?1, 1, ?2, ?2)
         ON CONFLICT (day) DO UPDATE SET last_number = last_number + 1, updated_at = excluded.updated_at
         RETURNING last_number";
    tx.row(NEXT, (day.to_string(), Stamp(now)), |row| row.get(0))?
        .ok_or(StoreError::NotOneRow { changed: 0, statement: NEXT })
}

/// Whether there are unpaid orders that are dated after `latest`.
pub fn is_any_dated_after(db: &Db, latest: DateTime<Utc>) -> Stored<bool> {
    let found = db.row(
        "SELECT 1 FROM \"order\" INDEXED BY order_unpaid WHERE state = 'NORMAL' AND expires_at > ?1 AND created_at > ?1 LIMIT 1",
        [Stamp(latest)],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// Gives unpaid orders that are dated after `latest` as long as they had from `now` on: they were placed while the clock was
/// wrong, and would hold their stock for as long as it was wrong by. At most `limit`; says how many.
pub fn expire_from_now(tx: &Tx<'_>, latest: DateTime<Utc>, limit: i64, now: DateTime<Utc>) -> Stored<usize> {
    tx.change(
        "UPDATE \"order\" SET updated_at = ?3,
                expires_at = strftime('%Y-%m-%dT%H:%M:%fZ', julianday(?3) + julianday(expires_at) - julianday(created_at))
         WHERE id IN (SELECT id FROM \"order\" INDEXED BY order_unpaid
                      WHERE state = 'NORMAL' AND expires_at > ?1 AND created_at > ?1
                      ORDER BY expires_at DESC LIMIT ?2)",
        (Stamp(latest), limit, Stamp(now)),
    )
}

/// Writes an order and gives its id.
pub fn insert(tx: &Tx<'_>, order: &Order) -> Stored<i64> {
    let id = tx.insert(
        "INSERT INTO \"order\" (order_number, user_id, state, delivery_state, amount, discount_amount, total_amount,
                                recipient_name, recipient_phone, zip_code, address, detail_address,
                                paid_at, expires_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15)",
        (
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
        ),
    )?;
    if order.state == OrderState::Confirmed {
        // What costs nothing is paid as it is placed, on the same day.
        let counted = Counted { paid_day: Some(tally::placed_day(&order.order_number)?), ..order.counted() };
        tally::add(tx, counted, Place { state: order.state, delivery_state: order.delivery_state }, order.created_at)?;
    }
    Ok(id)
}

/// Writes an item of an order that the person places, and gives its id.
pub fn insert_item(tx: &Tx<'_>, user_id: i64, item: &Item, now: DateTime<Utc>) -> Stored<i64> {
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

/// Writes a coupon that the order used.
pub fn insert_coupon(tx: &Tx<'_>, coupon: &UsedCoupon, now: DateTime<Utc>) -> Stored<()> {
    tx.insert(
        "INSERT INTO order_coupon (order_id, user_coupon_id, order_item_id, name, type, discount_amount,
                                   created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        (
            coupon.order_id,
            coupon.user_coupon_id,
            coupon.order_item_id,
            &coupon.name,
            coupon.kind.as_str(),
            coupon.discount_amount.get(),
            Stamp(now),
        ),
    )?;
    Ok(())
}

/// A change of an order's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn<'a> {
    /// The order.
    pub order_id: i64,
    /// The state that the decision saw.
    pub from: OrderState,
    /// The state of the parcel that it saw.
    pub delivery_state: Option<DeliveryState>,
    /// The state that it decided.
    pub to: OrderState,
    /// The order as it is counted; what turns `CONFIRMED` is paid on the day that it says.
    pub counted: Counted<'a>,
}

/// Changes an order's state, and notes when it was paid or came to its end.
///
/// # Errors
/// [`StoreError::NotOneRow`] where it is not in the state that the decision saw.
pub fn turn(tx: &Tx<'_>, turn: Turn<'_>, now: DateTime<Utc>) -> Stored<()> {
    let Turn { order_id, from, delivery_state, to, counted } = turn;
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

/// A step of a paid order's parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParcelTurn<'a> {
    /// The order.
    pub order_id: i64,
    /// The state that the decision saw.
    pub from: Option<DeliveryState>,
    /// The state that it decided.
    pub to: DeliveryState,
    /// The order as it is counted.
    pub counted: Counted<'a>,
}

/// Changes the state of a paid order's parcel.
///
/// # Errors
/// [`StoreError::NotOneRow`] where it is not in the state that the decision saw.
pub fn turn_parcel(tx: &Tx<'_>, turn: ParcelTurn<'_>, now: DateTime<Utc>) -> Stored<()> {
    let ParcelTurn { order_id, from, to, counted } = turn;
    tx.change_one(
        "UPDATE \"order\" SET delivery_state = ?3, updated_at = ?4
         WHERE id = ?1 AND state = 'CONFIRMED' AND delivery_state = ?2",
        (order_id, from.map(DeliveryState::as_str), to.as_str(), Stamp(now)),
    )?;
    let place = |delivery_state| Place { state: OrderState::Confirmed, delivery_state };
    tally::remove(tx, counted, place(from), now)?;
    tally::add(tx, counted, place(Some(to)), now)
}

/// Marks an order's items as come to nothing and gives them; those that already were are not among them.
pub fn cancel_items(tx: &Tx<'_>, order_id: i64, now: DateTime<Utc>) -> Stored<Vec<SoldItem>> {
    tx.rows(
        "UPDATE order_item SET state = 'CANCELLED', updated_at = ?2 WHERE order_id = ?1 AND state = 'NORMAL'
         RETURNING product_id, product_option_id, quantity, total_amount",
        (order_id, Stamp(now)),
        read_sold_item,
    )
}
