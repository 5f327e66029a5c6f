//! The invariants of the data as queries that must find nothing: they hold after every test, every crash and every day.

mod books;
mod indexes;
mod references;
mod refunds;
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
use crate::wal_limit::WalLimit;

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

/// All rows that break one invariant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    /// Number of the invariant.
    pub invariant: i64,
    /// The statement in words.
    pub says: &'static str,
    /// The first rows, as many as were asked for.
    pub rows: Vec<Broken>,
    /// How many rows break it.
    pub count: i64,
}

impl Findings {
    fn none(invariant: &Invariant) -> Self {
        Self { invariant: invariant.number, says: invariant.says, rows: Vec::new(), count: 0 }
    }

    /// Counts a row, and keeps it if it is one of the first `limit`.
    fn add(&mut self, limit: usize, broken: impl FnOnce() -> rusqlite::Result<Broken>) -> rusqlite::Result<()> {
        self.count += 1;
        if self.rows.len() < limit {
            self.rows.push(broken()?);
        }
        Ok(())
    }
}

impl std::fmt::Display for Findings {
    /// The number of rows and the first places.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "invariant {}: {}", self.invariant, self.says)?;
        write!(f, ", broken by {} row{}: ", self.count, if self.count == 1 { "" } else { "s" })?;
        let places = self.rows.iter().map(|Broken { table, id, found, .. }| format!("{table} {id}: {found}"));
        let mut places: Vec<_> = places.collect();
        if self.count > places.len() as i64 {
            places.push("…".to_owned());
        }
        f.write_str(&places.join(" | "))
    }
}

/// Most rows reported for one invariant, so that a badly broken shop still answers.
const NAMED: usize = 1_000;

/// All invariants: the ledgers, the summary tables, the references, the indexes, and that each row can be read.
pub fn invariants() -> impl Iterator<Item = &'static Invariant> {
    let sums = books::INVARIANTS.iter().chain(refunds::INVARIANTS).chain(sums::INVARIANTS);
    sums.chain(references::INVARIANTS).chain(indexes::INVARIANTS).chain(rows::INVARIANTS)
}

/// The broken invariants, each with its first 1,000 rows. `zone` is that of the business day.
pub fn broken(db: &Db, zone: chrono_tz::Tz) -> StoreResult<Vec<Findings>> {
    broken_while(db, zone, || Ok(()))
}

/// As [`broken`], until `go_on` refuses; it is called before each invariant.
fn broken_while(
    db: &Db,
    zone: chrono_tz::Tz,
    mut go_on: impl FnMut() -> StoreResult<()>,
) -> StoreResult<Vec<Findings>> {
    let mut broken = Vec::new();
    for invariant in invariants() {
        go_on()?;
        broken.push(broken_by(db, zone, invariant, NAMED)?);
    }
    broken.retain(|findings| findings.count > 0);
    Ok(broken)
}

/// The rows that break one invariant, the first `limit` of them by name.
pub fn broken_by(db: &Db, zone: chrono_tz::Tz, invariant: &Invariant, limit: usize) -> StoreResult<Findings> {
    if let Some(rows) = &invariant.rows {
        return unreadable(db, invariant, rows, limit);
    }
    register_business_day(db, zone)?;
    let mut findings = Findings::none(invariant);
    let Invariant { number, says, sql, .. } = *invariant;
    let mut statement = db.conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        findings.add(limit, || {
            Ok(Broken { invariant: number, says, table: row.get(0)?, id: row.get(1)?, found: row.get(2)? })
        })?;
    }
    Ok(findings)
}

/// Opens a file and returns the broken invariants, with what `also` finds in the same snapshot; it asks between its reads whether
/// it may go on. The pages are checked first: queries on damaged pages mean nothing.
///
/// # Errors
/// [`StoreError::Newer`]; [`StoreError::Unfit`] for a file without a shop or with damaged pages; [`StoreError::GaveWay`]
/// if its WAL grows beyond `wal_ceiling_bytes` meanwhile.
pub fn broken_in_file(
    path: &Path,
    zone: chrono_tz::Tz,
    wal_ceiling_bytes: u64,
    also: impl FnOnce(&Db, &dyn Fn() -> StoreResult<()>) -> StoreResult<Findings>,
) -> StoreResult<Vec<Findings>> {
    let limit = WalLimit::begin(path, wal_ceiling_bytes);
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
    let mut broken = broken_while(&db, zone, || limit.go_on())?;
    broken.push(also(&db, &|| limit.go_on())?);
    broken.retain(|findings| findings.count > 0);
    Ok(broken)
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
mod deposit_tests;
#[cfg(test)]
mod fee_tests;
#[cfg(test)]
mod refund_tests;
#[cfg(test)]
mod tests;
