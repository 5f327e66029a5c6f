//! What is served as files: the pages of the UI, the contract's document and its page; `pictures` sends the pictures.

use std::borrow::Cow;
use std::sync::LazyLock;

use axum::Router;
use axum::extract::{FromRequestParts, Path, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use rust_embed::RustEmbed;
use shop_contract::ErrorCode;

use super::pictures;
use crate::app::App;
use crate::respond::{Refusal, language};
use crate::{docs, openapi};

/// The built UI. A program that was built without it serves everything else.
#[derive(RustEmbed)]
#[folder = "../../../ui/dist"]
#[allow_missing = true]
struct Pages;

/// What never changes under its name.
pub(super) const FOREVER: &str = "public, max-age=31536000, immutable";
/// What may be another thing tomorrow.
const ASK_AGAIN: &str = "no-cache";

/// What `/` shows where the program was built without the pages.
const UNBUILT: &str = include_str!("unbuilt.html");

/// Whether this program has the pages in it.
#[must_use]
pub fn has_pages() -> bool {
    Pages::get("index.html").is_some()
}

/// What follows a folder in the path. One that is not text names nothing.
pub(super) struct Rest(pub(super) String);

impl FromRequestParts<App> for Rest {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let path = Path::<String>::from_request_parts(parts, app).await;
        path.map(|Path(path)| Self(path)).map_err(|_| missing(&parts.headers))
    }
}

/// Files, each under its own path.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(async |request: Request| page("index.html", request.headers())))
        .route(
            "/assets/{*path}",
            get(async |Rest(path): Rest, request: Request| page(&format!("assets/{path}"), request.headers())),
        )
        .route("/favicon.svg", get(async |request: Request| page("favicon.svg", request.headers())))
        .route("/images/{name}", get(pictures::picture))
        .route("/v1/openapi.json", get(async || file("application/json", ASK_AGAIN, openapi_text())))
        .route("/docs", get(async |request: Request| docs_page("", request.headers())))
        .route("/docs/", get(async |request: Request| docs_page("", request.headers())))
        .route("/docs/{*path}", get(async |Rest(path): Rest, request: Request| docs_page(&path, request.headers())))
}

fn page(path: &str, headers: &HeaderMap) -> Response {
    let Some(found) = Pages::get(path) else {
        return if path == "index.html" { unbuilt() } else { missing(headers) };
    };
    let (kind, keep) = (media_type(path), if path.starts_with("assets/") { FOREVER } else { ASK_AGAIN });
    file(kind, keep, found.data)
}

fn docs_page(path: &str, headers: &HeaderMap) -> Response {
    let Some(asset) = docs::asset(path) else { return missing(headers) };
    let mut response = file(asset.content_type, ASK_AGAIN, asset.bytes.into());
    if asset.gzipped {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

/// The document does not change while the program runs.
fn openapi_text() -> Cow<'static, [u8]> {
    static TEXT: LazyLock<String> = LazyLock::new(|| openapi::document().to_string());
    TEXT.as_bytes().into()
}

/// The server works, only its pages do not exist: programs can use it, so that it is not the address that is wrong.
fn unbuilt() -> Response {
    let mut response = file(media_type("index.html"), "no-store", UNBUILT.as_bytes().into());
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response
}

fn file(kind: &'static str, keep: &'static str, bytes: Cow<'static, [u8]>) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], bytes).into_response()
}

pub(super) fn missing(headers: &HeaderMap) -> Response {
    Refusal::of(ErrorCode::NotFound.into(), language(headers)).into_response()
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "png" => "image/png",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;

    #[tokio::test]
    async fn a_program_without_pages_explains_itself() {
        let response = unbuilt();
        assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE, "no page is shown, but something is there");
        assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store", "the next build has them");
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8", "for people");
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        let text = String::from_utf8(bytes.to_vec()).expect("text");
        for expected in ["빌드하지 않은", "built without its pages", "cargo xtask run --browser", "npm run build"]
        {
            assert!(text.contains(expected), "it says {expected}");
        }
    }
}
