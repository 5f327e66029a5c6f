//! Exports as one file: an operation whose name begins with `export_` answers in parts, and who accepts `text/csv` gets them
//! one behind the other, each asked for when the one before it has been taken. However long it is, one part is in memory.

use std::io;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use futures_util::stream::unfold;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use shop_app::contract::{CsvPart, ShopError};
use shop_app::runtime::{Call, perform};

/// Whether the answer shall be one file.
pub fn wants_file(operation: &str, headers: &HeaderMap) -> bool {
    let accepts = |value: &HeaderValue| {
        let kinds = value.to_str().unwrap_or_default();
        kinds.split(',').any(|kind| kind.split(';').next().is_some_and(|kind| kind.trim() == "text/csv"))
    };
    operation.starts_with("export_") && headers.get_all(header::ACCEPT).iter().any(accepts)
}

/// The file that begins with this answer. It breaks off where a later part is refused, so that nobody takes it for whole.
pub fn file<Wish, Answer, Fut>(
    call: Call,
    operation: &'static str,
    first: &Answer,
    use_case: impl Fn(Call, Wish) -> Fut + Copy + Send + 'static,
) -> Response
where
    Wish: DeserializeOwned + Send + 'static,
    Answer: Serialize + 'static,
    Fut: Future<Output = Result<Answer, ShopError>> + Send + 'static,
{
    let parts = unfold(Next::of(first), move |next| {
        let call = call.clone();
        async move {
            let (bytes, cursor) = match next {
                Next::Part(part) => (Ok(Bytes::from(part.csv)), part.next_cursor),
                Next::At(cursor) => match perform(call, operation, Ok(json!({"cursor": cursor})), use_case).await {
                    Ok(answer) => match Next::of(&answer) {
                        Next::Part(part) => (Ok(Bytes::from(part.csv)), part.next_cursor),
                        _ => (Err(io::Error::other("no part")), None),
                    },
                    Err(refusal) => (Err(io::Error::other(refusal)), None),
                },
                Next::Nothing => return None,
            };
            Some((bytes, cursor.map_or(Next::Nothing, Next::At)))
        }
    });
    let mut response = Response::new(Body::from_stream(parts));
    let name = format!("attachment; filename=\"{}.csv\"", operation.trim_start_matches("export_"));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

/// What comes next.
enum Next {
    /// A part that is here already.
    Part(CsvPart),
    /// The part after this cursor.
    At(String),
    Nothing,
}

impl Next {
    /// An answer as a part; nothing where it is none, which the list of operations rules out.
    fn of(answer: &impl Serialize) -> Self {
        let part = serde_json::to_value(answer).unwrap_or(Value::Null);
        serde_json::from_value(part).map_or(Self::Nothing, Self::Part)
    }
}
