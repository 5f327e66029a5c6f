//! Figures for the dashboard and the reports, from the summary tables and from partial indexes.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::BusinessDay;
use shop_domain::order::{DeliveryState, OrderState};

use crate::column::{code, optional_code};
use crate::db::{Db, StoreResult};
use crate::outbox::pending_count;
use crate::product::sellable_level;
use crate::setting::webhook_after;
use crate::time::Stamp;

/// Most rows that are counted where the exact number does not matter.
const NOTICED: i64 = 1_000;

/// Payments of one day, without shipping fees: what the goods of these orders were sold for, as in `daily_sales`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DaySales {
    /// Orders that are paid and not refunded.
    pub orders: i64,
    /// Won paid for these orders, less what was refunded of them.
    pub amount: i64,
    /// Discounts in won.
    pub discount_amount: i64,
}

/// Payments by day of payment; days without a payment are absent.
pub fn sales_by_day(db: &Db, first: BusinessDay, last: BusinessDay) -> StoreResult<Vec<(String, DaySales)>> {
    db.rows(
        "SELECT paid_day, sum(orders), sum(amount - discount_amount - refunded_amount + refunded_fee), sum(discount_amount)
         FROM order_tally
         WHERE state = 'CONFIRMED' AND paid_day BETWEEN ?1 AND ?2 GROUP BY paid_day ORDER BY paid_day",
        (first.to_string(), last.to_string()),
        |row| {
            let sales = DaySales { orders: row.get(1)?, amount: row.get(2)?, discount_amount: row.get(3)? };
            Ok((row.get(0)?, sales))
        },
    )
}

/// Amounts ordered, in won after discounts and in any state, by the day in the order number; days without an order are
/// absent. Orders that await payment are few and found by their own index.
pub fn ordered_by_day(db: &Db, first: BusinessDay, last: BusinessDay) -> StoreResult<Vec<(String, i64)>> {
    db.rows(
        "SELECT day, sum(amount) FROM (
             SELECT day, amount - discount_amount AS amount FROM order_tally WHERE day BETWEEN ?1 AND ?2
             UNION ALL
             SELECT format('%s-%s-%s', substr(order_number, 5, 4), substr(order_number, 9, 2), substr(order_number, 11, 2)),
                    total_amount - shipping_fee
             FROM \"order\" INDEXED BY order_unpaid WHERE state = 'NORMAL')
         WHERE day BETWEEN ?1 AND ?2 GROUP BY day",
        (first.to_string(), last.to_string()),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// What was placed and what was paid in a part of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PartOfDay {
    /// Orders placed, in any state.
    pub placed: i64,
    /// Won ordered after discounts.
    pub ordered: i64,
    /// The payments that still count.
    pub paid: DaySales,
}

/// The part of `day` from its first instant to `until`, by the times of the orders themselves. The orders are found by
/// their numbers, which begin with the day; a payment may belong to an order of an earlier day, which the tally knows.
pub fn part_of_day(db: &Db, day: BusinessDay, begins: DateTime<Utc>, until: DateTime<Utc>) -> StoreResult<PartOfDay> {
    let placed = db.row(
        "SELECT count(*), coalesce(sum(total_amount - shipping_fee), 0) FROM \"order\"
         WHERE order_number >= format('ORD-%s-', replace(?1, '-', '')) AND order_number < format('ORD-%s-', replace(?2, '-', ''))
           AND created_at <= ?3",
        (day.to_string(), day.next().to_string(), Stamp(until)),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let paid = db.row(
        "SELECT count(*), coalesce(sum(total_amount - shipping_fee - refunded_amount + refunded_fee), 0),
                coalesce(sum(discount_amount), 0) FROM \"order\"
         WHERE order_number >= (SELECT format('ORD-%s-', replace(min(day), '-', '')) FROM order_tally
                                WHERE state = 'CONFIRMED' AND paid_day = ?1 AND orders > 0)
           AND order_number < format('ORD-%s-', replace(?2, '-', ''))
           AND state = 'CONFIRMED' AND paid_at BETWEEN ?3 AND ?4",
        (day.to_string(), day.next().to_string(), Stamp(begins), Stamp(until)),
        |row| Ok(DaySales { orders: row.get(0)?, amount: row.get(1)?, discount_amount: row.get(2)? }),
    )?;
    let (placed, ordered) = placed.unwrap_or_default();
    Ok(PartOfDay { placed, ordered, paid: paid.unwrap_or_default() })
}

/// Number of orders in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateCount {
    /// The state.
    pub state: OrderState,
    /// Delivery state of paid orders.
    pub delivery_state: Option<DeliveryState>,
    /// How many.
    pub orders: i64,
}

/// Number of orders by state, of all time or of one day of placing, given with its first instant and the one after its
/// last. Orders that await payment are counted by their own index.
pub fn orders_by_state(
    db: &Db,
    day: Option<(BusinessDay, DateTime<Utc>, DateTime<Utc>)>,
) -> StoreResult<Vec<StateCount>> {
    let mut counts = db.rows(
        "SELECT state, nullif(delivery_state, ''), sum(orders) FROM order_tally
         WHERE ?1 IS NULL OR day = ?1 GROUP BY 1, 2 HAVING sum(orders) > 0 ORDER BY 1, 2",
        [day.map(|(day, ..)| day.to_string())],
        |row| {
            let state = code(row, 0, OrderState::parse)?;
            Ok(StateCount { state, delivery_state: optional_code(row, 1, DeliveryState::parse)?, orders: row.get(2)? })
        },
    )?;
    let unpaid = db.row(
        "SELECT count(*) FROM \"order\" INDEXED BY order_unpaid
         WHERE state = 'NORMAL' AND (?1 IS NULL OR created_at >= ?1 AND created_at < ?2)",
        (day.map(|(_, begins, _)| Stamp(begins)), day.map(|(.., ends)| Stamp(ends))),
        |row| row.get(0),
    )?;
    counts.insert(0, StateCount { state: OrderState::Normal, delivery_state: None, orders: unpaid.unwrap_or(0) });
    Ok(counts)
}

/// A low stock level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LowStock {
    /// The product.
    pub product_id: i64,
    /// Its option.
    pub option_id: Option<i64>,
    /// Name of the product.
    pub product_name: String,
    /// English name of the product.
    pub product_name_en: Option<String>,
    /// Name of the option.
    pub option_name: Option<String>,
    /// English name of the option.
    pub option_name_en: Option<String>,
    /// Units left.
    pub available_quantity: i64,
}

