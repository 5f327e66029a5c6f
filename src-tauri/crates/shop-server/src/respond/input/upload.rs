//! The operations that take a file: how long their bodies may be, and the file itself as a body instead of JSON around it.

use axum::body::Bytes;
use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use shop_app::contract::ShopError;

use super::{from_query, kind_of};

/// The longest file, in bytes.
pub(super) const LONGEST_FILE: usize = 5 * 1024 * 1024;
/// The same file in JSON: base64 makes four bytes of three, and escaping at most two of one in a table of text.
pub(super) const LONGEST_WRAPPED: usize = LONGEST_FILE * 2;

/// An operation that takes a file.
pub(super) struct Upload {
    operation: &'static str,
    /// The field of the request that holds the file's bytes in base64.
    field: &'static str,
    /// The media types that the file may be sent as.
    kinds: &'static [&'static str],
}

const UPLOADS: [Upload; 2] = [
    Upload { operation: "set_product_image", field: "data", kinds: &["image/png", "image/jpeg", "image/webp"] },
    Upload { operation: "import_products", field: "data", kinds: &["text/csv"] },
];

/// The operation as one that takes a file; `None` for every other.
pub(super) fn upload(operation: &str) -> Option<&'static Upload> {
    UPLOADS.iter().find(|upload| upload.operation == operation)
}

impl Upload {
    /// Whether the body is the file itself.
    pub(super) fn is_file(&self, headers: &HeaderMap) -> bool {
        kind_of(headers).is_some_and(|kind| self.kinds.iter().any(|known| kind.eq_ignore_ascii_case(known)))
    }

    /// The request that the file stands for; its other fields come with the query.
    pub(super) fn request(&self, query: &str, file: &Bytes) -> Result<Value, ShopError> {
        let mut request = from_query(self.operation, query)?;
        let fields = request.as_object_mut().expect("BUG: a query makes an object");
        if fields.insert(self.field.to_owned(), Value::String(STANDARD.encode(file))).is_some() {
            return Err(ShopError::invalid(self.field, "is the body"));
        }
        Ok(request)
    }
}
