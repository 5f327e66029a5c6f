//! Parses a file to a product table: column mapping, and parsing of each line. Nothing here reads the shop, so all of it
//! runs before the write transaction.

use std::collections::HashSet;

use chrono_tz::Tz;

use super::choose::{Remembered, choose};
use super::column::{Column, Row};
use super::fault::Bad;
use super::headers::Headers;
use super::line::{Change, read};
use super::mapping::Mapping;
use super::option_rows;
use super::preset::Preset;
use super::source::{Rows, Source};
use crate::spreadsheet::{Record, plain_text};
use shop_contract::{
    CsvColumn, CsvEncoding, CsvFault, CsvLeftOut, CsvReason, CsvSource, CsvTable, ShopError, TableFormat,
};

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

impl Table {
    /// Parses a table.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a table without a header, with unknown column names, or with more than 200,000 lines.
    pub(super) fn read(
        mut source: Source,
        chosen: Option<&[CsvColumn]>,
        kept: &[Remembered],
        zone: Tz,
    ) -> Result<Self, ShopError> {
        let read = source.described(unread());
        let is_guarded = source.is_guarded();
        let Rows { records, misquoted, errors } = source.rows()?;
        let mut records = records.into_iter();
        let Some(names) = records.next() else { return Err(no_names()) };
        let records: Vec<_> = records.collect();
        let headers = Headers::new(&names);
        if headers.named().next().is_none() {
            return Err(no_names());
        }
        let mut mapping = choose(&headers, &records, chosen, kept)?;
        mapping.is_guarded = is_guarded;
        if let Some(bad) = mapping.ambiguous(&headers).into_iter().next() {
            return Err(bad.of_table(headers.line));
        }
        let mut table = Self {
            read: CsvTable {
                source: mapping.source,
                is_remembered: mapping.is_remembered,
                headers: headers.named().map(str::to_owned).collect(),
                columns: mapping.columns(&headers),
                unused_headers: mapping.unknown(&headers).into_iter().map(str::to_owned).collect(),
                ..read
            },
            changes: Vec::new(),
            faults: misquoted.into_iter().collect(),
            left_out: Vec::new(),
            choice: None,
            zone,
        };
        let records = table.without_errors(&headers, records, &errors);
        table.take(&headers, &mapping, records);
        table.choice = chosen.map(|columns| Choice { headers, columns: columns.to_vec() });
        Ok(table)
    }

    /// The records without those that have an error in a cell, which become faults.
    fn without_errors<'a>(
        &mut self,
        headers: &Headers,
        mut records: Vec<Record<'a>>,
        errors: &[(i64, usize)],
    ) -> Vec<Record<'a>> {
        let fault = |(line, place): &(i64, usize)| of_cell(headers, *place, CsvReason::CellError).at(*line);
        self.faults.extend(errors.iter().map(fault));
        let lines: HashSet<i64> = errors.iter().map(|(line, _)| *line).collect();
        records.retain(|record| !lines.contains(&record.line));
        records
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
            Ok(_) if row.has_bad_option => {}
            Ok(change) => self.changes.push((row.line, change)),
            Err(fault) => self.faults.push(fault),
        }
    }
}

fn no_names() -> ShopError {
    Bad::whole(CsvReason::NoNames).of_table(1)
}

/// A table before it is read.
fn unread() -> CsvTable {
    CsvTable {
        format: TableFormat::Csv,
        encoding: CsvEncoding::Utf8,
        delimiter: String::new(),
        sheets: Vec::new(),
        sheet: None,
        source: CsvSource::Other,
        is_remembered: false,
        headers: Vec::new(),
        columns: Vec::new(),
        unused_headers: Vec::new(),
    }
}

/// The fault of a cell, by the name of its column where it has one.
fn of_cell(headers: &Headers, place: usize, reason: CsvReason) -> Bad {
    let name = headers.name(place);
    if name.is_empty() { Bad::whole(reason) } else { Bad::of(name, reason) }
}

fn fits(headers: &Headers, record: &Record<'_>) -> Result<(), Bad> {
    if let Some(place) = record.cells.iter().position(|cell| cell.contains(LOST)) {
        return Err(of_cell(headers, place, CsvReason::LostText));
    }
    headers.fit(record)
}
