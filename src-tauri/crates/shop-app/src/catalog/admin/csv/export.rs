//! Exports all products except deleted ones as CSV, in parts, so that memory use does not depend on the shop's size.
//! Each part is read at its own time. Parts are ordered by id, so no product is missing or repeated.

use serde_json::json;
use shop_store::product::{ProductRow, by_id};

use super::column::Column;
use super::options::StatedOption;
use crate::context::AdminCall;
use crate::paging::Listing;
use crate::spreadsheet::{guarded, instant, lines};
use shop_contract::{CsvPart, ExportProducts, ShopError};

/// Products in a part.
const PART: usize = 100;

/// Exports one part of the table.
///
/// # Errors
/// `INVALID_INPUT` for a cursor of another list.
pub async fn export_products(call: AdminCall, request: ExportProducts) -> Result<CsvPart, ShopError> {
    let listing = Listing::of_parts("export of products", &(), PART);
    let after = listing.after::<i64>(request.cursor.as_deref())?;
    let fetch = listing.fetch();
    let rows = call.read(move |db| Ok(by_id(db, after.unwrap_or_default(), fetch)?)).await?;
    let (rows, next_cursor) = listing.page(rows, |row| row.id);
    let names = Column::ALL.map(Column::as_str);
    let names = after.is_none().then_some(names.as_slice());
    let csv = lines(names, rows.iter().map(line)).map_err(|error| call.internal(&error.to_string()))?;
    Ok(CsvPart { csv, rows: rows.len() as i64, next_cursor })
}

/// The cells of one product in column order. The stock is written twice, so that an import can detect an edit.
fn line(row: &ProductRow) -> [String; Column::ALL.len()] {
    let text = |text: &Option<String>| guarded(text.as_deref().unwrap_or_default());
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let options: Vec<_> = row.options.iter().map(StatedOption::of).collect();
    let own_stock = if options.is_empty() { row.own_stock.to_string() } else { String::new() };
    [
        row.id.to_string(),
        guarded(&row.name),
        text(&row.name_en),
        guarded(&row.description),
        text(&row.description_en),
        guarded(&row.category),
        row.list_price.get().to_string(),
        number(row.limited_quantity),
        row.state.as_str().to_owned(),
        number(row.sale.map(|sale| sale.rate().get())),
        row.sale.map(|sale| instant(sale.begins_at())).unwrap_or_default(),
        row.sale.map(|sale| instant(sale.ends_at())).unwrap_or_default(),
        own_stock.clone(),
        if options.is_empty() { String::new() } else { json!(options).to_string() },
        instant(row.updated_at),
        own_stock,
    ]
}
