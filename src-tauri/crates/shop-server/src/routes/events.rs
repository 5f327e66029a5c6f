//! The shop's events as server-sent events: public ones, and those for the caller. A client may restrict the stock events to
//! some products.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use futures_util::stream::unfold;
use shop_app::context::{Caller as _, UserCall};
use shop_app::runtime::{Audience, Listening, Notice, Principal};
use shop_app::user::session_principal;
use shop_contract::{ShopError, ShopEvent};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use crate::app::App;
use crate::connection::ConnectionInfo;
use crate::permits::{StreamLimiter, StreamPermit};
use crate::respond::call;
use crate::response::{Refusal, language, too_many};

/// The interval in which an idle stream sends a comment and checks its session.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How long a check of the session is reused for public events: in a flash sale thousands of streams get an event for each
/// unit that is sold.
const SESSION_CHECK_TTL: Duration = Duration::from_millis(200);
/// `Retry-After` in seconds where the client has too many streams.
const STREAM_RETRY: u64 = 5;
/// The most products to which a stream can be restricted.
const MOST_PRODUCTS: usize = 100;

/// The state of the route.
#[derive(Clone)]
pub struct EventState {
    pub app: App,
    pub limiter: Arc<StreamLimiter>,
    /// Turns true when the server stops; streams do not end by themselves.
    pub stopping: watch::Receiver<bool>,
}

/// `/v1/events`.
pub fn routes() -> Router<EventState> {
    Router::new().route("/v1/events", get(stream))
}

async fn stream(State(state): State<EventState>, request: Request) -> Response {
    let headers = request.headers();
    match open(&state, &request) {
        Ok(listener) => {
            let mut response = Sse::new(unfold(listener, next)).into_response();
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(error) => Refusal::of(error, language(headers)).into_response(),
    }
}

struct Listener {
    state: EventState,
    principal: Principal,
    products: Option<BTreeSet<i64>>,
    _permit: StreamPermit,
    notices: Listening,
    heartbeat: Instant,
    /// Until then the session is not checked again for public events.
    checked_until: Instant,
}

fn open(state: &EventState, request: &Request) -> Result<Listener, ShopError> {
    let principal = UserCall::admit(call(&state.app, request.headers())?)?.user();
    let products = products(request.uri().query().unwrap_or_default())?;
    let origin = ConnectionInfo::of(request)?.origin();
    let permit = state.limiter.acquire(principal, origin).ok_or_else(|| too_many(STREAM_RETRY))?;
    let heartbeat = Instant::now();
    Ok(Listener {
        state: state.clone(),
        principal,
        products,
        _permit: permit,
        notices: state.app.shop.events().listen_for(Some(principal.user_id)),
        heartbeat,
        checked_until: heartbeat,
    })
}

/// `productIds=1,2,3`, or nothing.
fn products(query: &str) -> Result<Option<BTreeSet<i64>>, ShopError> {
    let mut given = form_urlencoded::parse(query.as_bytes());
    let Some((name, ids)) = given.next() else { return Ok(None) };
    if name != "productIds" || given.next().is_some() {
        return Err(ShopError::invalid(&name, "only productIds is known, once"));
    }
    let ids: Option<BTreeSet<i64>> = ids.split(',').map(|id| id.parse().ok().filter(|id| *id > 0)).collect();
    ids.filter(|ids| ids.len() <= MOST_PRODUCTS)
        .map(Some)
        .ok_or_else(|| ShopError::invalid("productIds", "1 to 100 ids, separated by commas"))
}

/// The next event to send; `None` once the session has ended or the server stops. The first is a heartbeat at once, so that
/// the client knows that it is connected.
async fn next(mut listener: Listener) -> Option<(Result<Event, Infallible>, Listener)> {
    let mut stopping = listener.state.stopping.clone();
    let event = tokio::select! {
        biased;
        _ = stopping.wait_for(|stopping| *stopping) => return None,
        event = listener.next_event() => event?,
    };
    Some((Ok(event), listener))
}

impl Listener {
    async fn next_event(&mut self) -> Option<Event> {
        loop {
            tokio::select! {
                () = sleep_until(self.heartbeat) => {
                    self.heartbeat = Instant::now() + HEARTBEAT;
                    return self.is_signed_in().then(|| Event::default().comment(""));
                }
                notice = self.notices.recv() => {
                    let (audience, event) = match notice {
                        Ok(notice) if self.wants(&notice) => (notice.audience, notice.event),
                        Ok(_) => continue,
                        Err(RecvError::Lagged(_)) => (Audience::All, ShopEvent::Missed {}),
                        Err(RecvError::Closed) => return None,
                    };
                    let is_public = audience == Audience::All;
                    // A restore has ended every session; this event tells the client.
                    let is_last = matches!(event, ShopEvent::Restored {} | ShopEvent::Replaced {});
                    let is_checked = is_public && Instant::now() < self.checked_until;
                    return (is_last || is_checked || self.is_signed_in()).then(|| sse_event(&event));
                }
            }
        }
    }

    fn wants(&self, notice: &Notice) -> bool {
        let is_mine = notice.audience.includes(self.principal);
        let is_watched = match (&self.products, &notice.event) {
            (Some(products), ShopEvent::Stock { product_id, .. }) => products.contains(product_id),
            _ => true,
        };
        is_mine && is_watched
    }

    fn is_signed_in(&mut self) -> bool {
        let Principal { user_id, session_id, .. } = self.principal;
        self.checked_until = Instant::now() + SESSION_CHECK_TTL;
        matches!(session_principal(&self.state.app.shop, session_id, user_id), Ok(Some(_)))
    }
}

fn sse_event(event: &ShopEvent) -> Event {
    let json = serde_json::to_value(event).unwrap_or_default();
    let name = json["type"].as_str().unwrap_or_default().to_owned();
    Event::default().event(name).data(json.to_string())
}
