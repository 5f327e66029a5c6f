//! Tables of parcels: the columns of the exported one, and the reader of one with tracking numbers.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::spreadsheet::{BadByte, Bounds, Kind, Misquoted, Reader, Record, decode, kind, read, unguarded};
use shop_contract::{CsvReason, ImportTracking, Language, ShopError};

/// Most rows of a table with tracking numbers: one transaction ships them all.
const MOST_ROWS: usize = 2_000;
/// A workbook takes so many bytes at most when it is unpacked.
const WORKBOOK: Bounds = Bounds { unpacked: 64 * 1024 * 1024 };

/// How many columns the exported table has.
pub(super) const COLUMNS: usize = 11;

/// Their names: for programs, in Korean, in English. The first and the last two are read again.
const NAMES: [[&str; 3]; COLUMNS] = [
    ["orderNumber", "주문 번호", "Order number"],
    ["recipientName", "받는 사람", "Recipient"],
    ["recipientPhone", "전화번호", "Phone"],
    ["zipCode", "우편번호", "Postal code"],
    ["address", "주소", "Address"],
    ["detailAddress", "상세 주소", "Address details"],
    ["items", "상품", "Items"],
    ["quantity", "수량", "Quantity"],
    ["deliveryMemo", "배송 메모", "Delivery note"],
    ["carrier", "택배사", "Carrier"],
    ["trackingNumber", "운송장 번호", "Tracking number"],
];

/// Names of the three columns in tables of carriers, without spaces and in lower case.
const ORDER_NUMBER: &[&str] = &["ordernumber", "orderno", "주문번호", "고객주문번호"];
const CARRIER: &[&str] = &["carrier", "택배사", "배송사", "택배사명", "운송사"];
const TRACKING_NUMBER: &[&str] =
    &["trackingnumber", "trackingno", "운송장번호", "송장번호", "운송장", "송장", "등기번호"];

/// The names of the columns in a language of the panel, or for programs.
pub(super) fn headings(language: Option<Language>) -> [&'static str; COLUMNS] {
    NAMES.map(|[program, ko, en]| match language {
        None => program,
        Some(Language::Ko) => ko,
        Some(Language::En) => en,
    })
}

/// A row as it stands in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TypedRow {
    /// The line of the file.
    pub(super) line: i64,
    pub(super) order_number: String,
    pub(super) carrier: String,
    pub(super) tracking_number: String,
}

/// Why a file is no such table, and the line.
pub(super) type Unreadable = (CsvReason, i64);

/// Reads the table of a request.
///
/// # Errors
/// `INVALID_INPUT` for both or neither of text and bytes, and for bytes that are not base64.
pub(super) fn table(request: &ImportTracking) -> Result<Result<Vec<TypedRow>, Unreadable>, ShopError> {
    match (&request.csv, &request.data) {
        (Some(csv), None) => Ok(of_text(csv)),
        (None, Some(data)) => {
            let bytes = STANDARD.decode(data).map_err(|_| ShopError::invalid("data", "not base64"))?;
            Ok(of_bytes(bytes))
        }
        _ => Err(ShopError::invalid("csv", "either csv or data")),
    }
}

fn of_bytes(bytes: Vec<u8>) -> Result<Vec<TypedRow>, Unreadable> {
    match kind(&bytes) {
        Kind::Text => {
            let (text, _) = decode(bytes).map_err(|BadByte { line }| (CsvReason::BadEncoding, line))?;
            of_text(&text)
        }
        Kind::Xlsx => {
            let workbook = read(&bytes, None, WORKBOOK).map_err(|_| (CsvReason::DamagedWorkbook, 1))?;
            of_records(&workbook.rows)
        }
        Kind::Other(_) => Err((CsvReason::OtherWorkbook, 1)),
    }
}

fn of_text(text: &str) -> Result<Vec<TypedRow>, Unreadable> {
    // Programs write a number as the formula ="0012", so that a spreadsheet keeps its zeros.
    let text = text.replace("=\"", "\"");
    let records: Result<Vec<_>, _> = Reader::new(&text).take(MOST_ROWS + 2).collect();
    let records = records.map_err(|(line, misquoted)| {
        let reason = match misquoted {
            Misquoted::Unclosed => CsvReason::UnclosedQuote,
            Misquoted::InsideCell => CsvReason::QuoteInCell,
            Misquoted::TextAfterQuote => CsvReason::TextAfterQuote,
        };
        (reason, line)
    })?;
    of_records(&records)
}

