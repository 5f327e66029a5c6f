//! Creation of a product with its options, stock and search index.

use chrono::{DateTime, Utc};
use shop_domain::Won;
use shop_domain::catalog::{Codes, OptionState, Sale, price_now, price_range};

use super::code::{Holder, set_codes};
use crate::db::{StoreResult, Tx};
use crate::time::Stamp;
use crate::{search, stock};

/// A new product; its texts have been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProduct {
    /// Korean name.
    pub name: String,
    /// English name.
    pub name_en: Option<String>,
    /// Korean description.
    pub description: String,
    /// The Korean description as sanitized HTML; `description` is its text.
    pub description_html: Option<String>,
    /// English description.
    pub description_en: Option<String>,
    /// Category code.
    pub category: String,
    /// Price of a unit without a sale; ignored for a product with options.
    pub price: Won,
    /// Units that one customer may buy.
    pub limited_quantity: Option<i64>,
    /// Name of the picture's file.
    pub image: Option<String>,
    /// The sale.
    pub sale: Option<Sale>,
    /// The stock at which it counts as low; that of the shop if `None`.
    pub low_stock_threshold: Option<i64>,
    /// Its codes, which no other product bears.
    pub codes: Codes,
    /// Units in stock if there are no options; otherwise each option has its own.
    pub stock: i64,
    /// The options.
    pub options: Vec<NewOption>,
}

impl NewProduct {
    /// Price of a unit without a sale: with options the lowest of theirs.
    #[must_use]
    pub fn list_price(&self) -> Won {
        let options: Vec<_> = self.options.iter().map(|option| (OptionState::Normal, option.price)).collect();
        price_range(self.price, &options).0
    }
}

/// A new option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOption {
    /// Name.
    pub name: String,
    /// English name.
    pub name_en: Option<String>,
    /// Price of a unit without a sale.
    pub price: Won,
    /// Units in stock.
    pub stock: i64,
    /// Its codes, which no other product bears.
    pub codes: Codes,
}

/// Inserts a product and returns its id.
pub fn create(tx: &Tx<'_>, product: &NewProduct, now: DateTime<Utc>) -> StoreResult<i64> {
    let id = insert(tx, product, now)?;
    if product.options.is_empty() {
        stock::create(tx, id, None, product.stock, now)?;
    }
    for option in &product.options {
        add_option(tx, id, option, now)?;
    }
    if product.codes != Codes::default() {
        set_codes(tx, Holder { product_id: id, option_id: None }, &product.codes, now)?;
    }
    search::index(tx, id, &searchable(product))?;
    Ok(id)
}

/// Inserts an option with its stock and returns its id. Call [`super::follow_options`] after it.
pub fn add_option(tx: &Tx<'_>, product_id: i64, option: &NewOption, now: DateTime<Utc>) -> StoreResult<i64> {
    let id = tx.insert(
        "INSERT INTO product_option (product_id, name, name_en, price, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        (product_id, &option.name, &option.name_en, option.price.get(), Stamp(now)),
    )?;
    stock::create(tx, product_id, Some(id), option.stock, now)?;
    if option.codes != Codes::default() {
        set_codes(tx, Holder { product_id, option_id: Some(id) }, &option.codes, now)?;
    }
    Ok(id)
}

fn insert(tx: &Tx<'_>, product: &NewProduct, now: DateTime<Utc>) -> StoreResult<i64> {
    let (price, sale) = (product.list_price(), product.sale);
    tx.insert(
        "INSERT INTO product (name, name_en, description, description_en, category, price, limited_quantity, image,
                              sale_rate, sale_begins_at, sale_ends_at, list_order_price, description_html, created_at,
                              updated_at, low_stock_threshold)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?14, ?15)",
        (
            &product.name,
            &product.name_en,
            &product.description,
            &product.description_en,
            &product.category,
            price.get(),
            product.limited_quantity,
            &product.image,
            sale.map(|sale| sale.rate().get()),
            sale.map(|sale| Stamp(sale.begins_at())),
            sale.map(|sale| Stamp(sale.ends_at())),
            price_now(price, sale.as_ref(), now).get(),
            &product.description_html,
            Stamp(now),
            product.low_stock_threshold,
        ),
    )
}

/// The texts that are indexed.
fn searchable(product: &NewProduct) -> Vec<&str> {
    let mut texts = vec![product.name.as_str(), product.name_en.as_deref().unwrap_or_default(), &product.category];
    for option in &product.options {
        texts.extend([option.name.as_str(), option.name_en.as_deref().unwrap_or_default()]);
    }
    texts
}
