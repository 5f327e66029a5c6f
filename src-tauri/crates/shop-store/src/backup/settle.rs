//! Prepares a copy that replaces the shop: ids and numbers that were given out since the copy must not be given out
//! again.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::copy::open_copy;
use super::proof::shop_version;
use crate::db::{Db, StoreResult, Tx};
use crate::open::{open_reader, open_to_read};
use crate::outbox::last_id;
use crate::time::Stamp;

/// The version of the schema in the shop's file, which may be written to meanwhile.
///
/// # Errors
/// [`crate::StoreError::Newer`]; [`crate::StoreError::Unfit`] for a file without a shop.
pub fn version_of(path: &Path) -> StoreResult<u32> {
    shop_version(&open_to_read(path)?)
}

/// The last ids and numbers that a shop has given out.
#[derive(Debug, Clone, Default)]
pub struct Counters {
    /// Tables and their last ids.
    ids: Vec<(String, i64)>,
    /// Business days and their last order numbers.
    order_numbers: Vec<(String, i64)>,
    last_event: i64,
}

impl Counters {
    /// Reads the counters of the shop to be replaced. Use the default if its file is lost.
    pub fn read(live: &Db) -> StoreResult<Self> {
        Ok(Self {
            ids: pairs(live, "SELECT name, seq FROM sqlite_sequence")?,
            order_numbers: pairs(live, "SELECT day, last_number FROM order_sequence")?,
            last_event: last_id(live)?,
        })
    }

    /// Reads the counters that also count where another shop takes the place of this one: those of users and sessions.
    pub fn of_sessions(live: &Db) -> StoreResult<Self> {
        let ids = pairs(live, "SELECT name, seq FROM sqlite_sequence WHERE name IN ('user', 'session')")?;
        Ok(Self { ids, ..Self::default() })
    }
}

/// The counters of a shop that cannot be opened as such, because it is read-only or of a newer version.
pub fn counters_of(path: &Path) -> StoreResult<Counters> {
    Counters::read(&open_reader(path).or_else(|_| open_copy(path))?)
}

/// Prepares a copy to replace the shop that has given out the counters `live`. All its sessions end, because one that
/// was ended since the copy would run again. Ids of users and sessions and order numbers continue after those of the
/// live shop: an old access token or parcel label must not name a new user or order. Returns the id above which events
/// are new.
pub fn settle(tx: &Tx<'_>, live: &Counters, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.change("UPDATE session SET state = 'DELETED', updated_at = ?1 WHERE state = 'NORMAL'", [Stamp(now)])?;
    for (table, last) in &live.ids {
        let known = tx.change("UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1", (table, last))?;
        if known == 0 {
            tx.change("INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)", (table, last))?;
        }
    }
    for (day, last) in &live.order_numbers {
        tx.change(
            "INSERT INTO order_sequence (day, last_number, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)
             ON CONFLICT (day) DO UPDATE SET last_number = excluded.last_number, updated_at = excluded.updated_at
             WHERE excluded.last_number > last_number",
            (day, last, Stamp(now)),
        )?;
    }
    Ok(live.last_event.max(last_id(tx)?))
}

/// Pairs of a name and a number.
fn pairs(db: &Db, sql: &str) -> StoreResult<Vec<(String, i64)>> {
    db.rows(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Number of orders with a number above `above` and, if given, not above `up_to`; from the first order if `above` is
/// `None`. Numbers rise with time and none is given twice, also across a restore.
pub fn orders_after(db: &Db, above: Option<&str>, up_to: Option<&str>) -> StoreResult<i64> {
    let count = db.row(
        "SELECT count(*) FROM \"order\" WHERE order_number > ?1 AND order_number <= ?2",
        (above.unwrap_or(""), up_to.unwrap_or("~")),
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}
