//! Products with options and stock. A list takes two statements: the products, and the options of all of them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::Won;
use shop_domain::catalog::{Codes, OptionState, ProductState, Sale, price_range};

use super::statements::product_columns;
use crate::column;
use crate::db::{Db, StoreResult};
use crate::time::Stamp;

/// A row of `product` with its stock and options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductRow {
    /// Id.
    pub id: i64,
    /// State.
    pub state: ProductState,
    /// Korean name.
    pub name: String,
    /// English name.
    pub name_en: Option<String>,
    /// Korean description.
    pub description: String,
    /// The Korean description as sanitized HTML; not read for lists.
    pub description_html: Option<String>,
    /// English description.
    pub description_en: Option<String>,
    /// Category code.
    pub category: String,
    /// Price of a unit without a sale; of a product with options the lowest of theirs ([`ProductRow::price_range`]).
    pub list_price: Won,
    /// The sale, past, running or future.
    pub sale: Option<Sale>,
    /// Units that one customer may buy.
    pub limited_quantity: Option<i64>,
    /// Name of the main picture's file.
    pub image: Option<String>,
    /// Names of the files of the pictures behind it, in their order.
    pub more_images: Vec<String>,
    /// The price by which lists are ordered and filtered.
    pub list_order_price: i64,
    /// The units by which lists are ordered by popularity.
    pub popularity: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// The stock at which it counts as low; that of the shop if `None`.
    pub low_stock_threshold: Option<i64>,
    /// Its codes; only filled in by [`super::with_codes`].
    pub codes: Codes,
    /// Units in the stock of the product itself; ignored if it has options.
    pub own_stock: i64,
    /// Its options that are not deleted, by id.
    pub options: Vec<OptionRow>,
}

impl ProductRow {
    /// Its pictures, the main one first.
    #[must_use]
    pub fn images(&self) -> Vec<String> {
        self.image.iter().chain(&self.more_images).cloned().collect()
    }

    /// The lowest and the highest price of a unit without a sale.
    #[must_use]
    pub fn price_range(&self) -> (Won, Won) {
        let options: Vec<_> = self.options.iter().map(|option| (option.state, option.list_price)).collect();
        price_range(self.list_price, &options)
    }
}

/// A row of `product_option` with its stock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionRow {
    /// Id.
    pub id: i64,
    /// Name.
    pub name: String,
    /// English name.
    pub name_en: Option<String>,
    /// Price of a unit without a sale.
    pub list_price: Won,
    /// State.
    pub state: OptionState,
    /// Units in stock.
    pub available_quantity: i64,
    /// Its codes; only filled in by [`super::with_codes`].
    pub codes: Codes,
}

/// A product by id, in any state.
pub fn find(db: &Db, id: i64) -> StoreResult<Option<ProductRow>> {
    let sql = concat!("SELECT ", product_columns!("p", "p.description_html"), " FROM product p WHERE p.id = ?1");
    let product = db.row(sql, [id], read)?;
    Ok(with_options(db, product.into_iter().collect())?.pop())
}

/// Products by id, in any state and in the order of `ids`; unknown ids are left out.
pub fn by_ids(db: &Db, ids: &[i64]) -> StoreResult<Vec<ProductRow>> {
    let sql = concat!(
        "SELECT ",
        product_columns!(),
        " FROM json_each(?1) j CROSS JOIN product p ON p.id = j.value ORDER BY j.key"
    );
    with_options(db, db.rows(sql, [column::id_list(ids)], read)?)
}

/// At most `limit` products that are not deleted, by id, beginning after `after`.
pub fn by_id(db: &Db, after: i64, limit: i64) -> StoreResult<Vec<ProductRow>> {
    let sql = concat!(
        "SELECT ",
        product_columns!(),
        " FROM product p NOT INDEXED WHERE p.id > ?1 AND p.state <> 'DELETED' ORDER BY p.id LIMIT ?2"
    );
    with_options(db, db.rows(sql, [after, limit], read)?)
}

/// Fills in the options of each product.
pub(super) fn with_options(db: &Db, mut products: Vec<ProductRow>) -> StoreResult<Vec<ProductRow>> {
    let ids: Vec<i64> = products.iter().map(|product| product.id).collect();
    let options = db.rows(
        "SELECT o.product_id, o.id, o.name, o.price, o.state, coalesce(s.available_quantity, 0), o.name_en
         FROM json_each(?1) j
         CROSS JOIN product_option o ON o.product_id = j.value
         LEFT JOIN stock s ON s.product_id = o.product_id AND ifnull(s.product_option_id, 0) = o.id
         WHERE o.state <> 'DELETED' ORDER BY o.id",
        [column::id_list(&ids)],
        read_option,
    )?;
    if options.is_empty() {
        return Ok(products);
    }
    let mut of_product: HashMap<i64, Vec<OptionRow>> = HashMap::new();
    for (product_id, option) in options {
        of_product.entry(product_id).or_default().push(option);
    }
    for product in &mut products {
        product.options = of_product.remove(&product.id).unwrap_or_default();
    }
    Ok(products)
}

/// An option with its product's id.
pub(crate) fn read_option(row: &Row<'_>) -> rusqlite::Result<(i64, OptionRow)> {
    let option = OptionRow {
        id: row.get(1)?,
        name: row.get(2)?,
        name_en: row.get(6)?,
        list_price: column::won(row, 3)?,
        state: column::code(row, 4, OptionState::parse)?,
        available_quantity: row.get(5)?,
        codes: Codes::default(),
    };
    Ok((row.get(0)?, option))
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<ProductRow> {
    let (Stamp(created_at), Stamp(updated_at)) = (row.get(15)?, row.get(16)?);
    Ok(ProductRow {
        id: row.get(0)?,
        state: column::code(row, 1, ProductState::parse)?,
        name: row.get(2)?,
        name_en: row.get(3)?,
        description: row.get(4)?,
        description_html: row.get(18)?,
        description_en: row.get(5)?,
        category: row.get(6)?,
        list_price: column::won(row, 7)?,
        sale: column::sale(row, 8)?,
        limited_quantity: row.get(11)?,
        image: row.get(12)?,
        more_images: column::text_list(row, 20)?,
        list_order_price: row.get(13)?,
        popularity: row.get(14)?,
        created_at,
        updated_at,
        low_stock_threshold: row.get(19)?,
        codes: Codes::default(),
        own_stock: row.get(17)?,
        options: Vec::new(),
    })
}
