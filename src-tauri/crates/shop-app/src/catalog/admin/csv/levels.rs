//! The stock that a line states, compared with the shop and with the time of the export.

use shop_domain::limits::MAX_STOCK;
use shop_store::product::ProductRow;

use super::column::Column;
use super::fault::Bad;
use super::line::StatedStock;
use super::options::are_those_of;
use shop_contract::{CsvFault, CsvReason, CsvStockChange};

/// A product and its line in the table.
pub(super) struct Stated<'a> {
    pub(super) line: i64,
    pub(super) product: &'a ProductRow,
}

impl Stated<'_> {
    /// The levels that differ from the shop, except exported levels that were not edited. `has_options` is true also for a
    /// product that gets its first ones.
    pub(super) fn differing(&self, stated: &StatedStock, has_options: bool) -> Result<Vec<CsvStockChange>, Bad> {
        let product = self.product;
        let options = &stated.options;
        if !options.is_empty() && !are_those_of(options, product) {
            return Err(Bad::of(Column::Options.as_str(), CsvReason::OptionsDiffer));
        }
        if product.options.is_empty() {
            let level = stated.own.and_then(|units| differs(product.own_stock, units, stated.exported));
            if has_options && level.is_some() {
                return Err(Bad::of(Column::Stock.as_str(), CsvReason::StockOfOptions));
            }
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

    pub(super) fn change(&self, option: Option<(i64, String)>, (available, stated, exported): Level) -> CsvStockChange {
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

/// Reports a level that has changed since the export, because the count in the table is older than that change.
pub(super) fn moved_since(change: &CsvStockChange) -> Option<CsvFault> {
    let has_moved = change.exported.is_some_and(|exported| exported != change.available);
    has_moved.then(|| Bad::of(Column::Stock.as_str(), CsvReason::StockMoved).at(change.line))
}

/// Stock in the shop, stock in the table, and stock at the time of the export.
pub(super) type Level = (i64, i64, Option<i64>);

pub(super) fn differs(available: i64, stated: i64, exported: Option<i64>) -> Option<Level> {
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
