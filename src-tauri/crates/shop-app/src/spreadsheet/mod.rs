//! Tables for spreadsheets: how cells are exported and imported, and how lines are written.
//!
//! A spreadsheet runs text that begins with certain characters as a formula. Such a cell is exported with a leading
//! apostrophe, which spreadsheets do not show, and imported without it.

mod answers;
mod decode;
mod plain;
mod reader;
mod time;
mod whole;
mod xlsx;

use chrono::{DateTime, SecondsFormat, TimeZone};

pub use answers::{as_table, has_table};
pub(crate) use decode::{BadByte, decode};
pub(crate) use plain::plain_text;
pub(crate) use reader::{Misquoted, Reader, Record};
pub(crate) use time::{instant_in, local_text};
pub(crate) use whole::as_workbook;
pub use xlsx::workbook;
pub(crate) use xlsx::{Bounds, Fault, Kind, Workbook, kind, read};

/// The byte order mark that tells spreadsheets that the file is UTF-8.
pub(crate) const MARK: char = '\u{FEFF}';

fn begins_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// Guards a cell, so that no spreadsheet runs it as a formula.
pub(crate) fn guarded(text: &str) -> String {
    // A leading apostrophe of the text itself is guarded too if it looks like a guard.
    let is_guard_like = text.strip_prefix('\'').is_some_and(|rest| begins_a_formula(rest) || rest.starts_with('\''));
    if begins_a_formula(text) || is_guard_like { format!("'{text}") } else { text.to_owned() }
}

/// Removes the guard of a cell.
pub(crate) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if begins_a_formula(rest) || rest.starts_with('\'') => rest,
        _ => text,
    }
}

/// An instant in its own time zone, in milliseconds.
pub(crate) fn instant<Z: TimeZone>(at: DateTime<Z>) -> String
where
    Z::Offset: std::fmt::Display,
{
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Lines of a file; the first ones begin with the mark and the header `names`. Fails if a line has another number of
/// cells than the previous one.
pub(crate) fn lines<Row: AsRef<[String]>>(
    names: Option<&[&str]>,
    rows: impl IntoIterator<Item = Row>,
) -> csv::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    if let Some(names) = names {
        writer.write_record(names)?;
    }
    for row in rows {
        writer.write_record(row.as_ref())?;
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    let lines = String::from_utf8_lossy(&bytes);
    Ok(if names.is_some() { format!("{MARK}{lines}") } else { lines.into_owned() })
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
    fn only_the_beginning_of_a_file_has_the_mark_and_the_names() {
        let rows = [[String::from("1"), String::from("두 줄\n\"글\"")]];
        let first = lines(Some(&["id", "name"]), &rows).expect("two cells each");
        assert_eq!(first, "\u{FEFF}id,name\n1,\"두 줄\n\"\"글\"\"\"\n", "so that a spreadsheet reads it");
        assert_eq!(lines(None, &rows).expect("two cells"), first["\u{FEFF}id,name\n".len()..], "the next part goes on");
    }
}
