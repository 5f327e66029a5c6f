//! The statements of the product lists. Each combination of index and order has a statement of its own, a literal that
//! names the index, so that its plan is fixed; only the remaining filters are optional.
//!
//! Parameters: 1 and 2 are the key after which the page begins, 3 the rows wanted, 4 the value of the index, 5
//! category, 6 lowest and 7 highest price, 8 set for products in stock, 9 the instant for products on sale.

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Latest first.
    Newest,
    /// Cheapest first.
    PriceAsc,
    /// Dearest first.
    PriceDesc,
    /// Most sold first.
    Popular,
}

/// The columns of [`super::read::read`]. `$table` is the alias of `product`, which is its own name in a RETURNING clause;
/// `$html` is the long description, which lists leave out.
macro_rules! product_columns {
    () => {
        product_columns!("p", "NULL")
    };
    ($table:literal, $html:literal) => {
        concat!(
            $table,
            ".id, ",
            $table,
            ".state, ",
            $table,
            ".name, ",
            $table,
            ".name_en, ",
            $table,
            ".description, ",
            $table,
            ".description_en, ",
            $table,
            ".category, ",
            $table,
            ".price, ",
            $table,
            ".sale_rate, ",
            $table,
            ".sale_begins_at, ",
            $table,
            ".sale_ends_at, ",
            $table,
            ".limited_quantity, ",
            $table,
            ".image, ",
            $table,
            ".list_order_price, ",
            $table,
            ".popularity, ",
            $table,
            ".created_at, ",
            $table,
            ".updated_at, ",
            "coalesce((SELECT s.available_quantity FROM stock s WHERE s.product_id = ",
            $table,
            ".id AND ifnull(s.product_option_id, 0) = 0), 0), ",
            $html,
            ", ",
            $table,
            ".low_stock_threshold, ",
            $table,
            ".more_images"
        )
    };
}
pub(crate) use product_columns;

/// The conditions of every list. The unary plus keeps the planner from using an index of the price.
macro_rules! listed {
    () => {
        "p.state IN ('NORMAL', 'OUT_OF_STOCK')
         AND (?5 IS NULL OR p.category = ?5)
         AND (?6 IS NULL OR +p.list_order_price >= ?6) AND (?7 IS NULL OR +p.list_order_price <= ?7)
         AND (?8 IS NULL OR p.state = 'NORMAL' AND EXISTS (
             SELECT 1 FROM stock s LEFT JOIN product_option o ON o.id = s.product_option_id
             WHERE s.product_id = p.id AND s.available_quantity > 0
               AND CASE WHEN s.product_option_id IS NULL
                        THEN NOT EXISTS (SELECT 1 FROM product_option x
                                         WHERE x.product_id = p.id AND x.state <> 'DELETED')
                        ELSE o.state = 'NORMAL' END))
         AND (?9 IS NULL OR p.sale_begins_at <= ?9 AND ?9 < p.sale_ends_at)"
    };
}

/// The four orders of one index; `$page` builds a page.
macro_rules! in_each_order {
    ($page:ident, $sort:expr, newest $newest:literal, price $price:literal, popular $popular:literal, $filter:literal) => {
        match $sort {
            Sort::Newest => $page!($newest, $filter, "p.id < ?2 AND ?1 = ?1", "p.id DESC"),
            Sort::PriceAsc => {
                $page!(
                    $price,
                    $filter,
                    "(p.list_order_price, p.list_place) > (?1, ?2)",
                    "p.list_order_price, p.list_place"
                )
            }
            Sort::PriceDesc => {
                $page!(
                    $price,
                    $filter,
                    "(p.list_order_price, p.list_place) < (?1, ?2)",
                    "p.list_order_price DESC, p.list_place DESC"
                )
            }
            Sort::Popular => {
                $page!(
                    $popular,
                    $filter,
                    "(p.popularity, p.list_place) < (?1, ?2)",
                    "p.popularity DESC, p.list_place DESC"
                )
            }
        }
    };
}

/// A page in the order of an index.
macro_rules! ordered {
    ($from:literal, $filter:literal, $after:literal, $order:literal) => {
        concat!(
            "SELECT ",
            product_columns!(),
            " FROM ",
            $from,
            " WHERE ",
            $filter,
            $after,
            " AND ",
            listed!(),
            " ORDER BY ",
            $order,
            " LIMIT ?3"
        )
    };
}

