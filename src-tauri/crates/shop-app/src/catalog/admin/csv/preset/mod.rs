//! The product tables that other shops export: how each is told by its names, where our columns come from, and how the lines
//! of one product are put together. What cannot be taken in is left out and said, line by line; nothing is guessed.

mod cafe24;
mod shopify;
mod smartstore;
mod woocommerce;

use std::borrow::Cow;

use shop_domain::limits::MAX_OPTIONS;
use shop_domain::parse_whole_number;

use super::column::{Column, Row};
use super::fault::Bad;
use super::headers::Headers;
use super::mapping::Mapping;
use crate::catalog::new_product::NewOption;
use crate::spreadsheet::Record;
use shop_contract::{CsvFault, CsvLeftOut, CsvLeftOutReason, CsvReason, CsvSource};

/// How another shop writes its products.
pub(super) struct Preset {
    /// Which shop.
    pub(super) source: CsvSource,
    /// Sets of names, each of which tells such a table.
    telling: &'static [&'static [&'static str]],
    /// Our columns, and the names of theirs in the order in which they are tried.
    pub(super) columns: &'static [(Column, &'static [&'static str])],
    /// Makes products of the lines.
    pub(super) assemble: Assemble,
}

type Assemble = for<'a> fn(&Headers, &Mapping, &[Record<'a>]) -> Assembled<'a>;

const PRESETS: [&Preset; 4] = [&shopify::PRESET, &woocommerce::PRESET, &cafe24::PRESET, &smartstore::PRESET];

impl Preset {
    /// The shop that writes tables with these names.
    pub(super) fn of(headers: &Headers) -> Option<&'static Self> {
        PRESETS.into_iter().find(|preset| preset.telling.iter().any(|names| headers.have(names)))
    }

    /// The preset of a source; `None` where a line is a product.
    pub(super) fn with(source: CsvSource) -> Option<&'static Self> {
        PRESETS.into_iter().find(|preset| preset.source == source)
    }
}

/// What the lines of a table come to.
#[derive(Debug, Default)]
pub(super) struct Assembled<'a> {
    pub(super) rows: Vec<Row<'a>>,
    pub(super) left_out: Vec<CsvLeftOut>,
    pub(super) faults: Vec<CsvFault>,
}

impl<'a> Assembled<'a> {
    fn leave_out(&mut self, line: i64, reason: CsvLeftOutReason) {
        self.left_out.push(CsvLeftOut { line, reason });
    }

    fn push(&mut self, line: i64, row: Result<Row<'a>, Bad>) {
        match row {
            Ok(row) => self.rows.push(row),
            Err(bad) => self.faults.push(bad.at(line)),
        }
    }
}

/// A cell under the first of these names that the file has, without the space around it.
fn cell<'r>(headers: &Headers, record: &'r Record<'_>, names: &[&str]) -> &'r str {
    let place = names.iter().find_map(|name| headers.place(name));
    place.and_then(|place| record.cells.get(place)).map_or("", |cell| cell.trim())
}

/// An option out of the price and the stock of its line. No stock means none.
fn option(name: &str, row: &Row<'_>) -> Result<NewOption, Bad> {
    let price = row.filled(Column::Price).ok_or_else(|| Bad::of(Column::Price.as_str(), CsvReason::Missing))?;
    let stock = row.filled(Column::Stock).map_or(Ok(0), |text| number(Column::Stock, text))?;
    Ok(NewOption { name: name.to_owned(), price: number(Column::Price, price)?, stock })
}

/// A whole number of a column.
pub(super) fn number(column: Column, text: &str) -> Result<i64, Bad> {
    parse_whole_number(text).map_err(|_| Bad::of(column.as_str(), CsvReason::NotANumber))
}

/// Gives a product its options. Its own price is the least of theirs, and it has no stock of its own.
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

/// The category of a product that has a list of paths: the last part of the first path.
fn narrowest_category(row: &mut Row<'_>) {
    let Some(paths) = row.cell(Column::Category) else { return };
    let first = paths.split(',').next().unwrap_or_default();
    let narrowest = first.rsplit('>').next().unwrap_or_default().trim().to_owned();
    row.set(Column::Category, narrowest.into());
}

/// The names of several choices as one, such as `빨강 / L`.
fn joined<'t>(values: impl Iterator<Item = &'t str>) -> String {
    values.filter(|value| !value.is_empty()).collect::<Vec<_>>().join(" / ")
}
