//! The list of products for admins: all states, more filters than customers have, fewer orders. Each combination of
//! index and order has one statement; ids are sorted, and whole rows are read only for the page.
//!
//! Parameters: 1 and 2 are the key after which the page begins, 3 the rows wanted, 4 the search, 5 the state, 6 the
//! category, 7 the most units of a level for the list of short stock, 8 whether thresholds of products take its place, 9 the
//! ids of products that a code has found.

use rusqlite::types::Value;
use shop_domain::catalog::{ProductState, Query};

use super::list::Key;
use super::read::{ProductRow, read, with_options};
use super::statements::{Sort, product_columns};
use crate::column;
use crate::db::{Db, StoreResult};
use crate::search::match_text;

/// Filter of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AdminFilter {
    /// Only results of this search; of more than 10,000 the latest.
    pub query: Option<Query>,
    /// Only this state; all but deleted ones if `None`.
    pub state: Option<ProductState>,
    /// Only this category.
    pub category: Option<String>,
    /// Only products with a sellable level of at most this many units; at most 100.
    pub most_units: Option<i64>,
    /// Whether a product's own threshold takes the place of `most_units`.
    pub by_threshold: bool,
    /// Without a search: only these products. With one: also these.
    pub coded: Option<Vec<i64>>,
}

/// The key of a product in this list. Prices are those without a sale, which the admin edits.
#[must_use]
pub fn admin_key(sort: Sort, product: &ProductRow) -> Key {
    let figure = match sort {
        Sort::Newest => product.id,
        Sort::PriceAsc | Sort::PriceDesc => product.list_price.get(),
        Sort::Popular => product.popularity,
    };
    (figure, product.id)
}

/// A page of at most `limit` products after `after`, and the number of products after it, if the statement reads all of
/// them anyway: for a search, and for short stock.
pub fn list_for_admin(
    db: &Db,
    filter: &AdminFilter,
    sort: Sort,
    after: Option<Key>,
    limit: i64,
) -> StoreResult<(Vec<ProductRow>, Option<i64>)> {
    let sql = match filter {
        AdminFilter { query: Some(_), most_units: Some(_), .. } => short_found(sort),
        AdminFilter { query: Some(_), coded: Some(_), .. } => found_or_coded(sort),
        AdminFilter { query: Some(_), .. } => found(sort),
        AdminFilter { coded: Some(_), .. } => coded(sort),
        AdminFilter { most_units: Some(_), .. } => short(sort),
        AdminFilter { category: Some(_), .. } => of_category(sort),
        AdminFilter { state: None, .. } if sort == Sort::Newest => NEWEST,
        _ => figures(sort),
    };
    let start = if sort == Sort::PriceAsc { (-1, -1) } else { (i64::MAX, i64::MAX) };
    let params = rusqlite::params_from_iter(filter.params(after.unwrap_or(start), limit));
    let mut total = None;
    let products = db.rows(sql, params, |row| {
        total = row.get("total")?;
        read(row)
    })?;
    Ok((with_options(db, products)?, total))
}

/// Number of products in a list without a search and without short stock, counted up to `most`.
pub fn count_for_admin(db: &Db, filter: &AdminFilter, most: i64) -> StoreResult<i64> {
    let sql = if filter.category.is_some() { COUNT_OF_CATEGORY } else { COUNT_FIGURES };
    let params = rusqlite::params_from_iter(filter.params((0, 0), most));
    Ok(db.row(sql, params, |row| row.get(0))?.unwrap_or_default())
}

impl AdminFilter {
    fn params(&self, (figure, id): Key, limit: i64) -> [Value; 9] {
        [
            figure.into(),
            id.into(),
            limit.into(),
            self.query.as_ref().map(match_text).into(),
            self.state.map(|state| state.as_str().to_owned()).into(),
            self.category.clone().into(),
            self.most_units.into(),
            self.by_threshold.into(),
            self.coded.as_deref().map(column::id_list).into(),
        ]
    }
}

/// The conditions of every statement. Every statement has all parameters, so that they are bound alike.
macro_rules! admin_conditions {
    () => {
        "p.state = coalesce(?5, p.state) AND (?5 IS NOT NULL OR p.state <> 'DELETED')
         AND (?6 IS NULL OR p.category = ?6) AND ?7 IS ?7 AND ?8 IS ?8 AND ?9 IS ?9"
    };
}

/// A page from one index in one order; `$total` computes the total.
macro_rules! page {
    ($from:expr, $total:literal, $after:literal, $order:literal) => {
        concat!(
            "SELECT ",
            product_columns!(),
            ", page.total AS total FROM (SELECT p.id AS id, ",
            $total,
            " AS total FROM ",
            $from,
            " WHERE ",
            $after,
            " AND ",
            admin_conditions!(),
            " ORDER BY ",
            $order,
            " LIMIT ?3) page CROSS JOIN product p ON p.id = page.id ORDER BY ",
            $order
        )
    };
}

