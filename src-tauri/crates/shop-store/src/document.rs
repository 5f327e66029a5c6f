//! The texts that customers agree to, in all their versions. The latest version of a document is in force, unless it is empty.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::BusinessDay;
use shop_domain::user::Document;

use crate::column::day;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A version of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VersionRow {
    /// Its number, from 1.
    pub version: i64,
    /// The business day from which it holds.
    pub since: BusinessDay,
}

/// The version in force; `None` where the document has no text.
pub fn in_force(db: &Db, document: Document) -> StoreResult<Option<VersionRow>> {
    let latest = db.row(
        "SELECT version, since, text <> '' FROM document WHERE document = ?1 ORDER BY version DESC LIMIT 1",
        [document.as_str()],
        |row| Ok((read(row)?, row.get::<_, bool>(2)?)),
    )?;
    Ok(latest.filter(|(_, has_text)| *has_text).map(|(version, _)| version))
}

/// The text of a version; `None` if there is no such version.
pub fn text(db: &Db, document: Document, version: i64) -> StoreResult<Option<String>> {
    let sql = "SELECT text FROM document WHERE document = ?1 AND version = ?2";
    db.row(sql, (document.as_str(), version), |row| row.get(0))
}

/// Adds the next version.
pub fn add(tx: &Tx<'_>, document: Document, text: &str, since: BusinessDay, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "INSERT INTO document (document, version, text, since, created_at, updated_at)
         SELECT ?1, 1 + ifnull(max(version), 0), ?2, ?3, ?4, ?4 FROM document WHERE document = ?1",
        (document.as_str(), text, since.to_string(), Stamp(now)),
    )
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<VersionRow> {
    Ok(VersionRow { version: row.get(0)?, since: day(row, 1)? })
}
