//! Opening the file: the library's floor, the pragmas, and proof that they took.
//!
//! Nothing in the process opens the file but SQLite: closing any other handle would drop its POSIX locks.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::db::{Db, Stored};
use crate::error::StoreError;
use crate::migrations;

/// Older libraries can corrupt the file when the WAL is reset.
const SQLITE_FLOOR: i32 = 3_051_003;
/// Room for every statement of the shop, so that none is prepared twice.
const STATEMENT_CACHE: usize = 512;
/// The writer checkpoints by itself only when the checkpointer could not keep the WAL below so many pages.
const WAL_CAP_PAGES: i64 = 40_000;
/// The WAL file is cut to this size when it is reset.
const WAL_KEPT_BYTES: i64 = 64 * 1024 * 1024;
/// Memory for pages, in KiB, taken as it is needed. The writer goes here and there through stocks, people and indexes, and in a
/// large shop would else fetch most pages anew for each order.
const WRITER_CACHE: i64 = 65_536;
const READER_CACHE: i64 = 16_384;
/// How long a second process may hold the write lock before this one gives up.
const BUSY_MS: u64 = 5_000;

/// Opens the file for writing and brings it to the current version.
///
/// # Errors
/// [`StoreError::Newer`] without a byte changed; [`StoreError::Unfit`]; anything SQLite refuses.
pub(crate) fn open_writer(path: &Path) -> Stored<Db> {
    assert_floor()?;
    let mut conn = Connection::open_with_flags(path, flags(true))?;
    conn.busy_timeout(Duration::from_millis(BUSY_MS))?;
    migrations::refuse_newer(&conn)?;
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
///
/// # Errors
/// Anything SQLite refuses.
pub(crate) fn open_reader(path: &Path) -> Stored<Db> {
    let conn = Connection::open_with_flags(path, flags(false))?;
    conn.busy_timeout(Duration::from_millis(BUSY_MS))?;
    expect(&conn, "query_only", "1")?;
    common(&conn, READER_CACHE)?;
    Ok(Db::new(conn))
}

/// Opens the file to checkpoint it beside the writer.
///
/// # Errors
/// Anything SQLite refuses.
pub(crate) fn open_checkpointer(path: &Path) -> Stored<Connection> {
    let conn = Connection::open_with_flags(path, flags(false))?;
    conn.pragma_update(None, "fullfsync", true)?;
    Ok(conn)
}

fn flags(create: bool) -> OpenFlags {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create { flags | OpenFlags::SQLITE_OPEN_CREATE } else { flags }
}

fn common(conn: &Connection, cache_kib: i64) -> Stored<()> {
    conn.set_prepared_statement_cache_capacity(STATEMENT_CACHE);
    // Plans may not depend on bound values: otherwise a statement of which one might is planned anew for each run, which
    // costs several times as much as the run.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    expect(conn, "temp_store", "2")?;
    conn.pragma_update(None, "cache_size", -cache_kib)?;
    Ok(())
}

/// Sets a pragma and reads it back, because SQLite ignores in silence what it cannot do.
fn expect(conn: &Connection, pragma: &str, value: &str) -> Stored<()> {
    conn.pragma_update_and_check(None, pragma, value, |_| Ok(())).or_else(no_row)?;
    let found = conn.pragma_query_value(None, pragma, |row| row.get::<_, rusqlite::types::Value>(0))?;
    let found = match found {
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(text) => text,
        other => format!("{other:?}"),
    };
    if found == value { Ok(()) } else { Err(StoreError::Unfit(format!("pragma {pragma} is {found}, not {value}"))) }
}

/// Most pragmas answer nothing when they are set.
fn no_row(error: rusqlite::Error) -> rusqlite::Result<()> {
    match error {
        rusqlite::Error::QueryReturnedNoRows => Ok(()),
        other => Err(other),
    }
}

fn assert_floor() -> Stored<()> {
    let found = rusqlite::version_number();
    if found < SQLITE_FLOOR {
        return Err(StoreError::Unfit(format!("SQLite {found} is older than {SQLITE_FLOOR}")));
    }
    Ok(())
}
