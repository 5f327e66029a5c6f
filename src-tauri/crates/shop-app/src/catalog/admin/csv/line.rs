//! Parses one line of a table to a change or an error.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use shop_domain::Won;
use shop_domain::catalog::{Codes, ProductState, Sale};
use shop_store::product::{Edit, NewOption, NewProduct, ProductRow};

use super::column::{Column, OptionLine, Row};
use super::fault::Bad;
use super::option_rows::{created, repeated};
use super::options::{self, StatedOption};
use super::preset::number;
use super::words;
use crate::catalog::fields;
use crate::catalog::new_product::{self, NewSale};
use crate::spreadsheet::instant_in;
use shop_contract::{CsvFault, CsvReason, ShopError};

/// The change that a line requests.
pub(super) enum Change {
    /// A product to create.
    New(Box<NewProduct>),
    /// A product to update.
    Of(Changed),
}

/// A line of an existing product.
pub(super) struct Changed {
    pub(super) id: i64,
    /// The `updatedAt` that the line states: no edit applies to a later one.
    pub(super) seen: Option<DateTime<Utc>>,
    pub(super) cells: Box<Cells>,
    pub(super) stock: StatedStock,
    /// The options that have rows of their own.
    pub(super) options: Vec<OptionLine>,
}

/// The stock and the options that a line states for an existing product.
#[derive(Debug, Default)]
pub(super) struct StatedStock {
    /// Units of the product itself.
    pub(super) own: Option<i64>,
    /// Units at the time of the export.
    pub(super) exported: Option<i64>,
    /// The options, in the product's order.
    pub(super) options: Vec<StatedOption>,
}

/// The present columns of a line for an existing product.
#[derive(Clone, Default)]
pub(super) struct Cells {
    name: Option<String>,
    name_en: Option<Option<String>>,
    description: Option<String>,
    description_en: Option<Option<String>>,
    category: Option<String>,
    /// `Some(None)` for an empty cell, which only a product with options may have.
    price: Option<Option<Won>>,
    limited_quantity: Option<Option<i64>>,
    sale: Option<Option<Sale>>,
    state: Option<ProductState>,
    sku: Option<Option<String>>,
    barcode: Option<Option<String>>,
}

impl Cells {
    /// Checks the price, which a product has if it has no options, and then needs.
    ///
    /// # Errors
    /// `PRICE_OF_OPTIONS`, `MISSING`.
    pub(super) fn check_price(&self, row: &ProductRow, has_options: bool) -> Result<(), Bad> {
        let bad = |reason| Err(Bad::of(Column::Price.as_str(), reason));
        match self.price {
            Some(Some(price)) if has_options && price != row.list_price => bad(CsvReason::PriceOfOptions),
            Some(None) if !has_options => bad(CsvReason::Missing),
            _ => Ok(()),
        }
    }

    /// Applies the columns to the product.
    pub(super) fn onto(self, row: ProductRow) -> Edit {
        Edit {
            name: self.name.unwrap_or(row.name),
            name_en: self.name_en.unwrap_or(row.name_en),
            description: self.description.unwrap_or(row.description),
            description_html: None,
            description_en: self.description_en.unwrap_or(row.description_en),
            category: self.category.unwrap_or(row.category),
            price: self.price.flatten().unwrap_or(row.list_price),
            limited_quantity: self.limited_quantity.unwrap_or(row.limited_quantity),
            sale: self.sale.unwrap_or(row.sale),
            low_stock_threshold: row.low_stock_threshold,
            codes: Codes { sku: self.sku.unwrap_or(row.codes.sku), barcode: self.barcode.unwrap_or(row.codes.barcode) },
            state: Some(self.state.unwrap_or(row.state)),
        }
    }
}

/// Parses a line and those of its options. The error names the line and the column.
pub(super) fn read(row: &Row<'_>, zone: Tz) -> Result<Change, CsvFault> {
    if let Some(fault) = repeated(&row.option_rows) {
        return Err(fault);
    }
    let at = |bad: Bad| bad.at(row.line);
    if !row.option_rows.is_empty() && row.filled(Column::Options).is_some() {
        return Err(at(Bad::of(Column::Options.as_str(), CsvReason::OptionsDiffer)));
    }
    match row.filled(Column::Id) {
        None => {
            let options = row.option_rows.iter().map(created).collect::<Result<Vec<_>, _>>()?;
            new(row, options, zone).map_err(at)
        }
        Some(id) => number(Column::Id, id).and_then(|id| changed(row, id, zone)).map_err(at),
    }
}

