//! Presets for the product tables of other shops: how a table is recognised by its header, how its columns map to ours,
//! and how the lines of one product are combined. Data that cannot be imported is left out and reported line by line.

mod cafe24;
mod shopify;
mod smartstore;
mod woocommerce;

use std::borrow::Cow;

use shop_domain::catalog::Codes;
use shop_domain::limits::MAX_OPTIONS;
use shop_domain::parse_whole_number;

use super::column::{Column, Row};
use super::fault::Bad;
use super::headers::Headers;
use super::mapping::Mapping;
use crate::catalog::new_product::NewOption;
use crate::spreadsheet::Record;
use shop_contract::{CsvFault, CsvLeftOut, CsvLeftOutReason, CsvReason, CsvSource};

/// The table format of another shop.
pub(super) struct Preset {
    pub(super) source: CsvSource,
    /// Sets of names; a header with all names of one set identifies the format.
    telling: &'static [&'static [&'static str]],
    /// The shop's columns and their names in this format, in order of preference.
    pub(super) columns: &'static [(Column, &'static [&'static str])],
    /// Combines lines to products.
    pub(super) assemble: Assemble,
}

type Assemble = for<'a> fn(&Headers, &Mapping, &[Record<'a>]) -> Assembled<'a>;

const PRESETS: [&Preset; 4] = [&shopify::PRESET, &woocommerce::PRESET, &cafe24::PRESET, &smartstore::PRESET];

impl Preset {
    /// Finds the preset that matches the header.
    pub(super) fn of(headers: &Headers) -> Option<&'static Self> {
        PRESETS.into_iter().find(|preset| preset.telling.iter().any(|names| headers.have(names)))
    }

    /// The preset of a source; `None` if each line is one product.
    pub(super) fn with(source: CsvSource) -> Option<&'static Self> {
        PRESETS.into_iter().find(|preset| preset.source == source)
    }
}

/// The products that the lines were combined to.
#[derive(Debug, Default)]
pub(super) struct Assembled<'a> {
    pub(super) rows: Vec<Row<'a>>,
    pub(super) left_out: Vec<CsvLeftOut>,
    pub(super) faults: Vec<CsvFault>,
}

impl<'a> Assembled<'a> {
    pub(super) fn leave_out(&mut self, line: i64, reason: CsvLeftOutReason) {
        self.left_out.push(CsvLeftOut { line, reason });
    }

    fn push(&mut self, line: i64, row: Result<Row<'a>, Bad>) {
        match row {
            Ok(row) => self.rows.push(row),
            Err(bad) => self.faults.push(bad.at(line)),
        }
    }
}

/// The trimmed cell of the first of these names that the file has.
fn cell<'r>(headers: &Headers, record: &'r Record<'_>, names: &[&str]) -> &'r str {
    let place = names.iter().find_map(|name| headers.place(name));
    place.and_then(|place| record.cells.get(place)).map_or("", |cell| cell.trim())
}

/// Creates an option from the price and the stock of its line. A missing stock is 0.
fn option(name: &str, row: &Row<'_>) -> Result<NewOption, Bad> {
    let price = row.filled(Column::Price).ok_or_else(|| Bad::of(Column::Price.as_str(), CsvReason::Missing))?;
    let stock = row.filled(Column::Stock).map_or(Ok(0), |text| number(Column::Stock, text))?;
    let price = number(Column::Price, price)?;
    Ok(NewOption { name: name.to_owned(), name_en: None, price, stock, codes: Codes::default() })
}

/// Parses an integer cell.
pub(super) fn number(column: Column, text: &str) -> Result<i64, Bad> {
    parse_whole_number(text).map_err(|_| Bad::of(column.as_str(), CsvReason::NotANumber))
}

/// Adds the options to a product. The product's price is the lowest option price, and it has no stock of its own.
fn with_options<'a>(mut row: Row<'a>, options: Vec<NewOption>) -> Result<Row<'a>, Bad> {
    if options.len() > MAX_OPTIONS {
        return Err(Bad::of(Column::Options.as_str(), CsvReason::TooManyOptions).most(MAX_OPTIONS));
    }
    if let Some(least) = options.iter().map(|option| option.price).min() {
        row.set(Column::Price, least.to_string().into());
        row.set(Column::Stock, Cow::Borrowed(""));
    }
    row.options = options;
    Ok(row)
}

/// Sets the category to the last part of the first category path.
fn narrowest_category(row: &mut Row<'_>) {
    let Some(paths) = row.cell(Column::Category) else { return };
    let first = paths.split(',').next().unwrap_or_default();
    let narrowest = first.rsplit('>').next().unwrap_or_default().trim().to_owned();
    row.set(Column::Category, narrowest.into());
}

/// Joins the names of several choices, such as `빨강 / L`.
fn joined<'t>(values: impl Iterator<Item = &'t str>) -> String {
    values.filter(|value| !value.is_empty()).collect::<Vec<_>>().join(" / ")
}
