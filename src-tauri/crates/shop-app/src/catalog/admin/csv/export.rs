//! Exports all products except deleted ones, in parts, so that memory use does not depend on the shop's size. Each part is
//! read at its own time. Parts are ordered by id, so no product is missing or repeated.
//!
//! For programs a product is one row, with its options in one cell. In a language of the panel, headings and states are in
//! words, times are in the shop's zone, and each option has a row of its own after its product.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::json;
use shop_domain::catalog::Codes;
use shop_store::product::{OptionRow, ProductRow, by_id, with_codes};

use super::column::{Cells, Column};
use super::options::StatedOption;
use super::{template, words};
use crate::context::AdminCall;
use crate::paging::Listing;
use crate::spreadsheet::{as_workbook, guarded, instant, lines, local_text};
use shop_contract::{CsvPart, ExportProducts, Language, ShopError, TableFormat};

/// Products in a part.
const PART: usize = 100;

/// The columns for programs.
const FOR_PROGRAMS: [Column; 18] = [
    Column::Id,
    Column::Name,
    Column::NameEn,
    Column::Description,
    Column::DescriptionEn,
    Column::Category,
    Column::Sku,
    Column::Barcode,
    Column::Price,
    Column::LimitedQuantity,
    Column::State,
    Column::SaleRate,
    Column::SaleBeginsAt,
    Column::SaleEndsAt,
    Column::Stock,
    Column::Options,
    Column::UpdatedAt,
    Column::ExportedStock,
];

/// The columns in a language of the panel.
const IN_WORDS: [Column; 18] = [
    Column::Id,
    Column::Name,
    Column::NameEn,
    Column::Description,
    Column::DescriptionEn,
    Column::Category,
    Column::OptionName,
    Column::Sku,
    Column::Barcode,
    Column::Price,
    Column::Stock,
    Column::LimitedQuantity,
    Column::State,
    Column::SaleRate,
    Column::SaleBeginsAt,
    Column::SaleEndsAt,
    Column::UpdatedAt,
    Column::ExportedStock,
];

/// Exports one part of the table, or the template; as a workbook the whole of it.
///
/// # Errors
/// `INVALID_INPUT` for a cursor of another list, and for a workbook of more than 200,000 products.
pub async fn export_products(call: AdminCall, request: ExportProducts) -> Result<CsvPart, ShopError> {
    match request.format.unwrap_or_default() {
        TableFormat::Csv => part(call, request).await,
        TableFormat::Xlsx => {
            let asked = |cursor| ExportProducts { cursor, format: None, ..request.clone() };
            as_workbook(&call, request.cursor.as_deref(), |cursor| part(call.clone(), asked(cursor))).await
        }
    }
}

async fn part(call: AdminCall, request: ExportProducts) -> Result<CsvPart, ShopError> {
    let (zone, language) = (call.shop.zone(), request.language);
    if request.template == Some(true) {
        let language = language.unwrap_or_default();
        let csv = written(&template::COLUMNS, Some(language), true, template::rows(language).into_iter());
        let csv = csv.map_err(|error| call.internal(&error.to_string()))?;
        return Ok(CsvPart { csv, data: None, rows: 0, next_cursor: None });
    }
    let listing = Listing::of_parts("export of products", &language, PART);
    let after = listing.after::<i64>(request.cursor.as_deref())?;
    let fetch = listing.fetch();
    let rows = call.read(move |db| Ok(with_codes(db, by_id(db, after.unwrap_or_default(), fetch)?)?)).await?;
    let (rows, next_cursor) = listing.page(rows, |row| row.id);
    let is_first = after.is_none();
    let csv = match language {
        None => written(&FOR_PROGRAMS, None, is_first, rows.iter().map(for_programs)),
        Some(language) => {
            let rows = rows.iter().flat_map(|row| in_words(row, language, zone));
            written(&IN_WORDS, Some(language), is_first, rows)
        }
    };
    let csv = csv.map_err(|error| call.internal(&error.to_string()))?;
    Ok(CsvPart { csv, data: None, rows: rows.len() as i64, next_cursor })
}

