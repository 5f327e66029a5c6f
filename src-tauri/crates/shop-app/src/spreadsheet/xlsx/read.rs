//! Reads a sheet of a workbook to rows of text, as they would stand in a CSV file: numbers without a superfluous `.0`, dates
//! as times without an offset, and of a formula its stored result. Cells are read one by one, so that a single cell at the
//! end of a sheet takes no memory for those before it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::archive::fits;
use crate::spreadsheet::Record;

/// Maximum number of columns up to the last filled one.
const MOST_COLUMNS: u32 = 1_000;
/// Maximum number of cells, with the empty ones before them in their rows.
const MOST_CELLS: usize = 6_000_000;

/// The largest workbook that is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// Bytes of all its parts, unpacked.
    pub(crate) unpacked: u64,
}

/// A sheet as rows of text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Workbook {
    /// The names of the sheets, in their order; hidden ones are left out.
    pub(crate) sheets: Vec<String>,
    /// The one that was read.
    pub(crate) sheet: String,
    /// The rows with a filled cell; the line is the number of the row.
    pub(crate) rows: Vec<Record<'static>>,
    /// The cells that hold an error instead of a value: row and column, the column from 0.
    pub(crate) errors: Vec<(i64, usize)>,
}

/// Why a workbook cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    Damaged,
    /// It unpacks to more bytes, or has more cells, than are read.
    TooLarge,
    NoSuchSheet,
}

/// Reads the sheet with this name, or the first one that is not hidden.
pub(crate) fn read(bytes: &[u8], sheet: Option<&str>, bounds: Bounds) -> Result<Workbook, Fault> {
    if !fits(bytes, bounds.unpacked).ok_or(Fault::Damaged)? {
        return Err(Fault::TooLarge);
    }
    // A file that the library cannot cope with is damaged, and no fault of the shop.
    catch_unwind(AssertUnwindSafe(|| cells(bytes, sheet))).unwrap_or(Err(Fault::Damaged))
}

fn cells(bytes: &[u8], wanted: Option<&str>) -> Result<Workbook, Fault> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| Fault::Damaged)?;
    let is_shown =
        |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    let sheets: Vec<String> =
        workbook.sheets_metadata().iter().filter(is_shown).map(|sheet| sheet.name.clone()).collect();
    let sheet = match wanted {
        Some(wanted) => sheets.iter().find(|name| *name == wanted),
        None => sheets.first(),
    };
    let sheet = sheet.cloned().ok_or(Fault::NoSuchSheet)?;
    let is_1904 = workbook.has_1904_epoch();
    let mut reader = workbook.worksheet_cells_reader(&sheet).map_err(|_| Fault::Damaged)?;
    let (mut rows, mut errors, mut count) = (BTreeMap::<u32, Vec<Cow<'static, str>>>::new(), Vec::new(), 0_usize);
    while let Some(cell) = reader.next_cell().map_err(|_| Fault::Damaged)? {
        let (row, column) = cell.get_position();
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Error(_) => {
                errors.push((i64::from(row) + 1, column as usize));
                String::new()
            }
            value => text(value, is_1904),
        };
        if column >= MOST_COLUMNS {
            return Err(Fault::TooLarge);
        }
        let (cells, place) = (rows.entry(row).or_default(), column as usize);
        if place >= cells.len() {
            count += place + 1 - cells.len();
            cells.resize(place + 1, Cow::Borrowed(""));
        }
        if count > MOST_CELLS {
            return Err(Fault::TooLarge);
        }
        cells[place] = Cow::Owned(text);
    }
    // In a sheet the empty cells at the end of a row are not written: each row has at least those of the first.
    let width = rows.values().next().map(Vec::len).unwrap_or_default();
    if rows.len().saturating_mul(width) > MOST_CELLS {
        return Err(Fault::TooLarge);
    }
    let record = |(row, mut cells): (u32, Vec<Cow<'static, str>>)| {
        cells.resize(cells.len().max(width), Cow::Borrowed(""));
        Record { line: i64::from(row) + 1, cells }
    };
    Ok(Workbook { sheets, sheet, rows: rows.into_iter().map(record).collect(), errors })
}

