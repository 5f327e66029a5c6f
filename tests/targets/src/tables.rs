//! Files: tables of products, bank statements and pictures, as an admin hands them in.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;

use crate::TestShop;

/// What the mutations insert.
pub const CSV_WORDS: &[&str] = &[
    "id",
    "name",
    "category",
    "price",
    "stock",
    "state",
    "options",
    ",",
    ";",
    "\t",
    "\"",
    "\"\"",
    "\r\n",
    "\n",
    "\u{feff}",
    "=1+1",
    "'=",
    "NORMAL",
    "-1",
    "1e3",
    "999999999999999999999",
    "가격",
    "상품명",
    "옵션",
    "거래일시",
    "보낸분/받는분",
    "입금액",
    "2026.03.10 12:30:00",
    "PK\u{3}\u{4}",
    "\0",
];

/// Previews the bytes as a table of products, and as a bank statement. A table in UTF-8 is the same as bytes and as text.
pub fn csv(data: &[u8]) {
    products(data);
    statement(data);
}

fn statement(data: &[u8]) {
    let shop = TestShop::get();
    let read = |request| shop.is_sound("a matched statement", shop.as_admin("match_payments", request));
    let of_bytes = read(json!({"data": BASE64.encode(data)}));
    if let Ok(text) = std::str::from_utf8(data) {
        let of_text = read(json!({"csv": text}));
        if let (Some(of_bytes), Some(of_text)) = (of_bytes, of_text) {
            assert_eq!(of_bytes, of_text, "the same statement as bytes and as text");
        }
    }
}

fn products(data: &[u8]) {
    let shop = TestShop::get();
    let read = |request| shop.is_sound("a preview", shop.as_admin("import_products", request));
    let of_bytes = read(json!({"data": BASE64.encode(data), "dryRun": true}));
    assert!(of_bytes.as_ref().is_none_or(|answer| answer["done"] == false), "a preview does nothing");
    if let Ok(text) = std::str::from_utf8(data) {
        let of_text = read(json!({"csv": text, "dryRun": true}));
        // A workbook is known by its first bytes, and is no text.
        if let (Some(of_bytes), Some(of_text)) = (of_bytes, of_text) {
            assert_eq!(of_bytes, of_text, "the same table as bytes and as text");
        }
    }
}

/// Hands the bytes in as the picture of a product.
pub fn picture(data: &[u8]) {
    let shop = TestShop::get();
    let request = json!({"id": 1, "data": BASE64.encode(data)});
    let product = shop.is_sound("a picture", shop.as_admin("set_product_image", request));
    assert!(product.is_none_or(|product| product["imageUrl"].is_string()), "a picture that is taken has an address");
}
