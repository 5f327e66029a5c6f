//! The database file alone, as it is without its WAL.

use std::path::Path;

use rusqlite::Connection;

use super::Mark;
use crate::connection::connect_alone;
use crate::db::StoreResult;

/// The marks of a database file without its WAL.
pub(super) struct Alone {
    conn: Connection,
    /// `None` where the file has other tables and is no shop.
    pub(super) marks: Option<Vec<Mark>>,
    /// Whether all marks are on one page.
    pub(super) is_one_page: bool,
}

impl Alone {
    /// Reads the marks; `None` for a file without any table, which is a shop whose tables are still in the WAL.
    ///
    /// # Errors
    /// Errors of SQLite, also for a file that is not readable without its WAL.
    pub(super) fn read(path: &Path) -> StoreResult<Option<Self>> {
        let conn = connect_alone(path)?;
        let tables = conn
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?
            .query_map([], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        if tables.is_empty() {
            return Ok(None);
        }
        if !tables.iter().any(|table| table == "commit_mark") {
            return Ok(Some(Self { conn, marks: None, is_one_page: true }));
        }
        let marks = conn
            .prepare("SELECT id, writer, sequence FROM commit_mark")?
            .query_map([], |row| Ok(Mark { id: row.get(0)?, writer: row.get(1)?, sequence: row.get(2)? }))?
            .collect::<Result<Vec<_>, _>>()?;
        let pages: i64 =
            conn.query_row("SELECT count(*) FROM dbstat WHERE name = 'commit_mark'", [], |row| row.get(0))?;
        Ok(Some(Self { conn, marks: Some(marks), is_one_page: pages == 1 }))
    }

    /// Whether all its pages are whole. Those of a database whose checkpoint was interrupted are not.
    pub(super) fn is_sound(&self) -> bool {
        let found = self.conn.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
        found.is_ok_and(|found| found == "ok")
    }
}
