//! Validation of new products, for the admin's form, demo data and imports.

use chrono::{DateTime, Utc};
use shop_domain::catalog::Codes;
use shop_store::product;

use super::{codes, fields, view};
use crate::context::Call;
use crate::runtime::locks::LockKey;
use crate::runtime::{WorkError, Writing};
use shop_contract::{ErrorCode, Product, ShopError};

/// A product to create.
#[derive(Debug, Clone, Default)]
pub struct NewProduct {
    /// Korean name, 1 to 100 characters.
    pub name: String,
    /// English name, 1 to 100 characters.
    pub name_en: Option<String>,
    /// Korean description, up to 5,000 characters.
    pub description: String,
    /// The Korean description as HTML, up to 20,000 characters; `description` then follows from it.
    pub description_html: Option<String>,
    /// English description, up to 5,000 characters.
    pub description_en: Option<String>,
    /// Category code, 1 to 50 characters.
    pub category: String,
    /// Price of a unit, in won.
    pub price: i64,
    /// Units in stock if there are no options.
    pub stock: i64,
    /// Maximum units for one customer; no limit when absent.
    pub limited_quantity: Option<i64>,
    /// Its codes.
    pub codes: Codes,
    /// The stock at which it counts as low; the shop's threshold when absent.
    pub low_stock_threshold: Option<i64>,
    /// File name of the main picture.
    pub image: Option<String>,
    /// The sale, if any.
    pub sale: Option<NewSale>,
    /// The options; each has its own stock.
    pub options: Vec<NewOption>,
}

/// An option to create.
#[derive(Debug, Clone)]
pub struct NewOption {
    /// Name, 1 to 100 characters.
    pub name: String,
    /// English name, 1 to 100 characters.
    pub name_en: Option<String>,
    /// Price of a unit, in won.
    pub price: i64,
    /// Units in stock.
    pub stock: i64,
    /// Its codes.
    pub codes: Codes,
}

/// A sale to create.
#[derive(Debug, Clone, Copy)]
pub struct NewSale {
    /// Percent off, 1 to 90.
    pub rate: i64,
    /// Start, inclusive.
    pub begins_at: DateTime<Utc>,
    /// End, exclusive.
    pub ends_at: DateTime<Utc>,
}

/// Creates several products in order, all or none. Only the shop itself calls it; no API offers it. It blocks the
/// writer, so a call should have a few hundred products at most.
///
/// # Errors
/// `INVALID_INPUT`, naming the field, for the first invalid product.
pub async fn create_products(call: Call, requests: Vec<NewProduct>) -> Result<Vec<Product>, ShopError> {
    let news = requests.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
    let made = call.shop.write(LockKey::Shop, move |writing| news.iter().map(|new| create(writing, new)).collect());
    made.await.map_err(|error| call.refusal(error))
}

fn create(writing: &Writing<'_>, new: &product::NewProduct) -> Result<Product, WorkError> {
    codes::ensure_all_free(writing.tx, new)?;
    let id = product::create(writing.tx, new, writing.now)?;
    let row = product::find(writing.tx, id)?.ok_or(ErrorCode::ProductNotFound)?;
    Ok(view::product(row, writing.now))
}

/// Validates a new product.
///
/// # Errors
/// `INVALID_INPUT`, naming the field.
pub(super) fn parse(request: &NewProduct) -> Result<product::NewProduct, ShopError> {
    let (name_en, description_en) = (request.name_en.as_deref(), request.description_en.as_deref());
    let (description, description_html) =
        fields::descriptions(&request.description, request.description_html.as_deref())?;
    let options = request.options.iter().map(option).collect::<Result<Vec<_>, _>>()?;
    let new = product::NewProduct {
        name: fields::name("name", &request.name)?,
        name_en: name_en.map(|text| fields::name("nameEn", text)).transpose()?,
        description,
        description_html: description_html.filter(|html| !html.is_empty()),
        description_en: description_en.map(|text| fields::description("descriptionEn", text)).transpose()?,
        category: fields::category("category", &request.category)?,
        price: fields::price("price", request.price)?,
        limited_quantity: request.limited_quantity.map(fields::limited_quantity).transpose()?,
        image: request.image.clone(),
        low_stock_threshold: request.low_stock_threshold.map(fields::low_stock_threshold).transpose()?,
        codes: fields::codes("", request.codes.sku.as_deref(), request.codes.barcode.as_deref())?,
        sale: request.sale.map(|sale| fields::sale(sale.rate, sale.begins_at, sale.ends_at)).transpose()?,
        stock: fields::stock("stock", request.stock)?,
        options,
    };
    codes::ensure_distinct(&new.codes, &new.options.iter().map(|option| &option.codes).collect::<Vec<_>>())?;
    Ok(new)
}

fn option(option: &NewOption) -> Result<product::NewOption, ShopError> {
    Ok(product::NewOption {
        name: fields::name("options.name", &option.name)?,
        name_en: option.name_en.as_deref().map(|text| fields::name("options.nameEn", text)).transpose()?,
        price: fields::price("options.price", option.price)?,
        stock: fields::stock("options.stock", option.stock)?,
        codes: fields::codes("options.", option.codes.sku.as_deref(), option.codes.barcode.as_deref())?,
    })
}
