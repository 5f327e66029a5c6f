//! A new product in the shop. No face offers it to customers; whoever calls it has seen to it that the caller may.

use std::ops::RangeInclusive;

use chrono::{DateTime, Utc};
use serde::Serialize;
use shop_domain::Won;
use shop_domain::catalog::Sale;
use shop_domain::limits::{CATEGORY, DESCRIPTION, MAX_QUANTITY, MAX_STOCK, NAME};
use shop_domain::user::{parse_multiline, parse_text};
use shop_store::product;

use super::view;
use crate::contract::{ErrorCode, Product, ShopError};
use crate::runtime::locks::LockKey;
use crate::runtime::{Call, Stop, Writing};

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

/// Makes a product.
///
/// # Errors
/// `INVALID_INPUT`, naming the field.
pub async fn create_product(call: Call, request: NewProduct) -> Result<Product, ShopError> {
    let new = parse(&request)?;
    call.write("create_product", &request, LockKey::Shop, move |writing| create(writing, &new)).await
}

/// Makes several products in their order, all or none. The writer is held up meanwhile: some hundreds at a time, no more.
///
/// # Errors
/// `INVALID_INPUT`, naming the field, for the first that is not right.
pub async fn create_products(call: Call, requests: Vec<NewProduct>) -> Result<Vec<Product>, ShopError> {
    let news = requests.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
    call.write("create_products", &requests, LockKey::Shop, move |writing| {
        news.iter().map(|new| create(writing, new)).collect()
    })
    .await
}

fn create(writing: &Writing<'_>, new: &product::NewProduct) -> Result<Product, Stop> {
    let id = product::create(writing.tx, new, writing.now)?;
    let row = product::find(writing.tx, id)?.ok_or(ErrorCode::ProductNotFound)?;
    Ok(view::product(row, writing.now))
}

fn parse(request: &NewProduct) -> Result<product::NewProduct, ShopError> {
    let (name_en, description_en) = (request.name_en.as_deref(), request.description_en.as_deref());
    Ok(product::NewProduct {
        name: line("name", &request.name, NAME)?,
        name_en: name_en.map(|text| line("nameEn", text, NAME)).transpose()?,
        description: lines("description", &request.description)?,
        description_en: description_en.map(|text| lines("descriptionEn", text)).transpose()?,
        category: line("category", &request.category, CATEGORY)?,
        price: won(request.price)?,
        limited_quantity: request
            .limited_quantity
            .map(|units| within("limitedQuantity", units, 1..=MAX_QUANTITY))
            .transpose()?,
        image: request.image.clone(),
        sale: request.sale.map(sale).transpose()?,
        stock: within("stock", request.stock, 0..=MAX_STOCK)?,
        options: request.options.iter().map(option).collect::<Result<_, _>>()?,
    })
}

fn option(option: &NewOption) -> Result<product::NewOption, ShopError> {
    Ok(product::NewOption {
        name: line("options.name", &option.name, NAME)?,
        price: won(option.price)?,
        stock: within("options.stock", option.stock, 0..=MAX_STOCK)?,
    })
}

fn sale(sale: NewSale) -> Result<Sale, ShopError> {
    Sale::new(sale.rate, sale.begins_at, sale.ends_at)
        .map_err(|_| ShopError::invalid("sale", "1 to 90 per cent, and an end after the beginning"))
}

fn won(price: i64) -> Result<Won, ShopError> {
    Won::new(price).map_err(|_| ShopError::invalid("price", "not an amount"))
}

fn within(field: &str, number: i64, range: RangeInclusive<i64>) -> Result<i64, ShopError> {
    let bad = || ShopError::invalid(field, &format!("{} to {}", range.start(), range.end()));
    if range.contains(&number) { Ok(number) } else { Err(bad()) }
}

fn line(field: &str, text: &str, length: RangeInclusive<usize>) -> Result<String, ShopError> {
    parse_text(text, length).map_err(|fault| ShopError::invalid(field, &fault.to_string()))
}

fn lines(field: &str, text: &str) -> Result<String, ShopError> {
    parse_multiline(text, DESCRIPTION).map_err(|fault| ShopError::invalid(field, &fault.to_string()))
}
