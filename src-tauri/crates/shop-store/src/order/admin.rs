//! Orders of all customers, for admins. Each index has a statement of its own that names it; the other conditions
//! filter the scan.
//!
//! The orders of a day are found by their numbers, which rise with the ids within a day: there is no index of instants,
//! because every order would pay for it.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::BusinessDay;
use shop_domain::order::{DeliveryState, OrderState};

use super::access_path::{by_access_path, wanted};
use super::day_ids::ids_between;
use super::read::{read_order, select_orders};
use super::rows::Order;
use crate::db::{Db, StoreResult};
use crate::time::Stamp;

/// The customer filter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CustomerFilter {
    /// All customers.
    #[default]
    All,
    /// One customer.
    One(i64),
}

/// Filter of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AdminFilter {
    /// The customer.
    pub customer: CustomerFilter,
    /// Only this state.
    pub state: Option<OrderState>,
    /// Only paid orders in this delivery state.
    pub delivery_state: Option<DeliveryState>,
    /// Placed at or after.
    pub from: Option<DateTime<Utc>>,
    /// Placed before.
    pub to: Option<DateTime<Utc>>,
    /// The days of these instants, the second one after the last; they narrow the scan.
    pub days: (Option<BusinessDay>, Option<BusinessDay>),
    /// Only numbers with this prefix.
    pub number: Option<String>,
    /// Pages begin with the oldest order, not with the latest one.
    pub is_oldest_first: bool,
}

/// The sum of some orders.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// Number of orders.
    pub orders: i64,
    /// Won ordered, in any state, shipping fees included.
    pub ordered_amount: i64,
    /// Won paid less refunds, shipping fees included.
    pub paid_amount: i64,
    /// Discounts in won.
    pub discount_amount: i64,
    /// Shipping fees in won.
    pub shipping_fee: i64,
}

impl Sum {
    /// Adds two sums.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            orders: self.orders + other.orders,
            ordered_amount: self.ordered_amount + other.ordered_amount,
            paid_amount: self.paid_amount + other.paid_amount,
            discount_amount: self.discount_amount + other.discount_amount,
            shipping_fee: self.shipping_fee + other.shipping_fee,
        }
    }
}

macro_rules! page {
    ($index:literal, $condition:literal) => {
        concat!(select_orders!(""), wanted!($index, $condition), " ORDER BY id DESC LIMIT ?10")
    };
}

macro_rules! page_from_oldest {
    ($index:literal, $condition:literal) => {
        concat!(select_orders!(""), wanted!($index, $condition), " ORDER BY id LIMIT ?10")
    };
}

macro_rules! sum {
    ($index:literal, $condition:literal) => {
        concat!(
            "SELECT count(*), coalesce(sum(total_amount), 0), coalesce(sum((state = 'CONFIRMED') * (total_amount - refunded_amount)), 0),
                    coalesce(sum(discount_amount), 0), coalesce(sum(shipping_fee), 0)
             FROM \"order\" ",
            wanted!($index, $condition),
            " LIMIT ?10"
        )
    };
}

/// A page of at most `limit` orders in the filter's sequence, those after the order `after`.
pub fn list_for_admin(db: &Db, filter: &AdminFilter, after: Option<i64>, limit: i64) -> StoreResult<Vec<Order>> {
    let Some((from_id, below_id)) = ids_after(db, filter, after)? else { return Ok(Vec::new()) };
    let sql =
        if filter.is_oldest_first { by_access_path!(filter, page_from_oldest) } else { by_access_path!(filter, page) };
    let numbers = numbers(filter);
    db.rows(
        sql,
        (
            below_id,
            from_id,
            filter.state.map(OrderState::as_str),
            filter.delivery_state.map(DeliveryState::as_str),
            filter.from.map(Stamp),
            filter.to.map(Stamp),
            numbers.as_ref().map(|(first, _)| first),
            numbers.as_ref().map(|(_, end)| end),
            customer(filter),
            limit,
        ),
        read_order,
    )
}

/// Adds up all orders that pass the filter, one by one.
pub fn sum(db: &Db, filter: &AdminFilter) -> StoreResult<Sum> {
    let Some((from_id, below_id)) = ids(db, filter)? else { return Ok(Sum::default()) };
    let sql = by_access_path!(filter, sum);
    let numbers = numbers(filter);
    let found = db.row(
        sql,
        (
            below_id,
            from_id,
            filter.state.map(OrderState::as_str),
            filter.delivery_state.map(DeliveryState::as_str),
            filter.from.map(Stamp),
            filter.to.map(Stamp),
            numbers.as_ref().map(|(first, _)| first),
            numbers.as_ref().map(|(_, end)| end),
            customer(filter),
            1,
        ),
        read_sum,
    )?;
    Ok(found.unwrap_or_default())
}

