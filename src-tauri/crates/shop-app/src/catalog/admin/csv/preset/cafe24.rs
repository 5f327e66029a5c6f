//! The product table of Cafe24. Options are in one cell, `색상{빨강|파랑}//사이즈{S|M}`; every combination is sold at the
//! product's price, and the table has no stock of options.

use std::borrow::Cow;

use shop_domain::limits::MAX_OPTIONS;

use super::super::column::{Column, Row};
use super::super::fault::Bad;
use super::super::headers::Headers;
use super::super::mapping::Mapping;
use super::{Assembled, Preset, cell, option, with_options};
use crate::spreadsheet::Record;
use shop_contract::{CsvLeftOutReason, CsvReason, CsvSource};

pub(super) const PRESET: Preset = Preset {
    source: CsvSource::Cafe24,
    telling: &[
        &["상품코드", "상품명", "판매가", "자체 상품코드"],
        &["상품코드", "상품명", "판매가", "상품분류 번호"],
        &["상품명", "판매가", "옵션입력"],
    ],
    columns: &[
        (Column::Name, &["상품명"]),
        (Column::NameEn, &["영문 상품명"]),
        (Column::Description, &["상품 상세설명", "상품 간략설명", "상품 요약설명"]),
        (Column::Category, &["상품분류명", "상품분류 번호"]),
        (Column::Price, &["판매가"]),
        (Column::Stock, &["재고수량"]),
    ],
    assemble,
};

fn assemble<'a>(headers: &Headers, mapping: &Mapping, records: &[Record<'a>]) -> Assembled<'a> {
    let mut assembled = Assembled::default();
    for record in records {
        let says_no = |name: &str| cell(headers, record, &[name]).eq_ignore_ascii_case("N");
        if says_no("판매상태") || says_no("진열상태") {
            assembled.leave_out(record.line, CsvLeftOutReason::NotOnSale);
            continue;
        }
        let written = cell(headers, record, &["옵션입력", "옵션 입력"]);
        if says_no("옵션사용") || written.is_empty() {
            assembled.push(record.line, Ok(row(mapping, record)));
            continue;
        }
        match combinations(written) {
            Some(names) => assembled.push(record.line, read(mapping, record, &names)),
            None => assembled.leave_out(record.line, CsvLeftOutReason::OptionsNotRead),
        }
    }
    assembled
}

fn read<'a>(mapping: &Mapping, record: &Record<'a>, names: &[String]) -> Result<Row<'a>, Bad> {
    if names.len() > MAX_OPTIONS {
        return Err(Bad::of(Column::Options.as_str(), CsvReason::TooManyOptions).most(MAX_OPTIONS));
    }
    let mut row = row(mapping, record);
    row.set(Column::Stock, Cow::Borrowed(""));
    let options = names.iter().map(|name| option(name, &row)).collect::<Result<_, _>>()?;
    with_options(row, options)
}

/// Categories are separated by a bar; the product gets the first one.
fn row<'a>(mapping: &Mapping, record: &Record<'a>) -> Row<'a> {
    let mut row = mapping.row(record);
    if let Some(first) =
        row.cell(Column::Category).and_then(|all| all.split_once('|')).map(|(first, _)| first.to_owned())
    {
        row.set(Column::Category, first.into());
    }
    row
}

/// All combinations of one value of each choice; `None` if the cell has another format. Stops above the maximum number
/// of options of a product.
fn combinations(written: &str) -> Option<Vec<String>> {
    let mut names = vec![String::new()];
    for choice in written.split("//") {
        let (_, values) = choice.trim().strip_suffix('}')?.split_once('{')?;
        let values: Vec<&str> = values.split('|').map(str::trim).collect();
        if values.iter().any(|value| value.is_empty() || value.contains(['{', '}'])) {
            return None;
        }
        let joined = |name: &String, value: &&str| {
            if name.is_empty() { (*value).to_owned() } else { format!("{name} / {value}") }
        };
        let combined = names.iter().flat_map(|name| values.iter().map(move |value| joined(name, value)));
        names = combined.take(MAX_OPTIONS + 1).collect();
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_of_the_choices_is_an_option() {
        let names = |written| combinations(written);
        assert_eq!(names("색상{빨강|파랑}").as_deref(), Some(&["빨강", "파랑"].map(str::to_owned)[..]));
        let both = names("색상{빨강|파랑}//사이즈{S|M}").unwrap();
        assert_eq!(both, ["빨강 / S", "빨강 / M", "파랑 / S", "파랑 / M"]);
        for unclear in ["빨강|파랑", "색상{빨강|파랑", "색상{빨강|}", "색상{}", "색상{빨강}사이즈{S}"]
        {
            assert_eq!(names(unclear), None, "{unclear}");
        }
        let many = format!("a{{{}}}", vec!["x"; 500].join("|"));
        assert_eq!(names(&format!("{many}//{many}//{many}")).map(|names| names.len()), Some(MAX_OPTIONS + 1));
    }
}