fn of_records(records: &[Record<'_>]) -> Result<Vec<TypedRow>, Unreadable> {
    let (names, rows) = records.split_first().ok_or((CsvReason::NoNames, 1))?;
    let place = |known: &[&str]| names.cells.iter().position(|cell| known.contains(&name_key(cell).as_str()));
    let number = place(ORDER_NUMBER).ok_or((CsvReason::NoNames, names.line))?;
    let tracking = place(TRACKING_NUMBER).ok_or((CsvReason::NoNames, names.line))?;
    let carrier = place(CARRIER);
    if rows.len() > MOST_ROWS {
        return Err((CsvReason::TooManyLines, names.line));
    }
    let row = |record: &Record<'_>| {
        let cell = |at: usize| record.cells.get(at).map(Cow::as_ref).map(cleaned).unwrap_or_default();
        TypedRow {
            line: record.line,
            order_number: cell(number),
            carrier: carrier.map(cell).unwrap_or_default(),
            tracking_number: cell(tracking),
        }
    };
    let is_filled =
        |row: &TypedRow| [&row.order_number, &row.carrier, &row.tracking_number].iter().any(|c| !c.is_empty());
    Ok(rows.iter().map(row).filter(is_filled).collect())
}

/// A cell without what spreadsheets and carriers write around a number.
fn cleaned(cell: &str) -> String {
    let cell = unguarded(cell.trim()).trim();
    cell.trim_matches('"').trim().to_owned()
}

fn name_key(cell: &str) -> String {
    unguarded(cell.trim()).chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(csv: &str) -> Result<Vec<(i64, String, String, String)>, Unreadable> {
        let rows = of_text(csv)?;
        Ok(rows.into_iter().map(|row| (row.line, row.order_number, row.carrier, row.tracking_number)).collect())
    }

    fn row(line: i64, number: &str, carrier: &str, tracking: &str) -> (i64, String, String, String) {
        (line, number.to_owned(), carrier.to_owned(), tracking.to_owned())
    }

    #[test]
    fn a_table_is_read_by_the_names_of_its_columns() {
        let expected = Ok(vec![row(2, "ORD-1", "한진택배", "1234")]);
        for csv in [
            "orderNumber,carrier,trackingNumber\nORD-1,한진택배,1234\n",
            "받는 사람,운송장 번호,택배사,주문 번호\n김,1234,한진택배,ORD-1\n",
            "주문번호;송장번호;배송사\nORD-1;=\"1234\";한진택배\n",
            "\u{FEFF}Order number\tTracking number\tCarrier\nORD-1\t 1234 \t한진택배\n",
            "orderNumber,carrier,trackingNumber\nORD-1,한진택배,'1234\n,,\n",
        ] {
            let found = rows(csv).map(|mut rows| {
                rows.iter_mut().for_each(|row| row.3 = row.3.trim_start_matches('\'').to_owned());
                rows
            });
            assert_eq!(found, expected, "{csv:?}");
        }
        let bare = rows("주문번호,운송장번호\nORD-1,1234\nORD-2\n");
        assert_eq!(bare, Ok(vec![row(2, "ORD-1", "", "1234"), row(3, "ORD-2", "", "")]), "no carrier, and a short row");
    }

    #[test]
    fn a_file_that_is_no_such_table_says_why() {
        for (csv, reason, line) in [
            ("", CsvReason::NoNames, 1),
            ("carrier,trackingNumber\n", CsvReason::NoNames, 1),
            ("orderNumber,carrier\n", CsvReason::NoNames, 1),
            ("orderNumber,trackingNumber\nORD-1,\"1234\n", CsvReason::UnclosedQuote, 2),
        ] {
            assert_eq!(rows(csv), Err((reason, line)), "{csv:?}");
        }
        let many = format!("orderNumber,trackingNumber\n{}", "ORD-1,1234\n".repeat(MOST_ROWS + 1));
        assert_eq!(rows(&many), Err((CsvReason::TooManyLines, 1)));
    }

    #[test]
    fn the_exported_columns_are_read_again() {
        for language in [None, Some(Language::Ko), Some(Language::En)] {
            let names = headings(language).map(name_key);
            assert!(ORDER_NUMBER.contains(&names[0].as_str()), "{language:?}");
            assert!(CARRIER.contains(&names[9].as_str()), "{language:?}");
            assert!(TRACKING_NUMBER.contains(&names[10].as_str()), "{language:?}");
        }
    }
}
