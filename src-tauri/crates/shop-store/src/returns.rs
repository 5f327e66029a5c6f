//! Returns that customers ask for. A return moves on by a conditional update of exactly one row in the state that the decision saw,
//! and none is inserted while another one of the same item is open.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use rusqlite::types::Type;
use shop_domain::refund::{LineUnits, OpenReturn, ReturnState};

use crate::column::{bad, code, count, like, optional_instant};
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A row of `return_request`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnRow {
    /// Id.
    pub id: i64,
    /// The order.
    pub order_id: i64,
    /// The customer.
    pub user_id: i64,
    /// What is returned, each line once.
    pub units: Vec<LineUnits>,
    /// Why.
    pub reason: String,
    /// State.
    pub state: ReturnState,
    /// The words of the admin.
    pub note: Option<String>,
    /// When it was approved.
    pub approved_at: Option<DateTime<Utc>>,
    /// When it was rejected.
    pub rejected_at: Option<DateTime<Utc>>,
    /// When the goods came.
    pub received_at: Option<DateTime<Utc>>,
    /// The refund that has settled it.
    pub refund_id: Option<i64>,
    /// The admin that has moved it last.
    pub actor_id: Option<i64>,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
}

/// A return with its order and the names of its users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedReturn {
    /// The return.
    pub row: ReturnRow,
    /// Number of the order.
    pub order_number: String,
    /// Name of the customer.
    pub user_name: String,
    /// E-mail address of the customer.
    pub user_email: String,
    /// Name of the admin that has moved it last.
    pub actor_name: Option<String>,
}

/// Filter of the list of all returns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReturnFilter {
    /// Only in this state.
    pub state: Option<ReturnState>,
    /// A part of the customer's name or e-mail address, or of the order's number.
    pub words: Option<String>,
    /// A pattern of `GLOB` for the name, if that text has initial consonants.
    pub name_pattern: Option<String>,
    /// Only ids below this one.
    pub before_id: i64,
    /// Most rows.
    pub limit: i64,
}

/// The returns that wait for the shop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WaitingReturns {
    /// Asked for, to be approved or rejected.
    pub requested: i64,
    /// Approved, and the goods have not come yet.
    pub approved: i64,
    /// Received, to be refunded.
    pub received: i64,
}

macro_rules! return_columns {
    () => {
        "t.id, t.order_id, t.user_id, t.items, t.reason, t.state, t.note, t.approved_at, t.rejected_at, t.received_at,
         t.refund_id, t.actor_id, t.created_at, t.updated_at"
    };
}
pub(crate) use return_columns;

macro_rules! named {
    ($from:literal, $($rest:literal),+) => {
        concat!(
            "SELECT ",
            return_columns!(),
            ", o.order_number, u.name, u.email, a.name FROM ",
            $from,
            " CROSS JOIN \"order\" o ON o.id = t.order_id CROSS JOIN user u ON u.id = t.user_id
              LEFT JOIN user a ON a.id = t.actor_id WHERE ",
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
               AND (?4 IS NULL OR u.name LIKE ?4 ESCAPE '\\' OR u.email LIKE ?4 ESCAPE '\\'
                    OR o.order_number LIKE ?4 ESCAPE '\\' OR u.name GLOB ?5)
             ORDER BY t.id DESC LIMIT ?3"
        )
    };
}

/// Inserts a return that waits, and returns its id.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if a return of one of the items is open.
pub fn insert(
    tx: &Tx<'_>,
    (order_id, user_id): (i64, i64),
    units: &[LineUnits],
    reason: &str,
    now: DateTime<Utc>,
) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO return_request (order_id, user_id, items, reason, created_at, updated_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?5
         WHERE NOT EXISTS (SELECT 1 FROM return_request r, json_each(r.items) AS taken, json_each(?3) AS wanted
                           WHERE r.order_id = ?1 AND (r.state = 'REQUESTED' OR r.state = 'APPROVED' OR r.state = 'RECEIVED')
                             AND taken.value ->> '$.orderItemId' = wanted.value ->> '$.orderItemId')",
        (order_id, user_id, text_of(units), reason, Stamp(now)),
    )
}

/// A step of a return.
#[derive(Debug, Clone, Copy)]
pub struct ReturnStep<'a> {
    /// The return.
    pub id: i64,
    /// Expected current state.
    pub from: ReturnState,
    /// New state.
    pub to: ReturnState,
    /// The words of the admin; the ones before stay where `None`.
    pub note: Option<&'a str>,
    /// The refund that settles it.
    pub refund_id: Option<i64>,
    /// The admin.
    pub actor_id: i64,
}

/// Moves a return on.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if it is not in the expected state.
pub fn step(tx: &Tx<'_>, step: ReturnStep<'_>, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE return_request SET state = ?3, note = ifnull(?4, note), refund_id = ?5, actor_id = ?6, updated_at = ?7,
                approved_at = iif(?3 = 'APPROVED', ?7, approved_at), rejected_at = iif(?3 = 'REJECTED', ?7, rejected_at),
                received_at = iif(?3 = 'RECEIVED', ?7, received_at)
         WHERE id = ?1 AND state = ?2",
        (step.id, step.from.as_str(), step.to.as_str(), step.note, step.refund_id, step.actor_id, Stamp(now)),
    )
}

