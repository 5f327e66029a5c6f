//! Every route: the operations of the one list, and what only a server has.

mod conditions;
mod events;
mod files;
mod health;
mod metrics;
mod pictures;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodFilter, get, on};
use shop_contract::*;

pub use files::has_pages;
pub use health::Readiness;

use crate::app::App;
use crate::respond::{Refusal, language, operate};
use crate::{auth, guard};

/// All routes behind the guard.
pub fn router(app: App) -> Router {
    Router::new()
        .merge(listed())
        .merge(auth::routes())
        .merge(health::routes())
        .merge(files::routes())
        .route("/v1/events", get(events::stream))
        .route("/metrics", get(metrics::scrape))
        .method_not_allowed_fallback(wrong_method)
        .fallback(nothing_here)
        .layer(from_fn_with_state(app.clone(), guard::guard))
        .with_state(app)
}

macro_rules! routes {
    ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
        /// One route for each operation.
        fn listed() -> Router<App> {
            Router::new()$(
                .route($path, on(MethodFilter::$method, async |State(app): State<App>, request: Request| {
                    operate(app, request, operation::$name, shop_app::$noun::$name).await
                }))
            )*
        }
    };
}

shop_contract::for_each_operation!(routes);

async fn nothing_here(request: Request) -> Response {
    if request.method() == Method::OPTIONS && request.uri().path() == "*" {
        return StatusCode::NO_CONTENT.into_response();
    }
    Refusal::of(ErrorCode::NotFound.into(), language(request.headers())).into_response()
}

/// HTTP has a status of its own for this, and says in `Allow` what would do. Who only asks for that is told.
async fn wrong_method(request: Request) -> Response {
    if request.method() == Method::OPTIONS {
        return StatusCode::NO_CONTENT.into_response();
    }
    Refusal::of(ErrorCode::NotFound.into(), language(request.headers()))
        .with_status(StatusCode::METHOD_NOT_ALLOWED)
        .into_response()
}
