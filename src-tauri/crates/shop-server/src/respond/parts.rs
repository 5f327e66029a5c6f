//! Answers as one file, where the client accepts CSV or XLSX. An operation whose name begins with `export_` answers with CSV
//! in parts: each is made once the client has read the one before it, so that one part at a time is in memory. A workbook
//! and a report come in one piece.

use std::io;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::StreamExt as _;
use futures_util::stream::unfold;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use shop_app::context::{Admits, Call, perform};
use shop_app::spreadsheet::{as_table, has_table, workbook};
use shop_contract::{CsvPart, Operation, ShopError, TableFormat};

use crate::response::weighted_values;

/// The media type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv; charset=utf-8";

/// The file that an answer becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    /// Whether it is all the parts of an export; else the answer is a report.
    pub is_export: bool,
    /// Its format.
    pub format: TableFormat,
}

impl File {
    /// `None` where the client prefers JSON, or the operation has no file.
    pub fn wanted(operation: &str, headers: &HeaderMap) -> Option<Self> {
        let format = preferred(headers).filter(|_| has_file(operation))?;
        Some(Self { is_export: is_export(operation), format })
    }

    /// Writes the format of a workbook into the request of an export.
    pub fn ask(self, input: &mut Value) {
        if self.is_export && self.format == TableFormat::Xlsx && input.is_object() {
            input["format"] = json!(self.format);
        }
    }
}

/// The format that is named with at least the weight of JSON and of the other one; CSV where both have the same.
fn preferred(headers: &HeaderMap) -> Option<TableFormat> {
    let accepted = weighted_values(headers, header::ACCEPT);
    let weight = |kind: &str| accepted.iter().find(|(range, _)| range.eq_ignore_ascii_case(kind)).map(|found| found.1);
    // The most specific range that matches decides (RFC 9110, section 12.5.1).
    let json = weight("application/json").or(weight("application/*")).or(weight("*/*")).unwrap_or(0.0);
    let csv = weight("text/csv").or(weight("text/*")).unwrap_or(0.0);
    let xlsx = weight(XLSX).unwrap_or(0.0);
    let (format, most) = if xlsx > csv { (TableFormat::Xlsx, xlsx) } else { (TableFormat::Csv, csv) };
    (most > 0.0 && most >= json).then_some(format)
}

/// Whether the operation's answer can be a file.
pub fn has_file(operation: &str) -> bool {
    is_export(operation) || has_table(operation)
}

fn is_export(operation: &str) -> bool {
    operation.starts_with("export_")
}

/// A report, or the workbook of an export, as a file; `None` where the answer is neither, which the list of operations rules out.
pub fn whole(operation: &str, answer: &impl Serialize, file: File) -> Option<Response> {
    whole_of(operation, serde_json::to_value(answer).ok()?, file)
}

fn whole_of(operation: &str, answer: Value, File { is_export, format }: File) -> Option<Response> {
    if is_export {
        let part: CsvPart = serde_json::from_value(answer).ok()?;
        let bytes = STANDARD.decode(part.data?).ok()?;
        return Some(response(Body::from(bytes), operation, XLSX, "xlsx"));
    }
    let csv = as_table(operation, &answer)?;
    Some(match format {
        TableFormat::Csv => response(Body::from(csv), operation, CSV, "csv"),
        TableFormat::Xlsx => response(Body::from(workbook(&csv).ok()?), operation, XLSX, "xlsx"),
    })
}

