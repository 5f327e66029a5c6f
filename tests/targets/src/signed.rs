//! Signed texts: access tokens and receipts. Whatever is changed in one, it is refused.

use std::sync::OnceLock;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use shop_app::seal::check_receipt;
use shop_server::{TokenKeys, identify};

use crate::TestShop;

/// What the mutations insert.
pub const TOKEN_WORDS: &[&str] = &[
    "Bearer ",
    "bearer ",
    ".",
    "..",
    " ",
    "eyJhbGciOiJub25lIn0",
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
    "=",
    "_",
    "-",
];

/// What the mutations insert.
pub const RECEIPT_WORDS: &[&str] = &[
    "JANGTEO1",
    ";",
    ";;",
    "ORD-20260310-000001",
    "-1",
    "+1",
    "0",
    "9223372036854775808",
    "2026-03-10T03:00:00.000Z",
    "=",
    " ",
];

/// The key of the tokens.
const KEY: [u8; 32] = [7; 32];

/// A receipt that a shop has signed.
pub const RECEIPT: &str = include_str!("../corpus/receipt/genuine");

/// Receipts that the shop did sign.
const GENUINE: [&str; 1] = [RECEIPT];

/// Identifies the bearer of the bytes, as the header `Authorization` and as the token in one.
pub fn token(data: &[u8]) {
    static KEYS: OnceLock<TokenKeys> = OnceLock::new();
    let (shop, keys) = (TestShop::get(), KEYS.get_or_init(|| TokenKeys::from_bytes(&KEY)));
    for header in [data.to_vec(), [b"Bearer ", data].concat()] {
        let Ok(value) = HeaderValue::from_bytes(&header) else { continue };
        let headers = HeaderMap::from_iter([(AUTHORIZATION, value)]);
        // No token was ever made with this key, so that none is genuine.
        let bearer = shop.is_sound("a token", identify(shop.shop(), keys, &headers));
        assert!(bearer.is_none(), "a forged token is taken for {bearer:?}");
    }
}

/// Checks the bytes as the text of a receipt.
pub fn receipt(data: &[u8]) {
    let is_taken = |text: &str| check_receipt(text, None).expect("no shop is asked").is_ok();
    assert!(is_taken(RECEIPT), "the receipt of the corpus is genuine, so that a target which takes none would be seen");
    check(data, is_taken);
}

/// Asserts that the check takes nothing but what was signed.
pub fn check(data: &[u8], is_taken: impl Fn(&str) -> bool) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if is_taken(text) {
        let genuine = GENUINE.iter().any(|genuine| genuine.trim() == text.trim());
        assert!(genuine, "a receipt is taken that was never signed: {text}");
    }
}
