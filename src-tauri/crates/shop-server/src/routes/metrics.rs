//! `GET /metrics`: the metrics for a collector, which sends a token of its own, or for an admin.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use shop_app::context::{Admits as _, Call};
use shop_app::shop::is_metrics_token;
use shop_contract::{ShopError, level};

use crate::app::App;
use crate::auth::bearer;
use crate::prometheus::{CONTENT_TYPE, exposition};
use crate::respond::call;
use crate::response::{Refusal, language, too_many};

/// All collectors share the rate of one session, under an id that no session has.
const COLLECTORS: i64 = 0;

/// `/metrics`.
pub fn routes() -> Router<App> {
    Router::new().route("/metrics", get(scrape))
}

async fn scrape(State(app): State<App>, headers: HeaderMap) -> Response {
    match admit(&app, &headers) {
        Ok(()) => {
            let text = exposition(&app.shop.figures(), app.shop.popularity().hit_rate());
            ([(header::CONTENT_TYPE, CONTENT_TYPE), (header::CACHE_CONTROL, "no-store")], text).into_response()
        }
        Err(error) => Refusal::of(error, language(&headers)).into_response(),
    }
}

fn admit(app: &App, headers: &HeaderMap) -> Result<(), ShopError> {
    let visitor = Call::new(app.shop.clone(), None, None);
    if let Some(token) = bearer(headers)?
        && is_metrics_token(&visitor, token)?
    {
        return app.session_rate.admit(&COLLECTORS).map_err(too_many);
    }
    // The level of `get_metrics`, which answers with the same figures.
    level::Manager::admit(call(app, headers)?).map(drop)
}
