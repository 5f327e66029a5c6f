//! What a copy needs before it may become the shop: today's schema, and that nothing of the time that it does away with is
//! mistaken for something of the time that follows.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::copy::open_copy;
use super::proof::shop_version;
use crate::db::{Db, Stored, Tx};
use crate::open::{open_reader, open_to_read};
use crate::outbox::last_id;
use crate::time::Stamp;

/// The version of the schema in the shop's file, which others may be writing to.
///
/// # Errors
/// [`crate::StoreError::Newer`]; [`crate::StoreError::Unfit`] for a file without a shop.
pub fn version_of(path: &Path) -> Stored<u32> {
    shop_version(&open_to_read(path)?)
}

/// How far a shop has come with what it gives out once and never again.
#[derive(Debug, Clone, Default)]
pub struct Counters {
    /// Tables and their last ids.
    ids: Vec<(String, i64)>,
    /// Business days and their last order numbers.
    order_numbers: Vec<(String, i64)>,
    last_event: i64,
}

impl Counters {
    /// Those of the shop that is about to go. One whose counters are unknown, because its file is lost, has the default.
    pub fn read(live: &Db) -> Stored<Self> {
        Ok(Self {
            ids: pairs(live, "SELECT name, seq FROM sqlite_sequence")?,
            order_numbers: pairs(live, "SELECT day, last_number FROM order_sequence")?,
            last_event: last_id(live)?,
        })
    }
}

/// The counters in the file of a shop that cannot be opened as such, because it cannot be written to or is of a newer program.
pub fn counters_of(path: &Path) -> Stored<Counters> {
    Counters::read(&open_reader(path).or_else(|_| open_copy(path))?)
}

/// Settles a copy that is about to take the place of the shop that had come as far as `live`. Every session in it ends, because one
/// that was ended since would run again. Ids of people and sessions, and the numbers of orders, go on where the live shop is: an
/// access token or a parcel from the time that is done away with must not name somebody else's. Gives the id above which events are
/// new.
pub fn settle(tx: &Tx<'_>, live: &Counters, now: DateTime<Utc>) -> Stored<i64> {
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

/// A name and a number in each row.
fn pairs(db: &Db, sql: &str) -> Stored<Vec<(String, i64)>> {
    db.rows(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Orders whose number lies above `above`, and not above `up_to` where one is given; all from the start where `above` is
/// none. Numbers rise with time and none is given twice, also across a restore.
pub fn orders_after(db: &Db, above: Option<&str>, up_to: Option<&str>) -> Stored<i64> {
    let count = db.row(
        "SELECT count(*) FROM \"order\" WHERE order_number > ?1 AND order_number <= ?2",
        (above.unwrap_or(""), up_to.unwrap_or("~")),
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}
