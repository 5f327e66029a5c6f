//! Points and their ledger. A balance changes by a conditional update that returns the new balance; the row of the
//! ledger is made from it, so that the rows form a chain.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::Won;
use shop_domain::point::{BalanceChange, TransactionType};

use crate::column::{code, won};
use crate::db::{Db, StoreResult, Tx};
use crate::error::StoreError;
use crate::planted::{Bug, is_planted};
use crate::time::Stamp;

/// Points of a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// Available, in won.
    pub available: Won,
    /// Spent so far, in won.
    pub used: Won,
}

/// A row of `balance_transaction`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transaction {
    /// Id.
    pub id: i64,
    /// Type of the transaction.
    pub kind: TransactionType,
    /// Balance before and after.
    pub balance: BalanceChange,
    /// The order it belongs to.
    pub order_id: Option<i64>,
    /// Description.
    pub description: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// A change of points for an order.
#[derive(Debug, Clone, Copy)]
pub struct ForOrder<'a> {
    /// The user.
    pub user_id: i64,
    /// The order.
    pub order_id: i64,
    /// Won, above 0.
    pub amount: Won,
    /// Description.
    pub description: &'a str,
}

/// Points of a user; `None` if there is no such user.
pub fn balance(db: &Db, user_id: i64) -> StoreResult<Option<Balance>> {
    db.row("SELECT available_point, used_point FROM user WHERE id = ?1", [user_id], |row| {
        Ok(Balance { available: won(row, 0)?, used: won(row, 1)? })
    })
}

/// Adds charged points, as the domain has decided.
///
/// # Errors
/// [`StoreError::NotOneRow`] if the balance is not the one that the decision saw.
pub fn charge(
    tx: &Tx<'_>,
    user_id: i64,
    balance: BalanceChange,
    description: &str,
    now: DateTime<Utc>,
) -> StoreResult<Transaction> {
    change(tx, user_id, TransactionType::Charge, balance, description, now)
}

/// Adds or removes points by an adjustment of an admin, as the domain has decided.
///
/// # Errors
/// As [`charge`].
pub fn adjust(
    tx: &Tx<'_>,
    user_id: i64,
    balance: BalanceChange,
    reason: &str,
    now: DateTime<Utc>,
) -> StoreResult<Transaction> {
    change(tx, user_id, TransactionType::Adjust, balance, reason, now)
}

fn change(
    tx: &Tx<'_>,
    user_id: i64,
    kind: TransactionType,
    balance: BalanceChange,
    description: &str,
    now: DateTime<Utc>,
) -> StoreResult<Transaction> {
    const CHANGE: &str = "UPDATE user SET available_point = available_point + ?3, updated_at = ?4
         WHERE id = ?1 AND available_point = ?2";
    const BUG_OVERWRITE: &str = "UPDATE user SET available_point = ?2 + ?3, updated_at = ?4 WHERE id = ?1";
    let sql = if is_planted(Bug::ChargeCheckThenAct) { BUG_OVERWRITE } else { CHANGE };
    tx.change_one(sql, (user_id, balance.before.get(), balance.amount(), Stamp(now)))?;
    let description = description.to_owned();
    let row = Transaction { id: 0, kind, balance, order_id: None, description, created_at: now };
    if is_planted(Bug::DroppedLedgerRow) {
        return Ok(row);
    }
    record(tx, user_id, row)
}

/// Pays an order with points.
///
/// # Errors
/// [`StoreError::NotOneRow`] if there are fewer points, which the decision has ruled out.
pub fn pay(tx: &Tx<'_>, movement: ForOrder<'_>, now: DateTime<Utc>) -> StoreResult<Transaction> {
    const PAY: &str = "UPDATE user SET available_point = available_point - ?2, used_point = used_point + ?2,
                              updated_at = ?3
         WHERE id = ?1 AND available_point >= ?2
         RETURNING available_point";
    move_points(tx, PAY, TransactionType::Payment, movement, now)
}

