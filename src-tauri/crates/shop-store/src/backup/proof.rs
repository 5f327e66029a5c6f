//! Verifies a copy: it is opened as a database of its own, every page is read, and the invariants of the shop are
//! checked.

use std::path::Path;

use rusqlite::config::DbConfig;

use super::ids::refuse_wild_ids;
use crate::backup::open_copy;
use crate::db::{Db, StoreResult};
use crate::error::StoreError;
use crate::health::StorageHealth;
use crate::migrations;
use crate::open::open_reader;
use crate::verify::{broken_by, invariants};

/// Rows that are named of a broken invariant.
const PLACES: usize = 3;

/// Contents of a verified copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Version of its schema.
    pub schema_version: u32,
    /// Number of orders.
    pub orders: i64,
    /// Number of products, deleted ones included.
    pub products: i64,
    /// Number of users.
    pub users: i64,
    /// Number of the latest order.
    pub last_order_number: Option<String>,
    /// File names of the pictures of its products.
    pub pictures: Vec<String>,
}

/// Progress of a verification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Steps done.
    pub done: i64,
    /// Steps in all.
    pub total: i64,
}

/// Verifies the copy at `path`, which no other process writes to. `zone` is that of the business day. Blocks while all
/// of it is read.
///
/// # Errors
/// [`StoreError::Newer`]; [`StoreError::Unfit`] for a file without a shop or of an earlier version;
/// [`StoreError::Damaged`]; [`StoreError::Unbalanced`] for a broken invariant.
pub fn prove(path: &Path, zone: chrono_tz::Tz, mut tell: impl FnMut(Step)) -> StoreResult<Proof> {
    let db = open_copy(path)?;
    let schema_version = shop_version(&db)?;
    migrations::refuse_other(&db.conn)?;
    if schema_version < migrations::current_version() {
        return Err(StoreError::Unfit(format!("the file is of the earlier version {schema_version}")));
    }
    refuse_damaged(&db)?;
    refuse_wild_ids(&db)?;
    let total = invariants().count() as i64 + 1;
    for (done, invariant) in (1..).zip(invariants()) {
        tell(Step { done, total });
        let findings = broken_by(&db, zone, invariant, PLACES)?;
        if findings.count > 0 {
            return Err(StoreError::Unbalanced(findings.to_string()));
        }
    }
    tell(Step { done: total, total });
    contents(&db, schema_version)
}

/// The version of the schema in the shop's file, where this program would migrate it; `None` for a file of the current version,
/// of a newer one, and for one without a shop, as a first start that was cut short leaves it. The file is not changed.
///
/// # Errors
/// Errors of SQLite or the system.
pub fn earlier_version(path: &Path) -> StoreResult<Option<u32>> {
    let version = || {
        let db = open_reader(path)?;
        db.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        migrations::version(&db.conn)
    };
    let found = version().map_err(|error| StorageHealth::new(path).explained(error))?;
    Ok((1..migrations::current_version()).contains(&found).then_some(found))
}

/// Checks whether this program can open the shop's file: its version, its schema if it is an earlier one, and every
/// page. A file that cannot be opened is not changed, and its WAL is not checkpointed. Blocks while all of it is read.
///
/// # Errors
/// [`StoreError::Newer`]; [`StoreError::Unfit`] for an earlier file whose schema is not that of its version; damage
/// (see [`StoreError::is_damage`]).
pub fn probe(path: &Path) -> StoreResult<()> {
    let db = open_reader(path)?;
    db.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    migrations::refuse_newer(&db.conn)?;
    refuse_damaged(&db)?;
    migrations::refuse_other_before_migration(&db.conn)?;
    // A sound file is checkpointed when it is closed. The next connection then begins with an empty WAL, which SQLite
    // can reset after a failed commit, so that the next start does not find its frames.
    db.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

fn refuse_damaged(db: &Db) -> StoreResult<()> {
    match db.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0))?.as_str() {
        "ok" => Ok(()),
        found => Err(StoreError::Damaged(found.to_owned())),
    }
}

/// The version of the schema; 0 means that the file was never a shop.
pub(super) fn shop_version(db: &Db) -> StoreResult<u32> {
    migrations::refuse_newer(&db.conn)?;
    match migrations::version(&db.conn)? {
        0 => Err(StoreError::Unfit("the file holds no shop".to_owned())),
        version => Ok(version),
    }
}

/// The names of all pictures; a file of an earlier version has one for each product.
fn pictures(db: &Db) -> StoreResult<Vec<String>> {
    let column = "SELECT 1 FROM pragma_table_info('product') WHERE name = 'more_images'";
    let sql = match db.row(column, [], |row| row.get::<_, i64>(0))? {
        None => "SELECT DISTINCT image FROM product WHERE image IS NOT NULL",
        Some(_) => {
            "SELECT image FROM product WHERE image IS NOT NULL
             UNION SELECT j.value FROM product, json_each(more_images) j"
        }
    };
    db.rows(sql, [], |row| row.get(0))
}

fn contents(db: &Db, schema_version: u32) -> StoreResult<Proof> {
    let count = |sql| db.conn.query_row(sql, [], |row| row.get(0));
    Ok(Proof {
        schema_version,
        orders: count("SELECT count(*) FROM \"order\"")?,
        products: count("SELECT count(*) FROM product")?,
        users: count("SELECT count(*) FROM user")?,
        last_order_number: db.row("SELECT max(order_number) FROM \"order\"", [], |row| row.get(0))?.flatten(),
        pictures: pictures(db)?,
    })
}
