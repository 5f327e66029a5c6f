//! All refusals of an operation: its own, and those that all operations of its kind share. Each response is once in the
//! document, named after its codes.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use shop_contract::ErrorCode::{self, *};
use shop_contract::{Access, Facts, Language, ShopError};

use super::words::words;

/// Writes without an idempotency key. The key's row would store a secret or its hash for some; the others can be repeated.
const WITHOUT_KEY: [&str; 18] = [
    "login",
    "refresh",
    "logout",
    "change_password",
    "leave_shop",
    "reset_password",
    "make_reset_code",
    "make_metrics_token",
    "make_webhook_secret",
    "arm_fault",
    "quote_order",
    "match_payments",
    "verify_books",
    "join_sale_room",
    "buy_in_sale_room",
    "open_sale_room",
    "close_sale_room",
    "remove_sale_guests",
];
/// Operations with a body that wait for no lock: they change nothing, or name in their answer what could not be changed.
const ONLY_READ: [&str; 3] = ["quote_order", "match_payments", "verify_books"];

/// Whether the operation honours an `Idempotency-Key`.
pub(super) fn honours_key(route: &Facts) -> bool {
    route.method != "GET" && !WITHOUT_KEY.contains(&route.name)
}

/// The refusals of every route.
pub(super) const ANYWHERE: [ErrorCode; 5] = [Forbidden, TooManyRequests, InternalError, Overloaded, StorageUnavailable];

/// All codes of a route.
pub(super) fn codes(route: &Facts) -> Vec<ErrorCode> {
    let shared = [
        (true, InvalidInput),
        (route.access != Access::Public, Unauthorized),
        (route.path_fields().next().is_some(), NotFound),
        (honours_key(route), IdempotencyKeyReused),
        (route.has_body(), PayloadTooLarge),
        (route.method != "GET" && !ONLY_READ.contains(&route.name), LockTimeout),
    ];
    let mut codes: Vec<ErrorCode> = shared.into_iter().filter_map(|(applies, code)| applies.then_some(code)).collect();
    codes.extend(ANYWHERE);
    codes.extend(words(route.name).into_iter().flat_map(|(.., own)| *own));
    codes
}

/// The responses of these codes as references, one for each status.
pub(super) fn responses(codes: &[ErrorCode]) -> Map<String, Value> {
    let mut by_status: BTreeMap<u16, Vec<ErrorCode>> = BTreeMap::new();
    for code in codes {
        let same = by_status.entry(code.status()).or_default();
        if !same.contains(code) {
            same.push(*code);
        }
    }
    let reference = |codes: &[ErrorCode]| {
        let name: Vec<String> = codes.iter().map(|code| name(*code)).collect();
        json!({"$ref": format!("#/components/responses/{}", name.join("-"))})
    };
    by_status.iter().map(|(status, codes)| (status.to_string(), reference(codes))).collect()
}

/// The response of a name that [`responses`] has made.
pub(super) fn response(name: &str) -> Value {
    let codes: Vec<ErrorCode> = name.split('-').map(code).collect();
    let status = codes.first().map_or(500, |code| code.status());
    let lines: Vec<String> = codes.iter().map(|code| format!("`{}`: {}", self::name(*code), sentence(*code))).collect();
    let examples: Map<String, Value> = codes.iter().map(|code| (self::name(*code), reference(*code))).collect();
    json!({
        "description": lines.join("\n\n"),
        "headers": headers(status),
        "content": {"application/json": {"schema": schema(&codes), "examples": examples}},
    })
}

/// The example of a code: the whole error.
pub(super) fn example(name: &str) -> Value {
    let code = code(name);
    let kept = json!({"code": code, "details": details(code)});
    let error: ShopError = serde_json::from_value(kept).expect("BUG: an example has the fields of its code");
    json!({"summary": sentence(code), "value": error.view(Language::En)})
}

/// The schema of an error with one of these codes.
fn schema(codes: &[ErrorCode]) -> Value {
    json!({
        "type": "object",
        "required": ["code", "message"],
        "additionalProperties": false,
        "properties": {
            "code": {"type": "string", "enum": codes, "description": "Clients branch on it."},
            "message": {"type": "string", "minLength": 1, "description": "Safe to show, in the language of `Accept-Language`."},
            "details": {"type": "object", "description": "The details of the code; see the examples."},
        },
    })
}

fn headers(status: u16) -> Value {
    let header = |name: &str| json!({"$ref": format!("#/components/headers/{name}")});
    match status {
        401 => json!({"X-Trace-Id": header("X-Trace-Id"), "WWW-Authenticate": header("WWW-Authenticate")}),
        429 => json!({"X-Trace-Id": header("X-Trace-Id"), "Retry-After": header("Retry-After")}),
        503 => json!({"X-Trace-Id": header("X-Trace-Id"), "Retry-After": header("Retry-After-If-It-May-Pass")}),
        _ => json!({"X-Trace-Id": header("X-Trace-Id")}),
    }
}

fn reference(code: ErrorCode) -> Value {
    json!({"$ref": format!("#/components/examples/{}", name(code))})
}

/// The code as JSON text.
fn name(code: ErrorCode) -> String {
    json!(code).as_str().unwrap_or_default().to_owned()
}

fn code(name: &str) -> ErrorCode {
    serde_json::from_value(json!(name)).expect("BUG: a response is named after codes")
}

fn sentence(code: ErrorCode) -> String {
    ShopError::new(code).view(Language::En).message
}

/// Example details of a code.
#[rustfmt::skip]
fn details(code: ErrorCode) -> Option<Value> {
    Some(match code {
        InvalidInput => json!({"fields": [{"field": "limit", "reason": "1 to 100"}]}),
        InsufficientStock => json!({"items": [{"productId": 1, "productOptionId": 3, "requested": 5, "available": 2}]}),
        ExceededLimitedQuantity => json!({"limitedQuantity": 2, "alreadyBought": 1, "inCart": 1, "requested": 1}),
        InvalidCoupon => json!({"userCouponId": 7, "reason": "MIN_ORDER_AMOUNT"}),
        InvalidOrderState => json!({"state": "CANCELLED", "asked": "PAY"}),
        AmountMismatch => json!({"expected": 30_000, "actual": 29_000}),
        InsufficientBalance => json!({"required": 30_000, "available": 12_000, "shortfall": 18_000}),
        TooManyRequests => json!({"retryAfter": 30}),
        StorageUnavailable => json!({"reason": "FULL"}),
        InternalError => json!({"traceId": "9f2c4b1e7a603d58"}),
        _ => return None,
    })
}
