//! Maps a file's columns to the shop's columns: by the shop's own names, by chosen columns, or by the names that another
//! shop uses.

use super::column::{Column, Row};
use super::fault::{Bad, of_file};
use super::headers::Headers;
use super::words;
use crate::spreadsheet::Record;
use shop_contract::{CsvColumn, CsvReason, CsvSource, InvalidInput, ShopError};

/// Maximum number of unknown names that are listed; all names of the file are reported separately.
const MOST_UNKNOWN: usize = 1_000;

/// The source of each of the shop's columns.
#[derive(Debug)]
pub(super) struct Mapping {
    /// The kind of shop that exported the table.
    pub(super) source: CsvSource,
    /// Whether the columns come from a remembered choice.
    pub(super) is_remembered: bool,
    /// Whether texts that could be formulas have a guard.
    pub(super) is_guarded: bool,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    column: Column,
    place: Option<usize>,
    if_empty: Option<String>,
}

impl Mapping {
    /// Maps by the shop's own names and headings.
    pub(super) fn own(headers: &Headers) -> Self {
        let entry = |column: Column| {
            let place = Some(words::names(column).find_map(|name| headers.place(name))?);
            Some(Entry { column, place, if_empty: None })
        };
        let entries = Column::ALL.into_iter().filter_map(entry).collect();
        Self { source: CsvSource::Jangteo, is_remembered: false, is_guarded: true, entries }
    }

    pub(super) fn chosen(source: CsvSource, headers: &Headers, columns: &[CsvColumn]) -> Result<Self, ShopError> {
        let no = |reason: &str| ShopError::invalid("columns", reason);
        let mut entries: Vec<Entry> = Vec::new();
        for CsvColumn { column: name, from, if_empty } in columns {
            let column = words::column(name).ok_or_else(|| no(&format!("no such column: {name}")))?;
            if entries.iter().any(|entry| entry.column == column) {
                return Err(no(&format!("given more than once: {name}")));
            }
            if column.is_of_this_shop() && !matches!(source, CsvSource::Other) {
                return Err(no(&format!("another shop's table cannot say: {name}")));
            }
            let place =
                from.as_deref().map(|from| headers.place(from).ok_or_else(|| no(&format!("not in the file: {from}"))));
            let place = place.transpose()?;
            if place.is_none() && if_empty.is_none() {
                return Err(no(&format!("neither from nor ifEmpty: {name}")));
            }
            entries.push(Entry { column, place, if_empty: if_empty.clone() });
        }
        // Other shops use some of the headings too. Only this shop writes the stock at the time of the export.
        let is_export = words::names(Column::ExportedStock).any(|name| headers.place(name).is_some());
        let is_ours = |column: Column, name: &str| {
            if is_export { words::column(name) == Some(column) } else { column.as_str().eq_ignore_ascii_case(name) }
        };
        let is_own =
            entries.iter().all(|entry| entry.place.is_some_and(|place| is_ours(entry.column, headers.name(place))));
        let source = if is_own && matches!(source, CsvSource::Other) { CsvSource::Jangteo } else { source };
        Ok(Self { source, is_remembered: false, is_guarded: true, entries })
    }

    /// Maps by the names of another shop: for each column, the first of its names with a cell that is not empty.
    pub(super) fn by_names(
        source: CsvSource,
        columns: &[(Column, &[&str])],
        headers: &Headers,
        records: &[Record<'_>],
    ) -> Self {
        let holds_any = |place: &usize| {
            let is_filled = |record: &Record<'_>| record.cells.get(*place).is_some_and(|cell| !cell.trim().is_empty());
            records.iter().any(is_filled)
        };
        let entry = |(column, names): &(Column, &[&str])| {
            let places: Vec<usize> = names.iter().filter_map(|name| headers.place(name)).collect();
            let place = places.iter().copied().find(holds_any).or(places.first().copied())?;
            Some(Entry { column: *column, place: Some(place), if_empty: None })
        };
        Self { source, is_remembered: false, is_guarded: true, entries: columns.iter().filter_map(entry).collect() }
    }

    /// The file's columns that are not used, in file order.
    pub(super) fn unknown<'a>(&self, headers: &'a Headers) -> Vec<&'a str> {
        let is_used = |name: &&str| self.entries.iter().any(|entry| entry.place == headers.place(name));
        headers.named().filter(|name| !is_used(name)).collect()
    }

    /// The refusal that lists all unknown names.
    pub(super) fn refusal(&self, headers: &Headers) -> ShopError {
        let bad = |name: &str| Bad::of(name, CsvReason::UnknownColumn).at(headers.line);
        let names = self.unknown(headers).into_iter().chain(headers.repeated());
        let mut faults: Vec<_> = names.map(bad).collect();
        let count = i64::try_from(faults.len()).unwrap_or(i64::MAX);
        faults.truncate(MOST_UNKNOWN);
        of_file(InvalidInput {
            faults,
            fault_count: Some(count),
            headers: headers.named().map(str::to_owned).collect(),
            columns: self.columns(headers),
            fields: Vec::new(),
        })
    }

    /// Duplicate names that a column is mapped from, which makes the mapping ambiguous.
    pub(super) fn ambiguous(&self, headers: &Headers) -> Vec<Bad> {
        let is_used = |name: &&str| self.entries.iter().any(|entry| entry.place == headers.place(name));
        let bad = |name: &str| Bad::of(name, CsvReason::UnknownColumn);
        headers.repeated().into_iter().filter(is_used).map(bad).collect()
    }

    pub(super) fn columns(&self, headers: &Headers) -> Vec<CsvColumn> {
        let column = |entry: &Entry| CsvColumn {
            column: entry.column.as_str().to_owned(),
            from: entry.place.map(|place| headers.name(place).to_owned()),
            if_empty: entry.if_empty.clone(),
        };
        self.entries.iter().map(column).collect()
    }

    /// Sorts a line of the file by the shop's columns.
    pub(super) fn row<'a>(&self, record: &Record<'a>) -> Row<'a> {
        let mut row = Row::new(record.line, self.is_guarded);
        for Entry { column, place, if_empty } in &self.entries {
            let cell = place.and_then(|place| record.cells.get(place)).cloned().unwrap_or_default();
            let cell = match if_empty {
                Some(instead) if cell.trim().is_empty() => instead.clone().into(),
                _ => cell,
            };
            row.set(*column, cell);
        }
        row
    }
}
