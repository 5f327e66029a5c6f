//! Options that have rows of their own: they follow the row of their product, with its id or name, and state the name of
//! the option, its English name, its codes, its price, its stock and its state. An empty cell leaves what the option has.

use std::collections::HashSet;

use shop_domain::Won;
use shop_domain::catalog::{Codes, OptionState, ProductState};
use shop_domain::limits::MAX_OPTIONS;
use shop_store::product::NewOption;

use super::column::{Column, OptionLine, Row};
use super::fault::Bad;
use super::mapping::Mapping;
use super::preset::{Assembled, number};
use super::{template, words};
use crate::catalog::fields;
use crate::spreadsheet::Record;
use shop_contract::{CsvFault, CsvLeftOutReason, CsvReason};

/// The columns that an option has.
const OF_OPTION: [Column; 10] = [
    Column::Id,
    Column::Name,
    Column::NameEn,
    Column::OptionName,
    Column::Price,
    Column::Stock,
    Column::State,
    Column::ExportedStock,
    Column::Sku,
    Column::Barcode,
];

fn read(row: &Row<'_>) -> Result<OptionLine, Bad> {
    let units = |column: Column| {
        let units = row.filled(column).map(|text| number(column, text)).transpose()?;
        units.map(|units| fields::stock(Column::Stock.as_str(), units)).transpose().map_err(Bad::from)
    };
    let name_en = row.filled(Column::NameEn).map(|text| fields::name(Column::NameEn.as_str(), text));
    let price = |text| fields::price(Column::Price.as_str(), number(Column::Price, text)?).map_err(Bad::from);
    Ok(OptionLine {
        line: row.line,
        name: fields::name(Column::OptionName.as_str(), row.filled(Column::OptionName).unwrap_or_default())?,
        name_en: name_en.transpose()?,
        price: row.filled(Column::Price).map(price).transpose()?,
        stock: units(Column::Stock)?,
        exported: units(Column::ExportedStock)?,
        state: row.filled(Column::State).map(state).transpose()?,
        codes: fields::codes("", row.filled(Column::Sku), row.filled(Column::Barcode))?,
    })
}

/// The option to create.
///
/// # Errors
/// `MISSING` without a price; `NOT_NEW_STATE` in another state than on sale.
pub(super) fn created(option: &OptionLine) -> Result<NewOption, CsvFault> {
    let bad = |column: Column, reason| Bad::of(column.as_str(), reason).at(option.line);
    if option.state.is_some_and(|state| state != OptionState::Normal) {
        return Err(bad(Column::State, CsvReason::NotNewState));
    }
    let price = option.price.ok_or_else(|| bad(Column::Price, CsvReason::Missing))?;
    Ok(NewOption {
        name: option.name.clone(),
        name_en: option.name_en.clone(),
        price,
        stock: option.stock.unwrap_or_default(),
        codes: option.codes.clone(),
    })
}

/// An option cannot be sold out by its state: its stock says that.
fn state(text: &str) -> Result<OptionState, Bad> {
    match words::parse_state(text) {
        Some(ProductState::Normal) => Ok(OptionState::Normal),
        Some(ProductState::Discontinued) => Ok(OptionState::Discontinued),
        _ => Err(Bad::of(Column::State.as_str(), CsvReason::NotAState)),
    }
}

/// Joins the rows of options to those of their products, and leaves out the examples of the template.
pub(super) fn assemble<'a>(mapping: &Mapping, records: &[Record<'a>]) -> Assembled<'a> {
    let mut assembled = Assembled::default();
    // Whether the rows of options belong to an example.
    let mut is_example = false;
    for record in records {
        let row = mapping.row(record);
        let is_option = row.filled(Column::OptionName).is_some();
        if !is_option || row.filled(Column::Name).is_some() {
            is_example = row.filled(Column::Id).is_none() && row.filled(Column::Name).is_some_and(template::is_example);
        }
        if is_example {
            assembled.leave_out(row.line, CsvLeftOutReason::Example);
        } else if is_option {
            let line = row.line;
            if let Err(bad) = join(&mut assembled.rows, row) {
                assembled.faults.push(bad.at(line));
            }
        } else {
            assembled.rows.push(row);
        }
    }
    assembled
}

/// Adds an option to the product before it, or begins the rows of a product of which only options are in the table.
fn join<'a>(products: &mut Vec<Row<'a>>, row: Row<'a>) -> Result<(), Bad> {
    if !products.last().is_some_and(|product| belongs(&row, product)) {
        if row.filled(Column::Id).is_none() {
            return Err(Bad::of(Column::OptionName.as_str(), CsvReason::OptionWithoutProduct));
        }
        products.push(row.of_id_alone());
    }
    let Some(product) = products.last_mut() else { return Ok(()) };
    let option = option_of(&row, product);
    product.has_bad_option |= option.is_err();
    // In place of one that cannot be read, so that its product is checked as one with options.
    let (line, name) = (row.line, row.filled(Column::OptionName).unwrap_or_default().to_owned());
    let unread = || OptionLine {
        line,
        name,
        name_en: None,
        price: Some(Won::ZERO),
        stock: None,
        exported: None,
        state: None,
        codes: Codes::default(),
    };
    match option {
        Ok(option) => product.option_rows.push(option),
        Err(bad) => {
            product.option_rows.push(unread());
            return Err(bad);
        }
    }
    Ok(())
}

fn option_of(row: &Row<'_>, product: &Row<'_>) -> Result<OptionLine, Bad> {
    let is_other = |column: &Column| row.filled(*column).is_some() && row.filled(*column) != product.filled(*column);
    if let Some(column) = Column::ALL.into_iter().filter(|column| !OF_OPTION.contains(column)).find(is_other) {
        return Err(Bad::of(column.as_str(), CsvReason::NotOfOption));
    }
    if product.option_rows.len() == MAX_OPTIONS {
        return Err(Bad::of(Column::OptionName.as_str(), CsvReason::TooManyOptions).most(MAX_OPTIONS));
    }
    read(row)
}

/// Whether the row of an option follows that of its product: it has the same id, or, without one, the same name or none.
fn belongs(option: &Row<'_>, product: &Row<'_>) -> bool {
    match option.filled(Column::Id) {
        Some(id) => product.filled(Column::Id) == Some(id),
        None => option.filled(Column::Name).is_none_or(|name| product.filled(Column::Name) == Some(name)),
    }
}

/// The first option whose name another row of the product has already.
pub(super) fn repeated(options: &[OptionLine]) -> Option<CsvFault> {
    let mut names = HashSet::new();
    let twice = options.iter().find(|option| !names.insert(option.name.as_str()))?;
    Some(Bad::of(Column::OptionName.as_str(), CsvReason::OptionTwice).at(twice.line))
}
