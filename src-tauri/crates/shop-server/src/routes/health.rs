//! Whether the process is up, and whether the shop can be written to. The answers contain nothing else, as anyone may send
//! these requests.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use shop_app::context::Shop;
use shop_app::runtime::locks::LockKey;
use tokio::sync::Mutex;

/// How long a result is kept: each check writes to the file.
const MAX_AGE: Duration = Duration::from_secs(1);

struct Readiness {
    shop: Arc<Shop>,
    last: Mutex<Option<(Instant, bool)>>,
}

/// `/healthz` and `/readyz`.
pub fn routes(shop: Arc<Shop>) -> Router {
    Router::new()
        .route("/healthz", get(async || status(true)))
        .route("/readyz", get(ready))
        .with_state(Arc::new(Readiness { shop, last: Mutex::new(None) }))
}

/// Requests at the same time share one check.
async fn ready(State(readiness): State<Arc<Readiness>>) -> Response {
    let mut last = readiness.last.lock().await;
    if let Some((at, is_ready)) = *last
        && at.elapsed() < MAX_AGE
    {
        return status(is_ready);
    }
    let is_ready = readiness.shop.write(LockKey::Shop, |_| Ok(())).await.is_ok();
    *last = Some((Instant::now(), is_ready));
    status(is_ready)
}

fn status(is_ok: bool) -> Response {
    let (status, json) = if is_ok {
        (StatusCode::OK, r#"{"status":"ok"}"#)
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, r#"{"status":"unavailable"}"#)
    };
    (status, [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")], json).into_response()
}