/// The same sum from the tally, for whole days of all customers, where the prefix of a number means no more than days.
/// Orders that await payment are counted one by one.
pub fn tallied(db: &Db, filter: &AdminFilter) -> StoreResult<Sum> {
    let (first, end) = filter.days;
    let kept = db.row(
        "SELECT coalesce(sum(orders), 0), coalesce(sum(amount - discount_amount + shipping_fee), 0),
                coalesce(sum((state = 'CONFIRMED') * (amount - discount_amount + shipping_fee - refunded_amount)), 0),
                coalesce(sum(discount_amount), 0), coalesce(sum(shipping_fee), 0)
         FROM order_tally
         WHERE (?1 IS NULL OR state = ?1) AND (?2 IS NULL OR state = 'CONFIRMED' AND delivery_state = ?2)
           AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR day < ?4)
           AND (?5 IS NULL OR substr('ORD-' || replace(day, '-', '') || '-', 1, length(?5)) = ?5)",
        (
            filter.state.map(OrderState::as_str),
            filter.delivery_state.map(DeliveryState::as_str),
            first.map(|day| day.to_string()),
            end.map(|day| day.to_string()),
            &filter.number,
        ),
        read_sum,
    )?;
    let kept = kept.unwrap_or_default();
    if filter.delivery_state.is_some() || filter.state.is_some_and(|state| state != OrderState::Normal) {
        return Ok(kept);
    }
    let unpaid = sum(db, &AdminFilter { state: Some(OrderState::Normal), ..filter.clone() })?;
    Ok(kept.plus(unpaid))
}

fn read_sum(row: &Row<'_>) -> rusqlite::Result<Sum> {
    Ok(Sum {
        orders: row.get(0)?,
        ordered_amount: row.get(1)?,
        paid_amount: row.get(2)?,
        discount_amount: row.get(3)?,
        shipping_fee: row.get(4)?,
    })
}

/// The orders of a day with a failed payment, latest first: id and number.
pub fn failed_on(db: &Db, day: BusinessDay, limit: i64) -> StoreResult<Vec<(i64, String)>> {
    let (from, end) = (first_number(day), first_number(day.next()));
    let Some((from_id, last_id)) = ids_between(db, Some(&from), Some(&end))? else { return Ok(Vec::new()) };
    db.rows(
        "SELECT id, order_number FROM \"order\" INDEXED BY order_ended
         WHERE state = 'PAYMENT_FAILED' AND id >= ?1 AND id <= ?2
           AND order_number >= ?4 AND order_number < ?5
         ORDER BY id DESC LIMIT ?3",
        (from_id, last_id, limit, from, end),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Bounds of the ids for the filter's days and numbers: the first and the one after the last. `None` if there is no
/// such order.
pub(super) fn ids(db: &Db, filter: &AdminFilter) -> StoreResult<Option<(i64, i64)>> {
    let (first_day, end_day) = filter.days;
    // Only the day of a number bounds the ids: beyond a million orders a day, text order is not id order.
    let number = filter.number.as_ref().map(|number| number.chars().take(13).collect::<String>());
    let from = [first_day.map(first_number), number.clone()].into_iter().flatten().max();
    let end = [end_day.map(first_number), number.map(after_prefix)].into_iter().flatten().min();
    if from.is_none() && end.is_none() {
        return Ok(Some((0, i64::MAX)));
    }
    let bounds = ids_between(db, from.as_deref(), end.as_deref())?;
    Ok(bounds.map(|(first, last)| (first, last.saturating_add(1))))
}

/// The same bounds for the orders after the order `after` in the filter's sequence.
pub(super) fn ids_after(db: &Db, filter: &AdminFilter, after: Option<i64>) -> StoreResult<Option<(i64, i64)>> {
    let Some((from_id, below_id)) = ids(db, filter)? else { return Ok(None) };
    let bounds = match after {
        Some(after) if filter.is_oldest_first => (from_id.max(after.saturating_add(1)), below_id),
        Some(after) => (from_id, below_id.min(after)),
        None => (from_id, below_id),
    };
    Ok(Some(bounds))
}

/// The prefix of all numbers of a day.
fn first_number(day: BusinessDay) -> String {
    format!("ORD-{}-", day.to_string().replace('-', ""))
}

pub(super) fn numbers(filter: &AdminFilter) -> Option<(String, String)> {
    filter.number.clone().map(|first| (first.clone(), after_prefix(first)))
}

/// A text that sorts after all texts with this prefix.
fn after_prefix(prefix: String) -> String {
    prefix + "\u{10FFFF}"
}

pub(super) fn customer(filter: &AdminFilter) -> Option<i64> {
    match filter.customer {
        CustomerFilter::All => None,
        CustomerFilter::One(id) => Some(id),
    }
}
