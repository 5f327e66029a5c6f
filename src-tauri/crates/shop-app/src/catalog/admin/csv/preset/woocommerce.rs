//! The export of WooCommerce. A product is one line. The variations of a variable product are separate lines, before or
//! after it, that name the parent by SKU or as `id:12`.

use std::collections::HashMap;

use super::super::column::{Column, Row};
use super::super::headers::Headers;
use super::super::mapping::Mapping;
use super::{Assembled, Preset, cell, joined, narrowest_category, option, with_options};
use crate::catalog::new_product::NewOption;
use crate::spreadsheet::Record;
use shop_contract::{CsvLeftOutReason, CsvSource};

pub(super) const PRESET: Preset = Preset {
    source: CsvSource::Woocommerce,
    telling: &[&["Type", "SKU", "Name", "Regular price"], &["Type", "Name", "Published", "Regular price"]],
    columns: &[
        (Column::Name, &["Name"]),
        (Column::Description, &["Description", "Short description"]),
        (Column::Category, &["Categories"]),
        (Column::Price, &["Regular price"]),
        (Column::Stock, &["Stock"]),
    ],
    assemble,
};

const VALUES: [&str; 4] =
    ["Attribute 1 value(s)", "Attribute 2 value(s)", "Attribute 3 value(s)", "Attribute 4 value(s)"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Simple,
    Variable,
    Variation,
    Other,
}

fn kind(headers: &Headers, record: &Record<'_>) -> Kind {
    let kinds = cell(headers, record, &["Type"]).to_lowercase();
    let has = |kind: &str| kinds.split(',').any(|given| given.trim() == kind);
    if has("variation") {
        Kind::Variation
    } else if has("variable") {
        Kind::Variable
    } else if has("simple") {
        Kind::Simple
    } else {
        Kind::Other
    }
}

fn assemble<'a>(headers: &Headers, mapping: &Mapping, records: &[Record<'a>]) -> Assembled<'a> {
    let mut assembled = Assembled::default();
    let of_parent = variations(headers, mapping, records, &mut assembled);
    for (place, record) in records.iter().enumerate() {
        let published = cell(headers, record, &["Published"]);
        match kind(headers, record) {
            Kind::Variation => continue,
            Kind::Other => assembled.leave_out(record.line, CsvLeftOutReason::OtherKind),
            _ if !matches!(published, "" | "1") => assembled.leave_out(record.line, CsvLeftOutReason::NotOnSale),
            Kind::Simple => assembled.push(record.line, Ok(row(mapping, record))),
            Kind::Variable => match of_parent.get(&place) {
                Some(options) => assembled.push(record.line, with_options(row(mapping, record), options.clone())),
                None => assembled.leave_out(record.line, CsvLeftOutReason::OptionsNotRead),
            },
        }
    }
    assembled.left_out.sort_by_key(|line| line.line);
    assembled
}

/// The options by the index of their product.
fn variations(
    headers: &Headers,
    mapping: &Mapping,
    records: &[Record<'_>],
    assembled: &mut Assembled<'_>,
) -> HashMap<usize, Vec<NewOption>> {
    let mut parents = HashMap::new();
    for (place, record) in records.iter().enumerate().filter(|(_, record)| kind(headers, record) == Kind::Variable) {
        let (id, sku) = (cell(headers, record, &["ID"]), cell(headers, record, &["SKU"]));
        parents.insert(format!("id:{id}"), place);
        if !sku.is_empty() {
            parents.insert(sku.to_owned(), place);
        }
    }
    let mut options: HashMap<usize, Vec<NewOption>> = HashMap::new();
    for record in records.iter().filter(|record| kind(headers, record) == Kind::Variation) {
        let Some(parent) = parents.get(cell(headers, record, &["Parent"])) else {
            assembled.leave_out(record.line, CsvLeftOutReason::NoProduct);
            continue;
        };
        let name = joined(VALUES.iter().map(|name| cell(headers, record, &[name])));
        match option(&name, &mapping.row(record)) {
            Ok(option) => options.entry(*parent).or_default().push(option),
            Err(bad) => assembled.faults.push(bad.at(record.line)),
        }
    }
    options
}

/// Line ends in a description are written as a backslash and an n.
fn row<'a>(mapping: &Mapping, record: &Record<'a>) -> Row<'a> {
    let mut row = mapping.row(record);
    narrowest_category(&mut row);
    if let Some(text) = row.cell(Column::Description).map(|text| text.replace("\\n", "\n")) {
        row.set(Column::Description, text.into());
    }
    row
}
