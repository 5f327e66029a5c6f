//! Requests of customers for points. A request ends by a conditional update of exactly one row that still waits; the row of
//! the ledger is written by `point` in the same transaction.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::Won;
use shop_domain::charge::ChargeState;

use crate::column::{code, count, like, optional_instant, won};
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A row of `charge_request`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChargeRow {
    /// Id.
    pub id: i64,
    /// The customer.
    pub user_id: i64,
    /// Won, above 0.
    pub amount: Won,
    /// The name that the bank shows with the deposit.
    pub depositor_name: String,
    /// State of the request.
    pub state: ChargeState,
    /// The admin that ended it, or the customer that withdrew it; `None` while it waits.
    pub actor_id: Option<i64>,
    /// The reason of an admin that rejected it.
    pub reason: Option<String>,
    /// The row of the ledger that added the points; only of a confirmed one.
    pub balance_transaction_id: Option<i64>,
    /// When it ended; `None` while it waits.
    pub decided_at: Option<DateTime<Utc>>,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// A request with the names of its users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedChargeRow {
    /// The request.
    pub charge: ChargeRow,
    /// Name of the customer.
    pub user_name: String,
    /// E-mail address of the customer.
    pub user_email: String,
    /// Name of the user that ended it; `None` while it waits.
    pub actor_name: Option<String>,
}

/// A new request.
#[derive(Debug, Clone, Copy)]
pub struct NewCharge<'a> {
    /// The customer.
    pub user_id: i64,
    /// Won, above 0.
    pub amount: Won,
    /// The name of the depositor, which has been checked.
    pub depositor_name: &'a str,
}

/// Filter of the list of all requests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChargeFilter {
    /// Only in this state.
    pub state: Option<ChargeState>,
    /// A part of the depositor's name, or of the customer's name or e-mail address.
    pub words: Option<String>,
    /// A pattern of `GLOB` for both names, if that text has initial consonants.
    pub name_pattern: Option<String>,
    /// Only ids below this one.
    pub before_id: i64,
    /// Most rows.
    pub limit: i64,
}

/// The requests that wait.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How many.
    pub count: i64,
    /// Their sum, in won.
    pub amount: i64,
}

macro_rules! charge_columns {
    () => {
        "t.id, t.user_id, t.amount, t.depositor_name, t.state, t.actor_id, t.reason, t.balance_transaction_id,
         t.decided_at, t.created_at"
    };
}
pub(crate) use charge_columns;

macro_rules! named {
    ($from:literal, $($rest:literal),+) => {
        concat!(
            "SELECT ",
            charge_columns!(),
            ", u.name, u.email, a.name FROM ",
            $from,
            " CROSS JOIN user u ON u.id = t.user_id LEFT JOIN user a ON a.id = t.actor_id WHERE ",
            $($rest),+
        )
    };
}

macro_rules! listed {
    ($from:literal, $state:literal) => {
        named!(
            $from,
            $state,
            " AND t.id < ?2
               AND (?4 IS NULL OR t.depositor_name LIKE ?4 ESCAPE '\\' OR u.name LIKE ?4 ESCAPE '\\'
                    OR u.email LIKE ?4 ESCAPE '\\' OR t.depositor_name GLOB ?5 OR u.name GLOB ?5)
             ORDER BY t.id DESC LIMIT ?3"
        )
    };
}

/// Inserts a request that waits, and returns its id.
pub fn insert(tx: &Tx<'_>, new: NewCharge<'_>, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO charge_request (user_id, amount, depositor_name, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4)",
        (new.user_id, new.amount.get(), new.depositor_name, Stamp(now)),
    )
}

/// A request; `None` if there is no such request.
pub fn find(db: &Db, id: i64) -> StoreResult<Option<ChargeRow>> {
    db.row(concat!("SELECT ", charge_columns!(), " FROM charge_request t WHERE t.id = ?1"), [id], read)
}

/// A request with the names of its users; `None` if there is no such request.
pub fn find_named(db: &Db, id: i64) -> StoreResult<Option<NamedChargeRow>> {
    db.row(named!("charge_request t", "t.id = ?1"), [id], read_named)
}

/// A page of the requests of a customer, latest first: ids below `before_id`.
pub fn list(db: &Db, user_id: i64, before_id: i64, limit: i64) -> StoreResult<Vec<ChargeRow>> {
    db.rows(
        concat!(
            "SELECT ",
            charge_columns!(),
            " FROM charge_request t WHERE t.user_id = ?1 AND t.id < ?2 ORDER BY t.id DESC LIMIT ?3"
        ),
        (user_id, before_id, limit),
        read,
    )
}

