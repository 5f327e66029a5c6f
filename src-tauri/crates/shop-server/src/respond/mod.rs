//! From an HTTP request to a use case and back: the call with its caller, the input, and the answer or the refusal.

mod input;
mod parts;

use std::any::Any;
use std::sync::Arc;

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shop_app::context::{Admits, Call, perform};
use shop_app::runtime::Principal;
use shop_contract::{ChargedPoints, Facts, Operation, ShopError, TableFormat};

pub use input::body;
use parts::File;
pub use parts::{XLSX, has_file};

use crate::app::App;
use crate::auth::identify;
use crate::connection::ConnectionInfo;
use crate::response::{Refusal, language, success, too_many};

/// The id that the log lines of the request carry.
const TRACE_ID: HeaderName = HeaderName::from_static("x-trace-id");
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Performs the operation that the request asks for.
pub async fn operate<Req, Ans, Acc, Fut>(
    app: App,
    request: Request,
    operation: Operation<Req, Ans, Acc>,
    use_case: impl Fn(Acc::Call, Req) -> Fut + Copy + Send + 'static,
) -> Response
where
    Acc: Admits,
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
    let is_admin = call.principal.is_some_and(Principal::is_admin);
    let file = File::wanted(facts.name, request.headers());
    let mut input = match Acc::admit(call.clone()) {
        Ok(_) => input::gather(&app, request, facts, is_admin).await,
        // The body of a refused caller is not read; `perform` logs and counts the refusal.
        Err(refusal) => Err(refusal),
    };
    if let (Some(file), Ok(input)) = (file, &mut input) {
        file.ask(input);
    }
    let asked = file.and_then(|_| input.clone().ok());
    let mut response = match (perform(call.clone(), operation, input, use_case).await, file) {
        (Ok(answer), Some(File { is_export: true, format: TableFormat::Csv })) => {
            parts::file(call, operation, asked.unwrap_or_default(), &answer, use_case)
        }
        (Ok(answer), Some(File { is_export: true, format: TableFormat::Xlsx })) => {
            parts::exported(facts.name, &answer).unwrap_or_else(|| success(facts.status, &answer))
        }
        (Ok(answer), Some(File { is_export: false, format })) => {
            parts::table(facts.name, &answer, format).unwrap_or_else(|| success(facts.status, &answer))
        }
        (Ok(answer), None) => success(status_of(facts, &*answer), &answer),
        (Err(error), _) => Refusal::of(error, language).into_response(),
    };
    if let Ok(trace_id) = HeaderValue::from_str(&trace_id) {
        response.headers_mut().insert(TRACE_ID, trace_id);
    }
    response
}

/// The status of an answer: that of the list, but 202 where points are requested and not there yet.
fn status_of<Ans: 'static>(facts: &Facts, answer: &Ans) -> u16 {
    match (answer as &dyn Any).downcast_ref::<ChargedPoints>() {
        Some(ChargedPoints::Requested(_)) => 202,
        _ => facts.status,
    }
}

/// The call of a request with these headers, within the rate of its session.
///
/// # Errors
/// `UNAUTHORIZED`, `TOO_MANY_REQUESTS`, `INVALID_INPUT` for a malformed idempotency key.
pub fn call(app: &App, headers: &HeaderMap) -> Result<Call, ShopError> {
    // Made before the session is read: after a restore in between, the call is refused and not the session trusted.
    let mut call = Call::new(Arc::clone(&app.shop), None, None);
    call.principal = identify(&app.shop, &app.keys, headers)?;
    if let Some(principal) = call.principal {
        app.session_rate.admit(&principal.session_id).map_err(too_many)?;
    }
    call.idempotency_key = idempotency_key(headers)?;
    Ok(call)
}

/// Adds the origin of the request to the call, and counts a write against the rate of the account, in all its sessions.
fn admit_call(app: &App, mut call: Call, request: &Request) -> Result<Call, ShopError> {
    call.origin = ConnectionInfo::of(request)?.origin();
    if let Some(principal) = call.principal.filter(|_| !request.method().is_safe()) {
        app.account_writes.admit(&principal.user_id).map_err(too_many)?;
    }
    Ok(call)
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, ShopError> {
    let mut given = headers.get_all(IDEMPOTENCY_KEY).iter();
    let Some(key) = given.next() else { return Ok(None) };
    let key = key.to_str().ok().filter(|_| given.next().is_none());
    key.map(|key| Some(key.to_owned()))
        .ok_or_else(|| ShopError::invalid("Idempotency-Key", "1 to 64 printable characters, once"))
}
