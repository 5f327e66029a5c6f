//! Parses a file to a product table: decoding, splitting, column mapping, and parsing of each line. Nothing here reads
//! the shop, so all of it runs before the write transaction.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono_tz::Tz;

use super::choose::{Remembered, choose};
use super::column::{Column, Row};
use super::fault::{Bad, refusal};
use super::headers::{Headers, is_blank};
use super::line::{Change, read};
use super::mapping::Mapping;
use super::option_rows;
use super::preset::Preset;
use crate::spreadsheet::{BadByte, Misquoted, Reader, Record, decode, plain_text};
use shop_contract::{
    CsvColumn, CsvEncoding, CsvFault, CsvLeftOut, CsvReason, CsvSource, CsvTable, ErrorCode, ImportProducts, ShopError,
};

/// Maximum number of lines of a table.
const MOST_LINES: usize = 200_000;
/// Maximum size of a table, in bytes.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// The replacement character, which marks text that an earlier decoding lost.
const LOST: char = '\u{FFFD}';

/// A parsed table: the changes of valid lines and the errors of the others.
pub(super) struct Table {
    /// The description of how the file was read.
    pub(super) read: CsvTable,
    /// The changes of the valid lines.
    pub(super) changes: Vec<(i64, Change)>,
    /// The errors of the invalid lines.
    pub(super) faults: Vec<CsvFault>,
    /// Lines that create nothing.
    pub(super) left_out: Vec<CsvLeftOut>,
    /// The columns that the request chose, to be remembered.
    pub(super) choice: Option<Choice>,
    /// The zone of times without an offset.
    zone: Tz,
}

/// The columns chosen for files with these names.
pub(super) struct Choice {
    pub(super) headers: Headers,
    pub(super) columns: Vec<CsvColumn>,
}

/// Decodes the file of a request to text.
///
/// # Errors
/// `PAYLOAD_TOO_LARGE` above 64 MiB; `INVALID_INPUT` for no file, two files, or a file in an unknown encoding.
pub(super) fn text(request: &ImportProducts) -> Result<(String, CsvEncoding), ShopError> {
    let too_large = |length: usize| if length > MOST_BYTES { Err(ErrorCode::PayloadTooLarge) } else { Ok(()) };
    match (&request.csv, &request.data) {
        (Some(csv), None) => {
            too_large(csv.len())?;
            Ok((csv.clone(), CsvEncoding::Utf8))
        }
        (None, Some(data)) => {
            too_large(data.len() / 4 * 3)?;
            let bytes = STANDARD.decode(data).map_err(|_| ShopError::invalid("data", "not base64"))?;
            let bad = |BadByte { line }| Bad::whole(CsvReason::BadEncoding).of_table(line);
            decode(bytes).map_err(bad)
        }
        _ => Err(ShopError::invalid("csv", "either csv or data")),
    }
}

impl Table {
    /// Parses a table.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a table without a header, with unknown column names, or with more than 200,000 lines.
    pub(super) fn read(
        (text, encoding): &(String, CsvEncoding),
        chosen: Option<&[CsvColumn]>,
        kept: &[Remembered],
        zone: Tz,
    ) -> Result<Self, ShopError> {
        let reader = Reader::new(text);
        let delimiter = reader.delimiter().to_string();
        let (records, misquoted) = records(reader)?;
        let mut records = records.into_iter();
        let Some(names) = records.next() else {
            return Err(misquoted.map_or_else(no_names, |fault| refusal(&[fault], 1)));
        };
        let records: Vec<_> = records.collect();
        let headers = Headers::new(&names);
        if headers.named().next().is_none() {
            return Err(no_names());
        }
        let mapping = choose(&headers, &records, chosen, kept)?;
        if let Some(bad) = mapping.ambiguous(&headers).into_iter().next() {
            return Err(bad.of_table(headers.line));
        }
        let mut table = Self {
            read: CsvTable {
                encoding: *encoding,
                delimiter,
                source: mapping.source,
                is_remembered: mapping.is_remembered,
                headers: headers.named().map(str::to_owned).collect(),
                columns: mapping.columns(&headers),
                unused_headers: mapping.unknown(&headers).into_iter().map(str::to_owned).collect(),
            },
            changes: Vec::new(),
            faults: misquoted.into_iter().collect(),
            left_out: Vec::new(),
            choice: None,
            zone,
        };
        table.take(&headers, &mapping, records);
        table.choice = chosen.map(|columns| Choice { headers, columns: columns.to_vec() });
        Ok(table)
    }

    fn take(&mut self, headers: &Headers, mapping: &Mapping, mut records: Vec<Record<'_>>) {
        records.retain(|record| match fits(headers, record) {
            Ok(()) => true,
            Err(bad) => {
                self.faults.push(bad.at(record.line));
                false
            }
        });
        let assembled = match Preset::with(mapping.source) {
            Some(preset) => (preset.assemble)(headers, mapping, &records),
            None => option_rows::assemble(mapping, &records),
        };
        self.faults.extend(assembled.faults);
        self.left_out = assembled.left_out;
        assembled.rows.into_iter().for_each(|row| self.push(row, mapping.source));
    }

    /// Parses a line and stores its result. Texts of other shops are HTML.
    fn push(&mut self, mut row: Row<'_>, source: CsvSource) {
        if source != CsvSource::Jangteo {
            for column in [Column::Name, Column::Description, Column::DescriptionEn] {
                if let Some(text) = row.cell(column).map(plain_text) {
                    row.set(column, text.into());
                }
            }
        }
        match read(&row, self.zone) {
            Ok(change) => self.changes.push((row.line, change)),
            Err(fault) => self.faults.push(fault),
        }
    }
}

fn no_names() -> ShopError {
    Bad::whole(CsvReason::NoNames).of_table(1)
}

fn fits(headers: &Headers, record: &Record<'_>) -> Result<(), Bad> {
    if let Some(place) = record.cells.iter().position(|cell| cell.contains(LOST)) {
        let name = headers.name(place);
        let bad = if name.is_empty() { Bad::whole(CsvReason::LostText) } else { Bad::of(name, CsvReason::LostText) };
        return Err(bad);
    }
    headers.fit(record)
}

/// The lines that are not blank, up to the first quoting error.
fn records(reader: Reader<'_>) -> Result<(Vec<Record<'_>>, Option<CsvFault>), ShopError> {
    let mut records = Vec::new();
    for record in reader {
        match record {
            Ok(record) if is_blank(&record) => {}
            // The header is not counted as a line.
            Ok(record) if records.len() > MOST_LINES => {
                return Err(Bad::whole(CsvReason::TooManyLines).most(MOST_LINES).of_table(record.line));
            }
            Ok(record) => records.push(record),
            Err((line, misquoted)) => {
                let reason = match misquoted {
                    Misquoted::Unclosed => CsvReason::UnclosedQuote,
                    Misquoted::InsideCell => CsvReason::QuoteInCell,
                    Misquoted::TextAfterQuote => CsvReason::TextAfterQuote,
                };
                return Ok((records, Some(Bad::whole(reason).at(line))));
            }
        }
    }
    Ok((records, None))
}
