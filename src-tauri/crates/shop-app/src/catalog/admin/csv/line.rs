//! One line of a table: what it asks for, or what is wrong with it.

use chrono::{DateTime, Utc};
use csv::StringRecord;
use shop_domain::Won;
use shop_domain::catalog::{ProductState, Sale};
use shop_domain::limits::MAX_OPTIONS;
use shop_store::product::{Edit, NewProduct, ProductRow};

use super::fault::Bad;
use super::sheet::Sheet;
use crate::catalog::fields;
use crate::catalog::new_product::{self, NewOption, NewSale};
use crate::contract::{CreateProductOption, CsvReason, ShopError};

/// What a line asks for.
pub(super) enum Change {
    /// A product to be made.
    New(Box<NewProduct>),
    /// A product to be changed, where it has not been since `seen`.
    Of { id: i64, seen: Option<DateTime<Utc>>, cells: Box<Cells> },
}

/// The columns that there are, of a product that there is.
#[derive(Default)]
pub(super) struct Cells {
    name: Option<String>,
    name_en: Option<Option<String>>,
    description: Option<String>,
    description_en: Option<Option<String>>,
    category: Option<String>,
    price: Option<Won>,
    limited_quantity: Option<Option<i64>>,
    sale: Option<Option<Sale>>,
    state: Option<ProductState>,
}

impl Cells {
    /// The product with these columns.
    pub(super) fn onto(self, row: ProductRow) -> Edit {
        Edit {
            name: self.name.unwrap_or(row.name),
            name_en: self.name_en.unwrap_or(row.name_en),
            description: self.description.unwrap_or(row.description),
            description_en: self.description_en.unwrap_or(row.description_en),
            category: self.category.unwrap_or(row.category),
            price: self.price.unwrap_or(row.list_price),
            limited_quantity: self.limited_quantity.unwrap_or(row.limited_quantity),
            sale: self.sale.unwrap_or(row.sale),
            state: Some(self.state.unwrap_or(row.state)),
        }
    }
}

/// Reads a line.
///
/// # Errors
/// What is wrong with it, and in which column.
pub(super) fn read(sheet: &Sheet, line: &StringRecord) -> Result<Change, Bad> {
    let cell = |column| sheet.cell(line, column);
    let filled = |column| cell(column).filter(|text| !text.is_empty());
    let state = filled("state").map(state).transpose()?;
    let sale = cell("saleRate").map(|_| sale(filled("saleRate"), filled("saleBeginsAt"), filled("saleEndsAt")));
    let sale = sale.transpose()?;
    let limited_quantity = cell("limitedQuantity")
        .map(|text| (!text.is_empty()).then(|| number("limitedQuantity", text)).transpose())
        .transpose()?;
    let Some(id) = filled("id") else {
        if state.is_some_and(|state| state != ProductState::Normal) {
            return Err(Bad::of("state", CsvReason::NotNewState));
        }
        let new = new_product::NewProduct {
            name: needed("name", filled("name"))?.to_owned(),
            name_en: filled("nameEn").map(str::to_owned),
            description: filled("description").unwrap_or_default().to_owned(),
            description_en: filled("descriptionEn").map(str::to_owned),
            category: needed("category", filled("category"))?.to_owned(),
            price: number("price", needed("price", filled("price"))?)?,
            stock: filled("stock").map_or(Ok(0), |text| number("stock", text))?,
            limited_quantity: limited_quantity.flatten(),
            image: None,
            sale: sale.flatten(),
            options: filled("options").map_or(Ok(Vec::new()), options)?,
        };
        return Ok(Change::New(Box::new(new_product::parse(&new)?)));
    };
    let cells = Cells {
        name: cell("name").map(|text| fields::name("name", text)).transpose()?,
        name_en: cell("nameEn").map(|text| optional(text, |text| fields::name("nameEn", text))).transpose()?,
        description: cell("description").map(|text| fields::description("description", text)).transpose()?,
        description_en: cell("descriptionEn")
            .map(|text| optional(text, |text| fields::description("descriptionEn", text)))
            .transpose()?,
        category: cell("category").map(|text| fields::category("category", text)).transpose()?,
        price: cell("price").map(priced).transpose()?,
        limited_quantity: limited_quantity.map(|units| units.map(fields::limited_quantity).transpose()).transpose()?,
        sale: sale
            .map(|sale| sale.map(|sale| fields::sale(sale.rate, sale.begins_at, sale.ends_at)).transpose())
            .transpose()?,
        state,
    };
    let seen = filled("updatedAt").map(|text| instant("updatedAt", text)).transpose()?;
    Ok(Change::Of { id: number("id", id)?, seen, cells: Box::new(cells) })
}

fn needed<'a>(column: &str, text: Option<&'a str>) -> Result<&'a str, Bad> {
    text.ok_or_else(|| Bad::of(column, CsvReason::Missing))
}

fn priced(text: &str) -> Result<Won, Bad> {
    Ok(fields::price("price", number("price", text)?)?)
}

fn optional(text: &str, parse: impl FnOnce(&str) -> Result<String, ShopError>) -> Result<Option<String>, ShopError> {
    if text.is_empty() { Ok(None) } else { parse(text).map(Some) }
}

/// A whole number, also as spreadsheets group its digits.
fn number(column: &str, text: &str) -> Result<i64, Bad> {
    text.replace(',', "").parse().map_err(|_| Bad::of(column, CsvReason::NotANumber))
}

fn instant(column: &str, text: &str) -> Result<DateTime<Utc>, Bad> {
    shop_domain::instant::parse(text).map_err(|_| Bad::of(column, CsvReason::NotAnInstant))
}

/// All three columns of a sale, or none.
fn sale(rate: Option<&str>, begins_at: Option<&str>, ends_at: Option<&str>) -> Result<Option<NewSale>, Bad> {
    match (rate, begins_at, ends_at) {
        (None, None, None) => Ok(None),
        (Some(rate), Some(begins_at), Some(ends_at)) => Ok(Some(NewSale {
            rate: number("saleRate", rate)?,
            begins_at: instant("saleBeginsAt", begins_at)?,
            ends_at: instant("saleEndsAt", ends_at)?,
        })),
        _ => Err(Bad::of("saleRate", CsvReason::SaleIncomplete)),
    }
}

fn state(text: &str) -> Result<ProductState, Bad> {
    let state = ProductState::parse(text).ok().filter(|state| *state != ProductState::Deleted);
    state.ok_or_else(|| Bad::of("state", CsvReason::NotAState))
}

fn options(text: &str) -> Result<Vec<NewOption>, Bad> {
    let options: Vec<CreateProductOption> =
        serde_json::from_str(text).map_err(|_| Bad::of("options", CsvReason::NotAList))?;
    if options.len() > MAX_OPTIONS {
        return Err(Bad::of("options", CsvReason::TooManyOptions).most(MAX_OPTIONS));
    }
    let option =
        |option: CreateProductOption| NewOption { name: option.name, price: option.price, stock: option.stock };
    Ok(options.into_iter().map(option).collect())
}