/// Stock levels at or below `threshold`, or that of their product, of products on sale, or of their options: the number, counted up to 1,000, and
/// the lowest `limit` of them.
pub fn low_stock(db: &Db, threshold: i64, limit: usize) -> StoreResult<(i64, Vec<LowStock>)> {
    let mut low = db.rows(
        concat!(
            "SELECT * FROM (
                 SELECT s.product_id, s.product_option_id, p.name, o.name, s.available_quantity, p.name_en, o.name_en
                 FROM stock s INDEXED BY stock_short
                 JOIN product p ON p.id = s.product_id LEFT JOIN product_option o ON o.id = s.product_option_id
                 WHERE s.available_quantity <= ?1 AND s.available_quantity <= 100 AND p.state = 'NORMAL'
                   AND p.low_stock_threshold IS NULL AND ",
            sellable_level!(),
            " ORDER BY s.available_quantity, s.product_id, s.product_option_id LIMIT ?2)
             UNION ALL
             SELECT s.product_id, s.product_option_id, p.name, o.name, s.available_quantity, p.name_en, o.name_en
             FROM product p INDEXED BY product_low_stock CROSS JOIN stock s ON s.product_id = p.id
             LEFT JOIN product_option o ON o.id = s.product_option_id
             WHERE p.low_stock_threshold IS NOT NULL AND s.available_quantity <= p.low_stock_threshold
               AND p.state = 'NORMAL' AND ",
            sellable_level!(),
            " ORDER BY 5, 1, 2 LIMIT ?2"
        ),
        [threshold, NOTICED],
        read_low,
    )?;
    let count = low.len() as i64;
    low.truncate(limit);
    Ok((count, low))
}

/// Pending events and events that were given up; each counted up to 1,000.
pub fn outbox_counts(db: &Db) -> StoreResult<(i64, i64)> {
    let failed = db.row(
        "SELECT count(*) FROM (SELECT 1 FROM outbox INDEXED BY outbox_done
                               WHERE state = 'FAILED' AND state IN ('SENT', 'FAILED') LIMIT ?1)",
        [NOTICED],
        |row| row.get(0),
    )?;
    let pending = pending_count(db, webhook_after(db)?, NOTICED)?;
    Ok((pending, failed.unwrap_or_default()))
}

fn read_low(row: &Row<'_>) -> rusqlite::Result<LowStock> {
    Ok(LowStock {
        product_id: row.get(0)?,
        option_id: row.get(1)?,
        product_name: row.get(2)?,
        product_name_en: row.get(5)?,
        option_name: row.get(3)?,
        option_name_en: row.get(6)?,
        available_quantity: row.get(4)?,
    })
}
