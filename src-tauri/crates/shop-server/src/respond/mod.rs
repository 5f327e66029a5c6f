//! From a request to an operation and back: who calls, what is asked, and the answer or the refusal as HTTP has it.

mod input;
mod parts;
mod refusal;
mod wishes;

use std::time::Instant;

use axum::body::Bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shop_app::runtime::{Call, admit, perform};
use shop_contract::{Operation, ShopError, UserType};

pub use input::body;
use parts::File;
pub use parts::has_file;
pub use refusal::{Refusal, language};

use crate::app::App;
use crate::auth::identify;
use crate::guard::{admit_call, too_many};

/// Ties an answer to the shop's log.
const TRACE_ID: HeaderName = HeaderName::from_static("x-trace-id");
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// How an answer without content reads as JSON.
const NOTHING: &[u8] = b"{}";

/// Performs the operation that the request asks for.
pub async fn operate<Req, Ans, Fut>(
    app: App,
    request: Request,
    operation: Operation<Req, Ans>,
    use_case: impl Fn(Call, Req) -> Fut + Copy + Send + 'static,
) -> Response
where
    Req: DeserializeOwned + Send + 'static,
    Ans: Serialize + 'static,
    Fut: Future<Output = Result<Ans, ShopError>> + Send + 'static,
{
    let (facts, language) = (operation.facts(), language(request.headers()));
    let call = match call(&app, request.headers()).and_then(|call| admit_call(&app, call, &request)) {
        Ok(call) => call,
        Err(error) => return Refusal::of(error, language).into_response(),
    };
    let trace_id = call.trace_id.clone();
    let is_admin = call.identity.is_some_and(|identity| identity.kind == UserType::Admin);
    let file = File::wanted(facts.name, request.headers());
    let input = match admit(&call, facts) {
        Ok(()) => input::gather(&app, request, facts, is_admin).await,
        // Whoever is not admitted is not listened to, either; the refusal is told and logged as any other.
        Err(refusal) => Err(refusal),
    };
    let asked = file.and_then(|_| input.clone().ok());
    let mut response = match (perform(call.clone(), operation, input, use_case).await, file) {
        (Ok(answer), Some(File::OfParts)) => parts::file(call, operation, asked.unwrap_or_default(), &answer, use_case),
        (Ok(answer), Some(File::OfTable)) => {
            parts::table(facts.name, &answer).unwrap_or_else(|| success(facts.status, &answer))
        }
        (Ok(answer), None) => success(facts.status, &answer),
        (Err(error), _) => Refusal::of(error, language).into_response(),
    };
    if let Ok(trace_id) = HeaderValue::from_str(&trace_id) {
        response.headers_mut().insert(TRACE_ID, trace_id);
    }
    response
}

/// The call of whoever sent these headers.
///
/// # Errors
/// `UNAUTHORIZED`, `TOO_MANY_REQUESTS`, `INVALID_INPUT` for an idempotency key that is not one.
pub fn call(app: &App, headers: &HeaderMap) -> Result<Call, ShopError> {
    // The call comes first: who it is must not be older than the shop that is asked.
    let mut call = Call::new(app.shop.clone(), None, None);
    call.identity = identify(app, headers)?;
    if let Some(identity) = call.identity {
        app.sessions.admit(identity.session_id, app.limits.session_rate, Instant::now()).map_err(too_many)?;
    }
    call.idempotency_key = idempotency_key(headers)?;
    Ok(call)
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, ShopError> {
    let mut given = headers.get_all(IDEMPOTENCY_KEY).iter();
    let Some(key) = given.next() else { return Ok(None) };
    let key = key.to_str().ok().filter(|_| given.next().is_none());
    key.map(|key| Some(key.to_owned()))
        .ok_or_else(|| ShopError::invalid("Idempotency-Key", "1 to 64 printable characters, once"))
}

/// The answer as JSON; one without content is 204.
pub fn success(status: u16, answer: &impl Serialize) -> Response {
    match serde_json::to_vec(answer) {
        Ok(json) if json == NOTHING => StatusCode::NO_CONTENT.into_response(),
        Ok(json) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
            (
                status,
                [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")],
                Bytes::from(json),
            )
                .into_response()
        }
        Err(error) => {
            tracing::error!(%error, "an answer cannot be written as JSON");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