/// A page that has to be sorted: only ids are sorted, and whole rows are read only for the page.
macro_rules! sorted {
    ($from:literal, $filter:literal, $after:literal, $order:literal) => {
        concat!(
            "SELECT ",
            product_columns!(),
            " FROM (SELECT p.id AS id FROM ",
            $from,
            " WHERE ",
            $filter,
            $after,
            " AND ",
            listed!(),
            " ORDER BY ",
            $order,
            " LIMIT ?3) page CROSS JOIN product p ON p.id = page.id ORDER BY ",
            $order
        )
    };
}

/// All products.
pub(super) fn all(sort: Sort) -> &'static str {
    in_each_order!(
        ordered,
        sort,
        newest "product p NOT INDEXED",
        price "product p INDEXED BY product_by_price",
        popular "product p INDEXED BY product_by_popularity",
        "?4 IS NULL AND "
    )
}

/// Products of category 4.
pub(super) fn of_category(sort: Sort) -> &'static str {
    in_each_order!(
        ordered,
        sort,
        newest "product p INDEXED BY product_by_category",
        price "product p INDEXED BY product_by_category_price",
        popular "product p INDEXED BY product_by_category_popularity",
        "p.category = ?4 AND "
    )
}

/// Products with a sale that ends after instant 4. They are few, and sorted after they are found.
pub(super) fn on_sale(sort: Sort) -> &'static str {
    in_each_order!(
        sorted,
        sort,
        newest "product p INDEXED BY product_by_sale",
        price "product p INDEXED BY product_by_sale",
        popular "product p INDEXED BY product_by_sale",
        "p.sale_rate IS NOT NULL AND p.sale_ends_at > ?4 AND "
    )
}

/// Products with the ids of array 4.
pub(super) fn with_ids(sort: Sort) -> &'static str {
    in_each_order!(
        sorted,
        sort,
        newest "json_each(?4) j CROSS JOIN product p ON p.id = j.value",
        price "json_each(?4) j CROSS JOIN product p ON p.id = j.value",
        popular "json_each(?4) j CROSS JOIN product p ON p.id = j.value",
        ""
    )
}

/// Products that the search index finds for query 4. Newest first is the order of the index; for the others all results
/// are sorted.
pub(super) fn found(sort: Sort) -> &'static str {
    match sort {
        Sort::Newest => ordered!(
            "product_search f CROSS JOIN product p ON p.id = f.rowid",
            "f.product_search MATCH ?4 AND ",
            "f.rowid < ?2 AND ?1 = ?1",
            "f.rowid DESC"
        ),
        other => in_each_order!(
            sorted,
            other,
            newest "product_search f CROSS JOIN product p ON p.id = f.rowid",
            price "product_search f CROSS JOIN product p ON p.id = f.rowid",
            popular "product_search f CROSS JOIN product p ON p.id = f.rowid",
            "f.product_search MATCH ?4 AND "
        ),
    }
}

/// The newest ?3 results with all that ranks them, so that a search for a common word stays fast. Older ones follow
/// them, see [`super::list::search_by_rank`].
pub(super) const TO_RANK: &str = concat!(
    "SELECT p.id, found.rank, p.name, p.name_en
     FROM (SELECT rowid AS id, bm25(product_search) AS rank FROM product_search
           WHERE product_search MATCH ?4 ORDER BY rowid DESC LIMIT ?3) found
     CROSS JOIN product p ON p.id = found.id
     WHERE ?1 = ?1 AND ?2 = ?2 AND ",
    listed!(),
);

macro_rules! counted {
    ($from:literal, $filter:literal) => {
        concat!(
            "SELECT count(*) FROM (SELECT 1 FROM ",
            $from,
            " WHERE ",
            $filter,
            listed!(),
            " AND ?1 = ?1 AND ?2 = ?2 LIMIT ?3)"
        )
    };
}

pub(super) const COUNT_ALL: &str = counted!("product p", "?4 IS NULL AND ");
pub(super) const COUNT_OF_CATEGORY: &str = counted!("product p INDEXED BY product_by_category", "p.category = ?4 AND ");
pub(super) const COUNT_ON_SALE: &str =
    counted!("product p INDEXED BY product_by_sale", "p.sale_rate IS NOT NULL AND p.sale_ends_at > ?4 AND ");
pub(super) const COUNT_WITH_IDS: &str = counted!("json_each(?4) j CROSS JOIN product p ON p.id = j.value", "");
pub(super) const COUNT_FOUND: &str =
    counted!("product_search f CROSS JOIN product p ON p.id = f.rowid", "f.product_search MATCH ?4 AND ");