fn text(value: &DataRef<'_>, is_1904: bool) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(at) => time_text(at, is_1904).unwrap_or_else(|| number_text(at.as_f64())),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// The number with the fifteen digits that a spreadsheet shows.
fn number_text(number: f64) -> String {
    let shown = format!("{number:.14e}").parse().unwrap_or(number);
    // Never with an exponent; -0 is 0.
    format!("{}", shown + 0.0)
}

/// The date and the time, to the millisecond, without an offset. `None` for a duration, and before the first date.
fn time_text(at: &ExcelDateTime, is_1904: bool) -> Option<String> {
    let days = at.as_f64();
    if !at.is_datetime() || !(0.0..3_000_000.0).contains(&days) {
        return None;
    }
    let first = match (is_1904, days < 60.0) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        // Excel counts a 29 February 1900 that there was not.
        (false, true) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        (false, false) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    // A day has 86,400,000 milliseconds: the product is far below the largest integer.
    let milliseconds = TimeDelta::milliseconds((days * 86_400_000.0).round() as i64);
    let at: NaiveDateTime = first.and_hms_opt(0, 0, 0)?.checked_add_signed(milliseconds)?;
    let text = at.format("%Y-%m-%d %H:%M:%S%.3f").to_string();
    let text = text.strip_suffix(".000").unwrap_or(&text);
    Some(text.strip_suffix(":00").unwrap_or(text).to_owned())
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Writer};

    use super::*;

    const BOUNDS: Bounds = Bounds { unpacked: 10_000_000 };

    fn texts(workbook: &Workbook) -> Vec<(i64, Vec<&str>)> {
        workbook.rows.iter().map(|row| (row.line, row.cells.iter().map(AsRef::as_ref).collect())).collect()
    }

    #[test]
    fn cells_are_the_text_that_is_seen_in_them() {
        let mut file = Writer::new();
        let sheet = file.add_worksheet();
        let date = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        let at = ExcelDateTime::from_ymd(2026, 3, 5).and_then(|day| day.and_hms(14, 30, 0)).expect("a time");
        sheet.write(0, 0, "상품명").expect("a cell").write(0, 2, "가격").expect("a cell");
        sheet.write(3, 0, " 컵 ").expect("a cell").write(3, 1, 19_800.0).expect("a cell");
        sheet.write(3, 2, 0.1 + 0.2).expect("a cell").write(3, 3, true).expect("a cell");
        sheet.write_with_format(3, 4, &at, &date).expect("a cell");
        sheet.write(4, 0, Formula::new("1+1").set_result("2")).expect("a cell");
        sheet.write(4, 1, 671_866_000_000_i64).expect("a cell");
        let bytes = file.save_to_buffer().expect("a file");
        let read = read(&bytes, None, BOUNDS).expect("it is read");
        let expected = [
            (1, vec!["상품명", "", "가격"]),
            (4, vec![" 컵 ", "19800", "0.3", "TRUE", "2026-03-05 14:30"]),
            (5, vec!["2", "671866000000", ""]),
        ];
        assert_eq!(texts(&read), expected, "by the numbers of their rows, without empty ones");
        assert_eq!((read.sheet.as_str(), read.errors.len()), ("Sheet1", 0));
    }

    #[test]
    fn errors_are_told_by_their_cell() {
        let mut file = Writer::new();
        let sheet = file.add_worksheet();
        sheet.write(1, 1, Formula::new("1/0").set_result("#DIV/0!")).expect("a cell");
        let read = read(&file.save_to_buffer().expect("a file"), None, BOUNDS).expect("it is read");
        assert_eq!(read.errors, [(2, 1)]);
    }

    #[test]
    fn the_sheet_asked_for_is_read_and_hidden_ones_are_not() {
        let mut file = Writer::new();
        file.add_worksheet().set_hidden(true).write(0, 0, "숨김").expect("a cell");
        file.add_worksheet().set_active(true).set_name("봄").expect("a name").write(0, 0, "봄 상품").expect("a cell");
        file.add_worksheet().set_name("여름").expect("a name").write(0, 0, "여름 상품").expect("a cell");
        let bytes = file.save_to_buffer().expect("a file");
        let first = read(&bytes, None, BOUNDS).expect("it is read");
        assert_eq!((first.sheets.len(), first.sheet.as_str()), (2, "봄"));
        let second = read(&bytes, Some("여름"), BOUNDS).expect("it is read");
        assert_eq!(texts(&second), [(1, vec!["여름 상품"])]);
        assert_eq!(read(&bytes, Some("Sheet1"), BOUNDS), Err(Fault::NoSuchSheet));
    }

    #[test]
    fn a_cell_at_the_end_of_a_sheet_takes_no_memory_for_those_before_it() {
        let mut file = Writer::new();
        file.add_worksheet().write(1_048_575, 0, "끝").expect("a cell");
        let last = read(&file.save_to_buffer().expect("a file"), None, BOUNDS).expect("it is read");
        assert_eq!(texts(&last), [(1_048_576, vec!["끝"])]);
        let mut file = Writer::new();
        file.add_worksheet().write(0, 16_383, "끝").expect("a cell");
        assert_eq!(read(&file.save_to_buffer().expect("a file"), None, BOUNDS), Err(Fault::TooLarge));
    }

    #[test]
    fn damaged_and_oversized_files_are_refused() {
        let mut file = Writer::new();
        let sheet = file.add_worksheet();
        for row in 0..2_000 {
            sheet.write(row, 0, format!("상품 {row}")).expect("a cell");
        }
        let bytes = file.save_to_buffer().expect("a file");
        assert_eq!(read(&bytes, None, Bounds { unpacked: 10_000 }), Err(Fault::TooLarge));
        for kept in (0..bytes.len()).step_by(bytes.len() / 40) {
            assert_eq!(read(&bytes[..kept], None, BOUNDS), Err(Fault::Damaged), "{kept} bytes of it");
        }
        for place in (0..bytes.len()).step_by(bytes.len() / 200) {
            let mut damaged = bytes.clone();
            damaged[place] ^= 0x55;
            // Whatever comes of it, it is an answer.
            let _ = read(&damaged, None, BOUNDS);
        }
    }
}
