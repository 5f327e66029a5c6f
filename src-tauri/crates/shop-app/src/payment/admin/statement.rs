//! Reads the statement of a bank: a text or a file, in the layout of any bank that is known.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use shop_domain::statement::{Layout, Line};

use crate::spreadsheet::{Bounds, Kind, MARK, Reader, Record, decode, kind, read};
use shop_contract::{MatchPayments, ShopError, UnreadLine};

/// Rows above the names of the columns, in which banks write the account and the period.
const PREAMBLE: usize = 40;
/// Most rows of a statement.
const MOST_ROWS: usize = 5_000;
/// A workbook takes so many bytes at most when it is unpacked.
const WORKBOOK: Bounds = Bounds { unpacked: 64 * 1024 * 1024 };

/// The deposits of a statement.
#[derive(Clone)]
pub(super) struct Table {
    pub layout: Layout,
    pub lines: Vec<Line>,
    pub unread: Vec<UnreadLine>,
}

impl Table {
    /// Reads the table of a request.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a table that cannot be read, without columns of a bank, or with more than 5,000 rows.
    pub(super) fn of(request: &MatchPayments) -> Result<Self, ShopError> {
        match (&request.csv, &request.data) {
            (Some(csv), None) => Self::of_text(csv),
            (None, Some(data)) => {
                let bytes = STANDARD.decode(data).map_err(|_| ShopError::invalid("data", "not base64"))?;
                Self::of_bytes(bytes)
            }
            _ => Err(ShopError::invalid("csv", "either csv or data")),
        }
    }

    fn of_bytes(bytes: Vec<u8>) -> Result<Self, ShopError> {
        match kind(&bytes) {
            Kind::Text => {
                let (text, _) =
                    decode(bytes).map_err(|bad| ShopError::invalid("data", &format!("line {}", bad.line)))?;
                Self::of_text(&text)
            }
            Kind::Xlsx => {
                let workbook = read(&bytes, None, WORKBOOK).map_err(|_| ShopError::invalid("data", "UNREADABLE"))?;
                Self::of_records(&workbook.rows, 0)
            }
            Kind::Other(_) => Err(ShopError::invalid("data", "OTHER_FORMAT")),
        }
    }

    fn of_text(text: &str) -> Result<Self, ShopError> {
        let (skipped, table) = from_names(text).ok_or_else(unknown_columns)?;
        let records: Result<Vec<_>, _> = Reader::new(table).take(MOST_ROWS + 1).collect();
        let records = records.map_err(|(line, _)| {
            let row = line + skipped;
            ShopError::invalid("csv", &format!("row {row}: a quote at a wrong place"))
        })?;
        Self::of_records(&records, skipped)
    }

    fn of_records(records: &[Record<'_>], skipped: i64) -> Result<Self, ShopError> {
        if records.len() > MOST_ROWS {
            return Err(ShopError::invalid("csv", "at most 5,000 rows"));
        }
        let named = records.iter().take(PREAMBLE).enumerate();
        let mut found = named.filter_map(|(place, record)| Some((place, Layout::of(cells(record))?)));
        let (place, layout) = found.next().ok_or_else(unknown_columns)?;
        let (mut lines, mut unread) = (Vec::new(), Vec::new());
        for record in &records[place + 1..] {
            let row = record.line + skipped;
            match layout.read(row, &cells(record)) {
                Ok(Some(line)) => lines.push(line),
                Ok(None) => {}
                Err(fault) => unread.push(UnreadLine { row, reason: fault.into() }),
            }
        }
        Ok(Self { layout, lines, unread })
    }
}

fn unknown_columns() -> ShopError {
    ShopError::invalid("csv", "UNKNOWN_COLUMNS")
}

/// The text from the row with the names of the columns on, and how many rows were before it. Those before it have cells of
/// their own, from which the delimiter cannot be told.
fn from_names(text: &str) -> Option<(i64, &str)> {
    let mut at = 0;
    for (row, line) in text.split_inclusive('\n').take(PREAMBLE).enumerate() {
        let names = line.trim_start_matches(MARK).split([',', '\t', ';']).map(|name| name.trim().trim_matches('"'));
        if Layout::of(names).is_some() {
            return Some((i64::try_from(row).unwrap_or(i64::MAX), &text[at..]));
        }
        at += line.len();
    }
    None
}

fn cells<'a>(record: &'a Record<'_>) -> Vec<&'a str> {
    record.cells.iter().map(AsRef::as_ref).collect()
}
