//! Payments whose money comes from outside. A deposit is confirmed by a conditional update of exactly one row that is awaited.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::Won;
use shop_domain::order::{PaymentMethod, PaymentState};

use super::{PaymentRow, payment_columns, read};
use crate::column::{count, like};
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A new deposit that is awaited.
#[derive(Debug, Clone, Copy)]
pub struct NewDeposit<'a> {
    /// The order.
    pub order_id: i64,
    /// How the money comes; not points.
    pub method: PaymentMethod,
    /// Won, above 0.
    pub amount: Won,
    /// The name of the depositor, which has been checked.
    pub depositor_name: &'a str,
    /// The instant until which it is awaited.
    pub due_at: DateTime<Utc>,
}

/// A deposit with its order and the names of its users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDeposit {
    /// The payment.
    pub payment: PaymentRow,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// Number of the order.
    pub order_number: String,
    /// The customer.
    pub user_id: i64,
    /// Name of the customer.
    pub user_name: String,
    /// E-mail address of the customer.
    pub user_email: String,
    /// Name of the admin that confirmed it.
    pub confirmed_by_name: Option<String>,
}

/// Filter of the list of all deposits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DepositFilter {
    /// Only in this state.
    pub state: Option<PaymentState>,
    /// A part of the depositor's name, of the customer's name or e-mail address, or of the order's number.
    pub words: Option<String>,
    /// A pattern of `GLOB` for both names, if that text has initial consonants.
    pub name_pattern: Option<String>,
    /// Only ids below this one.
    pub before_id: i64,
    /// Most rows.
    pub limit: i64,
}

/// The deposits that are awaited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AwaitedDeposits {
    /// How many.
    pub count: i64,
    /// Their sum, in won.
    pub amount: i64,
}

macro_rules! named {
    ($from:literal, $($rest:literal),+) => {
        concat!(
            "SELECT ",
            payment_columns!("b.balance_before, b.balance_after"),
            ", p.created_at, o.order_number, o.user_id, u.name, u.email, a.name FROM ",
            $from,
            " CROSS JOIN \"order\" o ON o.id = p.order_id CROSS JOIN user u ON u.id = o.user_id
              LEFT JOIN balance_transaction b ON b.id = p.balance_transaction_id
              LEFT JOIN user a ON a.id = p.confirmed_by WHERE p.method <> 'POINT' AND ",
            $($rest),+
        )
    };
}

macro_rules! listed {
    ($from:literal, $state:literal) => {
        named!(
            $from,
            $state,
            " AND p.id < ?2
               AND (?4 IS NULL OR p.depositor_name LIKE ?4 ESCAPE '\\' OR u.name LIKE ?4 ESCAPE '\\'
                    OR u.email LIKE ?4 ESCAPE '\\' OR o.order_number LIKE ?4 ESCAPE '\\'
                    OR p.depositor_name GLOB ?5 OR u.name GLOB ?5)
             ORDER BY p.id DESC LIMIT ?3"
        )
    };
}

/// Inserts a deposit that is awaited, and returns the id of the payment.
///
/// # Errors
/// A constraint if one of this method is awaited or was completed.
pub fn await_deposit(tx: &Tx<'_>, new: NewDeposit<'_>, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO payment (order_id, method, amount, state, depositor_name, due_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, 'PENDING', ?4, ?5, ?6, ?6)",
        (new.order_id, new.method.as_str(), new.amount.get(), new.depositor_name, Stamp(new.due_at), Stamp(now)),
    )
}

/// Completes a deposit that is awaited.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if it is not awaited.
pub fn confirm_deposit(tx: &Tx<'_>, id: i64, actor_id: i64, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE payment SET state = 'COMPLETED', paid_at = ?3, confirmed_by = ?2, updated_at = ?3
         WHERE id = ?1 AND state = 'PENDING'",
        (id, actor_id, Stamp(now)),
    )
}

/// Sets the deadlines of awaited deposits to those of their orders, where the orders' were moved.
pub fn move_due(tx: &Tx<'_>) -> StoreResult<usize> {
    tx.change(
        "UPDATE payment INDEXED BY payment_deposit_by_state SET due_at = (SELECT o.expires_at FROM \"order\" o WHERE o.id = order_id)
         WHERE method <> 'POINT' AND state = 'PENDING'
           AND due_at <> (SELECT o.expires_at FROM \"order\" o WHERE o.id = order_id)",
        [],
    )
}

/// A deposit; `None` if there is no such payment, for a failed attempt, and for one with points.
pub fn find_deposit(db: &Db, id: i64) -> StoreResult<Option<NamedDeposit>> {
    db.row(named!("payment p", "p.id = ?1 AND p.state <> 'FAILED'"), [id], read_named)
}

/// A page of all deposits, latest first. Each of the two statements has an index for its order.
pub fn list_deposits(db: &Db, filter: &DepositFilter) -> StoreResult<Vec<NamedDeposit>> {
    const IN_STATE: &str = listed!("payment p INDEXED BY payment_deposit_by_state", "p.state = ?1");
    const ALL: &str = listed!("payment p INDEXED BY payment_deposit", "?1 IS ?1");
    let sql = if filter.state.is_some() { IN_STATE } else { ALL };
    let params = (
        filter.state.map(PaymentState::as_str),
        filter.before_id,
        filter.limit,
        filter.words.as_deref().map(like),
        &filter.name_pattern,
    );
    db.rows(sql, params, read_named)
}

/// How many deposits are awaited, and their sum.
pub fn awaited(db: &Db) -> StoreResult<AwaitedDeposits> {
    let found = db.row(
        "SELECT count(*), ifnull(sum(amount), 0) FROM payment INDEXED BY payment_deposit_by_state
         WHERE method <> 'POINT' AND state = 'PENDING'",
        [],
        |row| Ok(AwaitedDeposits { count: count(row, 0)?, amount: count(row, 1)? }),
    )?;
    Ok(found.unwrap_or_default())
}

/// The transfers with which a statement is matched: those that are awaited, and those that were confirmed since an instant.
pub fn deposits_for_matching(db: &Db, since: DateTime<Utc>) -> StoreResult<Vec<NamedDeposit>> {
    const AWAITED: &str = named!(
        "payment p INDEXED BY payment_deposit_by_state",
        "p.method = 'BANK_TRANSFER' AND p.state = 'PENDING' AND ?1 = ?1"
    );
    const CONFIRMED: &str = named!(
        "payment p INDEXED BY payment_deposit_by_state",
        "p.method = 'BANK_TRANSFER' AND p.state = 'COMPLETED' AND p.paid_at >= ?1"
    );
    let mut found = db.rows(AWAITED, [Stamp(since)], read_named)?;
    found.extend(db.rows(CONFIRMED, [Stamp(since)], read_named)?);
    Ok(found)
}

fn read_named(row: &Row<'_>) -> rusqlite::Result<NamedDeposit> {
    Ok(NamedDeposit {
        payment: read(row)?,
        created_at: row.get::<_, Stamp>(13)?.0,
        order_number: row.get(14)?,
        user_id: row.get(15)?,
        user_name: row.get(16)?,
        user_email: row.get(17)?,
        confirmed_by_name: row.get(18)?,
    })
}
