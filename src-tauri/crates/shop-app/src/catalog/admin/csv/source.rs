//! The file of a request: decoded text, or the rows of a workbook. After it both are a list of rows.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::fault::{Bad, refusal};
use super::headers::is_blank;
use crate::spreadsheet::{BadByte, Bounds, Fault, Kind, Misquoted, Reader, Record, Workbook, decode, kind, read};
use shop_contract::{CsvEncoding, CsvFault, CsvReason, CsvTable, ErrorCode, ImportProducts, ShopError, TableFormat};

/// Maximum number of lines of a table.
const MOST_LINES: usize = 200_000;
/// Maximum size of a file, in bytes.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Maximum size of a workbook when it is unpacked.
const WORKBOOK: Bounds = Bounds { unpacked: 256 * 1024 * 1024 };

/// A file that was read.
pub(super) enum Source {
    Text(String, CsvEncoding),
    Workbook(Workbook),
}

/// The rows of a file that are not blank.
pub(super) struct Rows<'a> {
    pub(super) records: Vec<Record<'a>>,
    /// The first quoting error, after which nothing is read.
    pub(super) misquoted: Option<CsvFault>,
    /// Cells with an error instead of a value: line and column, the column from 0.
    pub(super) errors: Vec<(i64, usize)>,
}

impl Source {
    /// Reads the file of a request.
    ///
    /// # Errors
    /// `PAYLOAD_TOO_LARGE` above 64 MiB; `INVALID_INPUT` for no file, two files, a file in an unknown encoding, and a
    /// workbook that is of another kind, is damaged or is too large.
    pub(super) fn of(request: &ImportProducts) -> Result<Self, ShopError> {
        let too_large = |length: usize| if length > MOST_BYTES { Err(ErrorCode::PayloadTooLarge) } else { Ok(()) };
        match (&request.csv, &request.data) {
            (Some(csv), None) => {
                too_large(csv.len())?;
                Ok(Self::Text(csv.clone(), CsvEncoding::Utf8))
            }
            (None, Some(data)) => {
                too_large(data.len() / 4 * 3)?;
                let bytes = STANDARD.decode(data).map_err(|_| ShopError::invalid("data", "not base64"))?;
                Self::of_bytes(bytes, request.sheet.as_deref())
            }
            _ => Err(ShopError::invalid("csv", "either csv or data")),
        }
    }

    fn of_bytes(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Self, ShopError> {
        match kind(&bytes) {
            Kind::Text => {
                let bad = |BadByte { line }| Bad::whole(CsvReason::BadEncoding).of_table(line);
                decode(bytes).map(|(text, encoding)| Self::Text(text, encoding)).map_err(bad)
            }
            Kind::Other(name) => Err(Bad::of(name, CsvReason::OtherWorkbook).of_table(1)),
            Kind::Xlsx => read(&bytes, sheet, WORKBOOK).map(Self::Workbook).map_err(|fault| {
                let reason = match fault {
                    Fault::Damaged => CsvReason::DamagedWorkbook,
                    Fault::TooLarge => CsvReason::WorkbookTooLarge,
                    Fault::NoSuchSheet => CsvReason::NoSuchSheet,
                };
                Bad::whole(reason).of_table(1)
            }),
        }
    }

    /// The format of the file, as the answer describes it; the columns are filled in later.
    pub(super) fn described(&self, table: CsvTable) -> CsvTable {
        match self {
            Self::Text(text, encoding) => CsvTable {
                format: TableFormat::Csv,
                encoding: *encoding,
                delimiter: Reader::new(text).delimiter().to_string(),
                ..table
            },
            Self::Workbook(workbook) => CsvTable {
                format: TableFormat::Xlsx,
                sheets: workbook.sheets.clone(),
                sheet: Some(workbook.sheet.clone()),
                ..table
            },
        }
    }

    /// Whether texts that could be formulas have a guard, as in CSV.
    pub(super) fn is_guarded(&self) -> bool {
        matches!(self, Self::Text(..))
    }

    /// The rows; a workbook gives them away.
    ///
    /// # Errors
    /// `INVALID_INPUT` for more than 200,000.
    pub(super) fn rows(&mut self) -> Result<Rows<'_>, ShopError> {
        let (records, misquoted, errors) = match self {
            Self::Text(text, _) => {
                let (records, misquoted) = records(Reader::new(text))?;
                (records, misquoted, Vec::new())
            }
            Self::Workbook(workbook) => {
                let records = std::mem::take(&mut workbook.rows).into_iter().map(Ok);
                let (records, misquoted) = self::records(records)?;
                (records, misquoted, std::mem::take(&mut workbook.errors))
            }
        };
        if records.is_empty()
            && let Some(fault) = misquoted
        {
            return Err(refusal(&[fault], 1));
        }
        Ok(Rows { records, misquoted, errors })
    }
}

/// The lines that are not blank, up to the first quoting error.
fn records<'a>(
    rows: impl Iterator<Item = Result<Record<'a>, (i64, Misquoted)>>,
) -> Result<(Vec<Record<'a>>, Option<CsvFault>), ShopError> {
    let mut records = Vec::new();
    for record in rows {
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
