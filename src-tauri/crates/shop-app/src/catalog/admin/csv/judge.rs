//! Compares a table with the shop: the products it changes, the stock it sets, and the summary.

use std::collections::HashSet;

use shop_domain::catalog::ProductState;
use shop_store::product::{ProductRow, find, with_codes};
use shop_store::{Db, StoreResult};

use super::codes::Claims;
use super::column::Column;
use super::differences::{between, cell};
use super::fault::Bad;
use super::levels::{Stated, moved_since};
use super::line::{Change, Changed};
use super::plan::{self, Plan};
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
    /// For each existing product of the table, in its order, what is written; `None` if nothing is.
    pub(super) plans: Vec<Option<Plan>>,
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
                judge.faults.extend(judge.claims.new_product(db, *line, new)?);
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
    plans: Vec<Option<Plan>>,
    levels: Vec<CsvStockChange>,
    first_rows: Vec<CsvPreviewRow>,
    changes: Vec<CsvRowChange>,
    change_count: i64,
    faults: Vec<CsvFault>,
    claims: Claims,
    created: i64,
    updated: i64,
    unchanged: i64,
}

impl Judge {
    fn existing(&mut self, db: &Db, line: i64, changed: &Changed) -> StoreResult<()> {
        let found = find(db, changed.id)?.filter(|row| row.state != ProductState::Deleted);
        let row = with_codes(db, found.into_iter().collect())?.pop();
        let no_product = || Err(Bad::of(Column::Id.as_str(), CsvReason::NoSuchProduct).at(line));
        if let Err(fault) = row.map_or_else(no_product, |row| self.compare(line, changed, row)) {
            self.faults.push(fault);
        } else if let Some(Some(plan)) = self.plans.last() {
            self.faults.extend(self.claims.plan(db, line, plan, &changed.options)?);
        }
        Ok(())
    }

    fn compare(&mut self, line: i64, changed: &Changed, row: ProductRow) -> Result<(), CsvFault> {
        let at = |column: Column, reason| Bad::of(column.as_str(), reason).at(line);
        if !self.seen_ids.insert(changed.id) {
            return Err(at(Column::Id, CsvReason::SecondLine));
        }
        let has_options = !row.options.is_empty() || !changed.options.is_empty();
        changed.cells.check_price(&row, has_options).map_err(|bad| bad.at(line))?;
        let edit = (*changed.cells).clone().onto(row.clone());
        let cells = between(&row, &edit);
        let options = plan::options(&row, &changed.options)?;
        let is_edited = !cells.is_empty();
        if (is_edited || !options.plans.is_empty()) && changed.seen.is_some_and(|seen| seen != row.updated_at) {
            return Err(at(Column::UpdatedAt, CsvReason::Changed));
        }
        let stated = Stated { line, product: &row };
        let mut levels = stated.differing(&changed.stock, has_options).map_err(|bad| bad.at(line))?;
        levels.extend(options.levels);
        let mut changes = options.changes;
        if is_edited {
            changes.insert(0, change(line, &row, None, cells));
        }
        if self.sets_stock {
            self.faults.extend(levels.iter().filter_map(moved_since));
            levels.iter().for_each(|level| add_level(&mut changes, &row, level));
        }
        let plan = Plan { row, edit: is_edited.then(|| edit.clone()), options: options.plans };
        if changes.is_empty() {
            self.unchanged += 1;
        } else {
            self.updated += 1;
            let set: &[CsvStockChange] = if self.sets_stock { &levels } else { &[] };
            self.show(|| preview::changed(line, &edit, &plan, set));
        }
        changes.into_iter().for_each(|change| self.tell(change));
        self.levels.extend(levels);
        self.plans.push((plan.edit.is_some() || !plan.options.is_empty()).then_some(plan));
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
        Judged { plans: self.plans, levels: self.levels, outcome }
    }
}

fn change(line: i64, row: &ProductRow, option_name: Option<String>, cells: Vec<CsvCellChange>) -> CsvRowChange {
    CsvRowChange { line, product_id: row.id, name: row.name.clone(), option_name, cells }
}

/// Adds a level that is set to the changes of its row.
fn add_level(changes: &mut Vec<CsvRowChange>, row: &ProductRow, level: &CsvStockChange) {
    let cell = cell(Column::Stock, Some(&level.available.to_string()), Some(&level.stated.to_string()));
    let is_row = |change: &&mut CsvRowChange| change.line == level.line && change.option_name == level.option_name;
    match changes.iter_mut().find(is_row) {
        Some(change) => change.cells.push(cell),
        None => changes.push(change(level.line, row, level.option_name.clone(), vec![cell])),
    }
    changes.sort_by_key(|change| change.line);
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
