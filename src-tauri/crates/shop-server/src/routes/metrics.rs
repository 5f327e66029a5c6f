//! `GET /metrics`: the figures for a collector, which has no person to sign in as. An admin may look, too.

use std::time::Instant;

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use shop_app::runtime::Call;
use shop_app::shop::is_metrics_token;
use shop_contract::ShopError;

use crate::app::App;
use crate::auth::bearer;
use crate::guard::too_many;
use crate::prometheus::{CONTENT_TYPE, exposition};
use crate::respond::{Refusal, call, language};

/// All collectors share the rate of one session; no session has this id.
const COLLECTORS: i64 = 0;

/// Answers whoever may know.
pub async fn scrape(State(app): State<App>, headers: HeaderMap) -> Response {
    match admit(&app, &headers) {
        Ok(()) => {
            let text = exposition(&app.shop.metrics().figures(&app.shop));
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
        return app.sessions.admit(COLLECTORS, app.limits.session_rate, Instant::now()).map_err(too_many);
    }
    call(app, headers)?.admin().map(drop)
}
