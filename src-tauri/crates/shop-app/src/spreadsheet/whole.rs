//! An export as one workbook: all its parts, then the file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::workbook;
use crate::context::Call;
use shop_contract::{CsvPart, ShopError};

/// Maximum number of products or orders in a workbook. The file is in memory once, as its parts are.
const MOST_ROWS: i64 = 200_000;

/// Reads all parts, each from the cursor of the one before it, and answers with the workbook.
///
/// # Errors
/// `INVALID_INPUT` for a cursor, and for more than 200,000 rows; the refusals of a part.
pub(crate) async fn as_workbook<Part>(
    call: &Call,
    cursor: Option<&str>,
    part: impl Fn(Option<String>) -> Part,
) -> Result<CsvPart, ShopError>
where
    Part: Future<Output = Result<CsvPart, ShopError>>,
{
    if cursor.is_some() {
        return Err(ShopError::invalid("cursor", "a workbook comes whole"));
    }
    let (mut csv, mut rows, mut next) = (String::new(), 0, None);
    loop {
        let answer = part(next).await?;
        csv.push_str(&answer.csv);
        rows += answer.rows;
        if rows > MOST_ROWS {
            return Err(ShopError::invalid("format", "at most 200,000 rows as XLSX: take CSV, or fewer rows"));
        }
        next = answer.next_cursor;
        if next.is_none() {
            break;
        }
    }
    let file = tokio::task::spawn_blocking(move || workbook(&csv).map(|file| STANDARD.encode(file)));
    let file = file.await.map_err(|error| call.internal(&error.to_string()))?;
    let file = file.map_err(|error| call.internal(&error.to_string()))?;
    Ok(CsvPart { csv: String::new(), data: Some(file), rows, next_cursor: None })
}
