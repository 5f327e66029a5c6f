//! Maintenance by jobs: the two figures that only order lists (the current price, which changes when a sale begins or
//! ends, and the units sold lately), and the search index after a change of the tokens. None of them is a change of the
//! product, so `updated_at` stays.

use chrono::{DateTime, Utc};

use super::change::index_words;
use super::read::by_ids;
use crate::db::{Db, StoreResult, Tx};
use crate::search::{Index, advance, indexed_through};
use crate::time::Stamp;

/// Updates the list price of at most `limit` products after a sale has begun or ended; returns how many.
pub fn apply_sales(tx: &Tx<'_>, now: DateTime<Utc>, limit: i64) -> StoreResult<usize> {
    tx.change(
        "UPDATE product SET list_order_price = due.price
         FROM (SELECT id, price FROM (
                   SELECT id, list_order_price AS shown,
                          CASE WHEN sale_begins_at <= ?1 AND ?1 < sale_ends_at
                               THEN price * (100 - sale_rate) / 100 ELSE price END AS price
                   FROM product INDEXED BY product_by_sale WHERE sale_rate IS NOT NULL)
               WHERE shown <> price LIMIT ?2) due
         WHERE product.id = due.id",
        (Stamp(now), limit),
    )
}

/// The popularity of every listed product that is above 0.
pub fn popularities(db: &Db) -> StoreResult<Vec<(i64, i64)>> {
    db.rows(
        "SELECT id, popularity FROM product INDEXED BY product_by_popularity
         WHERE state IN ('NORMAL', 'OUT_OF_STOCK') AND popularity > 0",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Sets the popularity of products: id and units.
pub fn set_popularity(tx: &Tx<'_>, figures: &[(i64, i64)]) -> StoreResult<()> {
    for (id, units) in figures {
        tx.change("UPDATE product SET popularity = ?2 WHERE id = ?1", [id, units])?;
    }
    Ok(())
}

/// Ids of at most `limit` products to be indexed again, because an update of the program has changed the tokens.
pub fn to_reindex(db: &Db, limit: i64) -> StoreResult<Vec<i64>> {
    db.rows(
        "SELECT p.id FROM search_progress s JOIN product p ON p.id > s.indexed_through AND p.id <= s.rebuilt_through
         WHERE s.name = 'PRODUCT' ORDER BY p.id LIMIT ?1",
        [limit],
        |row| row.get(0),
    )
}

/// Indexes at most `limit` of them; returns how many.
pub fn reindex_batch(tx: &Tx<'_>, now: DateTime<Utc>, limit: i64) -> StoreResult<usize> {
    let from = indexed_through(tx, Index::Products)?;
    let ids = to_reindex(tx, limit)?;
    let Some(&to) = ids.last() else { return Ok(0) };
    for product in by_ids(tx, &ids)? {
        index_words(tx, &product)?;
    }
    advance(tx, Index::Products, from, to, now)?;
    Ok(ids.len())
}
