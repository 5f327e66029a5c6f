//! `GET /images/{name}`: a product's picture at the requested width. It is sent piece by piece as the client reads, so that
//! slow clients cost little memory. Conditional requests and ranges are answered with 304 and 206.

use std::ops::Range;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use futures_util::stream::try_unfold;
use shop_app::runtime::{Pictures, ServedPicture};
use shop_contract::ShopError;

use super::files::{IMMUTABLE, Rest, missing};
use super::range::{Selected, select};
use crate::response::{Refusal, language};

/// The piece that is read and sent at a time, in bytes: about what the connection buffers.
const PIECE: usize = 32 * 1024;
/// A picture that is opened by itself is a page of this server; an SVG may run no script.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// `/images/{name}`.
pub fn routes() -> Router<Pictures> {
    Router::new().route("/images/{name}", get(picture))
}

async fn picture(
    State(pictures): State<Pictures>,
    Rest(name): Rest,
    RawQuery(query): RawQuery,
    method: Method,
    headers: HeaderMap,
) -> Response {
    let width = match width(query.as_deref().unwrap_or_default()) {
        Ok(width) => width,
        Err(error) => return Refusal::of(error, language(&headers)).into_response(),
    };
    // Reading or scaling a picture blocks.
    match tokio::task::spawn_blocking(move || pictures.open(&name, width)).await {
        Ok(Some(picture)) => answer(picture, &method, &headers),
        _ => missing(&headers),
    }
}

/// `w=480`, or no width; other fields of the query are ignored.
fn width(query: &str) -> Result<Option<u32>, ShopError> {
    let given = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "w");
    let Some((_, text)) = given else { return Ok(None) };
    let width = text.parse().ok().filter(|width| *width > 0);
    width.map(Some).ok_or_else(|| ShopError::invalid("w", "a width in pixels, 1 or more"))
}

fn answer(picture: ServedPicture, method: &Method, headers: &HeaderMap) -> Response {
    let (length, media_type) = (picture.length, picture.media_type);
    let etag = format!("\"{}\"", picture.hash);
    let mut response = match select(method, headers, &etag, length) {
        Selected::Failed => StatusCode::PRECONDITION_FAILED.into_response(),
        Selected::NotModified => StatusCode::NOT_MODIFIED.into_response(),
        Selected::Unsatisfiable => {
            (StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, format!("bytes */{length}"))]).into_response()
        }
        Selected::Whole => bytes(StatusCode::OK, picture, 0..length),
        Selected::Part(range) => {
            let content_range = format!("bytes {}-{}/{length}", range.start, range.end - 1);
            let mut part = bytes(StatusCode::PARTIAL_CONTENT, picture, range);
            insert(&mut part, header::CONTENT_RANGE, &content_range);
            part
        }
    };
    if response.status().is_success() {
        insert(&mut response, header::CONTENT_TYPE, media_type);
    }
    insert(&mut response, header::ETAG, &etag);
    insert(&mut response, header::ACCEPT_RANGES, "bytes");
    insert(&mut response, header::CACHE_CONTROL, IMMUTABLE);
    insert(&mut response, header::CONTENT_SECURITY_POLICY, PICTURE_POLICY);
    response
}

fn insert(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

fn bytes(status: StatusCode, picture: ServedPicture, range: Range<u64>) -> Response {
    let length = range.end - range.start;
    (status, [(header::CONTENT_LENGTH, length)], stream(picture, range)).into_response()
}

/// Reads the next piece once the client has read the one before it. Where the file is gone by then, the connection breaks off,
/// so that the client does not take a part for the whole.
fn stream(picture: ServedPicture, range: Range<u64>) -> Body {
    let picture = Arc::new(picture);
    Body::from_stream(try_unfold(range, move |left| {
        let picture = Arc::clone(&picture);
        async move {
            if left.is_empty() {
                return Ok::<_, std::io::Error>(None);
            }
            let most = usize::try_from(left.end - left.start).map_or(PIECE, |most| most.min(PIECE));
            let read = tokio::task::spawn_blocking(move || picture.piece(left.start, most)).await;
            let piece = read.map_err(std::io::Error::other)??;
            let start = left.start + piece.len() as u64;
            Ok(Some((Bytes::from(piece), start..left.end)))
        }
    }))
}
