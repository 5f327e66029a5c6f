//! Fills the index of recipients in batches. The recipient of an order never changes.

use chrono::{DateTime, Utc};
use shop_domain::order::recipient_tokens;

use crate::db::{Db, StoreResult, Tx};
use crate::search::{BATCH, Index, LEFT_UNINDEXED, advance, indexed_through};

/// Orders to be indexed, with their tokens, which are made outside the transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    from: i64,
    orders: Vec<(i64, String)>,
}

/// The next batch, if enough orders are not indexed.
pub fn next_batch(db: &Db) -> StoreResult<Option<Batch>> {
    let from = indexed_through(db, Index::Orders)?;
    let count = "SELECT count(*) FROM (SELECT 1 FROM \"order\" WHERE id > ?1 LIMIT ?2)";
    let left: Option<i64> = db.row(count, [from, LEFT_UNINDEXED], |row| row.get(0))?;
    if left < Some(LEFT_UNINDEXED) { Ok(None) } else { batch_of(db, BATCH).map(Some) }
}

pub(super) fn batch_of(db: &Db, rows: i64) -> StoreResult<Batch> {
    let from = indexed_through(db, Index::Orders)?;
    let orders = db.rows(
        "SELECT id, recipient_name, recipient_phone FROM \"order\" WHERE id > ?1 ORDER BY id LIMIT ?2",
        [from, rows],
        |row| Ok((row.get(0)?, recipient_tokens(row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?))),
    )?;
    Ok(Batch { from, orders })
}

/// Writes a batch; orders that another process has indexed meanwhile are left out.
pub fn index_batch(tx: &Tx<'_>, batch: &Batch, now: DateTime<Utc>) -> StoreResult<()> {
    let Some(&(to, _)) = batch.orders.last() else { return Ok(()) };
    if advance(tx, Index::Orders, batch.from, to, now)? {
        for (id, tokens) in &batch.orders {
            tx.change("INSERT INTO order_search (rowid, tokens) VALUES (?1, ?2)", (id, tokens))?;
        }
    }
    Ok(())
}
