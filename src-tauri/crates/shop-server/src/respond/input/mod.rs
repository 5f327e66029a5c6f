//! What is asked, gathered from path, query and body into the one request of the operation. A text in the address becomes
//! a number where the operation wants one; nothing is guessed, and nothing is let pass that the operation does not know.

mod fields;
mod media_type;
mod strict;
mod upload;

use axum::body::Bytes;
use axum::extract::{FromRequestParts as _, RawPathParams, Request};
use axum::http::{HeaderMap, Method, header};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use serde_json::{Map, Value};
use shop_contract::{ErrorCode, ShopError};

use self::fields::{FieldKind, field_kind};
use self::media_type::{JSON, check_coding, check_type};
use self::upload::{LONGEST_FILE, LONGEST_WRAPPED, upload};
use crate::app::App;
use shop_contract::Facts;

/// The longest body, in bytes.
const LONGEST_BODY: usize = 64 * 1024;

/// Everything that the request says. A file is taken only from who may send one: what a stranger sends is cut off early.
///
/// # Errors
/// `INVALID_INPUT`, naming the field; `PAYLOAD_TOO_LARGE`.
pub async fn gather(app: &App, request: Request, operation: &Facts, is_admin: bool) -> Result<Value, ShopError> {
    let (mut parts, body) = request.into_parts();
    let in_body = matches!(parts.method, Method::POST | Method::PATCH | Method::PUT);
    let query = parts.uri.query().unwrap_or_default();
    let upload = upload(operation.name).filter(|_| is_admin);
    let mut asked = match upload {
        Some(upload) if upload.is_file(&parts.headers)? => {
            upload.request(query, &read(app, &parts.headers, body, LONGEST_FILE).await?)?
        }
        _ if !in_body => from_query(operation.name, query)?,
        _ if !query.is_empty() => {
            return Err(ShopError::invalid("query", "this operation takes its input in the body"));
        }
        Some(upload) => {
            json(&parts.headers, &read(app, &parts.headers, body, LONGEST_WRAPPED).await?, &upload.taken())?
        }
        None => self::body(app, &parts.headers, body).await?,
    };
    let fields = asked.as_object_mut().ok_or_else(|| ShopError::invalid("", "a JSON object is expected"))?;
    let Ok(path) = RawPathParams::from_request_parts(&mut parts, app).await else {
        return Err(ErrorCode::NotFound.into());
    };
    for (name, text) in &path {
        let value = from_text(operation.name, name, text);
        if fields.insert(name.to_owned(), value).is_some() {
            return Err(ShopError::invalid(name, "stands in the path"));
        }
    }
    Ok(asked)
}

/// The body as JSON; an empty one is an empty object.
///
/// # Errors
/// `PAYLOAD_TOO_LARGE`; `INVALID_INPUT` for what is no JSON, does not say that it is, is compressed, or comes too slowly.
pub async fn body(app: &App, headers: &HeaderMap, body: axum::body::Body) -> Result<Value, ShopError> {
    json(headers, &read(app, headers, body, LONGEST_BODY).await?, &[JSON])
}

async fn read(app: &App, headers: &HeaderMap, body: axum::body::Body, longest: usize) -> Result<Bytes, ShopError> {
    check_coding(headers)?;
    let declared = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|length| length > longest) {
        return Err(ErrorCode::PayloadTooLarge.into());
    }
    match tokio::time::timeout(app.limits.body_wait, Limited::new(body, longest).collect()).await {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(ErrorCode::PayloadTooLarge.into()),
        Ok(Err(_)) => Err(ShopError::invalid("", "the body broke off")),
        Err(_) => Err(ShopError::invalid("", "the body came too slowly")),
    }
}

/// What pages of other sites can send without being asked first is never JSON; so looking at the type is a guard too.
fn json(headers: &HeaderMap, bytes: &Bytes, taken: &[&str]) -> Result<Value, ShopError> {
    if bytes.is_empty() {
        return Ok(Value::Object(Map::new()));
    }
    check_type(headers, JSON, taken)?;
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

/// Text of an address as the kind of value that the operation wants there. What does not read as one stays a text, and
/// is refused as such when the request is parsed.
fn from_text(operation: &str, field: &str, text: &str) -> Value {
    let read = match field_kind(operation, field) {
        FieldKind::Integer => text.parse().ok().filter(|number: &i64| number.to_string() == text).map(Value::from),
        FieldKind::Boolean => text.parse().ok().map(Value::Bool),
        FieldKind::Text => None,
    };
    read.unwrap_or_else(|| Value::String(text.to_owned()))
}
