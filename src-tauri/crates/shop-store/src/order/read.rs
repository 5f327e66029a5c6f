//! Reads of orders: one, a page of one customer, those that have expired. Whole orders take one query for each table.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::coupon::CouponKind;
use shop_domain::order::{DeliveryState, OrderState, PayableOrder, PaymentState};
use shop_domain::shipping::DeliveryMethod;
use shop_domain::{PlaceInLine, Quantity, Won};

use super::rows::{Address, Item, Order, SoldItem, Tracking, UsedCoupon, WholeOrder};
use crate::column::{code, count, id_list, number, optional_code, optional_instant, won};
use crate::db::{Db, StoreResult};
use crate::payment::{self, PaymentRow};
use crate::refund::{self, WholeRefund};
use crate::stock::Units;
use crate::time::Stamp;

macro_rules! order_columns {
    () => {
        "id, order_number, user_id, state, delivery_state, amount, discount_amount, total_amount,
         recipient_name, recipient_phone, zip_code, address, detail_address,
         created_at, paid_at, cancelled_at, expires_at, delivery_memo, shipped_at, arrived_nth, served_nth,
         shipping_fee, delivery_method, carrier, tracking_number, pickup_code, updated_at,
         refunded_amount, refunded_fee, delivered_at"
    };
}
pub(crate) use order_columns;

macro_rules! select_orders {
    ($rest:literal) => {
        concat!("SELECT ", $crate::order::order_columns!(), " FROM \"order\" ", $rest)
    };
}
pub(super) use select_orders;

/// Filter of the orders of one customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderFilter {
    /// Only this state.
    pub state: Option<OrderState>,
    /// Placed at or after.
    pub from: Option<DateTime<Utc>>,
    /// Placed before.
    pub to: Option<DateTime<Utc>>,
    /// Only ids below this one.
    pub before_id: i64,
    /// Most rows.
    pub limit: i64,
}

/// An order by its id, of any customer.
pub fn find(db: &Db, order_id: i64) -> StoreResult<Option<Order>> {
    db.row(select_orders!("WHERE id = ?1"), [order_id], read_order)
}

/// A page of the orders of a user, latest first.
pub fn list(db: &Db, user_id: i64, filter: OrderFilter) -> StoreResult<Vec<Order>> {
    db.rows(
        select_orders!(
            "WHERE user_id = ?1 AND id < ?2 AND (?3 IS NULL OR state = ?3) AND (?4 IS NULL OR created_at >= ?4)
                   AND (?5 IS NULL OR created_at < ?5)
             ORDER BY id DESC LIMIT ?6"
        ),
        (
            user_id,
            filter.before_id,
            filter.state.map(OrderState::as_str),
            filter.from.map(Stamp),
            filter.to.map(Stamp),
            filter.limit,
        ),
        read_order,
    )
}

/// Unpaid orders that have expired, in the order of their expiry.
pub fn due(db: &Db, now: DateTime<Utc>, limit: i64) -> StoreResult<Vec<i64>> {
    db.rows(
        "SELECT id FROM \"order\" WHERE state = 'NORMAL' AND expires_at <= ?1 ORDER BY expires_at LIMIT ?2",
        (Stamp(now), limit),
        |row| row.get(0),
    )
}

/// Facts for the decision of a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payable {
    /// Order number.
    pub order_number: String,
    /// Facts for the domain.
    pub order: PayableOrder,
    /// Points of the payer.
    pub available_point: Won,
    /// Discount of the order in won.
    pub discount_amount: Won,
    /// Name of the payer.
    pub payer_name: String,
    /// Shipping fee of the order in won.
    pub shipping_fee: Won,
}

