//! The input of an operation: path, query and body as one JSON object. Text of the path and the query becomes a number or a
//! boolean where the operation's schema says so; unknown fields stay, so that the operation refuses them. Two operations
//! take a file, as the body itself or in base64 within JSON.

mod fields;
mod media_type;
mod strict;

use axum::body::Bytes;
use axum::extract::{FromRequestParts as _, RawPathParams, Request};
use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use serde_json::{Map, Value};
use shop_contract::{ErrorCode, Facts, ShopError};

use self::fields::{FieldKind, field_kind};
use self::media_type::{BodyType, JSON, check_coding, check_type};
use super::parts::XLSX;
use crate::app::App;

/// The longest body without a file, in bytes.
const LONGEST_BODY: usize = 64 * 1024;
/// The longest file, in bytes.
const LONGEST_FILE: usize = 5 * 1024 * 1024;
/// The same file within JSON: base64 makes four bytes of three, and escaping at most two of one in a table of text.
const LONGEST_WRAPPED_FILE: usize = LONGEST_FILE * 2;

/// Operations with a long text in their body, for admins.
const LONG_TEXTS: [&str; 1] = ["update_shop_document"];
/// The longest body with such a text, in bytes: 50,000 characters, each escaped as two code units.
const LONGEST_TEXT: usize = 50_000 * 12 + 1024;

/// An operation that takes a file.
struct Upload {
    operation: &'static str,
    /// The field of the request that holds the file in base64.
    field: &'static str,
    media_types: &'static [&'static str],
    /// The charsets that a text file may declare; empty for a file that is no text.
    charsets: &'static [&'static str],
}

/// The charsets that a table may declare. They only admit the body: the bytes decide how it is decoded.
const TABLE_CHARSETS: [&str; 9] =
    ["utf-8", "utf8", "us-ascii", "utf-16", "utf-16le", "utf-16be", "euc-kr", "cp949", "ks_c_5601-1987"];

/// The pictures that are taken.
const PICTURES: &[&str] = &["image/png", "image/jpeg", "image/webp"];

const UPLOADS: [Upload; 5] = [
    Upload { operation: "set_product_image", field: "data", media_types: PICTURES, charsets: &[] },
    Upload { operation: "add_product_image", field: "data", media_types: PICTURES, charsets: &[] },
    Upload { operation: "import_products", field: "data", media_types: &["text/csv", XLSX], charsets: &TABLE_CHARSETS },
    Upload { operation: "match_payments", field: "data", media_types: &["text/csv", XLSX], charsets: &TABLE_CHARSETS },
    Upload { operation: "import_tracking", field: "data", media_types: &["text/csv", XLSX], charsets: &TABLE_CHARSETS },
];

impl Upload {
    /// `None` for an operation that takes no file.
    fn of(operation: &str) -> Option<&'static Self> {
        UPLOADS.iter().find(|upload| upload.operation == operation)
    }

    /// Whether the body is the file itself.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a table in another charset, naming it.
    fn is_file(&self, headers: &HeaderMap) -> Result<bool, ShopError> {
        let Ok(Some(given)) = BodyType::of(headers) else { return Ok(false) };
        let is_file = self.media_types.iter().any(|known| given.is(known));
        if is_file && !self.charsets.is_empty() {
            given.check_charset(self.charsets)?;
        }
        Ok(is_file)
    }

    /// Every media type that its body may have.
    fn accepted(&self) -> Vec<&'static str> {
        self.media_types.iter().copied().chain([JSON]).collect()
    }

    /// The request with this file; its other fields come with the query.
    fn request(&self, query: &str, file: &Bytes) -> Result<Value, ShopError> {
        let mut request = from_query(self.operation, query)?;
        let fields = request.as_object_mut().expect("BUG: a query makes an object");
        if fields.insert(self.field.to_owned(), Value::String(STANDARD.encode(file))).is_some() {
            return Err(ShopError::invalid(self.field, "is the body"));
        }
        Ok(request)
    }
}

