//! Fills the index of orders in batches. Recipient, items and delivery memo of an order never change.
//!
//! An index that was filled before it held items and memos is filled again from the start: `rebuilt_through` is set when
//! that begins, and is never NULL for an index that this version has begun.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::order::order_tokens;

use crate::db::{Db, StoreResult, Tx};
use crate::search::{BATCH, Index, LEFT_UNINDEXED, advance, indexed_through, is_of_earlier_tokens, restart};

/// Orders to be indexed, with their tokens, which are made outside the transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    from: i64,
    orders: Vec<(i64, String)>,
}

/// The next batch, if enough orders are not indexed, or the index has to be filled again.
pub fn next_batch(db: &Db) -> StoreResult<Option<Batch>> {
    let from = indexed_through(db, Index::Orders)?;
    if is_of_earlier_tokens(db, Index::Orders)? {
        return Ok(Some(Batch { from, orders: Vec::new() }));
    }
    let count = "SELECT count(*) FROM (SELECT 1 FROM \"order\" WHERE id > ?1 LIMIT ?2)";
    let left: Option<i64> = db.row(count, [from, LEFT_UNINDEXED], |row| row.get(0))?;
    if left < Some(LEFT_UNINDEXED) { Ok(None) } else { batch_of(db, BATCH).map(Some) }
}

pub(super) fn batch_of(db: &Db, rows: i64) -> StoreResult<Batch> {
    let from = indexed_through(db, Index::Orders)?;
    let orders = db.rows(
        "SELECT id, recipient_name, recipient_phone, delivery_memo,
                (SELECT group_concat(i.product_name || char(10) || coalesce(i.product_name_en, ''), char(10))
                 FROM order_item i WHERE i.order_id = o.id)
         FROM \"order\" o WHERE id > ?1 ORDER BY id LIMIT ?2",
        [from, rows],
        |row| Ok((row.get(0)?, tokens(row)?)),
    )?;
    Ok(Batch { from, orders })
}

fn tokens(row: &Row<'_>) -> rusqlite::Result<String> {
    let names = row.get_ref(4)?.as_str_or_null()?.unwrap_or_default();
    let texts = row.get_ref(3)?.as_str_or_null()?.into_iter().chain(names.lines());
    Ok(order_tokens(row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?, texts))
}

/// Writes a batch; orders that another process has indexed meanwhile are left out.
pub fn index_batch(tx: &Tx<'_>, batch: &Batch, now: DateTime<Utc>) -> StoreResult<()> {
    let Some(&(to, _)) = batch.orders.last() else { return restart(tx, Index::Orders, now) };
    if advance(tx, Index::Orders, batch.from, to, now)? {
        for (id, tokens) in &batch.orders {
            tx.change("INSERT OR REPLACE INTO order_search (rowid, tokens) VALUES (?1, ?2)", (id, tokens))?;
        }
    }
    Ok(())
}
