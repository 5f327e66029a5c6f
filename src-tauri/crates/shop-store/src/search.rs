//! Full-text indexes: the domain makes the tokens that are indexed and the terms that are looked up.
//!
//! Products are indexed as they change. Orders and customers are indexed in batches by a job, so that an order does not
//! wait for it: `search_progress` holds the id up to which an index is complete, and a search reads the rows after that
//! id one by one.

use chrono::{DateTime, Utc};
use shop_domain::catalog::{Query, Term, index_text};

use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// Rows that may stay unindexed, because a search reads them quickly; a batch is indexed if there are more.
pub(crate) const LEFT_UNINDEXED: i64 = 1_000;
/// Rows of one batch; small enough to hold the writer for a few milliseconds at most.
pub(crate) const BATCH: i64 = 250;

/// An index that is filled in batches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Index {
    Orders,
    Users,
    /// Rebuilt after a change of the tokens, up to the last product of that time.
    Products,
}

impl Index {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Orders => "ORDER",
            Self::Users => "USER",
            Self::Products => "PRODUCT",
        }
    }
}

/// The id up to which an index is complete.
pub(crate) fn indexed_through(db: &Db, index: Index) -> StoreResult<i64> {
    let found =
        db.row("SELECT indexed_through FROM search_progress WHERE name = ?1", [index.as_str()], |row| row.get(0))?;
    Ok(found.unwrap_or(0))
}

/// Records that an index is complete up to `to`; `false` if it no longer ended at `from`, because another process has
/// filled it.
pub(crate) fn advance(tx: &Tx<'_>, index: Index, from: i64, to: i64, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "INSERT INTO search_progress (name, indexed_through, rebuilt_through, created_at, updated_at)
         SELECT ?1, ?3, 0, ?4, ?4 WHERE ?2 = 0 OR EXISTS (SELECT 1 FROM search_progress WHERE name = ?1)
         ON CONFLICT (name) DO UPDATE SET indexed_through = excluded.indexed_through, updated_at = excluded.updated_at
         WHERE indexed_through = ?2",
        (index.as_str(), from, to, Stamp(now)),
    )?;
    Ok(changed == 1)
}

/// Whether an index was filled before the tokens of this version.
pub(crate) fn is_of_earlier_tokens(db: &Db, index: Index) -> StoreResult<bool> {
    let found = db.row(
        "SELECT 1 FROM search_progress WHERE name = ?1 AND indexed_through > 0 AND rebuilt_through IS NULL",
        [index.as_str()],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// Begins to fill an index of earlier tokens again; until then a search reads its rows one by one.
pub(crate) fn restart(tx: &Tx<'_>, index: Index, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change(
        "UPDATE search_progress SET rebuilt_through = indexed_through, indexed_through = 0, updated_at = ?2
         WHERE name = ?1 AND rebuilt_through IS NULL",
        (index.as_str(), Stamp(now)),
    )?;
    Ok(())
}

/// Replaces the indexed texts of a product.
pub fn index(tx: &Tx<'_>, product_id: i64, texts: &[&str]) -> StoreResult<()> {
    tx.change(
        "INSERT OR REPLACE INTO product_search (rowid, tokens) VALUES (?1, ?2)",
        (product_id, index_text(texts)),
    )?;
    Ok(())
}

/// The query in the syntax of FTS5. Terms hold letters and digits only, so that quoting them is safe.
pub(crate) fn match_text(query: &Query) -> String {
    query.terms.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

/// As [`match_text`], for rows that have all terms of one of the groups.
pub(crate) fn match_any(groups: &[Vec<Term>]) -> String {
    let group = |terms: &Vec<Term>| format!("({})", terms.iter().map(quoted).collect::<Vec<_>>().join(" AND "));
    groups.iter().map(group).collect::<Vec<_>>().join(" OR ")
}

fn quoted(term: &Term) -> String {
    let star = if term.prefix { "*" } else { "" };
    format!("\"{}\"{star}", term.token)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop_domain::catalog::query_terms;

    #[test]
    fn terms_are_quoted_and_the_beginning_of_one_is_starred() {
        for (typed, expected) in
            [("마우스", "\"b마우\" \"b우스\""), ("가", "\"b가\"*"), ("\" OR NEAR(", "\"bor\" \"bne\" \"bea\" \"bar\"")]
        {
            let query = query_terms(typed).expect("there is something to look for");
            assert_eq!(match_text(&query), expected, "{typed}");
        }
    }
}
