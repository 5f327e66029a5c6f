//! The cell with a product's options: a JSON list, as the export writes it.

use serde::{Deserialize, Serialize};
use shop_domain::catalog::Codes;
use shop_domain::limits::MAX_OPTIONS;
use shop_store::product::{OptionRow, ProductRow};

use super::column::Column;
use super::fault::Bad;
use crate::catalog::fields;
use crate::catalog::new_product::NewOption;
use shop_contract::CsvReason;

/// An option in a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct StatedOption {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name_en: Option<String>,
    price: i64,
    /// Units in stock.
    pub(super) stock: i64,
    /// Units at the time of the export.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) exported_stock: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sku: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    barcode: Option<String>,
}

impl StatedOption {
    pub(super) fn of(option: &OptionRow) -> Self {
        let stock = option.available_quantity;
        Self {
            name: option.name.clone(),
            name_en: option.name_en.clone(),
            price: option.list_price.get(),
            stock,
            exported_stock: Some(stock),
            sku: option.codes.sku.clone(),
            barcode: option.codes.barcode.clone(),
        }
    }

    pub(super) fn into_new(self) -> NewOption {
        let codes = Codes { sku: self.sku, barcode: self.barcode };
        NewOption { name: self.name, name_en: self.name_en, price: self.price, stock: self.stock, codes }
    }
}

/// Parses the cell; an empty cell is an empty list.
///
/// # Errors
/// `NOT_A_LIST`, `TOO_MANY_OPTIONS`.
pub(super) fn parse(cell: &str) -> Result<Vec<StatedOption>, Bad> {
    let bad = |reason| Bad::of(Column::Options.as_str(), reason);
    if cell.is_empty() {
        return Ok(Vec::new());
    }
    let options: Vec<StatedOption> = serde_json::from_str(cell).map_err(|_| bad(CsvReason::NotAList))?;
    if options.len() > MAX_OPTIONS {
        return Err(bad(CsvReason::TooManyOptions).most(MAX_OPTIONS));
    }
    Ok(options)
}

/// Whether a product has exactly these options, by name and price, in this order. A table cannot change options, so
/// different options must be reported.
pub(super) fn are_those_of(stated: &[StatedOption], product: &ProductRow) -> bool {
    let is_same = |(stated, option): (&StatedOption, &OptionRow)| {
        let name = fields::name(Column::Options.as_str(), &stated.name);
        name.is_ok_and(|name| name == option.name)
            && stated.price == option.list_price.get()
            && (stated.name_en.is_none() || stated.name_en == option.name_en)
            && (stated.sku.is_none() || stated.sku == option.codes.sku)
            && (stated.barcode.is_none() || stated.barcode == option.codes.barcode)
    };
    stated.len() == product.options.len() && stated.iter().zip(&product.options).all(is_same)
}
