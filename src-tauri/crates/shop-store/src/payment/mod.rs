//! Payments and failed attempts. An order has at most one of a method that is neither `FAILED` nor `CANCELLED`. Payments whose
//! money comes from outside are in `deposit`, and what is refunded of completed ones in `refund`.
//!
//! A `FAILED` row of an order that still awaits payment, and no deposit, means that its compensation is pending; see
//! `payment/compensate.rs` in `shop-app`.

mod deposit;
mod refund;

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::Won;
use shop_domain::order::{PaymentMethod, PaymentState};

use crate::column::{code, id_list, optional_instant, won};
use crate::db::{Db, StoreResult, Tx};
use crate::error::StoreError;
use crate::time::Stamp;

pub use deposit::{
    AwaitedDeposits, DepositFilter, NamedDeposit, NewDeposit, await_deposit, awaited, confirm_deposit,
    deposits_for_matching, find_deposit, list_deposits, move_due,
};
pub use refund::{PaymentsLeft, end_refunded, left, refund_parts};

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
    /// How it is paid.
    pub method: PaymentMethod,
    /// How much was given back.
    pub refunded_amount: Won,
    /// The name that the bank shows with the deposit; `None` for points.
    pub depositor_name: Option<String>,
    /// The instant until which the deposit is awaited; `None` for points.
    pub due_at: Option<DateTime<Utc>>,
    /// The admin that confirmed the deposit.
    pub confirmed_by: Option<i64>,
}

impl PaymentRow {
    /// A payment with points that was made now.
    #[must_use]
    pub fn with_points(
        id: i64,
        order_id: i64,
        amount: Won,
        balance: Option<(i64, i64)>,
        paid_at: Option<DateTime<Utc>>,
    ) -> Self {
        Self {
            id,
            order_id,
            amount,
            state: PaymentState::Completed,
            failure_reason: None,
            paid_at,
            balance,
            method: PaymentMethod::Point,
            refunded_amount: Won::ZERO,
            depositor_name: None,
            due_at: None,
            confirmed_by: None,
        }
    }
}

/// The payments of an order that ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EndedPayments {
    /// Won paid with points, to be given back as points.
    pub points: i64,
    /// Won that came from outside, to be given back by hand.
    pub outside: i64,
    /// The number of payments that were completed.
    pub completed: usize,
}

/// Inserts a completed payment with points; `ledger_id` is the row of the ledger, if points were used.
///
/// # Errors
/// A constraint if the order was paid with points before.
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
pub fn fail(
    tx: &Tx<'_>,
    order_id: i64,
    method: PaymentMethod,
    amount: Won,
    reason: &str,
    now: DateTime<Utc>,
) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO payment (order_id, method, amount, state, failure_reason, created_at, updated_at)
         VALUES (?1, ?2, ?3, 'FAILED', ?4, ?5, ?5)",
        (order_id, method.as_str(), amount.get(), reason, Stamp(now)),
    )
}

/// Ends the payments of an order: what was completed is refunded, and a deposit that is awaited is cancelled.
pub fn end(tx: &Tx<'_>, order_id: i64, now: DateTime<Utc>) -> StoreResult<EndedPayments> {
    // SQLite uses a partial index only if its condition is repeated word for word.
    let ended = tx.rows(
        "UPDATE payment INDEXED BY payment_valid SET state = iif(state = 'PENDING', 'CANCELLED', 'REFUNDED'),
                refunded_amount = iif(state = 'PENDING', 0, amount), updated_at = ?2
         WHERE order_id = ?1 AND state <> 'FAILED' AND state <> 'CANCELLED' AND (state = 'PENDING' OR state = 'COMPLETED')
         RETURNING method, refunded_amount, state",
        (order_id, Stamp(now)),
        |row| Ok((code(row, 0, PaymentMethod::parse)?, won(row, 1)?, code(row, 2, PaymentState::parse)?)),
    )?;
    let mut found = EndedPayments::default();
    for (method, amount, state) in ended {
        let sum = if method.is_deposit() { &mut found.outside } else { &mut found.points };
        let too_much = || StoreError::BadValue(format!("the payments of order {order_id} are out of range"));
        *sum = sum.checked_add(amount.get()).ok_or_else(too_much)?;
        found.completed += usize::from(state == PaymentState::Refunded);
    }
    Ok(found)
}

/// Columns of a payment; `$balance` is the source of the points before and after.
macro_rules! payment_columns {
    ($balance:literal) => {
        concat!(
            "p.id, p.order_id, p.amount, p.state, p.failure_reason, p.paid_at, ",
            $balance,
            ", p.method, p.refunded_amount, p.depositor_name, p.due_at, p.confirmed_by"
        )
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
             WHERE p.order_id IN (SELECT value FROM json_each(?1)) AND p.state <> 'FAILED' AND p.state <> 'CANCELLED'
             UNION ALL
             SELECT ",
            payment_columns!("NULL, NULL"),
            " FROM payment AS p
             WHERE p.order_id IN (SELECT value FROM json_each(?1)) AND (p.state = 'FAILED' OR p.state = 'CANCELLED')
             ORDER BY 2, 1"
        ),
        [id_list(order_ids)],
        read,
    )
}

/// The payments that were made for the order of a number, and are completed or refunded.
pub fn made_for(db: &Db, order_number: &str) -> StoreResult<Vec<PaymentRow>> {
    db.rows(
        concat!(
            "SELECT ",
            payment_columns!("NULL, NULL"),
            " FROM payment AS p JOIN \"order\" AS o ON o.id = p.order_id
             WHERE o.order_number = ?1 AND p.state <> 'FAILED' AND p.state <> 'CANCELLED' AND p.state <> 'PENDING'"
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
        method: code(row, 8, PaymentMethod::parse)?,
        refunded_amount: won(row, 9)?,
        depositor_name: row.get(10)?,
        due_at: optional_instant(row, 11)?,
        confirmed_by: row.get(12)?,
    })
}

/// Orders that await payment, and no deposit, although an attempt failed: their compensation is pending.
pub fn uncompensated(db: &Db, limit: i64) -> StoreResult<Vec<i64>> {
    db.rows(
        r#"SELECT o.id FROM "order" AS o
           WHERE o.state = 'NORMAL' AND EXISTS (SELECT 1 FROM payment AS p WHERE p.order_id = o.id AND p.state = 'FAILED')
             AND NOT EXISTS (SELECT 1 FROM payment AS p
                             WHERE p.order_id = o.id AND p.state <> 'FAILED' AND p.state <> 'CANCELLED')
           ORDER BY o.expires_at LIMIT ?1"#,
        [limit],
        |row| row.get(0),
    )
}

/// Whether a deposit is awaited for an order, or a part of it is paid.
pub fn is_begun(db: &Db, order_id: i64) -> StoreResult<bool> {
    let sql = "SELECT 1 FROM payment INDEXED BY payment_valid
               WHERE order_id = ?1 AND state <> 'FAILED' AND state <> 'CANCELLED' LIMIT 1";
    Ok(db.row(sql, [order_id], |_| Ok(()))?.is_some())
}
