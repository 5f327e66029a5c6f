//! Previews of the first products of a table.

use shop_store::product::{Edit, NewProduct, OptionRow, ProductRow};

use super::line::StatedStock;
use crate::catalog::admin::view::{shown_sale, shown_state};
use shop_contract::{CsvPreviewRow, EditedProductState, ProductState};

/// Number of products in the preview.
pub(super) const FIRST_ROWS: usize = 10;
/// Maximum length of a description in the preview, in characters.
const MOST_DESCRIPTION: usize = 100;

pub(super) fn new(line: i64, product: &NewProduct) -> CsvPreviewRow {
    let stock = if product.options.is_empty() {
        product.stock
    } else {
        product.options.iter().map(|option| option.stock).sum()
    };
    CsvPreviewRow {
        line,
        product_id: None,
        name: product.name.clone(),
        description: beginning(&product.description),
        category: product.category.clone(),
        price: product.list_price().get(),
        state: EditedProductState::Normal,
        sale: product.sale.map(shown_sale),
        stock,
        options: product.options.iter().map(|option| option.name.clone()).collect(),
    }
}

pub(super) fn changed(
    line: i64,
    edit: &Edit,
    row: &ProductRow,
    stated: &StatedStock,
    sets_stock: bool,
) -> CsvPreviewRow {
    // An exported level that was not edited stays unchanged.
    let is_edited = |stock: i64, exported: Option<i64>| sets_stock && exported != Some(stock);
    let own = stated.own.filter(|own| is_edited(*own, stated.exported)).unwrap_or(row.own_stock);
    let of_option = |(place, option): (usize, &OptionRow)| {
        let edited = stated.options.get(place).filter(|stated| is_edited(stated.stock, stated.exported_stock));
        edited.map_or(option.available_quantity, |stated| stated.stock)
    };
    let stock = if row.options.is_empty() { own } else { row.options.iter().enumerate().map(of_option).sum() };
    let options = row.options.iter().map(|option| option.name.clone()).collect();
    CsvPreviewRow {
        line,
        product_id: Some(row.id),
        name: edit.name.clone(),
        description: beginning(&edit.description),
        category: edit.category.clone(),
        price: if row.options.is_empty() { edit.price.get() } else { row.list_price.get() },
        state: edit.state.map_or(EditedProductState::Normal, |state| edited(shown_state(state))),
        sale: edit.sale.map(shown_sale),
        stock,
        options,
    }
}

/// A table never changes a deleted product.
fn edited(state: ProductState) -> EditedProductState {
    match state {
        ProductState::OutOfStock => EditedProductState::OutOfStock,
        ProductState::Discontinued => EditedProductState::Discontinued,
        ProductState::Normal | ProductState::Deleted => EditedProductState::Normal,
    }
}

fn beginning(text: &str) -> String {
    text.chars().take(MOST_DESCRIPTION).collect()
}