/// The whole input of a request. Files are accepted from admins alone; a longer body of another client is refused before it
/// is read.
///
/// # Errors
/// `INVALID_INPUT`, naming the field; `PAYLOAD_TOO_LARGE`.
pub async fn gather(app: &App, request: Request, operation: &Facts, is_admin: bool) -> Result<Value, ShopError> {
    let (mut parts, body) = request.into_parts();
    let in_body = operation.has_body();
    let query = parts.uri.query().unwrap_or_default();
    let upload = Upload::of(operation.name).filter(|_| is_admin);
    let mut input = match upload {
        Some(upload) if upload.is_file(&parts.headers)? => {
            upload.request(query, &read(app, &parts.headers, body, LONGEST_FILE).await?)?
        }
        _ if !in_body => from_query(operation.name, query)?,
        _ if !query.is_empty() => {
            return Err(ShopError::invalid("query", "this operation takes its input in the body"));
        }
        Some(upload) => {
            let bytes = read(app, &parts.headers, body, LONGEST_WRAPPED_FILE).await?;
            json(&parts.headers, &bytes, &upload.accepted())?
        }
        None if is_admin && LONG_TEXTS.contains(&operation.name) => {
            json(&parts.headers, &read(app, &parts.headers, body, LONGEST_TEXT).await?, &[JSON])?
        }
        None => self::body(app, &parts.headers, body).await?,
    };
    let fields = input.as_object_mut().ok_or_else(|| ShopError::invalid("", "a JSON object is expected"))?;
    let Ok(path) = RawPathParams::from_request_parts(&mut parts, app).await else {
        return Err(ErrorCode::NotFound.into());
    };
    for (name, text) in &path {
        let value = from_text(operation.name, name, text);
        if fields.insert(name.to_owned(), value).is_some() {
            return Err(ShopError::invalid(name, "stands in the path"));
        }
    }
    Ok(input)
}

/// The body as JSON; an empty one is an empty object.
///
/// # Errors
/// `PAYLOAD_TOO_LARGE`; `INVALID_INPUT` for a body that is no JSON, is not declared as JSON, is compressed, or comes too
/// slowly.
pub async fn body(app: &App, headers: &HeaderMap, body: axum::body::Body) -> Result<Value, ShopError> {
    json(headers, &read(app, headers, body, LONGEST_BODY).await?, &[JSON])
}

async fn read(app: &App, headers: &HeaderMap, body: axum::body::Body, longest: usize) -> Result<Bytes, ShopError> {
    check_coding(headers)?;
    let declared = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|length| length > longest) {
        return Err(ErrorCode::PayloadTooLarge.into());
    }
    match tokio::time::timeout(app.body_timeout, Limited::new(body, longest).collect()).await {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(ErrorCode::PayloadTooLarge.into()),
        Ok(Err(_)) => Err(ShopError::invalid("", "the body broke off")),
        Err(_) => Err(ShopError::invalid("", "the body came too slowly")),
    }
}

/// Checking the type is also a guard against pages of other sites: without a preflight they cannot send JSON.
fn json(headers: &HeaderMap, bytes: &Bytes, accepted: &[&str]) -> Result<Value, ShopError> {
    if bytes.is_empty() {
        return Ok(Value::Object(Map::new()));
    }
    check_type(headers, JSON, accepted)?;
    strict::from_slice(bytes).map_err(|error| ShopError::invalid("", &format!("not JSON: {error}")))
}

fn from_query(operation: &str, query: &str) -> Result<Value, ShopError> {
    let mut fields = Map::new();
    for (name, text) in form_urlencoded::parse(query.as_bytes()) {
        let value = from_text(operation, &name, &text);
        if fields.insert(name.to_string(), value).is_some() {
            return Err(ShopError::invalid(&name, "given more than once"));
        }
    }
    Ok(Value::Object(fields))
}

/// Text of the path or the query as a value of the field's kind. Text that does not parse stays a text, and is refused when
/// the request is parsed.
fn from_text(operation: &str, field: &str, text: &str) -> Value {
    let read = match field_kind(operation, field) {
        FieldKind::Integer => text.parse().ok().filter(|number: &i64| number.to_string() == text).map(Value::from),
        FieldKind::Boolean => text.parse().ok().map(Value::Bool),
        FieldKind::Text => None,
    };
    read.unwrap_or_else(|| Value::String(text.to_owned()))
}
