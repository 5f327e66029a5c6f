//! What is written of an existing product: its own values, and its options from rows of their own. An option is found by
//! its name; a new name makes one, and an option without a row stays as it is.

use shop_domain::catalog::CodeKind;
use shop_domain::limits::MAX_OPTIONS;
use shop_store::product::{Edit, NewOption, OptionEdit, OptionRow, ProductRow};

use super::column::{Column, OptionLine};
use super::differences::cell;
use super::fault::Bad;
use super::levels::{Stated, differs};
use super::option_rows::created;
use shop_contract::{CsvCellChange, CsvFault, CsvReason, CsvRowChange, CsvStockChange};

/// The writes of one product.
pub(super) struct Plan {
    pub(super) row: ProductRow,
    /// The new values; `None` if they stay.
    pub(super) edit: Option<Edit>,
    pub(super) options: Vec<OptionPlan>,
}

/// The write of one option.
pub(super) enum OptionPlan {
    Add(NewOption),
    Edit(i64, OptionEdit),
}

/// What the rows of options do.
#[derive(Default)]
pub(super) struct OptionChanges {
    pub(super) plans: Vec<OptionPlan>,
    /// The rows that change a value.
    pub(super) changes: Vec<CsvRowChange>,
    /// The levels that differ from the shop.
    pub(super) levels: Vec<CsvStockChange>,
}

/// Compares the rows of options with the product.
pub(super) fn options(product: &ProductRow, lines: &[OptionLine]) -> Result<OptionChanges, CsvFault> {
    let mut done = OptionChanges::default();
    let mut count = product.options.len();
    for line in lines {
        let cells = match product.options.iter().find(|option| option.name == line.name) {
            Some(option) => {
                let level = line.stock.and_then(|units| differs(option.available_quantity, units, line.exported));
                let stated = Stated { line: line.line, product };
                let named = || Some((option.id, option.name.clone()));
                done.levels.extend(level.map(|level| stated.change(named(), level)));
                edited(option, line, &mut done.plans)
            }
            None => {
                count += 1;
                if count > MAX_OPTIONS {
                    let bad = Bad::of(Column::OptionName.as_str(), CsvReason::TooManyOptions).most(MAX_OPTIONS);
                    return Err(bad.at(line.line));
                }
                let new = created(line)?;
                let cells = made(&new);
                done.plans.push(OptionPlan::Add(new));
                cells
            }
        };
        if !cells.is_empty() {
            done.changes.push(CsvRowChange {
                line: line.line,
                product_id: product.id,
                name: product.name.clone(),
                option_name: Some(line.name.clone()),
                cells,
            });
        }
    }
    Ok(done)
}

fn edited(option: &OptionRow, line: &OptionLine, plans: &mut Vec<OptionPlan>) -> Vec<CsvCellChange> {
    let (price, state) = (line.price.unwrap_or(option.list_price), line.state.unwrap_or(option.state));
    let name_en = line.name_en.clone().or_else(|| option.name_en.clone());
    let mut cells = Vec::new();
    if name_en != option.name_en {
        cells.push(cell(Column::NameEn, option.name_en.as_deref(), name_en.as_deref()));
    }
    if price != option.list_price {
        let (before, after) = (option.list_price.get().to_string(), price.get().to_string());
        cells.push(cell(Column::Price, Some(&before), Some(&after)));
    }
    if state != option.state {
        cells.push(cell(Column::State, Some(option.state.as_str()), Some(state.as_str())));
    }
    let mut codes = option.codes.clone();
    for kind in CodeKind::ALL {
        let Some(code) = line.codes.of(*kind).filter(|code| option.codes.of(*kind) != Some(*code)) else { continue };
        cells.push(cell(Column::of_code(*kind), option.codes.of(*kind), Some(code)));
        codes.set(*kind, Some(code.to_owned()));
    }
    if !cells.is_empty() {
        let edit = OptionEdit { name: option.name.clone(), name_en, price, state, codes };
        plans.push(OptionPlan::Edit(option.id, edit));
    }
    cells
}

fn made(new: &NewOption) -> Vec<CsvCellChange> {
    let (price, stock) = (new.price.get().to_string(), new.stock.to_string());
    let stated = [
        (Column::OptionName, Some(new.name.as_str())),
        (Column::NameEn, new.name_en.as_deref()),
        (Column::Sku, new.codes.sku.as_deref()),
        (Column::Barcode, new.codes.barcode.as_deref()),
        (Column::Price, Some(price.as_str())),
        (Column::Stock, Some(stock.as_str())),
    ];
    stated.into_iter().filter(|(_, after)| after.is_some()).map(|(column, after)| cell(column, None, after)).collect()
}
