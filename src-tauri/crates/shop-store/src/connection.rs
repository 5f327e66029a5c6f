//! The constructors of connections. No other module calls those of rusqlite, because a file may come from anywhere and no
//! trigger or view in it may run.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;

/// A connection to a new database in memory.
pub(crate) fn open_in_memory() -> Result<Connection, StoreError> {
    let conn = Connection::open_in_memory()?;
    harden(&conn)?;
    Ok(conn)
}

/// A connection to the file at `path`.
pub(crate) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    harden(&conn)?;
    Ok(conn)
}

/// A connection that reads the database at `path` alone: its WAL is not seen, and neither file is locked or changed.
pub(crate) fn connect_alone(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    connect(Path::new(&format!("{}?immutable=1", uri(path))), flags)
}

/// The path as a URI, in which no byte of it has a meaning of its own.
fn uri(path: &Path) -> String {
    let mut text = String::from(if path.is_absolute() { "file://" } else { "file:" });
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => text.push('/'),
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => text.push(char::from(*byte)),
            byte => text.push_str(&format!("%{byte:02X}")),
        }
    }
    // A drive letter stands after the root.
    if cfg!(windows) && path.is_absolute() { text.replacen("file://", "file:///", 1) } else { text }
}

/// Switches triggers, views and untrusted functions off: planted ones would run inside the statements of the shop. The schema
/// of the shop has none of them.
fn harden(conn: &Connection) -> Result<(), StoreError> {
    for (config, wanted) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    ] {
        if conn.set_db_config(config, wanted)? != wanted {
            return Err(StoreError::Unfit(format!("SQLite does not take {config:?}")));
        }
    }
    Ok(())
}