/// An order and the points of the payer in one query; `None` if there is no such order.
pub fn payable(db: &Db, order_id: i64, payer_id: i64) -> StoreResult<Option<Payable>> {
    db.row(
        "SELECT o.order_number, o.user_id, o.state, o.expires_at, o.total_amount, u.available_point, o.discount_amount,
                EXISTS (SELECT 1 FROM payment p
                        WHERE p.order_id = o.id AND p.state <> 'FAILED' AND p.state <> 'CANCELLED'), u.name,
                o.shipping_fee
         FROM \"order\" o JOIN user u ON u.id = ?2 WHERE o.id = ?1",
        [order_id, payer_id],
        |row| {
            Ok(Payable {
                order_number: row.get(0)?,
                order: PayableOrder {
                    user_id: row.get(1)?,
                    state: code(row, 2, OrderState::parse)?,
                    expires_at: optional_instant(row, 3)?,
                    total_amount: won(row, 4)?,
                    awaits_deposit: row.get(7)?,
                },
                available_point: won(row, 5)?,
                discount_amount: won(row, 6)?,
                payer_name: row.get(8)?,
                shipping_fee: won(row, 9)?,
            })
        },
    )
}

/// The items of an order for stock and sales.
pub fn sold_items(db: &Db, order_id: i64) -> StoreResult<Vec<SoldItem>> {
    db.rows(
        "SELECT product_id, product_option_id, quantity, total_amount FROM order_item
         WHERE order_id = ?1 AND state = 'NORMAL' ORDER BY product_id, product_option_id",
        [order_id],
        read_sold_item,
    )
}

/// Completes the orders with items, coupons and payment, in the order given.
pub fn whole(db: &Db, orders: Vec<Order>) -> StoreResult<Vec<WholeOrder>> {
    let ids: Vec<i64> = orders.iter().map(|order| order.id).collect();
    let items = items_of(db, &ids)?;
    let coupons = coupons_of(db, &ids)?;
    let payments = payment::of_orders(db, &ids)?;
    let refunds = refunds_of(db, &orders)?;
    let assemble = |order: Order| {
        let payments: Vec<_> = payments.iter().filter(|payment| payment.order_id == order.id).cloned().collect();
        let rank =
            |payment: &&PaymentRow| (payment.state != PaymentState::Failed, payment.method.is_deposit(), payment.id);
        let payment = payments.iter().max_by_key(rank).cloned();
        WholeOrder {
            items: items.iter().filter(|item| item.order_id == order.id).cloned().collect(),
            coupons: coupons.iter().filter(|coupon| coupon.order_id == order.id).cloned().collect(),
            refunds: refunds.iter().filter(|refund| refund.refund.order_id == order.id).cloned().collect(),
            payment,
            payments,
            order,
        }
    };
    Ok(orders.into_iter().map(assemble).collect())
}

/// The refunds of those among the orders that have any: most have none, and need no query.
fn refunds_of(db: &Db, orders: &[Order]) -> StoreResult<Vec<WholeRefund>> {
    let is_refunded = |order: &&Order| !order.refunded_amount.is_zero() || order.state == OrderState::Refunded;
    let ids: Vec<i64> = orders.iter().filter(is_refunded).map(|order| order.id).collect();
    if ids.is_empty() { Ok(Vec::new()) } else { refund::of_orders(db, &ids) }
}

/// Columns of an item; `$image` is the source of its picture.
macro_rules! item_columns {
    ($image:literal) => {
        concat!(
            "i.id, i.order_id, i.product_id, i.product_option_id, i.product_name, ",
            $image,
            ", i.price, i.quantity, i.discount_amount, i.total_amount, i.product_name_en, i.cancelled_quantity, i.refunded_amount"
        )
    };
}
pub(crate) use item_columns;

fn items_of(db: &Db, order_ids: &[i64]) -> StoreResult<Vec<Item>> {
    db.rows(
        concat!(
            "SELECT ",
            item_columns!("p.image"),
            " FROM order_item i LEFT JOIN product p ON p.id = i.product_id
             WHERE i.order_id IN (SELECT value FROM json_each(?1)) ORDER BY i.id"
        ),
        [id_list(order_ids)],
        read_item,
    )
}