/// A return; `None` if there is no such return.
pub fn find(db: &Db, id: i64) -> StoreResult<Option<ReturnRow>> {
    db.row(concat!("SELECT ", return_columns!(), " FROM return_request t WHERE t.id = ?1"), [id], read)
}

/// A return with its order and the names of its users; `None` if there is no such return.
pub fn find_named(db: &Db, id: i64) -> StoreResult<Option<NamedReturn>> {
    db.row(named!("return_request t", "t.id = ?1"), [id], read_named)
}

/// The returns of an order, oldest first.
pub fn of_order(db: &Db, order_id: i64) -> StoreResult<Vec<NamedReturn>> {
    db.rows(
        named!("return_request t INDEXED BY return_request_by_order", "t.order_id = ?1 ORDER BY t.id"),
        [order_id],
        read_named,
    )
}

/// The returns of an order that have not ended.
pub fn open_of_order(db: &Db, order_id: i64) -> StoreResult<Vec<OpenReturn>> {
    db.rows(
        "SELECT id, state, items FROM return_request INDEXED BY return_request_by_order
         WHERE order_id = ?1 AND (state = 'REQUESTED' OR state = 'APPROVED' OR state = 'RECEIVED') ORDER BY id",
        [order_id],
        |row| Ok(OpenReturn { id: row.get(0)?, state: code(row, 1, ReturnState::parse)?, units: read_units(row, 2)? }),
    )
}

/// The order of the first return of a customer that has not ended.
pub fn open_of_user(db: &Db, user_id: i64) -> StoreResult<Option<i64>> {
    let sql = "SELECT order_id FROM return_request INDEXED BY return_request_open
               WHERE user_id = ?1 AND (state = 'REQUESTED' OR state = 'APPROVED' OR state = 'RECEIVED') ORDER BY id LIMIT 1";
    db.row(sql, [user_id], |row| row.get(0))
}

/// A page of all returns, latest first. Each of the two statements has an index for its order.
pub fn list_for_admin(db: &Db, filter: &ReturnFilter) -> StoreResult<Vec<NamedReturn>> {
    const IN_STATE: &str = listed!("return_request t INDEXED BY return_request_by_state", "t.state = ?1");
    const ALL: &str = listed!("return_request t", "?1 IS ?1");
    let sql = if filter.state.is_some() { IN_STATE } else { ALL };
    let params = (
        filter.state.map(ReturnState::as_str),
        filter.before_id,
        filter.limit,
        filter.words.as_deref().map(like),
        &filter.name_pattern,
    );
    db.rows(sql, params, read_named)
}

/// How many returns wait for the shop.
pub fn waiting(db: &Db) -> StoreResult<WaitingReturns> {
    let found = db.row(
        "SELECT ifnull(sum(state = 'REQUESTED'), 0), ifnull(sum(state = 'APPROVED'), 0), ifnull(sum(state = 'RECEIVED'), 0)
         FROM return_request INDEXED BY return_request_by_state
         WHERE state = 'REQUESTED' OR state = 'APPROVED' OR state = 'RECEIVED'",
        [],
        |row| Ok(WaitingReturns { requested: count(row, 0)?, approved: count(row, 1)?, received: count(row, 2)? }),
    )?;
    Ok(found.unwrap_or_default())
}

fn text_of(units: &[LineUnits]) -> String {
    let parts: Vec<_> =
        units.iter().map(|one| format!("{{\"orderItemId\":{},\"quantity\":{}}}", one.item_id, one.quantity)).collect();
    format!("[{}]", parts.join(","))
}

fn read_units(row: &Row<'_>, index: usize) -> rusqlite::Result<Vec<LineUnits>> {
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Units {
        order_item_id: i64,
        quantity: i64,
    }
    let text = row.get_ref(index)?.as_str()?;
    let units: Vec<Units> = serde_json::from_str(text).map_err(|error| bad(index, Type::Text, error))?;
    Ok(units.into_iter().map(|one| LineUnits { item_id: one.order_item_id, quantity: one.quantity }).collect())
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<ReturnRow> {
    Ok(ReturnRow {
        id: row.get(0)?,
        order_id: row.get(1)?,
        user_id: row.get(2)?,
        units: read_units(row, 3)?,
        reason: row.get(4)?,
        state: code(row, 5, ReturnState::parse)?,
        note: row.get(6)?,
        approved_at: optional_instant(row, 7)?,
        rejected_at: optional_instant(row, 8)?,
        received_at: optional_instant(row, 9)?,
        refund_id: row.get(10)?,
        actor_id: row.get(11)?,
        created_at: row.get::<_, Stamp>(12)?.0,
        updated_at: row.get::<_, Stamp>(13)?.0,
    })
}

fn read_named(row: &Row<'_>) -> rusqlite::Result<NamedReturn> {
    Ok(NamedReturn {
        row: read(row)?,
        order_number: row.get(14)?,
        user_name: row.get(15)?,
        user_email: row.get(16)?,
        actor_name: row.get(17)?,
    })
}
