//! What is served as files: the pages of the UI, pictures, the contract's document and its page.

use std::borrow::Cow;
use std::sync::LazyLock;

use axum::Router;
use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use rust_embed::RustEmbed;
use shop_app::contract::ErrorCode;

use crate::app::App;
use crate::respond::{Refusal, language};
use crate::{docs, openapi};

/// The built UI. A program that was built without it serves everything else.
#[derive(RustEmbed)]
#[folder = "../../../ui/dist"]
#[allow_missing = true]
struct Pages;

/// What never changes under its name.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// What may be another thing tomorrow.
const ASK_AGAIN: &str = "no-cache";

const UNBUILT: &str =
    "The pages are not in this program: build them first (npm run build in ui), or use cargo xtask run.";

/// What follows a folder in the path. One that is not text names nothing.
struct Rest(String);

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
        .route("/images/{name}", get(picture))
        .route("/v1/openapi.json", get(async || file("application/json", ASK_AGAIN, openapi_text())))
        .route("/docs", get(async |request: Request| docs_page("", request.headers())))
        .route("/docs/", get(async |request: Request| docs_page("", request.headers())))
        .route("/docs/{*path}", get(async |Rest(path): Rest, request: Request| docs_page(&path, request.headers())))
}

fn page(path: &str, headers: &HeaderMap) -> Response {
    let Some(found) = Pages::get(path) else {
        return if path == "index.html" { (StatusCode::NOT_FOUND, UNBUILT).into_response() } else { missing(headers) };
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

/// Reading or drawing one takes a moment.
async fn picture(State(app): State<App>, Rest(name): Rest, headers: HeaderMap) -> Response {
    let pictures = app.pictures.clone();
    match tokio::task::spawn_blocking(move || pictures.load(&name)).await {
        Ok(Some(picture)) => {
            let mut response = file(picture.media_type, FOREVER, picture.bytes.into());
            // A picture opened by itself is a page of this server: it may do nothing at all.
            let alone = HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, alone);
            response
        }
        _ => missing(&headers),
    }
}

fn file(kind: &'static str, keep: &'static str, bytes: Cow<'static, [u8]>) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], bytes).into_response()
}

fn missing(headers: &HeaderMap) -> Response {
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
