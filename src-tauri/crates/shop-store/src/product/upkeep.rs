//! The two figures that only order lists: the price of the moment, which moves when a sale begins or ends, and the units
//! sold lately; and the index of words, when its tokens have changed. None counts as a change of the product, so that
//! `updated_at` stays.

use chrono::{DateTime, Utc};

use super::change::index_words;
use super::read::by_ids;
use crate::db::{Db, Stored, Tx};
use crate::search::{Index, advance, indexed_through};
use crate::time::Stamp;

/// Brings the price in lists up to date where a sale has begun or ended, at most `limit` products at a time; says how
/// many.
pub fn apply_sales(tx: &Tx<'_>, now: DateTime<Utc>, limit: i64) -> Stored<usize> {
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

/// The popularity of every listed product that has any.
pub fn popularities(db: &Db) -> Stored<Vec<(i64, i64)>> {
    db.rows(
        "SELECT id, popularity FROM product INDEXED BY product_by_popularity
         WHERE state IN ('NORMAL', 'OUT_OF_STOCK') AND popularity > 0",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Writes the popularity of products: id and units.
pub fn set_popularity(tx: &Tx<'_>, figures: &[(i64, i64)]) -> Stored<()> {
    for (id, units) in figures {
        tx.change("UPDATE product SET popularity = ?2 WHERE id = ?1", [id, units])?;
    }
    Ok(())
}

/// At most `limit` products that are to be indexed anew, because an update of the program has changed the tokens.
pub fn to_reindex(db: &Db, limit: i64) -> Stored<Vec<i64>> {
    db.rows(
        "SELECT p.id FROM search_progress s JOIN product p ON p.id > s.indexed_through AND p.id <= s.rebuilt_through
         WHERE s.name = 'PRODUCT' ORDER BY p.id LIMIT ?1",
        [limit],
        |row| row.get(0),
    )
}

/// Indexes at most `limit` of them; says how many.
pub fn reindex_batch(tx: &Tx<'_>, now: DateTime<Utc>, limit: i64) -> Stored<usize> {
    let from = indexed_through(tx, Index::Products)?;
    let ids = to_reindex(tx, limit)?;
    let Some(&to) = ids.last() else { return Ok(0) };
    for product in by_ids(tx, &ids)? {
        index_words(tx, &product)?;
    }
    advance(tx, Index::Products, from, to, now)?;
    Ok(ids.len())
}
