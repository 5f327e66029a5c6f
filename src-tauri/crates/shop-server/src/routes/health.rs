//! Is the process up, and can the shop be written to? Nothing else is said, as everybody may ask.

use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use shop_app::runtime::locks::LockKey;
use tokio::sync::Mutex;

use crate::app::App;

/// How long an answer is good for: asking writes to the file.
const GOOD_FOR: Duration = Duration::from_secs(1);

/// What was last found out.
#[derive(Default)]
pub struct Readiness(Mutex<Option<(Instant, bool)>>);

/// `/healthz` and `/readyz`.
pub fn routes() -> Router<App> {
    Router::new().route("/healthz", get(async || status(true))).route("/readyz", get(ready))
}

/// Those who ask at once share one look.
async fn ready(State(app): State<App>) -> Response {
    let mut last = app.readiness.0.lock().await;
    if let Some((at, is_ready)) = *last
        && at.elapsed() < GOOD_FOR
    {
        return status(is_ready);
    }
    let is_ready = app.shop.write(LockKey::Shop, |_| Ok(())).await.is_ok();
    *last = Some((Instant::now(), is_ready));
    status(is_ready)
}

fn status(is_well: bool) -> Response {
    let (status, json) = if is_well {
        (StatusCode::OK, r#"{"status":"ok"}"#)
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, r#"{"status":"unavailable"}"#)
    };
    (status, [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")], json).into_response()
}
