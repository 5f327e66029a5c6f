//! How a face performs an operation: who may, what is asked, how long it took, and what the log says of it.

use std::future::Future;
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use serde::de::DeserializeOwned;
use serde_json::Value;
use tracing::Instrument as _;

use super::log::LogSampler;
use super::{Call, Identity};
use shop_contract::{ErrorCode, ShopError, UserType, parse};

/// Performs an operation for a face: see who asks, parse, call the use case, log. `input` may be the refusal that the face
/// has for what it was sent.
///
/// # Errors
/// `UNAUTHORIZED` for a visitor where the list of operations wants somebody and `FORBIDDEN` for a customer where it wants an
/// admin, before anything is said of the input; `FORBIDDEN` also for an operation that is not listed;
/// `INVALID_INPUT` for input that is not a request; whatever the use case refuses with.
pub async fn perform<Request, Answer, Fut>(
    call: Call,
    operation: &'static str,
    input: Result<Value, ShopError>,
    use_case: impl FnOnce(Call, Request) -> Fut,
) -> Result<Answer, ShopError>
where
    Request: DeserializeOwned,
    Fut: Future<Output = Result<Answer, ShopError>>,
{
    let caller = call.identity;
    let user_id = caller.map(|identity| identity.user_id);
    let shop = Arc::clone(&call.shop);
    if let Some(user_id) = user_id {
        shop.metrics.seen(user_id, shop.now());
    }
    let span = tracing::info_span!("operation", operation, trace_id = call.trace_id, user_id);
    async move {
        let started = Instant::now();
        let result = match admit(&call, operation).and_then(|()| call.check_key()).and(input).and_then(parse) {
            Ok(request) => use_case(call, request).await,
            Err(refusal) => Err(refusal),
        };
        let took = started.elapsed();
        shop.metrics.answered(operation, took, result.as_ref().err());
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        match &result {
            // A read that went well leaves nothing behind that anybody would look up, and there are very many.
            Ok(_) if is_read(operation) => tracing::debug!(micros, "done"),
            Ok(_) => {
                if let Some(left_out) = sample(caller, operation, None) {
                    tracing::info!(micros, left_out = counted(left_out), "done");
                }
            }
            Err(error) => {
                if let Some(left_out) = sample(caller, operation, Some(error.code)) {
                    tracing::info!(micros, code = ?error.code, left_out = counted(left_out), "refused");
                }
            }
        }
        result
    }
    .instrument(span)
    .await
}

/// What is counted together: who, which operation, and how it was refused if it was.
type Kind = (Option<i64>, &'static str, Option<ErrorCode>);

/// Whether the end of an operation is logged, and how many like it were left out before. All that is done by somebody who is
/// signed in is, all that is refused to admins, and all failures of the shop's own; with the rest others could fill the log.
fn sample(caller: Option<Identity>, operation: &'static str, refusal: Option<ErrorCode>) -> Option<u64> {
    static SAMPLER: LazyLock<LogSampler<Kind>> = LazyLock::new(LogSampler::default);
    let is_admin = caller.is_some_and(|caller| caller.kind == UserType::Admin);
    let is_done = caller.is_some() && refusal.is_none();
    if is_admin || is_done || refusal.is_some_and(|code| code.status() >= 500) {
        return Some(0);
    }
    SAMPLER.admit((caller.map(|caller| caller.user_id), operation, refusal), Instant::now())
}

/// A count that is only told where there is something to tell.
fn counted(left_out: u64) -> Option<u64> {
    (left_out > 0).then_some(left_out)
}

/// Whom an operation admits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    /// Everybody.
    Open,
    /// Whoever has signed in.
    Customer,
    /// Admins.
    Admin,
}

/// What the faces perform beside the list of operations: signing in and out, where the caller is proved by what is sent.
const OF_A_FACE: [&str; 3] = ["login", "refresh", "logout"];

/// Whom an operation admits; `None` for one that is neither in the list nor a face's own.
fn access(operation: &str) -> Option<Access> {
    macro_rules! access {
        ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
            match operation {
                $(stringify!($name) => Some(Access::$access),)*
                _ => OF_A_FACE.contains(&operation).then_some(Access::Open),
            }
        };
    }
    shop_contract::for_each_operation!(access)
}

/// Refuses whoever the operation does not admit. An operation that nobody has listed admits nobody: a new one that was
/// forgotten must not be open to all. [`perform`] asks it first of all; a face asks it before it reads what somebody sends.
///
/// # Errors
/// `UNAUTHORIZED`, `FORBIDDEN`.
pub fn admit(call: &Call, operation: &str) -> Result<(), ShopError> {
    match access(operation) {
        Some(Access::Open) => Ok(()),
        Some(Access::Customer) => call.user().map(drop),
        Some(Access::Admin) => call.admin().map(drop),
        None => {
            tracing::error!(operation, trace_id = call.trace_id, "an operation that is not listed was asked for");
            Err(ErrorCode::Forbidden.into())
        }
    }
}

/// Whether the operation changes nothing.
fn is_read(operation: &str) -> bool {
    macro_rules! method {
        ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
            match operation {
                $(stringify!($name) => stringify!($method),)*
                _ => "POST",
            }
        };
    }
    shop_contract::for_each_operation!(method) == "GET"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operation_that_is_not_listed_admits_nobody() {
        for name in ["", "drop_everything", "LOGIN", "get_shop ", "create_user"] {
            assert_eq!(access(name), None, "{name:?}");
        }
    }

    #[test]
    fn what_is_listed_admits_whom_it_is_for() {
        for (name, expected) in [
            ("list_products", Access::Open),
            ("place_order", Access::Customer),
            ("update_settings", Access::Admin),
            ("login", Access::Open),
            ("refresh", Access::Open),
            ("logout", Access::Open),
        ] {
            assert_eq!(access(name), Some(expected), "{name}");
        }
    }
}
