//! Parses the text fields of a product; a refusal names the field.

use std::ops::RangeInclusive;

use chrono::{DateTime, Utc};
use shop_domain::Won;
use shop_domain::catalog::{Codes, Sale, parse_goods_code};
use shop_domain::limits::{CATEGORY, DESCRIPTION, LOW_STOCK_THRESHOLD_MAX, MAX_QUANTITY, MAX_STOCK, NAME};
use shop_domain::user::{parse_multiline, parse_text};

use super::rich_text::RichText;
use shop_contract::{ShopError, instant};

pub(super) fn name(field: &str, text: &str) -> Result<String, ShopError> {
    line(field, text, NAME)
}

pub(super) fn category(field: &str, text: &str) -> Result<String, ShopError> {
    line(field, text, CATEGORY)
}

pub(super) fn description(field: &str, text: &str) -> Result<String, ShopError> {
    parse_multiline(text, DESCRIPTION).map_err(|fault| ShopError::invalid(field, &fault.to_string()))
}

/// The Korean description as text and, where HTML was sent, as sanitized HTML, of which the text is then made. HTML without
/// any text is empty.
pub(super) fn descriptions(plain: &str, html: Option<&str>) -> Result<(String, Option<String>), ShopError> {
    let given = html.filter(|html| !html.trim().is_empty());
    let Some(given) = given else { return Ok((description("description", plain)?, html.map(|_| String::new()))) };
    let rich = RichText::parse(given).map_err(|fault| ShopError::invalid("descriptionHtml", &fault.to_string()))?;
    Ok((rich.plain, Some(rich.html)))
}

pub(super) fn price(field: &str, price: i64) -> Result<Won, ShopError> {
    Won::new(price).map_err(|_| ShopError::invalid(field, "not an amount"))
}

pub(super) fn stock(field: &str, units: i64) -> Result<i64, ShopError> {
    within(field, units, 0..=MAX_STOCK)
}

pub(super) fn limited_quantity(units: i64) -> Result<i64, ShopError> {
    within("limitedQuantity", units, 1..=MAX_QUANTITY)
}

pub(super) fn low_stock_threshold(units: i64) -> Result<i64, ShopError> {
    within("lowStockThreshold", units, 0..=LOW_STOCK_THRESHOLD_MAX)
}

/// The codes of a product, or with `prefix` of an option.
pub(super) fn codes(prefix: &str, sku: Option<&str>, barcode: Option<&str>) -> Result<Codes, ShopError> {
    let code = |field: &str, text: Option<&str>| goods_code(&format!("{prefix}{field}"), text.unwrap_or_default());
    Ok(Codes { sku: code("sku", sku)?, barcode: code("barcode", barcode)? })
}

pub(super) fn goods_code(field: &str, text: &str) -> Result<Option<String>, ShopError> {
    parse_goods_code(text).map_err(|fault| ShopError::invalid(field, &fault.to_string()))
}

pub(super) fn sale(rate: i64, begins_at: DateTime<Utc>, ends_at: DateTime<Utc>) -> Result<Sale, ShopError> {
    let (begins_at, ends_at) = (instant("sale.beginsAt", begins_at)?, instant("sale.endsAt", ends_at)?);
    Sale::new(rate, begins_at, ends_at)
        .map_err(|_| ShopError::invalid("sale", "1 to 90 per cent, and an end after the beginning"))
}

fn within(field: &str, number: i64, range: RangeInclusive<i64>) -> Result<i64, ShopError> {
    let bad = || ShopError::invalid(field, &format!("{} to {}", range.start(), range.end()));
    if range.contains(&number) { Ok(number) } else { Err(bad()) }
}

fn line(field: &str, text: &str, length: RangeInclusive<usize>) -> Result<String, ShopError> {
    parse_text(text, length).map_err(|fault| ShopError::invalid(field, &fault.to_string()))
}
