//! Shops that answer wrongly when a call fails, each of which the trials must show.

use serde_json::Value;
use shop_contract::{ErrorCode, ErrorDetails, ShopError};

use crate::sweep::Answering;

/// The bugs, with what they do to an answer.
pub const PLANTED: [(&str, Answering); 4] = [
    ("an error is swallowed", |answer, expected| answer.or_else(|_| Ok(expected.clone()))),
    ("what was done is answered as not done", |answer, _| answer.and_then(|_| Err(failed()))),
    ("an unknown outcome is answered as not done", |answer, _| answer.map_err(|_| failed())),
    ("a fault is answered as a refusal", |answer, _| answer.map_err(|_| ErrorCode::NotFound.into())),
];

/// An internal error that says that nothing was written.
fn failed() -> ShopError {
    ErrorDetails::InternalError { trace_id: String::new(), reason: None }.into()
}

/// What was given by a shop, or what one with a bug would give.
pub fn as_given(answer: Result<Value, ShopError>, _: &Value) -> Result<Value, ShopError> {
    answer
}