/// A page of all requests, latest first. Each of the two statements has an index for its order.
pub fn list_for_admin(db: &Db, filter: &ChargeFilter) -> StoreResult<Vec<NamedChargeRow>> {
    const IN_STATE: &str = listed!("charge_request t INDEXED BY charge_request_by_state", "t.state = ?1");
    const ALL: &str = listed!("charge_request t", "?1 IS ?1");
    let sql = if filter.state.is_some() { IN_STATE } else { ALL };
    let params = (
        filter.state.map(ChargeState::as_str),
        filter.before_id,
        filter.limit,
        filter.words.as_deref().map(like),
        &filter.name_pattern,
    );
    db.rows(sql, params, read_named)
}

/// How many requests of a customer wait.
pub fn waiting_of(db: &Db, user_id: i64) -> StoreResult<i64> {
    let sql = "SELECT count(*) FROM charge_request WHERE user_id = ?1 AND state = 'REQUESTED'";
    Ok(db.row(sql, [user_id], |row| row.get(0))?.unwrap_or(0))
}

/// The requests of a customer that wait.
pub fn waiting_ids(db: &Db, user_id: i64) -> StoreResult<Vec<i64>> {
    let sql = "SELECT id FROM charge_request WHERE user_id = ?1 AND state = 'REQUESTED' ORDER BY id";
    db.rows(sql, [user_id], |row| row.get(0))
}

/// How many requests wait, and their sum.
pub fn waiting(db: &Db) -> StoreResult<Waiting> {
    let found = db.row(
        "SELECT count(*), ifnull(sum(amount), 0) FROM charge_request INDEXED BY charge_request_by_state
         WHERE state = 'REQUESTED'",
        [],
        |row| Ok(Waiting { count: count(row, 0)?, amount: count(row, 1)? }),
    )?;
    Ok(found.unwrap_or_default())
}

/// The requests with which a statement is matched: those that wait, and those that were confirmed since an instant.
pub fn for_matching(db: &Db, since: DateTime<Utc>) -> StoreResult<Vec<ChargeRow>> {
    db.rows(
        concat!(
            "SELECT ",
            charge_columns!(),
            " FROM charge_request t INDEXED BY charge_request_by_state WHERE t.state = 'REQUESTED' UNION ALL SELECT ",
            charge_columns!(),
            " FROM charge_request t INDEXED BY charge_request_by_state
             WHERE t.state = 'CONFIRMED' AND t.decided_at >= ?1"
        ),
        [Stamp(since)],
        read,
    )
}

/// Ends a request that waits: the deposit came, and the row of the ledger with this id added the points.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if it does not wait.
pub fn confirm(
    tx: &Tx<'_>,
    id: i64,
    balance_transaction_id: i64,
    actor_id: i64,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    tx.change_one(
        "UPDATE charge_request SET state = 'CONFIRMED', balance_transaction_id = ?2, actor_id = ?3, decided_at = ?4,
                                   updated_at = ?4
         WHERE id = ?1 AND state = 'REQUESTED'",
        (id, balance_transaction_id, actor_id, Stamp(now)),
    )
}

/// Ends a request that waits without points: an admin rejects it with a reason, or its customer withdraws it without one.
///
/// # Errors
/// As [`confirm`].
pub fn reject(tx: &Tx<'_>, id: i64, reason: Option<&str>, actor_id: i64, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE charge_request SET state = 'REJECTED', reason = ?2, actor_id = ?3, decided_at = ?4, updated_at = ?4
         WHERE id = ?1 AND state = 'REQUESTED'",
        (id, reason, actor_id, Stamp(now)),
    )
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<ChargeRow> {
    Ok(ChargeRow {
        id: row.get(0)?,
        user_id: row.get(1)?,
        amount: won(row, 2)?,
        depositor_name: row.get(3)?,
        state: code(row, 4, ChargeState::parse)?,
        actor_id: row.get(5)?,
        reason: row.get(6)?,
        balance_transaction_id: row.get(7)?,
        decided_at: optional_instant(row, 8)?,
        created_at: row.get::<_, Stamp>(9)?.0,
    })
}

fn read_named(row: &Row<'_>) -> rusqlite::Result<NamedChargeRow> {
    Ok(NamedChargeRow {
        charge: read(row)?,
        user_name: row.get(10)?,
        user_email: row.get(11)?,
        actor_name: row.get(12)?,
    })
}
