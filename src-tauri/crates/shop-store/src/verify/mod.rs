//! The shop's identities as queries that must find nothing: what has to be true of the data after every test, every crash
//! and every day.

mod books;
mod indexes;
mod references;
mod rows;
mod sums;

use std::path::Path;

use shop_domain::day::BusinessDay;

use self::rows::{Rows, unreadable};
use crate::db::{Db, Stored};
use crate::error::StoreError;
use crate::migrations;
use crate::open::open_to_read;
use crate::time::Stamp;

/// One identity: its number among the shop's rules, what it says, and the query that finds the rows that break it.
///
/// A query gives the table, the row's id, and what was found there; where the rows of a table are read one after the other,
/// it gives the rows.
pub struct Identity {
    /// Number, 1 to 7.
    pub number: i64,
    /// What has to be true.
    pub says: &'static str,
    /// Finds what breaks it.
    pub sql: &'static str,
    /// How the rows of the query are read, where each of them has to be.
    rows: Option<Rows>,
}

/// A row that breaks an identity.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Broken {
    /// Number of the identity.
    pub identity: i64,
    /// What has to be true.
    pub says: &'static str,
    /// Where it is not.
    pub table: String,
    /// In which row.
    pub id: i64,
    /// What was found.
    pub found: String,
}

/// Rows named for one identity at most; a broken shop should still answer.
const NAMED: i64 = 1_000;

/// All identities: the books, what is kept added up, the references, the indexes, and that each row can be read.
pub fn identities() -> impl Iterator<Item = &'static Identity> {
    let sums = books::IDENTITIES.iter().chain(sums::IDENTITIES);
    sums.chain(references::IDENTITIES).chain(indexes::IDENTITIES).chain(rows::IDENTITIES)
}

/// Every row that breaks an identity, at most 1,000 for each. `zone` is that of the business day.
pub fn broken(db: &Db, zone: chrono_tz::Tz) -> Stored<Vec<Broken>> {
    let mut found = Vec::new();
    for identity in identities() {
        found.extend(broken_by(db, zone, identity, NAMED)?);
    }
    Ok(found)
}

/// The rows that break one identity, at most `limit`.
pub fn broken_by(db: &Db, zone: chrono_tz::Tz, identity: &Identity, limit: i64) -> Stored<Vec<Broken>> {
    if let Some(rows) = &identity.rows {
        return unreadable(db, identity, rows, limit);
    }
    teach_business_day(db, zone)?;
    let mut statement = db.conn.prepare(&format!("SELECT * FROM ({}) LIMIT {limit}", identity.sql))?;
    let rows = statement.query_map([], |row| {
        Ok(Broken {
            identity: identity.number,
            says: identity.says,
            table: row.get(0)?,
            id: row.get(1)?,
            found: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every row that breaks an identity in a file that is opened for this alone. The file itself is looked at first: what its
/// pages say is worth nothing where they are damaged.
///
/// # Errors
/// [`StoreError::Newer`]; [`StoreError::Unfit`] for a file without a shop or with damaged pages.
pub fn broken_in_file(path: &Path, zone: chrono_tz::Tz) -> Stored<Vec<Broken>> {
    let db = open_to_read(path)?;
    if migrations::version(&db.conn)? < migrations::current_version() {
        return Err(StoreError::Unfit("the file holds no shop, or one of an older version".to_owned()));
    }
    // One snapshot for all queries, whoever writes beside them.
    db.conn.execute_batch("BEGIN")?;
    let sound: String = db.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(StoreError::Unfit(format!("the file is damaged: {sound}")));
    }
    broken(&db, zone)
}

/// Gives SQLite the function `business_day(instant)`, which it cannot have by itself: zones are not offsets.
fn teach_business_day(db: &Db, zone: chrono_tz::Tz) -> Stored<()> {
    use rusqlite::functions::FunctionFlags;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    db.conn.create_scalar_function("business_day", 1, flags, move |ctx| {
        // What is no instant is on no day: the sums of that day do not add up then, and the row is told with its words.
        Ok(match ctx.get(0) {
            Ok(Stamp(instant)) => BusinessDay::of(instant, zone).to_string(),
            Err(_) => "no day".to_owned(),
        })
    })?;
    Ok(())
}

#[cfg(test)]
mod tests;
