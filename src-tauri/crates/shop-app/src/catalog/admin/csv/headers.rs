//! The header of a file. Case and surrounding space do not matter; empty columns without a name are ignored.

use std::borrow::Cow;

use super::fault::Bad;
use crate::spreadsheet::Record;
use shop_contract::CsvReason;

/// The column names and their positions.
#[derive(Debug)]
pub(super) struct Headers {
    /// The trimmed names; empty for columns without a name.
    names: Vec<String>,
    /// The normalized names for comparison.
    keys: Vec<String>,
    /// The line number of the header.
    pub(super) line: i64,
}

impl Headers {
    pub(super) fn new(record: &Record<'_>) -> Self {
        let names: Vec<String> = record.cells.iter().map(|cell| trimmed(cell).to_owned()).collect();
        let keys = names.iter().map(|name| key(name)).collect();
        Self { names, keys, line: record.line }
    }

    /// The names that are not empty.
    pub(super) fn named(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str).filter(|name| !name.is_empty())
    }

    /// The name of the column at `place`.
    pub(super) fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", String::as_str)
    }

    /// The position of the first column with this name.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        let key = key(name);
        self.keys.iter().position(|known| *known == key && !known.is_empty())
    }

    /// Whether all these names exist.
    pub(super) fn have(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.place(name).is_some())
    }

    /// Names that occur more than once.
    pub(super) fn repeated(&self) -> Vec<&str> {
        let is_repeated =
            |place: &usize| !self.keys[*place].is_empty() && self.keys[..*place].contains(&self.keys[*place]);
        (0..self.keys.len()).filter(is_repeated).map(|place| self.name(place)).collect()
    }

    /// Identifies files with the same columns.
    pub(super) fn signature(&self) -> Vec<String> {
        let mut keys: Vec<String> = self.keys.iter().filter(|key| !key.is_empty()).cloned().collect();
        keys.sort();
        keys
    }

    /// Checks that a line has a cell for each name and none elsewhere. Empty cells after the last column, as
    /// spreadsheets write them, are accepted.
    pub(super) fn fit(&self, record: &Record<'_>) -> Result<(), Bad> {
        let last = self.keys.iter().rposition(|key| !key.is_empty()).map_or(0, |place| place + 1);
        if record.cells.len() < last {
            return Err(Bad::whole(CsvReason::WrongWidth).most(last));
        }
        let is_lost = |(place, cell): (usize, &Cow<'_, str>)| {
            self.keys.get(place).is_none_or(String::is_empty) && !trimmed(cell).is_empty()
        };
        if record.cells.iter().enumerate().skip(self.keys.len()).any(is_lost) {
            return Err(Bad::whole(CsvReason::WrongWidth).most(last));
        }
        if record.cells.iter().enumerate().any(is_lost) {
            return Err(Bad::whole(CsvReason::UnnamedColumn));
        }
        Ok(())
    }
}

/// Trims a name, and the asterisk with which some shops mark mandatory columns.
fn trimmed(name: &str) -> &str {
    name.trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '\u{FEFF}' | '*'))
}

fn key(name: &str) -> String {
    trimmed(name).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether all cells of the line are empty.
pub(super) fn is_blank(record: &Record<'_>) -> bool {
    record.cells.iter().all(|cell| cell.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record<'a>(cells: &[&'a str]) -> Record<'a> {
        Record { line: 1, cells: cells.iter().map(|cell| Cow::Borrowed(*cell)).collect() }
    }

    #[test]
    fn a_name_is_found_whatever_its_case_and_the_space_around_it() {
        let headers = Headers::new(&record(&[" Name ", "상품명*", "Regular  price", "", ""]));
        assert_eq!(headers.place("name"), Some(0));
        assert_eq!(headers.place("상품명"), Some(1));
        assert_eq!(headers.place("REGULAR PRICE"), Some(2));
        assert_eq!(headers.place(""), None, "no name is no name");
        assert_eq!(headers.named().count(), 3);
        assert_eq!(Headers::new(&record(&["a", "b", "A "])).repeated(), ["A"]);
    }

    #[test]
    fn empty_cells_behind_the_names_are_no_fault() {
        let headers = Headers::new(&record(&["name", "", "price", "", ""]));
        let fit = |cells: &[&str]| headers.fit(&record(cells)).map_err(|bad| bad.at(1).reason);
        assert_eq!(fit(&["컵", "", "1"]), Ok(()));
        assert_eq!(fit(&["컵", " ", "1", "", "", "", ""]), Ok(()), "however many");
        assert_eq!(fit(&["컵", ""]), Err(CsvReason::WrongWidth));
        assert_eq!(fit(&["컵", "", "1", "", "", "2"]), Err(CsvReason::WrongWidth));
        assert_eq!(fit(&["컵", "1", "2"]), Err(CsvReason::UnnamedColumn), "whose value would that be");
    }
}
