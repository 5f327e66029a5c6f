//! Naver Smartstore: the downloaded product list, and the bulk upload form. The form writes options into cells: names,
//! values, extra prices and stock, separated by commas, with one line for each choice. One choice is supported; the
//! form does not define how several are combined, so such products are left out.

use std::borrow::Cow;

use shop_domain::catalog::Codes;
use shop_domain::parse_whole_number;

use super::super::column::{Column, Row};
use super::super::fault::Bad;
use super::super::headers::Headers;
use super::super::mapping::Mapping;
use super::{Assembled, Preset, cell, number, with_options};
use crate::catalog::new_product::NewOption;
use crate::spreadsheet::Record;
use shop_contract::{CsvLeftOutReason, CsvSource};

pub(super) const PRESET: Preset = Preset {
    source: CsvSource::Smartstore,
    telling: &[
        &["상품번호(스마트스토어)", "상품명", "판매가"],
        &["판매자 상품코드", "상품명", "판매가"],
        &["판매자상품코드", "상품명", "판매가"],
        &["카테고리코드", "상품명", "판매가"],
        &["카테고리ID", "상품명", "판매가"],
    ],
    columns: &[
        (Column::Name, &["상품명"]),
        (Column::Description, &["상세설명", "상품 상세정보", "상세정보"]),
        (Column::Category, &["대분류", "카테고리명", "중분류", "카테고리코드", "카테고리ID"]),
        (Column::Price, &["판매가"]),
        (Column::Stock, &["재고수량"]),
        (Column::LimitedQuantity, &["1인 최대 구매수량", "1인 구매 시 최대 수량"]),
    ],
    assemble,
};

fn assemble<'a>(headers: &Headers, mapping: &Mapping, records: &[Record<'a>]) -> Assembled<'a> {
    let mut assembled = Assembled::default();
    for record in records {
        let state = cell(headers, record, &["판매상태"]);
        let shown = cell(headers, record, &["전시상태"]);
        if !matches!(state, "" | "판매중" | "품절") || !matches!(shown, "" | "전시중") {
            assembled.leave_out(record.line, CsvLeftOutReason::NotOnSale);
            continue;
        }
        match options(headers, mapping, record) {
            Choices::None => assembled.push(record.line, Ok(row(mapping, record))),
            Choices::Of(options) => {
                assembled.push(record.line, options.and_then(|options| with_options(row(mapping, record), options)));
            }
            Choices::Unclear => assembled.leave_out(record.line, CsvLeftOutReason::OptionsNotRead),
        }
    }
    assembled
}

/// A limit of 0 means no limit.
fn row<'a>(mapping: &Mapping, record: &Record<'a>) -> Row<'a> {
    let mut row = mapping.row(record);
    if row.filled(Column::LimitedQuantity).and_then(|text| parse_whole_number(text).ok()) == Some(0) {
        row.set(Column::LimitedQuantity, Cow::Borrowed(""));
    }
    row
}

enum Choices {
    None,
    Of(Result<Vec<NewOption>, Bad>),
    Unclear,
}

fn options(headers: &Headers, mapping: &Mapping, record: &Record<'_>) -> Choices {
    let values = cell(headers, record, &["옵션값", "필수 옵션값"]);
    if values.is_empty() {
        return if cell(headers, record, &["옵션형태"]).is_empty() { Choices::None } else { Choices::Unclear };
    }
    if values.contains(['\n', '\r']) {
        return Choices::Unclear;
    }
    let list = |text: &str| text.split(',').map(|part| part.trim().to_owned()).collect::<Vec<_>>();
    let names = list(values);
    let extras = cell(headers, record, &["옵션가", "필수 옵션가"]);
    let stocks = cell(headers, record, &["옵션 재고수량"]);
    let extras = if extras.is_empty() { vec!["0".to_owned(); names.len()] } else { list(extras) };
    let stocks = if stocks.is_empty() { vec!["0".to_owned(); names.len()] } else { list(stocks) };
    if names.len() != extras.len() || names.len() != stocks.len() {
        return Choices::Unclear;
    }
    let read = || {
        let row = mapping.row(record);
        let base = number(Column::Price, row.cell(Column::Price).unwrap_or_default())?;
        let option = |((name, extra), stock): ((&String, &String), &String)| {
            let price = base.saturating_add(number(Column::Price, extra)?);
            let stock = number(Column::Stock, stock)?;
            Ok(NewOption { name: name.clone(), name_en: None, price, stock, codes: Codes::default() })
        };
        names.iter().zip(&extras).zip(&stocks).map(option).collect()
    };
    Choices::Of(read())
}
