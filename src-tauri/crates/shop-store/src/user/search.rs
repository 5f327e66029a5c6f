//! Finding customers by any part of name, e-mail address or telephone number.

use std::ops::ControlFlow;

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::order::{OrderWords, customer_tokens};

use crate::db::{Db, StoreResult, Tx};
use crate::search::{BATCH, Index, LEFT_UNINDEXED, advance, indexed_through, match_any};

/// The ids of at most `limit` users that match the words, in no order.
pub(crate) fn matching(db: &Db, words: &OrderWords, limit: usize) -> StoreResult<Vec<i64>> {
    let mut found = Vec::new();
    let mut take = |row: &Row<'_>| {
        if is_match(words, row)? {
            found.push(row.get(0)?);
        }
        Ok(if found.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    };
    let is_at_end = db.each(
        "SELECT u.id, u.name, u.email, u.phone FROM user_search f CROSS JOIN user u ON u.id = f.rowid
         WHERE f.user_search MATCH ?1",
        [match_any(&words.customer_terms())],
        &mut take,
    )?;
    if is_at_end {
        let not_indexed = "SELECT id, name, email, phone FROM user WHERE id > ?1";
        db.each(not_indexed, [indexed_through(db, Index::Users)?], &mut take)?;
    }
    Ok(found)
}

/// Whether a user matches the words; `false` if there is no such user.
pub(crate) fn is_found_in(db: &Db, words: &OrderWords, id: i64) -> StoreResult<bool> {
    let found = db.row("SELECT id, name, email, phone FROM user WHERE id = ?1", [id], |row| is_match(words, row))?;
    Ok(found.unwrap_or(false))
}

fn is_match(words: &OrderWords, row: &Row<'_>) -> rusqlite::Result<bool> {
    let (name, email) = (row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?);
    Ok(words.is_in_customer(name, email, row.get_ref(3)?.as_str_or_null()?))
}

/// Whether enough users are not indexed yet for another batch.
pub fn is_batch_ready(db: &Db) -> StoreResult<bool> {
    let from = indexed_through(db, Index::Users)?;
    let count = "SELECT count(*) FROM (SELECT 1 FROM user WHERE id > ?1 LIMIT ?2)";
    Ok(db.row(count, [from, LEFT_UNINDEXED], |row| row.get::<_, i64>(0))? == Some(LEFT_UNINDEXED))
}

/// Indexes the next batch of users if there are enough for one; returns whether it did.
pub fn index_batch(tx: &Tx<'_>, now: DateTime<Utc>) -> StoreResult<bool> {
    if !is_batch_ready(tx)? {
        return Ok(false);
    }
    let from = indexed_through(tx, Index::Users)?;
    let users =
        tx.rows("SELECT id, name, email, phone FROM user WHERE id > ?1 ORDER BY id LIMIT ?2", [from, BATCH], |row| {
            Ok((row.get(0)?, tokens(row)?))
        })?;
    let Some(&(to, _)) = users.last() else { return Ok(false) };
    for (id, tokens) in &users {
        put(tx, *id, tokens)?;
    }
    advance(tx, Index::Users, from, to, now)
}

/// Updates the index after a change of a user's name, e-mail address or telephone number. A user that is not indexed
/// yet is left to the batch.
pub(super) fn reindex(tx: &Tx<'_>, id: i64) -> StoreResult<()> {
    if id > indexed_through(tx, Index::Users)? {
        return Ok(());
    }
    match tx.row("SELECT id, name, email, phone FROM user WHERE id = ?1", [id], tokens)? {
        Some(tokens) => put(tx, id, &tokens),
        None => Ok(()),
    }
}

fn tokens(row: &Row<'_>) -> rusqlite::Result<String> {
    let (name, email) = (row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?);
    Ok(customer_tokens(name, email, row.get_ref(3)?.as_str_or_null()?))
}

fn put(tx: &Tx<'_>, id: i64, tokens: &str) -> StoreResult<()> {
    tx.change("INSERT OR REPLACE INTO user_search (rowid, tokens) VALUES (?1, ?2)", (id, tokens))?;
    Ok(())
}
