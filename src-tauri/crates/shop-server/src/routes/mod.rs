//! Every route: one for each operation of the list, and those that only a server has.

mod compressed;
mod events;
mod files;
mod health;
mod metrics;
mod pictures;
mod range;
mod sessions;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodFilter, on};
use shop_app::runtime::Pictures;
use shop_contract::*;

pub use events::EventState;
pub use files::{has_pages, page, page_names};

use crate::app::App;
use crate::guard::{Guard, guard};
use crate::respond::operate;
use crate::response::{Refusal, language};

/// All routes behind the guard, each group with the state that it needs.
pub fn router(events: EventState, guard_state: Arc<Guard>, pictures: Pictures) -> Router {
    let app = Arc::clone(&events.app);
    Router::new()
        .merge(listed().with_state(Arc::clone(&app)).layer(compressed::layer()))
        .merge(sessions::routes().with_state(Arc::clone(&app)))
        .merge(metrics::routes().with_state(Arc::clone(&app)))
        .merge(health::routes(Arc::clone(&app.shop)))
        .merge(events::routes().with_state(events))
        .merge(files::routes().layer(compressed::layer()))
        .merge(pictures::routes().with_state(pictures))
        .method_not_allowed_fallback(method_not_allowed)
        .fallback(not_found)
        .layer(from_fn_with_state(guard_state, guard))
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

async fn not_found(request: Request) -> Response {
    if request.method() == Method::OPTIONS && request.uri().path() == "*" {
        return StatusCode::NO_CONTENT.into_response();
    }
    Refusal::of(ErrorCode::NotFound.into(), language(request.headers())).into_response()
}

/// 405 with `Allow`; `OPTIONS` gets 204 with `Allow`.
async fn method_not_allowed(request: Request) -> Response {
    if request.method() == Method::OPTIONS {
        return StatusCode::NO_CONTENT.into_response();
    }
    Refusal::of(ErrorCode::NotFound.into(), language(request.headers()))
        .with_status(StatusCode::METHOD_NOT_ALLOWED)
        .into_response()
}
