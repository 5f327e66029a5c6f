//! The invariants of the data as queries that must find nothing: they hold after every test, every crash and every day.

mod books;
mod indexes;
mod references;
mod rows;
mod sums;

use std::path::Path;

use shop_domain::day::BusinessDay;

use self::rows::{Rows, unreadable};
use crate::db::{Db, StoreResult};
use crate::error::StoreError;
use crate::migrations;
use crate::open::open_to_read;
use crate::time::Stamp;

/// One invariant: its number among the rules, its statement, and the query that finds the rows that break it.
///
/// A query returns the table, the id of the row, and what was found. For an invariant that reads every row of a table
/// it returns those rows.
pub struct Invariant {
    /// Number, 1 to 7.
    pub number: i64,
    /// The statement in words.
    pub says: &'static str,
    /// The query.
    pub sql: &'static str,
    /// How the rows are read, for an invariant that reads every row.
    rows: Option<Rows>,
}

/// A row that breaks an invariant.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Broken {
    /// Number of the invariant.
    #[serde(rename = "identity")]
    pub invariant: i64,
    /// The statement in words.
    pub says: &'static str,
    /// The table.
    pub table: String,
    /// The id of the row.
    pub id: i64,
    /// What was found.
    pub found: String,
}

/// Most rows reported for one invariant, so that a badly broken shop still answers.
const NAMED: i64 = 1_000;

/// All invariants: the ledgers, the summary tables, the references, the indexes, and that each row can be read.
pub fn invariants() -> impl Iterator<Item = &'static Invariant> {
    let sums = books::INVARIANTS.iter().chain(sums::INVARIANTS);
    sums.chain(references::INVARIANTS).chain(indexes::INVARIANTS).chain(rows::INVARIANTS)
}

/// The rows that break an invariant, at most 1,000 for each. `zone` is that of the business day.
pub fn broken(db: &Db, zone: chrono_tz::Tz) -> StoreResult<Vec<Broken>> {
    let mut found = Vec::new();
    for invariant in invariants() {
        found.extend(broken_by(db, zone, invariant, NAMED)?);
    }
    Ok(found)
}

/// The rows that break one invariant, at most `limit`.
pub fn broken_by(db: &Db, zone: chrono_tz::Tz, invariant: &Invariant, limit: i64) -> StoreResult<Vec<Broken>> {
    if let Some(rows) = &invariant.rows {
        return unreadable(db, invariant, rows, limit);
    }
    register_business_day(db, zone)?;
    let mut statement = db.conn.prepare(&format!("SELECT * FROM ({}) LIMIT {limit}", invariant.sql))?;
    let rows = statement.query_map([], |row| {
        Ok(Broken {
            invariant: invariant.number,
            says: invariant.says,
            table: row.get(0)?,
            id: row.get(1)?,
            found: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Opens a file and returns the rows that break an invariant. The pages are checked first: queries on damaged pages
/// mean nothing.
///
/// # Errors
/// [`StoreError::Newer`]; [`StoreError::Unfit`] for a file without a shop or with damaged pages.
pub fn broken_in_file(path: &Path, zone: chrono_tz::Tz) -> StoreResult<Vec<Broken>> {
    let db = open_to_read(path)?;
    if migrations::version(&db.conn)? < migrations::current_version() {
        return Err(StoreError::Unfit("the file holds no shop, or one of an older version".to_owned()));
    }
    // One snapshot for all queries, because others may write.
    db.conn.execute_batch("BEGIN")?;
    let sound: String = db.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(StoreError::Unfit(format!("the file is damaged: {sound}")));
    }
    broken(&db, zone)
}

/// Registers the SQL function `business_day(instant)`: SQLite knows offsets but not zones.
fn register_business_day(db: &Db, zone: chrono_tz::Tz) -> StoreResult<()> {
    use rusqlite::functions::FunctionFlags;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    db.conn.create_scalar_function("business_day", 1, flags, move |ctx| {
        // An invalid instant is on no day: the sums of that day then differ, and the row is reported.
        Ok(match ctx.get(0) {
            Ok(Stamp(instant)) => BusinessDay::of(instant, zone).to_string(),
            Err(_) => "no day".to_owned(),
        })
    })?;
    Ok(())
}

#[cfg(test)]
mod tests;
