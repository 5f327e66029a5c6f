//! The schema's history: numbered SQL, forward only, each step in a transaction of its own with its number.
//!
//! A file from a newer version is refused before anything is written to it.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::StoreError;

/// The steps in order; the version of a file is how many of them it has seen (`PRAGMA user_version`).
const STEPS: &[&str] = &[
    include_str!("0001_shop.sql"),
    include_str!("0002_product_by_place.sql"),
    include_str!("0003_order_item_buyer.sql"),
    include_str!("0008_outbox_order.sql"),
];

/// The version that this program writes.
#[must_use]
pub fn current_version() -> u32 {
    STEPS.len() as u32
}

/// Refuses a file that a newer program has written, reading only.
///
/// # Errors
/// [`StoreError::Newer`] for such a file; anything SQLite refuses, among them a file that is no database.
pub(crate) fn refuse_newer(conn: &Connection) -> Result<(), StoreError> {
    let found = version(conn)?;
    if found > current_version() {
        return Err(StoreError::Newer { found, known: current_version() });
    }
    Ok(())
}

/// Brings the file to [`current_version`]. Two processes may do so at once: each step looks again under the write lock.
///
/// # Errors
/// Anything SQLite refuses; the step it happened in is then undone.
pub(crate) fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    while version(conn)? < current_version() {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = version(&tx)?;
        if let Some(step) = STEPS.get(done as usize) {
            tx.execute_batch(step)?;
            tx.pragma_update(None, "user_version", done + 1)?;
        }
        tx.commit()?;
    }
    Ok(())
}

/// Refuses a file whose tables, indexes or triggers are not those that the steps make: what is not ours must not run here.
///
/// # Errors
/// [`StoreError::Unfit`] for such a file; anything SQLite refuses.
pub(crate) fn refuse_other(conn: &Connection) -> Result<(), StoreError> {
    let mut own = Connection::open_in_memory()?;
    migrate(&mut own)?;
    if schema(conn)? == schema(&own)? {
        return Ok(());
    }
    Err(StoreError::Unfit("the tables in the file are not those of this program".to_owned()))
}

/// All that is defined, but for what SQLite keeps for itself.
fn schema(conn: &Connection) -> Result<Vec<(String, Option<String>)>, StoreError> {
    let mut all = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name")?;
    let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn version(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_earlier_version_comes_to_the_same_schema() {
        let mut fresh = Connection::open_in_memory().expect("a database");
        migrate(&mut fresh).expect("a new file");
        for version in 1..current_version() {
            let mut old = Connection::open_in_memory().expect("a database");
            for step in &STEPS[..version as usize] {
                old.execute_batch(step).expect("the steps of its time");
            }
            old.pragma_update(None, "user_version", version).expect("its version");
            refuse_other(&old).expect_err("the schema is not today's");
            migrate(&mut old).expect("it comes up");
            refuse_other(&old).expect("it is as a new file");
            assert_eq!(super::version(&old).expect("it has one"), current_version(), "from version {version}");
        }
    }
}
