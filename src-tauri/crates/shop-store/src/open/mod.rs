//! Opening a file: the oldest SQLite that is accepted, the pragmas, and the check that SQLite has taken them.
//!
//! Only SQLite opens the live file in this process: closing any other handle would drop its POSIX locks.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::connection::connect;
use crate::db::{Db, StoreResult};
use crate::error::StoreError;
use crate::migrations;

/// Older libraries can corrupt the file when the WAL is reset.
const SQLITE_FLOOR: i32 = 3_051_003;
/// Statements that a connection keeps prepared; more than the shop has.
const STATEMENT_CACHE: usize = 512;
/// Pages in the WAL at which the writer checkpoints by itself, because the checkpointer has not kept it shorter.
const WAL_CAP_PAGES: i64 = 40_000;
/// The WAL file is cut to this size when it is reset.
const WAL_KEPT_BYTES: i64 = 64 * 1024 * 1024;
/// Page cache in KiB, allocated as it is needed. An order touches pages of many tables and indexes; with a small cache the
/// writer of a large shop would read most of them again for each order.
const WRITER_CACHE: i64 = 65_536;
const READER_CACHE: i64 = 16_384;
/// How long a second process may hold the write lock before this one gives up.
const BUSY_MS: u64 = 5_000;

/// Opens the file for writing and brings it to the current version.
///
/// # Errors
/// [`StoreError::Newer`], and [`StoreError::Unfit`] for an earlier file whose schema is not that of its version,
/// without a byte changed; [`StoreError::Gone`] for a WAL without its database.
pub(crate) fn open_writer(path: &Path) -> StoreResult<Db> {
    assert_floor()?;
    refuse_lone_wal(path)?;
    let mut conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    conn.busy_timeout(Duration::from_millis(BUSY_MS))?;
    migrations::refuse_newer(&conn)?;
    migrations::refuse_other_before_migration(&conn)?;
    expect(&conn, "journal_mode", "wal")?;
    expect(&conn, "synchronous", "2")?;
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "wal_autocheckpoint", WAL_CAP_PAGES)?;
    conn.pragma_update(None, "journal_size_limit", WAL_KEPT_BYTES)?;
    common(&conn, WRITER_CACHE)?;
    migrations::migrate(&mut conn)?;
    Ok(Db::new(conn))
}

/// Opens the file for reading; a write on this connection is refused by SQLite.
pub(crate) fn open_reader(path: &Path) -> StoreResult<Db> {
    refuse_empty(path)?;
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.busy_timeout(Duration::from_millis(BUSY_MS))?;
    expect(&conn, "query_only", "1")?;
    common(&conn, READER_CACHE)?;
    Ok(Db::new(conn))
}

/// Opens the file to read from it alone, as `jangteo verify` does; no writer is started.
///
/// # Errors
/// [`StoreError::Newer`].
pub fn open_to_read(path: &Path) -> StoreResult<Db> {
    let db = open_reader(path)?;
    migrations::refuse_newer(&db.conn)?;
    Ok(db)
}

/// Opens the file for the checkpointer, which runs while the writer writes.
pub(crate) fn open_checkpointer(path: &Path) -> StoreResult<Connection> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.pragma_update(None, "fullfsync", true)?;
    Ok(conn)
}

/// Opens a file of unknown origin that no other connection has open. SQLite checks the cells of each page that it reads.
pub(crate) fn open_candidate(path: &Path, flags: OpenFlags) -> StoreResult<Connection> {
    refuse_empty(path)?;
    let conn = connect(path, flags)?;
    expect(&conn, "cell_size_check", "1")?;
    Ok(conn)
}

/// Opens or creates a file to copy pages into.
pub(crate) fn open_target(path: &Path) -> StoreResult<Connection> {
    connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
}

/// The path of a file that belongs to a database, by its suffix: `-wal`, `-shm`.
pub(crate) fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Refuses an empty or missing database with a WAL: SQLite would delete the WAL, which may hold all data of the shop.
fn refuse_lone_wal(path: &Path) -> StoreResult<()> {
    match length(path)? {
        Some(1..) => Ok(()),
        length if with_end(path, "-wal").exists() => {
            Err(StoreError::Gone { empty: length.is_some(), beside: "its write-ahead log".to_owned() })
        }
        _ => Ok(()),
    }
}

/// Refuses an empty file: opening it would delete its WAL.
fn refuse_empty(path: &Path) -> StoreResult<()> {
    if length(path)? == Some(0) {
        Err(StoreError::Unfit("the file holds no shop: it is empty".to_owned()))
    } else {
        Ok(())
    }
}

/// Bytes of the file; `None` if there is no file.
fn length(path: &Path) -> StoreResult<Option<u64>> {
    match std::fs::metadata(path) {
        Ok(found) => Ok(Some(found.len())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn common(conn: &Connection, cache_kib: i64) -> StoreResult<()> {
    conn.set_prepared_statement_cache_capacity(STATEMENT_CACHE);
    // Plans may not depend on bound values: SQLite would plan such a statement again for each run, which costs several
    // times as much as the run.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    expect(conn, "temp_store", "2")?;
    conn.pragma_update(None, "cache_size", -cache_kib)?;
    Ok(())
}

/// Sets a pragma and reads it back, because SQLite ignores a value that it does not support.
fn expect(conn: &Connection, pragma: &str, value: &str) -> StoreResult<()> {
    conn.pragma_update_and_check(None, pragma, value, |_| Ok(())).or_else(no_row)?;
    let found = conn.pragma_query_value(None, pragma, |row| row.get::<_, rusqlite::types::Value>(0))?;
    let found = match found {
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(text) => text,
        other => format!("{other:?}"),
    };
    if found == value { Ok(()) } else { Err(StoreError::Unfit(format!("pragma {pragma} is {found}, not {value}"))) }
}

/// Most pragmas return no row when they are set.
fn no_row(error: rusqlite::Error) -> rusqlite::Result<()> {
    match error {
        rusqlite::Error::QueryReturnedNoRows => Ok(()),
        other => Err(other),
    }
}

fn assert_floor() -> StoreResult<()> {
    let found = rusqlite::version_number();
    if found < SQLITE_FLOOR {
        return Err(StoreError::Unfit(format!("SQLite {found} is older than {SQLITE_FLOOR}")));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
