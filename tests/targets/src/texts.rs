//! Texts of addresses: cursors and searches, in every list that takes one.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use shop_contract::{ErrorCode, ShopError};

use crate::TestShop;

/// What the mutations insert.
pub const CURSOR_WORDS: &[&str] =
    &["{\"list\":", "\"key\":", "[", "]", "null", "-1", "9223372036854775807", "1e400", "\"\"", "=", "_", "-"];

/// What the mutations insert.
pub const SEARCH_WORDS: &[&str] = &[
    "\"",
    "*",
    "^",
    ":",
    "(",
    ")",
    "{",
    "}",
    "-",
    "+",
    "'",
    "%",
    "_",
    " AND ",
    " OR ",
    " NOT ",
    "NEAR(",
    "ㄱ",
    "ㅎㅎ",
    "가",
    "각",
    "\u{1161}",
    "\u{301}",
    "\u{200b}",
    "\u{202e}",
    "\0",
    "name:",
    "ORD-20260310-000001",
    "010-",
];

/// Lists with a cursor, each with a request that is right without one.
fn lists() -> [(&'static str, Value); 9] {
    [
        ("list_products", json!({})),
        ("list_products", json!({"sort": "priceAsc"})),
        ("list_products", json!({"q": "컵"})),
        ("list_products_for_admin", json!({})),
        ("list_orders_for_admin", json!({})),
        ("list_users", json!({})),
        ("list_coupons_for_admin", json!({})),
        ("list_audit_log", json!({})),
        ("list_stock_movements", json!({"id": 1})),
    ]
}

/// Asks each list for the page behind the cursor. Bytes that begin as an object are what a cursor holds, others are its text.
pub fn cursor(data: &[u8]) {
    let text = match data {
        [b'{', ..] => URL_SAFE_NO_PAD.encode(data),
        _ => String::from_utf8_lossy(data).into_owned(),
    };
    for (name, mut request) in lists() {
        request["cursor"] = json!(text);
        let answer = TestShop::get().as_admin(name, request);
        only_invalid(&format!("{name} with a cursor"), answer);
    }
}

/// Searches in each list.
pub fn search(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for name in
        ["list_products", "list_products_for_admin", "list_orders_for_admin", "list_users", "list_coupons_for_admin"]
    {
        only_invalid(&format!("{name} with a search"), TestShop::get().as_admin(name, json!({"q": text})));
    }
}

/// A page, or a refusal of bad input; nothing else can come of a text.
fn only_invalid(what: &str, answer: Result<Value, ShopError>) {
    match answer {
        Ok(page) => assert!(page["items"].is_array(), "{what}: {page}"),
        Err(refusal) => assert_eq!(refusal.code, ErrorCode::InvalidInput, "{what}: {refusal:?}"),
    }
}
