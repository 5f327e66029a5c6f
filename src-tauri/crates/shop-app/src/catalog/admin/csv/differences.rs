//! The values of a product that a line changes, each before and after. A line that changes none is not written.

use shop_domain::catalog::{ProductState, Sale};
use shop_store::product::{Edit, ProductRow};

use super::column::Column;
use crate::spreadsheet::instant;
use shop_contract::CsvCellChange;

/// Maximum length in characters of a value in the report.
const MOST_SHOWN: usize = 100;
/// Characters before the first difference of a long text.
const LEAD: usize = 20;

/// The values that `edit` changes, in column order. Empty if the product stays as it is.
pub(super) fn between(row: &ProductRow, edit: &Edit) -> Vec<CsvCellChange> {
    let mut cells = Vec::new();
    let mut compare = |column: Column, before: Option<String>, after: Option<String>| {
        if before != after {
            cells.push(cell(column, before.as_deref(), after.as_deref()));
        }
    };
    compare(Column::Name, text(&row.name), text(&edit.name));
    compare(Column::NameEn, row.name_en.clone(), edit.name_en.clone());
    compare(Column::Description, text(&row.description), text(&edit.description));
    compare(Column::DescriptionEn, row.description_en.clone(), edit.description_en.clone());
    compare(Column::Category, text(&row.category), text(&edit.category));
    // A product with options has no price of its own: an edit leaves that which it is listed by.
    if row.options.is_empty() {
        compare(Column::Price, Some(row.list_price.get().to_string()), Some(edit.price.get().to_string()));
    }
    compare(Column::LimitedQuantity, number(row.limited_quantity), number(edit.limited_quantity));
    compare(Column::State, state(Some(row.state)), state(edit.state.or(Some(row.state))));
    compare(Column::SaleRate, rate(row.sale), rate(edit.sale));
    compare(Column::SaleBeginsAt, begins(row.sale), begins(edit.sale));
    compare(Column::SaleEndsAt, ends(row.sale), ends(edit.sale));
    compare(Column::Sku, row.codes.sku.clone(), edit.codes.sku.clone());
    compare(Column::Barcode, row.codes.barcode.clone(), edit.codes.barcode.clone());
    cells
}

/// One changed value. Long texts are cut around their first difference, so that it is seen.
pub(super) fn cell(column: Column, before: Option<&str>, after: Option<&str>) -> CsvCellChange {
    let (was, is) = (before.unwrap_or_default(), after.unwrap_or_default());
    let same = was.chars().zip(is.chars()).take_while(|(was, is)| was == is).count();
    let is_long = |text: &str| text.chars().nth(MOST_SHOWN).is_some();
    let skipped = if is_long(was) || is_long(is) { same.saturating_sub(LEAD) } else { 0 };
    let shown = |text: Option<&str>| text.map(|text| part(text, skipped)).filter(|text| !text.is_empty());
    CsvCellChange { column: column.as_str().to_owned(), before: shown(before), after: shown(after) }
}

/// The text from its character `skipped` on, cut at the length that is shown.
fn part(text: &str, skipped: usize) -> String {
    let mut rest = text.chars().skip(skipped);
    let shown: String = rest.by_ref().take(MOST_SHOWN).collect();
    let start = if skipped > 0 && !shown.is_empty() { "…" } else { "" };
    let end = if rest.next().is_some() { "…" } else { "" };
    format!("{start}{shown}{end}")
}

fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn number(number: Option<i64>) -> Option<String> {
    number.map(|number| number.to_string())
}

fn state(state: Option<ProductState>) -> Option<String> {
    state.map(|state| state.as_str().to_owned())
}

fn rate(sale: Option<Sale>) -> Option<String> {
    sale.map(|sale| sale.rate().get().to_string())
}

fn begins(sale: Option<Sale>) -> Option<String> {
    sale.map(|sale| instant(sale.begins_at()))
}

fn ends(sale: Option<Sale>) -> Option<String> {
    sale.map(|sale| instant(sale.ends_at()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_shown_around_its_first_difference() {
        let long = "가".repeat(300);
        let changed = format!("{}나{}", "가".repeat(250), "가".repeat(49));
        let told = cell(Column::Description, Some(&long), Some(&changed));
        let (before, after) = (told.before.expect("it was"), told.after.expect("it is"));
        assert!(after.contains('나') && !before.contains('나'), "the difference is seen: {after}");
        assert!(before.starts_with('…') && before.chars().count() <= MOST_SHOWN + 2, "and the rest is cut: {before}");
        let short = cell(Column::Name, Some("컵"), None);
        assert_eq!((short.before.as_deref(), short.after), (Some("컵"), None), "what is short is shown whole");
    }
}
