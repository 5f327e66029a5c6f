//! Static files: the pages of the UI, the OpenAPI document and the page that shows it.

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

use crate::response::{Refusal, language};
use crate::{docs, openapi};

/// The built UI. A program that was built without it still serves all other routes.
#[derive(RustEmbed)]
#[folder = "../../../ui/dist"]
#[allow_missing = true]
struct Pages;

/// `Cache-Control` of a file whose name changes with its content.
pub(super) const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// `Cache-Control` of every other file.
const REVALIDATE: &str = "no-cache";

/// The page at `/` where the program was built without the pages.
const UNBUILT: &str = include_str!("unbuilt.html");

/// Whether this program was built with the pages.
#[must_use]
pub fn has_pages() -> bool {
    page("index.html").is_some()
}

/// The bytes of a file of the UI, by its path below `ui/dist`.
#[must_use]
pub fn page(path: &str) -> Option<Cow<'static, [u8]>> {
    Pages::get(path).map(|found| found.data)
}

/// The paths of all files of the UI, below `ui/dist`.
pub fn page_names() -> impl Iterator<Item = Cow<'static, str>> {
    Pages::iter()
}

/// The rest of the path, as text; 404 where it is not UTF-8.
pub(super) struct Rest(pub(super) String);

impl<S: Send + Sync> FromRequestParts<S> for Rest {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        path.map(|Path(path)| Self(path)).map_err(|_| missing(&parts.headers))
    }
}

/// Files, each under its own path.
pub fn routes() -> Router {
    Router::new()
        .route("/", get(async |request: Request| respond("index.html", request.headers())))
        .route(
            "/assets/{*path}",
            get(async |Rest(path): Rest, request: Request| respond(&format!("assets/{path}"), request.headers())),
        )
        .route("/favicon.svg", get(async |request: Request| respond("favicon.svg", request.headers())))
        .route("/v1/openapi.json", get(async || file("application/json", REVALIDATE, openapi_text())))
        .route("/docs", get(async |request: Request| docs_page("", request.headers())))
        .route("/docs/", get(async |request: Request| docs_page("", request.headers())))
        .route("/docs/{*path}", get(async |Rest(path): Rest, request: Request| docs_page(&path, request.headers())))
}

fn respond(path: &str, headers: &HeaderMap) -> Response {
    let Some(bytes) = page(path) else {
        return if path == "index.html" { unbuilt() } else { missing(headers) };
    };
    let cache_control = if path.starts_with("assets/") { IMMUTABLE } else { REVALIDATE };
    file(media_type(path), cache_control, bytes)
}

fn docs_page(path: &str, headers: &HeaderMap) -> Response {
    let Some(asset) = docs::asset(path) else { return missing(headers) };
    let mut response = file(asset.content_type, REVALIDATE, asset.bytes.into());
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

/// 503 and not 404: the URL is right, and the API works.
fn unbuilt() -> Response {
    let mut response = file(media_type("index.html"), "no-store", UNBUILT.as_bytes().into());
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response
}

fn file(media_type: &'static str, cache_control: &'static str, bytes: Cow<'static, [u8]>) -> Response {
    ([(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, cache_control)], bytes).into_response()
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
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8", "a page");
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        let text = String::from_utf8(bytes.to_vec()).expect("text");
        for expected in ["빌드하지 않은", "built without its pages", "cargo xtask run --browser", "npm run build"]
        {
            assert!(text.contains(expected), "it says {expected}");
        }
    }
}
