//! Checks that ids can still grow: SQLite gives out the largest id of a table plus one, or the next of its counter, so
//! a file with an id or a counter near the end of the 64-bit range accepts no more rows.

use shop_domain::limits::MAX_SAFE_INTEGER;

use crate::db::{Db, StoreResult};
use crate::error::StoreError;

/// Refuses a file with ids or counters near the end of the range, or with counters behind the ids of their tables.
///
/// # Errors
/// [`StoreError::Unbalanced`] naming the table.
pub(super) fn refuse_wild_ids(db: &Db) -> StoreResult<()> {
    let tables: Vec<(String, bool)> = db.rows(
        "SELECT name, instr(sql, 'AUTOINCREMENT') > 0 FROM sqlite_schema
         WHERE type = 'table' AND rootpage > 0 AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '*_search_*'",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    for (table, counted) in &tables {
        let last = db.row(&format!("SELECT ifnull(max(rowid), 0) FROM \"{table}\""), [], |row| row.get::<_, i64>(0))?;
        let last = last.unwrap_or_default();
        if last > MAX_SAFE_INTEGER {
            return Err(wild(table, format!("its largest id is {last}")));
        }
        if *counted {
            refuse_wild_counter(db, table, last)?;
        }
    }
    let last_number =
        db.row("SELECT ifnull(max(last_number), 0) FROM order_sequence", [], |row| row.get::<_, i64>(0))?;
    if last_number > Some(MAX_SAFE_INTEGER) {
        return Err(wild("order_sequence", format!("its largest number is {last_number:?}")));
    }
    let uncounted = |name: &String| !tables.iter().any(|(table, counted)| *counted && table == name);
    let counters = db.rows("SELECT CAST(name AS TEXT) FROM sqlite_sequence", [], |row| row.get::<_, String>(0))?;
    match counters.iter().find(|name| uncounted(name)) {
        Some(name) => Err(wild("sqlite_sequence", format!("{name:?} has no counter"))),
        None => Ok(()),
    }
}

fn refuse_wild_counter(db: &Db, table: &str, last: i64) -> StoreResult<()> {
    let counters = db.rows(
        "SELECT typeof(seq) = 'integer' AND seq BETWEEN ?2 AND ?3 FROM sqlite_sequence WHERE name = ?1",
        (table, last, MAX_SAFE_INTEGER),
        |row| row.get::<_, bool>(0),
    )?;
    match counters[..] {
        [true] => Ok(()),
        [] if last == 0 => Ok(()),
        _ => Err(wild(table, format!("the counter of its ids does not follow its largest id, {last}"))),
    }
}

fn wild(table: &str, found: String) -> StoreError {
    StoreError::Unbalanced(format!("{table}: {found}"))
}
