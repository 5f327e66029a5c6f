//! Proving a copy by using it as what it is for: it is opened as a database of its own, every page of it is read, and the
//! shop's identities are asked of it.

use std::path::Path;

use rusqlite::config::DbConfig;

use super::ids::refuse_wild_ids;
use crate::backup::open_copy;
use crate::db::{Db, Stored};
use crate::error::StoreError;
use crate::migrations;
use crate::open::open_reader;
use crate::verify::{broken_by, identities};

/// What a good copy holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Version of its schema.
    pub schema_version: u32,
    /// Orders in it.
    pub orders: i64,
    /// Products in it, deleted ones too.
    pub products: i64,
    /// People in it.
    pub users: i64,
    /// The number of its latest order.
    pub last_order_number: Option<String>,
    /// Pictures that its products name.
    pub pictures: Vec<String>,
}

/// How far proving is: steps done of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Done.
    pub done: i64,
    /// In all.
    pub total: i64,
}

/// Proves the copy at `path`, which nobody writes to. `zone` is that of the business day. Blocks while all of it is read.
///
/// # Errors
/// [`StoreError::Newer`]; [`StoreError::Unfit`] in words for a file that holds no shop, has damaged pages, or whose
/// books do not add up.
pub fn prove(path: &Path, zone: chrono_tz::Tz, mut tell: impl FnMut(Step)) -> Stored<Proof> {
    let db = open_copy(path)?;
    let schema_version = shop_version(&db)?;
    migrations::refuse_other(&db.conn)?;
    if schema_version < migrations::current_version() {
        return Err(StoreError::Unfit(format!("the file is of the earlier version {schema_version}")));
    }
    refuse_damaged(&db)?;
    refuse_wild_ids(&db)?;
    let total = identities().count() as i64 + 1;
    for (done, identity) in (1..).zip(identities()) {
        tell(Step { done, total });
        if let Some(broken) = broken_by(&db, zone, identity, 1)?.pop() {
            let identity = broken.identity;
            return Err(StoreError::Unbalanced(format!(
                "identity {identity}: {} {}: {}",
                broken.table, broken.id, broken.found
            )));
        }
    }
    tell(Step { done: total, total });
    contents(&db, schema_version)
}

/// Whether the shop's file can be opened by this program: its version, its schema where that is an earlier one, and every page of
/// it. A file that cannot be opened is not changed, also not by moving its WAL into it. Blocks while all of it is read.
///
/// # Errors
/// [`StoreError::Newer`]; [`StoreError::Unfit`] for an earlier file whose schema is not that of its version; damage
/// (see [`StoreError::is_damage`]).
pub fn probe(path: &Path) -> Stored<()> {
    let db = open_reader(path)?;
    db.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    migrations::refuse_newer(&db.conn)?;
    refuse_damaged(&db)?;
    migrations::refuse_other_before_migration(&db.conn)?;
    // A sound file takes its WAL in when it is closed. What comes next then begins with an empty one, which SQLite can drop again
    // after a commit that failed, so that its frames are not found by the next start.
    db.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

fn refuse_damaged(db: &Db) -> Stored<()> {
    match db.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0))?.as_str() {
        "ok" => Ok(()),
        found => Err(StoreError::Damaged(found.to_owned())),
    }
}

/// The version of a file's schema; one without has never been a shop.
pub(super) fn shop_version(db: &Db) -> Stored<u32> {
    migrations::refuse_newer(&db.conn)?;
    match migrations::version(&db.conn)? {
        0 => Err(StoreError::Unfit("the file holds no shop".to_owned())),
        version => Ok(version),
    }
}

fn contents(db: &Db, schema_version: u32) -> Stored<Proof> {
    let count = |sql| db.conn.query_row(sql, [], |row| row.get(0));
    Ok(Proof {
        schema_version,
        orders: count("SELECT count(*) FROM \"order\"")?,
        products: count("SELECT count(*) FROM product")?,
        users: count("SELECT count(*) FROM user")?,
        last_order_number: db.row("SELECT max(order_number) FROM \"order\"", [], |row| row.get(0))?.flatten(),
        pictures: db.rows("SELECT DISTINCT image FROM product WHERE image IS NOT NULL", [], |row| row.get(0))?,
    })
}
