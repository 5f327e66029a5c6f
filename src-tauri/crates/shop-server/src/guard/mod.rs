//! What stands before every route: the right host, the right origin, not too many at once; and the headers that every
//! answer carries, also that the connection ends where a body was left unread.

mod flood;
mod origin;
mod registrations;
mod unread_body;

use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use shop_app::runtime::Call;
use shop_contract::{ErrorCode, ErrorDetails, ShopError};

pub use flood::{Flood, Rate};
pub use registrations::Registrations;

use self::unread_body::UnreadBody;
use crate::app::{App, Ends};
use crate::respond::{Refusal, language};

/// Each who registers costs the shop a password hash and a row that stays.
const REGISTER: &str = "/v1/auth/register";

/// Every answer carries these. The pages need inline styles; nothing needs a script from elsewhere.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
         font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
    ),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Lets the request through, or refuses it.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let tongue = language(request.headers());
    let (request, unread) = UnreadBody::watch(request);
    let mut response = match admit(&app, &request) {
        Ok(()) => next.run(request).await,
        Err(error) => {
            drop(request);
            Refusal::of(error, tongue).into_response()
        }
    };
    if !response.headers().contains_key(header::CONNECTION)
        && let Some(unread) = unread
        && unread.closes().await
    {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

fn admit(app: &App, request: &Request) -> Result<(), ShopError> {
    let ends = Ends::of(request)?;
    let peer = ends.peer.ip();
    let rate = if peer.is_loopback() { app.limits.local_rate } else { app.limits.remote_rate };
    app.addresses.admit(peer, rate, Instant::now()).map_err(too_many)?;
    if !origin::is_ours(request.method(), request.uri(), request.headers(), ends) {
        return Err(ErrorCode::Forbidden.into());
    }
    let registers = request.method() == Method::POST && request.uri().path() == REGISTER;
    if registers { app.registrations.admit(ends.origin(), &app.limits).map_err(too_many) } else { Ok(()) }
}

/// The call of a request: from where it comes, and not more writes of one account than any person sends, in however many
/// sessions.
pub fn admit_call(app: &App, mut call: Call, request: &Request) -> Result<Call, ShopError> {
    call.origin = Ends::of(request)?.origin();
    if let Some(identity) = call.identity.filter(|_| !request.method().is_safe()) {
        app.account_writes.admit(identity.user_id, app.limits.account_writes, Instant::now()).map_err(too_many)?;
    }
    Ok(call)
}

/// `TOO_MANY_REQUESTS`, with the seconds to wait.
pub fn too_many(seconds: u64) -> ShopError {
    ErrorDetails::TooManyRequests { retry_after: i64::try_from(seconds).unwrap_or(i64::MAX) }.into()
}
