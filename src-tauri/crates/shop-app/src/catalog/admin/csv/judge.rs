//! Compares a table with the shop: the products it changes, the stock it sets, and the summary.

use std::collections::HashSet;

use shop_domain::catalog::ProductState;
use shop_store::product::{Edit, ProductRow, find};
use shop_store::{Db, StoreResult};

use super::column::Column;
use super::differences::{between, cell};
use super::fault::Bad;
use super::levels::{Stated, moved_since};
use super::line::{Change, Changed};
use super::preview::{self, FIRST_ROWS};
use super::table::Table;
use shop_contract::{
    CsvCellChange, CsvFault, CsvLeftOut, CsvPreviewRow, CsvReason, CsvRowChange, CsvStockChange, CsvTable,
    ImportedProducts,
};

/// Maximum number of errors and remarks of one kind that are listed.
const MOST_TOLD: usize = 100;

/// The effect of a table on the current shop.
pub(super) struct Judged {
    /// For each existing product of the table, in its order, the edit; `None` if its line changes no column.
    pub(super) edits: Vec<Option<(ProductRow, Edit)>>,
    /// The stock levels that differ from the shop.
    pub(super) levels: Vec<CsvStockChange>,
    /// The report for the client.
    pub(super) outcome: ImportedProducts,
}

/// Compares a table with the shop. `existing_names` is counted before, outside of the transaction.
pub(super) fn judge(table: &Table, db: &Db, sets_stock: bool, existing_names: i64) -> StoreResult<Judged> {
    let mut judge = Judge { sets_stock, faults: table.faults.clone(), ..Judge::default() };
    for (line, change) in &table.changes {
        match change {
            Change::New(new) => {
                judge.created += 1;
                judge.show(|| preview::new(*line, new));
            }
            Change::Of(changed) => judge.existing(db, *line, changed)?,
        }
    }
    Ok(judge.done(&table.read, &table.left_out, existing_names))
}

#[derive(Default)]
struct Judge {
    sets_stock: bool,
    seen_ids: HashSet<i64>,
    edits: Vec<Option<(ProductRow, Edit)>>,
    levels: Vec<CsvStockChange>,
    first_rows: Vec<CsvPreviewRow>,
    changes: Vec<CsvRowChange>,
    change_count: i64,
    faults: Vec<CsvFault>,
    created: i64,
    updated: i64,
    unchanged: i64,
}

impl Judge {
    fn existing(&mut self, db: &Db, line: i64, changed: &Changed) -> StoreResult<()> {
        let row = find(db, changed.id)?.filter(|row| row.state != ProductState::Deleted);
        if let Err(bad) = row.map_or_else(
            || Err(Bad::of(Column::Id.as_str(), CsvReason::NoSuchProduct)),
            |row| self.compare(line, changed, row),
        ) {
            self.faults.push(bad.at(line));
        }
        Ok(())
    }

    fn compare(&mut self, line: i64, changed: &Changed, row: ProductRow) -> Result<(), Bad> {
        if !self.seen_ids.insert(changed.id) {
            return Err(Bad::of(Column::Id.as_str(), CsvReason::SecondLine));
        }
        if changed.cells.changes_price_of_options(&row) {
            return Err(Bad::of(Column::Price.as_str(), CsvReason::PriceOfOptions));
        }
        let edit = (*changed.cells).clone().onto(row.clone());
        let mut cells = between(&row, &edit);
        let is_edited = !cells.is_empty();
        if is_edited && changed.seen.is_some_and(|seen| seen != row.updated_at) {
            return Err(Bad::of(Column::UpdatedAt.as_str(), CsvReason::Changed));
        }
        let levels = Stated { line, product: &row }.differing(&changed.stock)?;
        if self.sets_stock {
            self.faults.extend(levels.iter().filter_map(moved_since));
            cells.extend(levels.iter().map(stock_cell));
        }
        self.levels.extend(levels);
        if cells.is_empty() {
            self.unchanged += 1;
        } else {
            self.updated += 1;
            let sets_stock = self.sets_stock;
            self.show(|| preview::changed(line, &edit, &row, &changed.stock, sets_stock));
            self.tell(CsvRowChange { line, product_id: row.id, name: row.name.clone(), option_name: None, cells });
        }
        self.edits.push(is_edited.then_some((row, edit)));
        Ok(())
    }

    fn show(&mut self, preview: impl FnOnce() -> CsvPreviewRow) {
        if self.first_rows.len() < FIRST_ROWS {
            let row = preview();
            self.first_rows.push(row);
        }
    }

    fn tell(&mut self, change: CsvRowChange) {
        self.change_count += 1;
        if self.changes.len() < MOST_TOLD {
            self.changes.push(change);
        }
    }

    fn done(mut self, read: &CsvTable, left_out: &[CsvLeftOut], existing_names: i64) -> Judged {
        self.faults.sort_by_key(|fault| fault.line);
        let fault_count = count(self.faults.len());
        self.faults.truncate(MOST_TOLD);
        let outcome = ImportedProducts {
            done: false,
            created: self.created,
            updated: self.updated,
            unchanged: self.unchanged,
            changes: self.changes,
            change_count: self.change_count,
            faults: self.faults,
            fault_count,
            table: read.clone(),
            first_rows: self.first_rows,
            existing_names,
            stock_changes: self.levels.iter().take(MOST_TOLD).cloned().collect(),
            stock_change_count: count(self.levels.len()),
            stock_set: false,
            left_out: left_out.iter().take(MOST_TOLD).cloned().collect(),
            left_out_count: count(left_out.len()),
        };
        Judged { edits: self.edits, levels: self.levels, outcome }
    }
}

/// A level as a changed value of the product's line.
fn stock_cell(level: &CsvStockChange) -> CsvCellChange {
    cell(Column::Stock, Some(&level.available.to_string()), Some(&level.stated.to_string()))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
