//! What a new product must be, whoever makes it: an admin one, the demo and an import many.

use chrono::{DateTime, Utc};
use serde::Serialize;
use shop_store::product;

use super::{fields, view};
use crate::runtime::locks::LockKey;
use crate::runtime::{Call, Stop, Writing};
use shop_contract::{ErrorCode, Product, ShopError};

/// A product to be made.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewProduct {
    /// Korean name, 1 to 100 characters.
    pub name: String,
    /// English name, 1 to 100 characters.
    pub name_en: Option<String>,
    /// Korean description, up to 5,000 characters.
    pub description: String,
    /// English description, up to 5,000 characters.
    pub description_en: Option<String>,
    /// Category code, 1 to 50 characters.
    pub category: String,
    /// Price of a unit, in won.
    pub price: i64,
    /// Units in stock where there are no options.
    pub stock: i64,
    /// Units a person may buy; no limit when absent.
    pub limited_quantity: Option<i64>,
    /// Name of the picture's file.
    pub image: Option<String>,
    /// The sale.
    pub sale: Option<NewSale>,
    /// The options; each has a stock of its own.
    pub options: Vec<NewOption>,
}

/// An option to be made.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewOption {
    /// Name, 1 to 100 characters.
    pub name: String,
    /// Price of a unit, in won.
    pub price: i64,
    /// Units in stock.
    pub stock: i64,
}

/// A sale to be made.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewSale {
    /// Percent off, 1 to 90.
    pub rate: i64,
    /// First instant.
    pub begins_at: DateTime<Utc>,
    /// First instant after it.
    pub ends_at: DateTime<Utc>,
}

/// Makes several products in their order, all or none, for the shop itself: no face offers it. The writer is held up meanwhile: some hundreds at a time, no more.
///
/// # Errors
/// `INVALID_INPUT`, naming the field, for the first that is not right.
pub async fn create_products(call: Call, requests: Vec<NewProduct>) -> Result<Vec<Product>, ShopError> {
    let news = requests.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
    let made = call.shop.write(LockKey::Shop, move |writing| news.iter().map(|new| create(writing, new)).collect());
    made.await.map_err(|error| call.refusal(error))
}

fn create(writing: &Writing<'_>, new: &product::NewProduct) -> Result<Product, Stop> {
    let id = product::create(writing.tx, new, writing.now)?;
    let row = product::find(writing.tx, id)?.ok_or(ErrorCode::ProductNotFound)?;
    Ok(view::product(row, writing.now))
}

/// Checks a product to be made.
///
/// # Errors
/// `INVALID_INPUT`, naming the field.
pub(super) fn parse(request: &NewProduct) -> Result<product::NewProduct, ShopError> {
    let (name_en, description_en) = (request.name_en.as_deref(), request.description_en.as_deref());
    Ok(product::NewProduct {
        name: fields::name("name", &request.name)?,
        name_en: name_en.map(|text| fields::name("nameEn", text)).transpose()?,
        description: fields::description("description", &request.description)?,
        description_en: description_en.map(|text| fields::description("descriptionEn", text)).transpose()?,
        category: fields::category("category", &request.category)?,
        price: fields::price("price", request.price)?,
        limited_quantity: request.limited_quantity.map(fields::limited_quantity).transpose()?,
        image: request.image.clone(),
        sale: request.sale.map(|sale| fields::sale(sale.rate, sale.begins_at, sale.ends_at)).transpose()?,
        stock: fields::stock("stock", request.stock)?,
        options: request.options.iter().map(option).collect::<Result<_, _>>()?,
    })
}

fn option(option: &NewOption) -> Result<product::NewOption, ShopError> {
    Ok(product::NewOption {
        name: fields::name("options.name", &option.name)?,
        price: fields::price("options.price", option.price)?,
        stock: fields::stock("options.stock", option.stock)?,
    })
}
