//! From an HTTP request to a use case and back: the call with its caller, the input, and the answer or the refusal.

mod input;
mod parts;

use std::any::{Any, TypeId};
use std::sync::Arc;

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use shop_app::context::{Admits, Call, perform};
use shop_app::runtime::Principal;
use shop_contract::{ChargedPoints, CsvPart, Facts, Language, Operation, ShopError, TableFormat};

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
    let facts = operation.facts();
    let asked = Box::pin(ask(app, request, facts, |call| Acc::admit(call).map(drop))).await;
    let Asked { call, input, file, language } = match asked {
        Ok(asked) => asked,
        Err(refused) => return refused,
    };
    let trace_id = call.trace_id.clone();
    // The input is needed again for the next parts of a file.
    let again = file.and_then(|_| input.clone().ok());
    let answer = perform(call.clone(), operation, input, use_case).await;
    let response = match (answer, file) {
        // Of other answers there are no parts, and the code that makes them is left out.
        (Ok(answer), Some(File { is_export: true, format: TableFormat::Csv })) if is_part::<Ans>() => {
            parts::file(call, operation, again.unwrap_or_default(), &answer, use_case)
        }
        (Ok(answer), Some(file)) => {
            parts::whole(facts.name, &answer, file).unwrap_or_else(|| success(facts.status, &answer))
        }
        (Ok(answer), None) => success(status_of(facts, &*answer), &answer),
        (Err(error), _) => Refusal::of(error, language).into_response(),
    };
    traced(response, &trace_id)
}

/// A request as far as it can be read without its type.
struct Asked {
    call: Call,
    input: Result<Value, ShopError>,
    file: Option<File>,
    language: Language,
}

/// Reads a request; the answer where its caller is not known or asks too often. It is apart from [`operate`] because that is
/// compiled anew for each operation.
async fn ask(
    app: App,
    request: Request,
    facts: &Facts,
    admits: fn(Call) -> Result<(), ShopError>,
) -> Result<Asked, Response> {
    let language = language(request.headers());
    let call = call(&app, request.headers())
        .and_then(|call| admit_call(&app, call, &request))
        .map_err(|error| Refusal::of(error, language).into_response())?;
    let is_admin = call.principal.is_some_and(Principal::is_admin);
    let file = File::wanted(facts.name, request.headers());
    let mut input = match admits(call.clone()) {
        Ok(()) => input::gather(&app, request, facts, is_admin).await,
        // The body of a refused caller is not read; `perform` logs and counts the refusal.
        Err(refusal) => Err(refusal),
    };
    if let (Some(file), Ok(input)) = (file, &mut input) {
        file.ask(input);
    }
    Ok(Asked { call, input, file, language })
}

/// The response with the id that the log lines of its request carry.
fn traced(mut response: Response, trace_id: &str) -> Response {
    if let Ok(trace_id) = HeaderValue::from_str(trace_id) {
        response.headers_mut().insert(TRACE_ID, trace_id);
    }
    response
}

/// Whether an answer is a part of an export. Known when it is compiled.
fn is_part<Ans: 'static>() -> bool {
    TypeId::of::<Ans>() == TypeId::of::<CsvPart>()
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
