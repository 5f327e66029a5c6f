//! The export of Shopify, with the current names and those from before 2025. The lines of one product are consecutive
//! and share a handle: the first has the texts, a line with an option value or a price is a variant, the others hold
//! pictures.

use super::super::column::{Column, Row};
use super::super::fault::Bad;
use super::super::headers::Headers;
use super::super::mapping::Mapping;
use super::{Assembled, Preset, cell, joined, narrowest_category, option, with_options};
use crate::spreadsheet::Record;
use shop_contract::{CsvLeftOutReason, CsvSource};

pub(super) const PRESET: Preset = Preset {
    source: CsvSource::Shopify,
    telling: &[
        &["Handle", "Title", "Variant Price"],
        &["URL handle", "Title", "Price"],
        &["Handle", "Title", "Option1 Value"],
        &["URL handle", "Title", "Option1 value"],
    ],
    columns: &[
        (Column::Name, &["Title"]),
        (Column::Description, &["Body (HTML)", "Description"]),
        (Column::Category, &["Type", "Product Category"]),
        (Column::Price, PRICE),
        (Column::Stock, &["Variant Inventory Qty", "Inventory quantity"]),
    ],
    assemble,
};

const HANDLE: &[&str] = &["Handle", "URL handle"];
const PRICE: &[&str] = &["Variant Price", "Price"];
/// The name of the only variant of a product without options.
const NO_OPTION: &str = "Default Title";

fn assemble<'a>(headers: &Headers, mapping: &Mapping, records: &[Record<'a>]) -> Assembled<'a> {
    let mut assembled = Assembled::default();
    let is_same = |one: &Record<'_>, next: &Record<'_>| {
        let handle = cell(headers, next, HANDLE);
        let continues = handle.is_empty() && cell(headers, next, &["Title"]).is_empty();
        continues || (!handle.is_empty() && handle == cell(headers, one, HANDLE))
    };
    for product in records.chunk_by(is_same) {
        let Some(first) = product.first() else { continue };
        if is_on_sale(headers, first) {
            assembled.push(first.line, read(headers, mapping, product, first));
        } else {
            assembled.leave_out(first.line, CsvLeftOutReason::NotOnSale);
        }
    }
    assembled
}

/// Whether the product is on sale; true if the columns are missing or empty.
fn is_on_sale(headers: &Headers, first: &Record<'_>) -> bool {
    let says = |names: &[&str]| cell(headers, first, names).to_lowercase();
    let published = says(&["Published", "Published on online store"]);
    matches!(says(&["Status"]).as_str(), "" | "active") && matches!(published.as_str(), "" | "true")
}

fn read<'a>(headers: &Headers, mapping: &Mapping, product: &[Record<'a>], first: &Record<'a>) -> Result<Row<'a>, Bad> {
    let mut row = mapping.row(first);
    narrowest_category(&mut row);
    let name = |record: &Record<'_>| {
        let values = [["Option1 Value"], ["Option2 Value"], ["Option3 Value"]];
        joined(values.iter().map(|names| cell(headers, record, names)))
    };
    let is_variant = |record: &&Record<'_>| !name(record).is_empty() || !cell(headers, record, PRICE).is_empty();
    let variants: Vec<_> = product.iter().filter(is_variant).collect();
    let has_options = variants.len() > 1 || variants.iter().any(|one| !matches!(name(one).as_str(), "" | NO_OPTION));
    if !has_options {
        return Ok(row);
    }
    let options = variants.iter().map(|one| option(&name(one), &mapping.row(one)));
    with_options(row, options.collect::<Result<_, _>>()?)
}