/// The file that begins with this answer to the request `asked`. The connection breaks off where a later part is refused, so
/// that the client does not take the file for complete.
pub fn file<Req, Ans, Acc, Fut>(
    call: Call,
    operation: Operation<Req, Ans, Acc>,
    asked: Value,
    first: &Ans,
    use_case: impl Fn(Acc::Call, Req) -> Fut + Copy + Send + 'static,
) -> Response
where
    Acc: Admits,
    Req: DeserializeOwned + Send + 'static,
    Ans: Serialize + 'static,
    Fut: Future<Output = Result<Ans, ShopError>> + Send + 'static,
{
    let parts = unfold(Next::of(first), move |next| {
        let (call, asked) = (call.clone(), asked.clone());
        async move {
            let (bytes, cursor) = match next {
                Next::Part(part) => (Ok(Bytes::from(part.csv)), part.next_cursor),
                Next::At(cursor) => match perform(call, operation, Ok(from(asked, cursor)), use_case).await {
                    Ok(answer) => match Next::of(&answer) {
                        Next::Part(part) => (Ok(Bytes::from(part.csv)), part.next_cursor),
                        _ => (Err(io::Error::other("no part")), None),
                    },
                    Err(refusal) => (Err(io::Error::other(refusal)), None),
                },
                Next::End => return None,
            };
            Some((bytes, cursor.map_or(Next::End, Next::At)))
        }
    });
    // In a box, so that a body has one type and not one for each operation.
    response(Body::from_stream(parts.boxed()), operation.name(), CSV, "csv")
}

/// The same request from the cursor on.
fn from(mut asked: Value, cursor: String) -> Value {
    asked["cursor"] = Value::String(cursor);
    asked
}

fn response(body: Body, operation: &str, media_type: &'static str, ending: &str) -> Response {
    let mut response = Response::new(body);
    let name = operation.trim_start_matches("export_").replace('_', "-");
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}.{ending}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

enum Next {
    /// A part that was made already.
    Part(CsvPart),
    /// The part after this cursor.
    At(String),
    End,
}

impl Next {
    /// An answer as a part; the end where it is none, which the list of operations rules out.
    fn of(answer: &impl Serialize) -> Self {
        let part = serde_json::to_value(answer).unwrap_or(Value::Null);
        serde_json::from_value(part).map_or(Self::End, Self::Part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_that_prefers_csv_gets_a_file() {
        for (header, is_file) in [
            ("text/csv", true),
            ("text/csv; charset=utf-8", true),
            ("text/csv, application/json", true),
            ("text/csv, */*;q=0.1", true),
            ("*/*", false),
            ("application/json, text/csv;q=0.1", false),
            ("text/csv;q=0, application/json", false),
            ("text/csv;q=0", false),
            ("text/csv;q=much", false),
            ("text/csv;q=nan", false),
            ("text/csv;q=9, application/json", false),
            ("TEXT/CSV; header=present; Q=0.9, application/json;q=0.8", true),
            ("text/*, application/json;q=0.5", true),
            ("text/csv;q=0, text/*", false),
            ("text/html, application/*;q=0.9, text/csv;q=0.5", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, HeaderValue::from_str(header).expect("a header"));
            assert_eq!(File::wanted("export_orders", &headers).is_some(), is_file, "{header:?}");
            assert_eq!(File::wanted("list_orders", &headers), None, "{header:?}: no file for other operations");
        }
    }

    #[test]
    fn a_client_that_prefers_a_workbook_gets_one() {
        for (header, format) in [
            (XLSX.to_owned(), Some(TableFormat::Xlsx)),
            (format!("{XLSX}, text/csv;q=0.9, application/json;q=0.5"), Some(TableFormat::Xlsx)),
            (format!("text/csv, {XLSX}"), Some(TableFormat::Csv)),
            (format!("application/json, {XLSX};q=0.5"), None),
            (format!("{XLSX};q=0"), None),
            ("application/*".to_owned(), None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, HeaderValue::from_str(&header).expect("a header"));
            let file = File::wanted("export_products", &headers);
            assert_eq!(file.map(|file| file.format), format, "{header}");
            let report = File::wanted("sales_statistics", &headers);
            assert_eq!(
                report.map(|file| (file.is_export, file.format)),
                format.map(|format| (false, format)),
                "{header}"
            );
        }
    }
}
