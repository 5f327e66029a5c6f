//! Lists of products for customers; each page is found by the key at which the one before it ended.

use chrono::{DateTime, Utc};
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, Value};
use shop_domain::catalog::Query;

use super::read::{ProductRow, by_ids, read, with_options};
use super::statements::{self, Sort};
use crate::column;
use crate::db::{Db, StoreResult};
use crate::search::match_text;
use crate::time::Stamp;

/// The index that is scanned: the narrowest for the filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Within {
    /// All products.
    All,
    /// Those of a category.
    Category(String),
    /// Those in a sale that runs now.
    OnSale,
    /// Those with these ids.
    Ids(Vec<i64>),
    /// Those that a search finds.
    Found(Query),
}

/// Filter of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The index.
    pub within: Within,
    /// Only this category.
    pub category: Option<String>,
    /// Lowest price in won.
    pub min_price: Option<i64>,
    /// Highest price in won.
    pub max_price: Option<i64>,
    /// Only products in stock.
    pub in_stock: bool,
    /// Only products in a running sale.
    pub on_sale: bool,
    /// Now.
    pub now: DateTime<Utc>,
}

/// The key at which a page ended: the figure that it is sorted by, and the id.
pub type Key = (i64, i64);

impl Sort {
    /// The key of a product in this order.
    #[must_use]
    pub fn key(self, product: &ProductRow) -> Key {
        let figure = match self {
            Self::Newest => product.id,
            Self::PriceAsc | Self::PriceDesc => product.list_order_price,
            Self::Popular => product.popularity,
        };
        (figure, product.id)
    }

    /// The key before all products.
    fn start(self) -> Key {
        match self {
            Self::PriceAsc => (-1, -1),
            Self::Newest | Self::PriceDesc | Self::Popular => (i64::MAX, i64::MAX),
        }
    }
}

/// A page of at most `limit` products after `after`.
pub fn list(db: &Db, filter: &Filter, sort: Sort, after: Option<Key>, limit: i64) -> StoreResult<Vec<ProductRow>> {
    let sql = match filter.within {
        Within::All => statements::all(sort),
        Within::Category(_) => statements::of_category(sort),
        Within::OnSale => statements::on_sale(sort),
        Within::Ids(_) => statements::with_ids(sort),
        Within::Found(_) => statements::found(sort),
    };
    let (figure, id) = after.unwrap_or(sort.start());
    let params = filter.params(Value::Integer(figure), id, limit);
    with_options(db, db.rows(sql, rusqlite::params_from_iter(params), read)?)
}

/// The key at which a page of a search by relevance ended: the rank, lower is better, and the id.
pub type RankKey = (f64, i64);

/// A product that a search found, with its rank.
#[derive(Debug, Clone, PartialEq)]
pub struct ByRank {
    /// The product.
    pub product: ProductRow,
    /// Its rank; lower is better.
    pub rank: f64,
}

/// The results that are ranked.
const RANKED: i64 = 1_000;
/// What a word of the search that begins a word of the name is worth: more than the terms of any search.
const BEGUN: f64 = 10_000.0;

/// A page of a search: the newest 1,000 found, best first, then the older ones, newest first, with the rank infinity.
/// Those are best in whose name most words of the search begin a word. Empty for another filter.
pub fn search_by_rank(db: &Db, filter: &Filter, after: Option<RankKey>, limit: i64) -> StoreResult<Vec<ByRank>> {
    let Within::Found(query) = &filter.within else { return Ok(Vec::new()) };
    let (rank, id) = after.unwrap_or((f64::NEG_INFINITY, i64::MAX));
    let mut found = if rank == f64::INFINITY { Vec::new() } else { ranked(db, filter, query, (rank, id), limit)? };
    let missing = limit - i64::try_from(found.len()).unwrap_or(limit);
    if missing == 0 {
        return Ok(found);
    }
    let below_id = if rank == f64::INFINITY { Some(id) } else { last_ranked(db, query)? };
    if let Some(below_id) = below_id {
        let older = list(db, filter, Sort::Newest, Some((below_id, below_id)), missing)?;
        found.extend(older.into_iter().map(|product| ByRank { product, rank: f64::INFINITY }));
    }
    Ok(found)
}

