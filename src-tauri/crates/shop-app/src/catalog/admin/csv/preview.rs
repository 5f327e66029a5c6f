//! Previews of the first products of a table.

use shop_domain::Won;
use shop_store::product::{Edit, NewOption, NewProduct, OptionRow};

use super::plan::{OptionPlan, Plan};
use crate::catalog::admin::view::{shown_sale, shown_state};
use shop_contract::{CsvPreviewRow, CsvStockChange, EditedProductState, ProductState};

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

/// A product after its plan, with the levels that are set.
pub(super) fn changed(line: i64, edit: &Edit, plan: &Plan, set: &[CsvStockChange]) -> CsvPreviewRow {
    let row = &plan.row;
    let new: Vec<_> = plan.options.iter().filter_map(added).collect();
    let prices =
        row.options.iter().map(|option| changed_price(option, &plan.options)).chain(new.iter().map(|new| new.price));
    let stock: i64 = match (row.options.is_empty(), new.is_empty()) {
        (true, true) => row.own_stock,
        _ => row.options.iter().map(|option| option.available_quantity).chain(new.iter().map(|new| new.stock)).sum(),
    };
    let names = row.options.iter().map(|option| &option.name).chain(new.iter().map(|new| &new.name));
    CsvPreviewRow {
        line,
        product_id: Some(row.id),
        name: edit.name.clone(),
        description: beginning(&edit.description),
        category: edit.category.clone(),
        price: prices.min().unwrap_or(edit.price).get(),
        state: edit.state.map_or(EditedProductState::Normal, |state| edited(shown_state(state))),
        sale: edit.sale.map(shown_sale),
        stock: stock + set.iter().map(|level| level.stated - level.available).sum::<i64>(),
        options: names.cloned().collect(),
    }
}

fn added(plan: &OptionPlan) -> Option<&NewOption> {
    match plan {
        OptionPlan::Add(new) => Some(new),
        OptionPlan::Edit(..) => None,
    }
}

fn changed_price(option: &OptionRow, plans: &[OptionPlan]) -> Won {
    let edit = plans.iter().find_map(|plan| match plan {
        OptionPlan::Edit(id, edit) if *id == option.id => Some(edit.price),
        _ => None,
    });
    edit.unwrap_or(option.list_price)
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