fn new(row: &Row<'_>, option_rows: Vec<NewOption>, zone: Tz) -> Result<Change, Bad> {
    let owned = |column| row.filled(column).map(str::to_owned);
    let needed = |column| row.filled(column).ok_or_else(|| Bad::of(Column::as_str(column), CsvReason::Missing));
    if row.filled(Column::State).map(state).transpose()?.is_some_and(|state| state != ProductState::Normal) {
        return Err(Bad::of(Column::State.as_str(), CsvReason::NotNewState));
    }
    let options = if row.options.is_empty() {
        let stated = options::parse(row.filled(Column::Options).unwrap_or_default())?;
        stated.into_iter().map(StatedOption::into_new).collect()
    } else {
        row.options.clone()
    };
    let stock = row.filled(Column::Stock).map_or(Ok(0), |text| number(Column::Stock, text))?;
    if stock > 0 && !(options.is_empty() && option_rows.is_empty()) {
        return Err(Bad::of(Column::Stock.as_str(), CsvReason::StockOfOptions));
    }
    let price = match row.filled(Column::Price) {
        None if !option_rows.is_empty() => 0,
        Some(_) if !option_rows.is_empty() => {
            return Err(Bad::of(Column::Price.as_str(), CsvReason::PriceOfOptions));
        }
        _ => number(Column::Price, needed(Column::Price)?)?,
    };
    let new = new_product::NewProduct {
        name: needed(Column::Name)?.to_owned(),
        name_en: owned(Column::NameEn),
        description: owned(Column::Description).unwrap_or_default(),
        description_html: None,
        description_en: owned(Column::DescriptionEn),
        category: needed(Column::Category)?.to_owned(),
        price,
        stock,
        limited_quantity: limit(row)?.flatten(),
        codes: Codes { sku: owned(Column::Sku), barcode: owned(Column::Barcode) },
        low_stock_threshold: None,
        image: None,
        sale: sale(row, zone)?.flatten(),
        options,
    };
    let mut new = new_product::parse(&new)?;
    new.options.extend(option_rows);
    Ok(Change::New(Box::new(new)))
}

fn changed(row: &Row<'_>, id: i64, zone: Tz) -> Result<Change, Bad> {
    let text = |column: Column, parse: fn(&str, &str) -> Result<String, ShopError>| {
        row.cell(column).map(|text| parse(column.as_str(), text)).transpose()
    };
    let optional = |column: Column, parse: fn(&str, &str) -> Result<String, ShopError>| {
        let read = |text: &str| if text.is_empty() { Ok(None) } else { parse(column.as_str(), text).map(Some) };
        row.cell(column).map(read).transpose()
    };
    let code = |column: Column| row.cell(column).map(|text| fields::goods_code(column.as_str(), text)).transpose();
    let cells = Cells {
        name: text(Column::Name, fields::name)?,
        name_en: optional(Column::NameEn, fields::name)?,
        description: text(Column::Description, fields::description)?,
        description_en: optional(Column::DescriptionEn, fields::description)?,
        category: text(Column::Category, fields::category)?,
        price: row.cell(Column::Price).map(priced).transpose()?,
        limited_quantity: limit(row)?.map(|units| units.map(fields::limited_quantity).transpose()).transpose()?,
        sale: sale(row, zone)?
            .map(|sale| sale.map(|sale| fields::sale(sale.rate, sale.begins_at, sale.ends_at)).transpose())
            .transpose()?,
        state: row.filled(Column::State).map(state).transpose()?,
        sku: code(Column::Sku)?,
        barcode: code(Column::Barcode)?,
    };
    let units = |column: Column| {
        let units = row.filled(column).map(|text| number(column, text)).transpose()?;
        units.map(|units| fields::stock(Column::Stock.as_str(), units)).transpose().map_err(Bad::from)
    };
    let stock = StatedStock {
        own: units(Column::Stock)?,
        exported: units(Column::ExportedStock)?,
        options: options::parse(row.filled(Column::Options).unwrap_or_default())?,
    };
    let seen = row.filled(Column::UpdatedAt).map(|text| instant(Column::UpdatedAt, text, zone)).transpose()?;
    let options = row.option_rows.clone();
    Ok(Change::Of(Changed { id, seen, cells: Box::new(cells), stock, options }))
}

fn priced(text: &str) -> Result<Option<Won>, Bad> {
    if text.is_empty() {
        return Ok(None);
    }
    Ok(Some(fields::price(Column::Price.as_str(), number(Column::Price, text)?)?))
}

/// Maximum units for one customer; an empty cell means no limit, a missing column means no change.
fn limit(row: &Row<'_>) -> Result<Option<Option<i64>>, Bad> {
    let Some(text) = row.cell(Column::LimitedQuantity) else { return Ok(None) };
    let units = (!text.is_empty()).then(|| number(Column::LimitedQuantity, text)).transpose()?;
    Ok(Some(units))
}

fn instant(column: Column, text: &str, zone: Tz) -> Result<DateTime<Utc>, Bad> {
    instant_in(text, zone).ok_or_else(|| Bad::of(column.as_str(), CsvReason::NotAnInstant))
}

/// The sale: all three cells, or none; a missing rate or date column means no change.
fn sale(row: &Row<'_>, zone: Tz) -> Result<Option<Option<NewSale>>, Bad> {
    let filled = (row.filled(Column::SaleRate), row.filled(Column::SaleBeginsAt), row.filled(Column::SaleEndsAt));
    match filled {
        (None, None, None) => Ok(row.cell(Column::SaleRate).map(|_| None)),
        (Some(rate), Some(begins_at), Some(ends_at)) => Ok(Some(Some(NewSale {
            rate: number(Column::SaleRate, rate)?,
            begins_at: instant(Column::SaleBeginsAt, begins_at, zone)?,
            ends_at: instant(Column::SaleEndsAt, ends_at, zone)?,
        }))),
        _ => Err(Bad::of(Column::SaleRate.as_str(), CsvReason::SaleIncomplete)),
    }
}

fn state(text: &str) -> Result<ProductState, Bad> {
    words::parse_state(text).ok_or_else(|| Bad::of(Column::State.as_str(), CsvReason::NotAState))
}
