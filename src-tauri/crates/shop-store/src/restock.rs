//! Requests to be told when something is in stock again.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::catalog::RestockState;

use crate::column;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A request, with the names of what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestockRow {
    /// Id.
    pub id: i64,
    /// The customer.
    pub user_id: i64,
    /// The product.
    pub product_id: i64,
    /// Its option.
    pub option_id: Option<i64>,
    /// State.
    pub state: RestockState,
    /// When the customer was told.
    pub notified_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Name of the product.
    pub product_name: String,
    /// English name of the product.
    pub product_name_en: Option<String>,
    /// Name of the option.
    pub option_name: Option<String>,
    /// English name of the option.
    pub option_name_en: Option<String>,
    /// Name of the file of the product's picture.
    pub image: Option<String>,
}

macro_rules! columns {
    () => {
        "n.id, n.user_id, n.product_id, n.product_option_id, n.state, n.notified_at, n.created_at, p.name, p.name_en,
         o.name, o.name_en, p.image"
    };
}

macro_rules! named {
    () => {
        " JOIN product p ON p.id = n.product_id LEFT JOIN product_option o ON o.id = n.product_option_id "
    };
}

/// Adds a request and returns its id; that of the one that waits already where there is one.
pub fn add(tx: &Tx<'_>, user_id: i64, product_id: i64, option_id: Option<i64>, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.change(
        "INSERT INTO restock_notice (user_id, product_id, product_option_id, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?4)
         ON CONFLICT (user_id, product_id, ifnull(product_option_id, 0)) WHERE state = 'WAITING' DO NOTHING",
        (user_id, product_id, option_id, Stamp(now)),
    )?;
    let id = tx.row(
        "SELECT id FROM restock_notice WHERE user_id = ?1 AND product_id = ?2
           AND ifnull(product_option_id, 0) = ifnull(?3, 0) AND state = 'WAITING'",
        (user_id, product_id, option_id),
        |row| row.get(0),
    )?;
    id.ok_or(crate::error::StoreError::NotOneRow { changed: 0, statement: "restock_notice" })
}

/// Requests of a customer that wait.
pub fn waiting_count(db: &Db, user_id: i64) -> StoreResult<i64> {
    let count =
        db.row("SELECT count(*) FROM restock_notice WHERE user_id = ?1 AND state = 'WAITING'", [user_id], |row| {
            row.get(0)
        })?;
    Ok(count.unwrap_or_default())
}

/// A request by id.
pub fn find(db: &Db, id: i64) -> StoreResult<Option<RestockRow>> {
    let sql = concat!("SELECT ", columns!(), " FROM restock_notice n", named!(), "WHERE n.id = ?1");
    db.row(sql, [id], read)
}

/// At most `limit` requests of a customer before `before` that are not withdrawn, latest first.
pub fn page(db: &Db, user_id: i64, before: Option<i64>, limit: i64) -> StoreResult<Vec<RestockRow>> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM restock_notice n INDEXED BY restock_notice_by_user",
        named!(),
        "WHERE n.user_id = ?1 AND n.state <> 'DELETED' AND n.id < ?2 AND p.state <> 'DELETED' ORDER BY n.id DESC LIMIT ?3"
    );
    db.rows(sql, (user_id, before.unwrap_or(i64::MAX), limit), read)
}

/// Withdraws a request of a customer; returns whether there is one.
pub fn withdraw(tx: &Tx<'_>, user_id: i64, id: i64, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "UPDATE restock_notice SET state = 'DELETED', updated_at = ?3
         WHERE id = ?1 AND user_id = ?2 AND state <> 'DELETED'",
        (id, user_id, Stamp(now)),
    )?;
    Ok(changed == 1)
}

/// At most `limit` requests that wait for what is in stock now, oldest first.
pub fn due(db: &Db, limit: i64) -> StoreResult<Vec<RestockRow>> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM restock_notice n INDEXED BY restock_notice_waiting",
        named!(),
        "JOIN stock s ON s.product_id = n.product_id AND ifnull(s.product_option_id, 0) = ifnull(n.product_option_id, 0)
         WHERE n.state = 'WAITING' AND p.state = 'NORMAL' AND s.available_quantity > 0
           AND CASE WHEN n.product_option_id IS NULL
                    THEN NOT EXISTS (SELECT 1 FROM product_option x
                                     WHERE x.product_id = n.product_id AND x.state <> 'DELETED')
                    ELSE o.state = 'NORMAL' END
         ORDER BY n.id LIMIT ?1"
    );
    db.rows(sql, [limit], read)
}

/// Marks a request that waits as told; returns whether it waited.
pub fn mark_notified(tx: &Tx<'_>, id: i64, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "UPDATE restock_notice SET state = 'NOTIFIED', notified_at = ?2, updated_at = ?2
         WHERE id = ?1 AND state = 'WAITING'",
        (id, Stamp(now)),
    )?;
    Ok(changed == 1)
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<RestockRow> {
    let Stamp(created_at) = row.get(6)?;
    Ok(RestockRow {
        id: row.get(0)?,
        user_id: row.get(1)?,
        product_id: row.get(2)?,
        option_id: row.get(3)?,
        state: column::code(row, 4, RestockState::parse)?,
        notified_at: row.get::<_, Option<Stamp>>(5)?.map(|Stamp(at)| at),
        created_at,
        product_name: row.get(7)?,
        product_name_en: row.get(8)?,
        option_name: row.get(9)?,
        option_name_en: row.get(10)?,
        image: row.get(11)?,
    })
}