pub(crate) fn read_item(row: &Row<'_>) -> rusqlite::Result<Item> {
    Ok(Item {
        id: row.get(0)?,
        order_id: row.get(1)?,
        product_id: row.get(2)?,
        option_id: row.get(3)?,
        product_name: row.get(4)?,
        product_name_en: row.get(10)?,
        image: row.get(5)?,
        price: won(row, 6)?,
        quantity: number(row, 7, Quantity::new)?,
        discount_amount: won(row, 8)?,
        total_amount: won(row, 9)?,
        cancelled_quantity: count(row, 11)?,
        refunded_amount: won(row, 12)?,
    })
}

macro_rules! used_coupon_columns {
    () => {
        "order_id, user_coupon_id, name, type, order_item_id, discount_amount, name_en"
    };
}
pub(crate) use used_coupon_columns;

fn coupons_of(db: &Db, order_ids: &[i64]) -> StoreResult<Vec<UsedCoupon>> {
    db.rows(
        concat!(
            "SELECT ",
            used_coupon_columns!(),
            " FROM order_coupon WHERE order_id IN (SELECT value FROM json_each(?1)) ORDER BY id"
        ),
        [id_list(order_ids)],
        read_used_coupon,
    )
}

pub(crate) fn read_used_coupon(row: &Row<'_>) -> rusqlite::Result<UsedCoupon> {
    Ok(UsedCoupon {
        order_id: row.get(0)?,
        user_coupon_id: row.get(1)?,
        name: row.get(2)?,
        name_en: row.get(6)?,
        kind: code(row, 3, CouponKind::parse)?,
        order_item_id: row.get(4)?,
        discount_amount: won(row, 5)?,
    })
}

pub(super) fn read_sold_item(row: &Row<'_>) -> rusqlite::Result<SoldItem> {
    let units = Units { product_id: row.get(0)?, option_id: row.get(1)?, quantity: row.get(2)? };
    Ok(SoldItem { units, amount: row.get(3)? })
}

pub(crate) fn read_order(row: &Row<'_>) -> rusqlite::Result<Order> {
    Ok(Order {
        id: row.get(0)?,
        order_number: row.get(1)?,
        user_id: row.get(2)?,
        state: code(row, 3, OrderState::parse)?,
        delivery_state: optional_code(row, 4, DeliveryState::parse)?,
        amount: won(row, 5)?,
        discount_amount: won(row, 6)?,
        total_amount: won(row, 7)?,
        address: Address {
            recipient_name: row.get(8)?,
            phone: row.get(9)?,
            zip_code: row.get(10)?,
            address: row.get(11)?,
            detail_address: row.get(12)?,
        },
        created_at: row.get::<_, Stamp>(13)?.0,
        paid_at: optional_instant(row, 14)?,
        cancelled_at: optional_instant(row, 15)?,
        expires_at: optional_instant(row, 16)?,
        delivery_memo: row.get(17)?,
        shipped_at: optional_instant(row, 18)?,
        line: place_in_line(row)?,
        shipping_fee: won(row, 21)?,
        delivery_method: code(row, 22, DeliveryMethod::parse)?,
        tracking: Tracking { carrier: row.get(23)?, number: row.get(24)? },
        pickup_code: row.get(25)?,
        updated_at: row.get::<_, Stamp>(26)?.0,
        refunded_amount: won(row, 27)?,
        refunded_fee: won(row, 28)?,
        delivered_at: optional_instant(row, 29)?,
    })
}

/// The place in the line at a product; none where the order had no line to wait in.
fn place_in_line(row: &Row<'_>) -> rusqlite::Result<Option<PlaceInLine>> {
    let (arrived, served): (Option<i64>, Option<i64>) = (row.get(19)?, row.get(20)?);
    Ok(arrived.zip(served).map(|(arrived, served)| PlaceInLine { arrived, served }))
}
