//! Payments and failed attempts. An order has at most one that succeeded.
//!
//! A `FAILED` row of an order that still awaits payment means that its compensation is pending; see
//! `payment/compensate.rs` in `shop-app`.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::Won;
use shop_domain::order::PaymentState;

use crate::column::{code, id_list, optional_instant, won};
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A row of `payment`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentRow {
    /// Id.
    pub id: i64,
    /// The order.
    pub order_id: i64,
    /// Amount in won.
    pub amount: Won,
    /// State.
    pub state: PaymentState,
    /// Why it failed.
    pub failure_reason: Option<String>,
    /// When it was paid.
    pub paid_at: Option<DateTime<Utc>>,
    /// The payer's points before and after; `None` where no points moved.
    pub balance: Option<(i64, i64)>,
}

/// Inserts a completed payment; `ledger_id` is the row of the ledger, if points were used.
///
/// # Errors
/// A constraint if the order was paid before.
pub fn complete(
    tx: &Tx<'_>,
    order_id: i64,
    amount: Won,
    ledger_id: Option<i64>,
    now: DateTime<Utc>,
) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO payment (order_id, method, amount, state, balance_transaction_id, paid_at, created_at, updated_at)
         VALUES (?1, 'POINT', ?2, 'COMPLETED', ?3, ?4, ?4, ?4)",
        (order_id, amount.get(), ledger_id, Stamp(now)),
    )
}

/// Inserts a failed attempt.
pub fn fail(tx: &Tx<'_>, order_id: i64, amount: Won, reason: &str, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO payment (order_id, method, amount, state, failure_reason, created_at, updated_at)
         VALUES (?1, 'POINT', ?2, 'FAILED', ?3, ?4, ?4)",
        (order_id, amount.get(), reason, Stamp(now)),
    )
}

/// Marks the payment of an order as refunded.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if the order is not paid.
pub fn refund(tx: &Tx<'_>, order_id: i64, now: DateTime<Utc>) -> StoreResult<()> {
    // SQLite uses a partial index only if its condition is repeated word for word.
    tx.change_one(
        "UPDATE payment INDEXED BY payment_made SET state = 'REFUNDED', updated_at = ?2
         WHERE order_id = ?1 AND state IN ('COMPLETED', 'REFUNDED') AND state = 'COMPLETED'",
        (order_id, Stamp(now)),
    )
}

/// Columns of a payment; `$balance` is the source of the points before and after.
macro_rules! payment_columns {
    ($balance:literal) => {
        concat!("p.id, p.order_id, p.amount, p.state, p.failure_reason, p.paid_at, ", $balance)
    };
}
pub(crate) use payment_columns;

/// The payments of some orders, by order, oldest first.
pub fn of_orders(db: &Db, order_ids: &[i64]) -> StoreResult<Vec<PaymentRow>> {
    // One half for each of the two disjoint partial indexes.
    db.rows(
        concat!(
            "SELECT ",
            payment_columns!("b.balance_before, b.balance_after"),
            " FROM payment AS p LEFT JOIN balance_transaction AS b ON b.id = p.balance_transaction_id
             WHERE p.order_id IN (SELECT value FROM json_each(?1)) AND p.state IN ('COMPLETED', 'REFUNDED')
             UNION ALL
             SELECT ",
            payment_columns!("NULL, NULL"),
            " FROM payment AS p
             WHERE p.order_id IN (SELECT value FROM json_each(?1)) AND p.state = 'FAILED'
             ORDER BY 2, 1"
        ),
        [id_list(order_ids)],
        read,
    )
}

/// The payment that was made for the order of a number.
pub fn made_for(db: &Db, order_number: &str) -> StoreResult<Option<PaymentRow>> {
    db.row(
        concat!(
            "SELECT ",
            payment_columns!("NULL, NULL"),
            " FROM payment AS p JOIN \"order\" AS o ON o.id = p.order_id
             WHERE o.order_number = ?1 AND p.state IN ('COMPLETED', 'REFUNDED')"
        ),
        [order_number],
        read,
    )
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<PaymentRow> {
    let balance = row.get::<_, Option<i64>>(6)?.zip(row.get(7)?);
    Ok(PaymentRow {
        id: row.get(0)?,
        order_id: row.get(1)?,
        amount: won(row, 2)?,
        state: code(row, 3, PaymentState::parse)?,
        failure_reason: row.get(4)?,
        paid_at: optional_instant(row, 5)?,
        balance,
    })
}

/// Orders that await payment although an attempt failed: their compensation is pending.
pub fn uncompensated(db: &Db, limit: i64) -> StoreResult<Vec<i64>> {
    db.rows(
        r#"SELECT o.id FROM "order" AS o
           WHERE o.state = 'NORMAL' AND EXISTS (SELECT 1 FROM payment AS p WHERE p.order_id = o.id AND p.state = 'FAILED')
           ORDER BY o.expires_at LIMIT ?1"#,
        [limit],
        |row| row.get(0),
    )
}