/// The rows as text, after the names of the columns in the first part.
fn written(
    columns: &[Column],
    language: Option<Language>,
    is_first: bool,
    rows: impl Iterator<Item = Cells>,
) -> csv::Result<String> {
    let name = |column: &Column| language.map_or(column.as_str(), |language| words::heading(*column, language));
    let names: Vec<_> = columns.iter().map(name).collect();
    let ordered = |cells: Cells| -> Vec<String> {
        let mut row = vec![String::new(); columns.len()];
        for (column, text) in cells {
            if let Some(place) = columns.iter().position(|known| *known == column) {
                row[place] = text;
            }
        }
        row
    };
    lines(is_first.then_some(names.as_slice()), rows.map(ordered))
}

/// The row of a product for programs. The stock is written twice, so that an import can detect an edit.
fn for_programs(row: &ProductRow) -> Cells {
    let mut cells = own_cells(row, instant);
    let options: Vec<_> = row.options.iter().map(StatedOption::of).collect();
    cells.push((Column::Price, row.list_price.get().to_string()));
    cells.push((Column::State, row.state.as_str().to_owned()));
    cells.push((Column::UpdatedAt, instant(row.updated_at)));
    if options.is_empty() {
        cells.extend(stock(row.own_stock));
    } else {
        cells.push((Column::Options, json!(options).to_string()));
    }
    cells
}

/// The row of a product, and one for each of its options.
fn in_words(row: &ProductRow, language: Language, zone: Tz) -> Vec<Cells> {
    let mut cells = own_cells(row, |at| local_text(at, zone));
    cells.push((Column::State, words::state(row.state, language).to_owned()));
    // With its offset no spreadsheet takes it for a date, and rounds it.
    cells.push((Column::UpdatedAt, instant(row.updated_at.with_timezone(&zone))));
    if row.options.is_empty() {
        cells.push((Column::Price, row.list_price.get().to_string()));
        cells.extend(stock(row.own_stock));
    }
    let option = |option: &OptionRow| {
        let mut cells = vec![
            (Column::Id, row.id.to_string()),
            (Column::Name, guarded(&row.name)),
            (Column::OptionName, guarded(&option.name)),
            (Column::NameEn, guarded(option.name_en.as_deref().unwrap_or_default())),
            (Column::Price, option.list_price.get().to_string()),
            (Column::State, words::option_state(option.state, language).to_owned()),
        ];
        cells.extend(stock(option.available_quantity));
        cells.extend(codes(&option.codes));
        cells
    };
    std::iter::once(cells).chain(row.options.iter().map(option)).collect()
}

/// The cells that are the same in every table, but for the spelling of times.
fn own_cells(row: &ProductRow, at: impl Fn(DateTime<Utc>) -> String) -> Cells {
    let text = |text: &Option<String>| guarded(text.as_deref().unwrap_or_default());
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let cells = vec![
        (Column::Id, row.id.to_string()),
        (Column::Name, guarded(&row.name)),
        (Column::NameEn, text(&row.name_en)),
        (Column::Description, guarded(&row.description)),
        (Column::DescriptionEn, text(&row.description_en)),
        (Column::Category, guarded(&row.category)),
        (Column::LimitedQuantity, number(row.limited_quantity)),
        (Column::SaleRate, number(row.sale.map(|sale| sale.rate().get()))),
        (Column::SaleBeginsAt, row.sale.map(|sale| at(sale.begins_at())).unwrap_or_default()),
        (Column::SaleEndsAt, row.sale.map(|sale| at(sale.ends_at())).unwrap_or_default()),
    ];
    cells.into_iter().chain(codes(&row.codes)).collect()
}

fn codes(codes: &Codes) -> [(Column, String); 2] {
    let text = |code: &Option<String>| guarded(code.as_deref().unwrap_or_default());
    [(Column::Sku, text(&codes.sku)), (Column::Barcode, text(&codes.barcode))]
}

fn stock(units: i64) -> [(Column, String); 2] {
    [(Column::Stock, units.to_string()), (Column::ExportedStock, units.to_string())]
}
