//! Opening a file: the oldest SQLite that is accepted, the pragmas, and the check that SQLite has taken them.
//!
//! Only SQLite opens the live file in this process: closing any other handle would drop its POSIX locks.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::connection::connect;
use crate::db::{Db, Stored};
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
pub(crate) fn open_writer(path: &Path) -> Stored<Db> {
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
pub(crate) fn open_reader(path: &Path) -> Stored<Db> {
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
pub fn open_to_read(path: &Path) -> Stored<Db> {
    let db = open_reader(path)?;
    migrations::refuse_newer(&db.conn)?;
    Ok(db)
}

/// Opens the file for the checkpointer, which runs while the writer writes.
pub(crate) fn open_checkpointer(path: &Path) -> Stored<Connection> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.pragma_update(None, "fullfsync", true)?;
    Ok(conn)
}

/// Opens a file of unknown origin that no other connection has open. SQLite checks the cells of each page that it reads.
pub(crate) fn open_candidate(path: &Path, flags: OpenFlags) -> Stored<Connection> {
    refuse_empty(path)?;
    let conn = connect(path, flags)?;
    expect(&conn, "cell_size_check", "1")?;
    Ok(conn)
}

/// Opens or creates a file to copy pages into.
pub(crate) fn open_target(path: &Path) -> Stored<Connection> {
    connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
}

/// The path of a file that belongs to a database, by its suffix: `-wal`, `-shm`.
pub(crate) fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Refuses an empty or missing database with a WAL: SQLite would delete the WAL, which may hold all data of the shop.
fn refuse_lone_wal(path: &Path) -> Stored<()> {
    match length(path)? {
        Some(1..) => Ok(()),
        length if with_end(path, "-wal").exists() => {
            Err(StoreError::Gone { empty: length.is_some(), beside: "its write-ahead log".to_owned() })
        }
        _ => Ok(()),
    }
}

/// Refuses an empty file: opening it would delete its WAL.
fn refuse_empty(path: &Path) -> Stored<()> {
    if length(path)? == Some(0) {
        Err(StoreError::Unfit("the file holds no shop: it is empty".to_owned()))
    } else {
        Ok(())
    }
}

/// Bytes of the file; `None` if there is no file.
fn length(path: &Path) -> Stored<Option<u64>> {
    match std::fs::metadata(path) {
        Ok(found) => Ok(Some(found.len())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn common(conn: &Connection, cache_kib: i64) -> Stored<()> {
    conn.set_prepared_statement_cache_capacity(STATEMENT_CACHE);
    // Plans may not depend on bound values: SQLite would plan such a statement again for each run, which costs several
    // times as much as the run.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    expect(conn, "temp_store", "2")?;
    conn.pragma_update(None, "cache_size", -cache_kib)?;
    Ok(())
}

/// Sets a pragma and reads it back, because SQLite ignores a value that it does not support.
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

/// Most pragmas return no row when they are set.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connection::open_in_memory;

    /// A file with a trigger and a view that a program without these guards has written, and a WAL of its own.
    fn planted() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("planted.db");
        drop(open_writer(&path).expect("a shop"));
        let plain = Connection::open(&path).expect("it opens");
        plain
            .execute_batch(
                "CREATE TRIGGER sqliteX AFTER INSERT ON setting BEGIN DELETE FROM setting; END;
                 CREATE VIEW shown AS SELECT * FROM setting;",
            )
            .expect("it is planted");
        (folder, path)
    }

    #[test]
    fn nothing_that_a_file_defines_runs_on_any_connection() {
        let (_folder, path) = planted();
        let read_write = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let connections = [
            ("writer", open_writer(&path).expect("it opens").conn),
            ("reader", open_reader(&path).expect("it opens").conn),
            ("checkpointer", open_checkpointer(&path).expect("it opens")),
            ("candidate", open_candidate(&path, read_write).expect("it opens")),
            ("target", open_target(&path).expect("it opens")),
            ("memory", open_in_memory().expect("it opens")),
        ];
        for (name, conn) in &connections {
            let on = |config| conn.db_config(config).expect("it says");
            assert!(on(DbConfig::SQLITE_DBCONFIG_DEFENSIVE), "{name} is defensive");
            assert!(!on(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER), "{name} runs no trigger");
            assert!(!on(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW), "{name} reads no view");
            assert!(!on(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA), "{name} trusts no schema");
        }
        let (_, writer) = &connections[0];
        let insert = "INSERT INTO setting (key, value, created_at, updated_at) VALUES ('k', '1', 'T', 'T')";
        writer.execute_batch(insert).expect("a row");
        let kept: i64 = writer.query_row("SELECT count(*) FROM setting", [], |row| row.get(0)).expect("a number");
        assert_eq!(kept, 1, "the trigger has not run");
        writer.query_row("SELECT count(*) FROM shown", [], |_| Ok(())).expect_err("the view is not read");
    }

    #[test]
    fn an_empty_database_beside_its_wal_is_not_touched() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("shop.db");
        let wal = with_end(&path, "-wal");
        for empty in [false, true] {
            std::fs::write(&wal, b"all that is left").expect("it is ours");
            if empty {
                std::fs::write(&path, b"").expect("it is ours");
            }
            let refused = open_writer(&path).err();
            assert!(matches!(refused, Some(StoreError::Gone { empty: found, .. }) if found == empty), "{refused:?}");
            assert!(open_reader(&path).is_err() && open_candidate(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).is_err());
            assert_eq!(std::fs::read(&wal).expect("it is there"), b"all that is left", "the WAL is kept");
            assert_eq!(path.exists(), empty, "and no database is made");
        }
    }
}