/// Refunds the points paid for an order.
///
/// # Errors
/// [`StoreError::NotOneRow`] if fewer points were spent.
pub fn refund(tx: &Tx<'_>, movement: ForOrder<'_>, now: DateTime<Utc>) -> StoreResult<Transaction> {
    const REFUND: &str = "UPDATE user SET available_point = available_point + ?2, used_point = used_point - ?2,
                                 updated_at = ?3
         WHERE id = ?1 AND used_point >= ?2
         RETURNING available_point";
    move_points(tx, REFUND, TransactionType::Refund, movement, now)
}

/// Adds points for money of an order that came from outside and is refunded as points: an adjustment, because no points were
/// spent for it.
///
/// # Errors
/// [`StoreError::NotOneRow`] if there is no such user.
pub fn give_for_order(tx: &Tx<'_>, movement: ForOrder<'_>, now: DateTime<Utc>) -> StoreResult<Transaction> {
    const GIVE: &str = "UPDATE user SET available_point = available_point + ?2, updated_at = ?3 WHERE id = ?1
         RETURNING available_point";
    move_points(tx, GIVE, TransactionType::Adjust, movement, now)
}

macro_rules! transaction_columns {
    () => {
        "id, type, balance_before, balance_after, order_id, description, created_at"
    };
}
pub(crate) use transaction_columns;

/// A page of the ledger of a user, latest first: ids below `before_id`, of one type or of all.
pub fn ledger(
    db: &Db,
    user_id: i64,
    kind: Option<TransactionType>,
    before_id: i64,
    limit: i64,
) -> StoreResult<Vec<Transaction>> {
    db.rows(
        concat!(
            "SELECT ",
            transaction_columns!(),
            " FROM balance_transaction
             WHERE user_id = ?1 AND id < ?3 AND (?2 IS NULL OR type = ?2)
             ORDER BY id DESC LIMIT ?4"
        ),
        (user_id, kind.map(TransactionType::as_str), before_id, limit),
        read,
    )
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Transaction> {
    Ok(Transaction {
        id: row.get(0)?,
        kind: code(row, 1, TransactionType::parse)?,
        balance: BalanceChange { before: won(row, 2)?, after: won(row, 3)? },
        order_id: row.get(4)?,
        description: row.get(5)?,
        created_at: row.get::<_, Stamp>(6)?.0,
    })
}

fn move_points(
    tx: &Tx<'_>,
    sql: &'static str,
    kind: TransactionType,
    movement: ForOrder<'_>,
    now: DateTime<Utc>,
) -> StoreResult<Transaction> {
    let ForOrder { user_id, order_id, amount, description } = movement;
    let after = tx
        .row(sql, (user_id, amount.get(), Stamp(now)), |row| won(row, 0))?
        .ok_or(StoreError::NotOneRow { changed: 0, statement: sql })?;
    let before = match kind {
        TransactionType::Refund | TransactionType::Adjust => after.checked_sub(amount),
        _ => after.checked_add(amount),
    };
    let before = before.map_err(|error| StoreError::BadValue(error.to_string()))?;
    let balance = BalanceChange { before, after };
    record(
        tx,
        user_id,
        Transaction {
            id: 0,
            kind,
            balance,
            order_id: Some(order_id),
            description: description.to_owned(),
            created_at: now,
        },
    )
}

/// Inserts the row and returns it with its id.
fn record(tx: &Tx<'_>, user_id: i64, mut row: Transaction) -> StoreResult<Transaction> {
    row.id = tx.insert(
        "INSERT INTO balance_transaction (user_id, order_id, type, amount, balance_before, balance_after, description,
                                          created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
        (
            user_id,
            row.order_id,
            row.kind.as_str(),
            row.balance.amount(),
            row.balance.before.get(),
            row.balance.after.get(),
            &row.description,
            Stamp(row.created_at),
        ),
    )?;
    Ok(row)
}
