//! The contract as an OpenAPI 3.1 document, made from the code.

use std::sync::LazyLock;

use serde_json::Value;
use shop_app::contract::schema_document;

static DOCUMENT: LazyLock<Value> = LazyLock::new(schema_document);

/// The document at `/v1/openapi.json`. Made once.
#[must_use]
pub fn document() -> &'static Value {
    &DOCUMENT
}