/// A page of the newest 1,000 found.
fn ranked(db: &Db, filter: &Filter, query: &Query, after: RankKey, limit: i64) -> StoreResult<Vec<ByRank>> {
    let params = filter.params(Value::Integer(0), 0, RANKED);
    let mut keys = db.rows(statements::TO_RANK, rusqlite::params_from_iter(params), |row| {
        let (name, name_en) = (row.get_ref(2)?.as_str()?, row.get_ref(3)?.as_str_or_null()?.unwrap_or_default());
        let begun = query.words_begun(&[name, name_en]);
        let begun = f64::from(u32::try_from(begun).unwrap_or(u32::MAX));
        Ok((row.get::<_, f64>(1)? - begun * BEGUN, row.get::<_, i64>(0)?))
    })?;
    let in_order = |one: &RankKey, other: &RankKey| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1));
    keys.retain(|key| in_order(&after, key).is_lt());
    keys.sort_unstable_by(in_order);
    keys.truncate(usize::try_from(limit).unwrap_or_default());
    let ids: Vec<_> = keys.iter().map(|(_, id)| *id).collect();
    let products = by_ids(db, &ids)?;
    Ok(products.into_iter().zip(keys).map(|(product, (rank, _))| ByRank { product, rank }).collect())
}

/// The oldest of the newest 1,000 found, if there are as many.
fn last_ranked(db: &Db, query: &Query) -> StoreResult<Option<i64>> {
    db.row(
        "SELECT rowid FROM product_search WHERE product_search MATCH ?1 ORDER BY rowid DESC LIMIT 1 OFFSET 999",
        [match_text(query)],
        |row| row.get(0),
    )
}

/// Number of products in a list, counted up to `most`.
pub fn count(db: &Db, filter: &Filter, most: i64) -> StoreResult<i64> {
    let sql = match filter.within {
        Within::All => statements::COUNT_ALL,
        Within::Category(_) => statements::COUNT_OF_CATEGORY,
        Within::OnSale => statements::COUNT_ON_SALE,
        Within::Ids(_) => statements::COUNT_WITH_IDS,
        Within::Found(_) => statements::COUNT_FOUND,
    };
    let params = filter.params(Value::Integer(0), 0, most);
    Ok(db.row(sql, rusqlite::params_from_iter(params), |row| row.get(0))?.unwrap_or_default())
}

/// The categories of listed products with their numbers of products, by code.
pub fn categories(db: &Db) -> StoreResult<Vec<(String, i64)>> {
    db.rows(
        "SELECT category, count(*) FROM product INDEXED BY product_by_category
         WHERE state IN ('NORMAL', 'OUT_OF_STOCK') GROUP BY category ORDER BY category",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The names of all products that are not deleted. It scans the table; a page must not call it.
pub fn names(db: &Db) -> StoreResult<Vec<String>> {
    db.rows("SELECT name FROM product WHERE state <> 'DELETED'", [], |row| row.get(0))
}

impl Filter {
    /// The parameters in the order of the statements.
    fn params(&self, figure: Value, id: i64, limit: i64) -> [Value; 9] {
        let within = match &self.within {
            Within::All => Value::Null,
            Within::Category(category) => Value::Text(category.clone()),
            Within::OnSale => self.now(),
            Within::Ids(ids) => Value::Text(column::id_list(ids)),
            Within::Found(query) => Value::Text(match_text(query)),
        };
        [
            figure,
            id.into(),
            limit.into(),
            within,
            self.category.clone().into(),
            self.min_price.into(),
            self.max_price.into(),
            self.in_stock.then_some(1).into(),
            if self.on_sale { self.now() } else { Value::Null },
        ]
    }

    fn now(&self) -> Value {
        match Stamp(self.now).to_sql() {
            Ok(ToSqlOutput::Owned(value)) => value,
            _ => Value::Null,
        }
    }
}