macro_rules! in_each_order {
    ($sort:expr, $from:expr, $total:literal) => {
        match $sort {
            Sort::Newest => page!($from, $total, "p.id < ?2", "p.id DESC"),
            Sort::PriceAsc => page!($from, $total, "(p.price, p.id) > (?1, ?2)", "p.price, p.id"),
            Sort::PriceDesc => page!($from, $total, "(p.price, p.id) < (?1, ?2)", "p.price DESC, p.id DESC"),
            Sort::Popular => page!($from, $total, "(p.popularity, p.id) < (?1, ?2)", "p.popularity DESC, p.id DESC"),
        }
    };
}

macro_rules! count {
    ($from:expr) => {
        concat!("SELECT count(*) FROM (SELECT 1 FROM ", $from, " WHERE ", admin_conditions!(), " LIMIT ?3)")
    };
}

macro_rules! by_figures {
    () => {
        "product p INDEXED BY product_figures"
    };
}

macro_rules! by_category {
    () => {
        "(SELECT ?6 AS category) f CROSS JOIN product p INDEXED BY product_figures ON p.category = f.category"
    };
}

macro_rules! by_search {
    () => {
        "(SELECT rowid AS id FROM product_search WHERE product_search MATCH ?4 ORDER BY rowid DESC LIMIT 10000) f
         CROSS JOIN product p INDEXED BY product_by_place ON p.list_place = f.id"
    };
}

/// What the search finds, and what a code has found.
macro_rules! by_search_or_code {
    () => {
        "(SELECT id FROM (SELECT rowid AS id FROM product_search WHERE product_search MATCH ?4
                          ORDER BY rowid DESC LIMIT 10000)
          UNION SELECT value FROM json_each(?9)) f
         CROSS JOIN product p INDEXED BY product_by_place ON p.list_place = f.id"
    };
}

macro_rules! by_code {
    () => {
        "json_each(?9) f CROSS JOIN product p INDEXED BY product_by_place ON p.list_place = f.value"
    };
}

/// Whether level `s` with its option `o` is sellable.
macro_rules! sellable_level {
    () => {
        "CASE WHEN s.product_option_id IS NULL
              THEN NOT EXISTS (SELECT 1 FROM product_option x
                               WHERE x.product_id = s.product_id AND x.state <> 'DELETED')
              ELSE o.state = 'NORMAL' END"
    };
}
pub(crate) use sellable_level;

/// A level is sellable if its option is on sale, or if it is that of a product without options. Grouping by id makes
/// the products be looked up in id order. Products with a threshold of their own are few, and looked at one by one.
macro_rules! by_shortage {
    () => {
        concat!(
            "(SELECT id FROM (
                 SELECT s.product_id AS id
                 FROM stock s INDEXED BY stock_short LEFT JOIN product_option o ON o.id = s.product_option_id
                 WHERE s.available_quantity <= ?7 AND s.available_quantity <= 100 AND ",
            sellable_level!(),
            " AND (NOT ?8 OR NOT EXISTS (SELECT 1 FROM product q INDEXED BY product_low_stock
                                         WHERE q.id = s.product_id AND q.low_stock_threshold IS NOT NULL))
                 UNION ALL
                 SELECT s.product_id
                 FROM product q INDEXED BY product_low_stock CROSS JOIN stock s ON s.product_id = q.id
                 LEFT JOIN product_option o ON o.id = s.product_option_id
                 WHERE ?8 AND q.low_stock_threshold IS NOT NULL AND s.available_quantity <= q.low_stock_threshold AND ",
            sellable_level!(),
            ") GROUP BY id) f CROSS JOIN product p INDEXED BY product_by_place ON p.list_place = f.id"
        )
    };
}

/// Few products are short: these are scanned, and the search tells which of them it finds.
macro_rules! by_shortage_and_search {
    () => {
        concat!(
            by_shortage!(),
            " AND p.id IN (SELECT id FROM (SELECT rowid AS id FROM product_search WHERE product_search MATCH ?4
                                           ORDER BY rowid DESC LIMIT 10000)
                           UNION SELECT value FROM json_each(?9))"
        )
    };
}

/// Without a filter the newest are those with the highest ids, and nothing is sorted.
const NEWEST: &str = page!("product p NOT INDEXED", "NULL", "p.id < ?2", "p.id DESC");
const COUNT_FIGURES: &str = count!(by_figures!());
const COUNT_OF_CATEGORY: &str = count!(by_category!());

fn figures(sort: Sort) -> &'static str {
    in_each_order!(sort, by_figures!(), "NULL")
}

fn of_category(sort: Sort) -> &'static str {
    in_each_order!(sort, by_category!(), "NULL")
}

fn found(sort: Sort) -> &'static str {
    in_each_order!(sort, by_search!(), "count(*) OVER ()")
}

fn found_or_coded(sort: Sort) -> &'static str {
    in_each_order!(sort, by_search_or_code!(), "count(*) OVER ()")
}

fn coded(sort: Sort) -> &'static str {
    in_each_order!(sort, by_code!(), "count(*) OVER ()")
}

fn short(sort: Sort) -> &'static str {
    in_each_order!(sort, by_shortage!(), "count(*) OVER ()")
}

fn short_found(sort: Sort) -> &'static str {
    in_each_order!(sort, by_shortage_and_search!(), "count(*) OVER ()")
}
