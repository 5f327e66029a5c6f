//! Writes a table in CSV as a workbook with one sheet, row by row through a temporary file, so that memory does not grow
//! with it.

use std::io;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::spreadsheet::{Reader, unguarded};

/// The longest text of a cell, in UTF-16 units.
const MOST_UNITS: usize = 32_767;
/// The width of columns, in characters.
const WIDTH: f64 = 18.0;

/// Writes a workbook of a table in CSV. Whole numbers become numbers, all else stays text: no cell can be a formula.
///
/// # Errors
/// If the table is no CSV, has too many rows, or the temporary file cannot be written.
pub fn workbook(csv: &str) -> io::Result<Vec<u8>> {
    written(csv).map_err(io::Error::other)
}

fn written(csv: &str) -> Result<Vec<u8>, XlsxError> {
    let (mut workbook, heading) = (Workbook::new(), Format::new().set_bold());
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_freeze_panes(1, 0)?;
    for (row, record) in (0_u32..).zip(Reader::new(csv)) {
        let record = record.map_err(|_| XlsxError::ParameterError("not a table".to_owned()))?;
        for (column, cell) in (0_u16..).zip(&record.cells) {
            let text = unguarded(cell);
            match whole_number(text) {
                _ if row == 0 => {
                    sheet.set_column_width(column, WIDTH)?;
                    sheet.write_string_with_format(row, column, text, &heading)?;
                }
                Some(number) => {
                    sheet.write_number(row, column, number)?;
                }
                None if text.is_empty() => {}
                None => {
                    sheet.write_string(row, column, shortened(text))?;
                }
            }
        }
    }
    workbook.save_to_buffer()
}

/// The number that the text is, if it is written as a spreadsheet would write it: no leading zero is lost, and no digit.
fn whole_number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain = !digits.is_empty() && digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain || (digits.starts_with('0') && text != "0") { None } else { text.parse().ok() }
}

fn shortened(text: &str) -> &str {
    let mut units = 0;
    let too_long = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MOST_UNITS
    });
    too_long.map_or(text, |(place, _)| &text[..place])
}

#[cfg(test)]
mod tests {
    use super::super::read::{Bounds, read};
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let csv = "\u{FEFF}이름,수,글\n'=1+1,1234,01012345678\n\"두 줄\n\"\"글\"\"\",-5,-0\n,0,1234567890123456\n";
        let bytes = workbook(csv).expect("a file");
        let sheet = read(&bytes, None, Bounds { unpacked: 1_000_000 }).expect("it is read");
        let rows: Vec<Vec<&str>> = sheet.rows.iter().map(|row| row.cells.iter().map(AsRef::as_ref).collect()).collect();
        let expected = [
            ["이름", "수", "글"],
            ["=1+1", "1234", "01012345678"],
            ["두 줄\n\"글\"", "-5", "-0"],
            ["", "0", "1234567890123456"],
        ];
        assert_eq!(rows, expected, "without the guard, which no text of a workbook needs");
    }

    #[test]
    fn a_text_that_is_too_long_for_a_cell_is_cut() {
        let bytes = workbook(&format!("글\n{}\n", "가".repeat(40_000))).expect("a file");
        let sheet = read(&bytes, None, Bounds { unpacked: 1_000_000 }).expect("it is read");
        assert_eq!(sheet.rows[1].cells[0].chars().count(), MOST_UNITS);
    }
}
