//! Compares a table with the shop: the products it changes, the stock it sets, and the summary.

use std::collections::HashSet;

use shop_domain::catalog::ProductState;
use shop_domain::limits::MAX_STOCK;
use shop_store::product::{ProductRow, find};
use shop_store::{Db, StoreResult};

use super::column::Column;
use super::fault::Bad;
use super::line::{Change, StatedStock};
use super::options::are_those_of;
use super::preview::{self, FIRST_ROWS};
use super::table::Table;
use shop_contract::{CsvFault, CsvReason, CsvStockChange, ImportedProducts};

/// Maximum number of errors and remarks of one kind that are listed.
const MOST_TOLD: usize = 100;

/// The effect of a table on the current shop.
pub(super) struct Judged {
    /// The products that it changes, in table order.
    pub(super) rows: Vec<ProductRow>,
    /// The stock levels that differ from the shop.
    pub(super) levels: Vec<CsvStockChange>,
    /// The report for the client.
    pub(super) outcome: ImportedProducts,
}

/// Compares a table with the shop. `existing_names` is counted before, outside of the transaction.
pub(super) fn judge(table: &Table, db: &Db, sets_stock: bool, existing_names: i64) -> StoreResult<Judged> {
    let (mut rows, mut levels, mut first_rows) = (Vec::new(), Vec::new(), Vec::new());
    let (mut faults, mut seen_ids) = (table.faults.clone(), HashSet::new());
    for (line, change) in &table.changes {
        let (id, seen, cells, stock) = match change {
            Change::New(new) if first_rows.len() < FIRST_ROWS => {
                first_rows.push(preview::new(*line, new));
                continue;
            }
            Change::New(_) => continue,
            Change::Of { id, seen, cells, stock } => (*id, seen, cells, stock),
        };
        let bad = |column: Column, reason| Bad::of(column.as_str(), reason).at(*line);
        match find(db, id)?.filter(|row| row.state != ProductState::Deleted) {
            None => faults.push(bad(Column::Id, CsvReason::NoSuchProduct)),
            Some(_) if !seen_ids.insert(id) => faults.push(bad(Column::Id, CsvReason::SecondLine)),
            Some(row) if seen.is_some_and(|seen| seen != row.updated_at) => {
                faults.push(bad(Column::UpdatedAt, CsvReason::Changed));
            }
            Some(row) if cells.changes_price_of_options(&row) => {
                faults.push(bad(Column::Price, CsvReason::PriceOfOptions));
            }
            Some(row) => {
                let stated = Stated { line: *line, product: &row };
                match stated.differing(stock) {
                    Ok(differing) => {
                        faults.extend(differing.iter().filter(|_| sets_stock).filter_map(moved_since));
                        levels.extend(differing);
                    }
                    Err(bad) => faults.push(bad.at(*line)),
                }
                if first_rows.len() < FIRST_ROWS {
                    first_rows.push(preview::changed(*line, (**cells).clone(), row.clone(), stock, sets_stock));
                }
                rows.push(row);
            }
        }
    }
    let outcome = outcome(table, faults, existing_names);
    let outcome = ImportedProducts {
        first_rows,
        stock_changes: levels.iter().take(MOST_TOLD).cloned().collect(),
        stock_change_count: count(levels.len()),
        ..outcome
    };
    Ok(Judged { rows, levels, outcome })
}

fn outcome(table: &Table, mut faults: Vec<CsvFault>, existing_names: i64) -> ImportedProducts {
    faults.sort_by_key(|fault| fault.line);
    let fault_count = count(faults.len());
    faults.truncate(MOST_TOLD);
    let updated = table.changes.iter().filter(|(_, change)| matches!(change, Change::Of { .. })).count();
    ImportedProducts {
        done: false,
        created: count(table.changes.len() - updated),
        updated: count(updated),
        faults,
        fault_count,
        table: table.read.clone(),
        first_rows: Vec::new(),
        existing_names,
        stock_changes: Vec::new(),
        stock_change_count: 0,
        stock_set: false,
        left_out: table.left_out.iter().take(MOST_TOLD).cloned().collect(),
        left_out_count: count(table.left_out.len()),
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Reports a level that has changed since the export, because the count in the table is older than that change.
fn moved_since(change: &CsvStockChange) -> Option<CsvFault> {
    let has_moved = change.exported.is_some_and(|exported| exported != change.available);
    has_moved.then(|| Bad::of(Column::Stock.as_str(), CsvReason::StockMoved).at(change.line))
}

/// A product and its line in the table.
struct Stated<'a> {
    line: i64,
    product: &'a ProductRow,
}

impl Stated<'_> {
    /// The levels that differ from the shop, except exported levels that were not edited.
    fn differing(&self, stated: &StatedStock) -> Result<Vec<CsvStockChange>, Bad> {
        let product = self.product;
        let options = &stated.options;
        if !options.is_empty() && !are_those_of(options, product) {
            return Err(Bad::of(Column::Options.as_str(), CsvReason::OptionsDiffer));
        }
        if product.options.is_empty() {
            let level = stated.own.and_then(|units| differs(product.own_stock, units, stated.exported));
            return Ok(level.map(|level| self.change(None, level)).into_iter().collect());
        }
        if stated.own.is_some() {
            return Err(Bad::of(Column::Stock.as_str(), CsvReason::StockOfOptions));
        }
        let mut changes = Vec::new();
        for (stated, option) in options.iter().zip(&product.options) {
            if !(0..=MAX_STOCK).contains(&stated.stock) {
                return Err(Bad::of(Column::Options.as_str(), CsvReason::OutOfRange).within((0, MAX_STOCK)));
            }
            let level = differs(option.available_quantity, stated.stock, stated.exported_stock);
            changes.extend(level.map(|level| self.change(Some((option.id, option.name.clone())), level)));
        }
        Ok(changes)
    }

    fn change(&self, option: Option<(i64, String)>, (available, stated, exported): Level) -> CsvStockChange {
        let (product_option_id, option_name) = option.unzip();
        let (product_id, name) = (self.product.id, self.product.name.clone());
        CsvStockChange {
            line: self.line,
            product_id,
            name,
            product_option_id,
            option_name,
            available,
            stated,
            exported,
        }
    }
}

/// Stock in the shop, stock in the table, and stock at the time of the export.
type Level = (i64, i64, Option<i64>);

fn differs(available: i64, stated: i64, exported: Option<i64>) -> Option<Level> {
    (stated != available && exported != Some(stated)).then_some((available, stated, exported))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_that_only_sales_have_moved_is_no_edit() {
        for (available, stated, exported, is_edit) in [
            (5, 5, None, false),
            (5, 7, None, true),
            (5, 7, Some(5), true),
            (5, 7, Some(7), false),
            (5, 8, Some(7), true),
            (5, 5, Some(7), false),
        ] {
            assert_eq!(differs(available, stated, exported).is_some(), is_edit, "{available} {stated} {exported:?}");
        }
    }
}
