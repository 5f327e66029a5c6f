//! What the shop tells, as server-sent events: everything for everybody, and what is for the caller alone. A program may
//! narrow the stock that it hears of to the products it looks at.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream::unfold;
use shop_app::runtime::{Audience, Identity, Notice};
use shop_app::user::session_identity;
use shop_contract::{ShopError, ShopEvent};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, sleep_until};

use crate::app::{App, Ends};
use crate::guard::too_many;
use crate::places::{Listening, StreamPlace};
use crate::respond::{Refusal, call, language};

/// A silent stream says this often that it is still there; and looks whether its session is.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// A flash sale tells thousands of streams of each piece that is sold; looking each time whether the listener is still
/// signed in would cost more than the sale.
const TRUST: Duration = Duration::from_millis(200);
/// Seconds after which whoever has too many streams may look whether one of them has ended.
const NEXT_TRY: u64 = 5;
/// Products that a stream can be narrowed to.
const MOST_PRODUCTS: usize = 100;

/// `GET /v1/events`.
pub async fn stream(State(app): State<App>, request: Request) -> Response {
    let headers = request.headers();
    match open(&app, &request) {
        Ok(listener) => {
            let mut response = Sse::new(unfold(listener, next)).into_response();
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(error) => Refusal::of(error, language(headers)).into_response(),
    }
}

struct Listener {
    app: App,
    identity: Identity,
    products: Option<BTreeSet<i64>>,
    /// Held for as long as the stream is.
    _place: StreamPlace,
    notices: Receiver<Notice>,
    heartbeat: Instant,
    /// Until then its session is taken to run, for what everybody may hear.
    trusted_until: Instant,
}

fn open(app: &App, request: &Request) -> Result<Listener, ShopError> {
    let identity = call(app, request.headers())?.user()?;
    let products = products(request.uri().query().unwrap_or_default())?;
    let listening = Listening { identity, origin: Ends::of(request)?.origin() };
    let place = app.streams.take(listening).ok_or_else(|| too_many(NEXT_TRY))?;
    let heartbeat = Instant::now();
    Ok(Listener {
        app: app.clone(),
        identity,
        products,
        _place: place,
        notices: app.shop.events().listen(),
        heartbeat,
        trusted_until: heartbeat,
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

/// The next thing to send; nothing once the session has ended or the server stops. The first is a heartbeat at once, so
/// that the client knows that it is heard.
async fn next(mut listener: Listener) -> Option<(Result<Event, Infallible>, Listener)> {
    let mut stopping = listener.app.stopping.clone();
    let event = tokio::select! {
        biased;
        _ = stopping.wait_for(|stopping| *stopping) => return None,
        event = listener.hear() => event?,
    };
    Some((Ok(event), listener))
}

impl Listener {
    async fn hear(&mut self) -> Option<Event> {
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
                    // Going back to a copy has ended every session; this is how those who listen learn of it.
                    let is_last = event == ShopEvent::Restored {};
                    let may_hear = is_last || (is_public && Instant::now() < self.trusted_until) || self.is_signed_in();
                    return may_hear.then(|| written(&event));
                }
            }
        }
    }

    fn wants(&self, notice: &Notice) -> bool {
        let is_mine = notice.audience.includes(self.identity);
        let is_looked_at = match (&self.products, &notice.event) {
            (Some(products), ShopEvent::Stock { product_id, .. }) => products.contains(product_id),
            _ => true,
        };
        is_mine && is_looked_at
    }

    fn is_signed_in(&mut self) -> bool {
        let Identity { user_id, session_id, .. } = self.identity;
        self.trusted_until = Instant::now() + TRUST;
        matches!(session_identity(&self.app.shop, session_id, user_id), Ok(Some(_)))
    }
}

fn written(event: &ShopEvent) -> Event {
    let json = serde_json::to_value(event).unwrap_or_default();
    let name = json["type"].as_str().unwrap_or_default().to_owned();
    Event::default().event(name).data(json.to_string())
}
