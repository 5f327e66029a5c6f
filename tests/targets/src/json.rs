//! Bodies: JSON that every operation's request is read from. What is read can be written and is then read as the same.

use serde_json::Value;
use shop_contract::*;

/// What the mutations insert.
pub const WORDS: &[&str] = &[
    "null",
    "true",
    "{}",
    "[]",
    "\"\"",
    "\"id\":",
    "1e309",
    "-0.0",
    "9007199254740992",
    "9223372036854775807",
    "\\u0000",
    "\\ud800",
    "\"2026-02-30T25:61:61Z\"",
    "\"+010000-01-01T00:00:00Z\"",
    "\"items\":[",
    "\"NORMAL\"",
    "\u{202e}",
];

macro_rules! readers {
    ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
        /// The readers of all requests, with the names of their operations.
        const READERS: &[(&str, fn(Value) -> Result<Value, ShopError>)] = &[$(
            (stringify!($name), |input| parse::<$request>(input).map(|read| serde_json::to_value(read).expect("JSON"))),
        )*];
    };
}
for_each_operation!(readers);

/// Reads the bytes as the request of each operation.
pub fn json(data: &[u8]) {
    let Ok(input) = serde_json::from_slice::<Value>(data) else { return };
    for (name, read) in READERS {
        match read(input.clone()) {
            Ok(once) => match read(once.clone()) {
                Ok(twice) => assert_eq!(once, twice, "{name}: a request is another one when it is read again"),
                Err(refusal) => panic!("{name}: a request is refused when it is read again: {refusal:?}"),
            },
            Err(refusal) => assert_eq!(refusal.code, ErrorCode::InvalidInput, "{name}: {refusal:?}"),
        }
    }
}
