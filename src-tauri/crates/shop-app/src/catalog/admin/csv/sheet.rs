//! The table's columns, and its cells on their way out and in.
//!
//! A spreadsheet takes what begins with certain signs for a formula and runs it. Such a cell goes out behind an apostrophe,
//! which spreadsheets do not show, and comes in without it.

use std::collections::HashMap;

use csv::StringRecord;

/// The columns in the order of the export.
pub(super) const COLUMNS: [&str; 15] = [
    "id",
    "name",
    "nameEn",
    "description",
    "descriptionEn",
    "category",
    "price",
    "limitedQuantity",
    "state",
    "saleRate",
    "saleBeginsAt",
    "saleEndsAt",
    "stock",
    "options",
    "updatedAt",
];

/// Tells spreadsheets that the file is UTF-8.
pub(super) const MARK: char = '\u{FEFF}';

fn begins_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// A cell that no spreadsheet runs.
pub(super) fn guarded(text: &str) -> String {
    // An apostrophe of the text's own gets one too where it would be taken for the guard.
    let is_guard_like = text.strip_prefix('\'').is_some_and(|rest| begins_a_formula(rest) || rest.starts_with('\''));
    if begins_a_formula(text) || is_guard_like { format!("'{text}") } else { text.to_owned() }
}

/// The text behind a guard.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if begins_a_formula(rest) || rest.starts_with('\'') => rest,
        _ => text,
    }
}

/// Which column stands where.
pub(super) struct Sheet {
    places: HashMap<&'static str, usize>,
}

impl Sheet {
    /// Reads the line of names.
    ///
    /// # Errors
    /// The name that is no column or stands there twice.
    pub(super) fn read(names: &StringRecord) -> Result<Self, String> {
        let mut places = HashMap::new();
        for (place, name) in names.iter().enumerate() {
            let name = name.trim().trim_start_matches(MARK);
            let column = COLUMNS.into_iter().find(|column| *column == name).ok_or_else(|| name.to_owned())?;
            if places.insert(column, place).is_some() {
                return Err(name.to_owned());
            }
        }
        Ok(Self { places })
    }

    /// A cell without the space around it, as it was before it was guarded; `None` where the table has no such column.
    pub(super) fn cell<'a>(&self, line: &'a StringRecord, column: &str) -> Option<&'a str> {
        let cell = line.get(*self.places.get(column)?)?;
        Some(unguarded(cell.trim_matches([' ', '\t'])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_each_comes_back_as_it_was() {
        for text in ["=1+1", "+82", "-5", "@SUM(A1)", "'=1", "''", "'", "O'Neil", "", "머그컵", "＝1"] {
            let cell = guarded(text);
            assert!(!begins_a_formula(&cell), "{cell} is run by nobody");
            assert_eq!(unguarded(&cell), text, "and comes back");
        }
    }

    #[test]
    fn a_name_that_is_no_column_is_told() {
        let read = |names: &[&str]| Sheet::read(&StringRecord::from(names.to_vec())).err();
        assert_eq!(read(&["\u{FEFF}price", " name "]), None, "any order, with the mark and space around");
        assert_eq!(read(&["name", "colour"]).as_deref(), Some("colour"), "nothing is ignored in silence");
        assert_eq!(read(&["name", "name"]).as_deref(), Some("name"), "nor taken twice");
    }
}
