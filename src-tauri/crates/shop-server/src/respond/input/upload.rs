//! The operations that take a file: how long their bodies may be, and the file itself as a body instead of JSON around it.

use axum::body::Bytes;
use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use shop_app::contract::ShopError;

use super::from_query;
use super::media_type::{BodyType, JSON};

/// The longest file, in bytes.
pub(super) const LONGEST_FILE: usize = 5 * 1024 * 1024;
/// The same file in JSON: base64 makes four bytes of three, and escaping at most two of one in a table of text.
pub(super) const LONGEST_WRAPPED: usize = LONGEST_FILE * 2;

/// An operation that takes a file.
pub(super) struct Upload {
    operation: &'static str,
    /// The field of the request that the file is.
    field: &'static str,
    /// The media types that the file may be sent as.
    kinds: &'static [&'static str],
    /// Whether the field holds it as it is; else in base64.
    is_text: bool,
}

const UPLOADS: [Upload; 2] = [
    Upload {
        operation: "set_product_image",
        field: "data",
        kinds: &["image/png", "image/jpeg", "image/webp"],
        is_text: false,
    },
    Upload { operation: "import_products", field: "csv", kinds: &["text/csv"], is_text: true },
];

/// The operation as one that takes a file; `None` for every other.
pub(super) fn upload(operation: &str) -> Option<&'static Upload> {
    UPLOADS.iter().find(|upload| upload.operation == operation)
}

impl Upload {
    /// Whether the body is the file itself.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a table in another charset than UTF-8, naming it.
    pub(super) fn is_file(&self, headers: &HeaderMap) -> Result<bool, ShopError> {
        let Ok(Some(given)) = BodyType::of(headers) else { return Ok(false) };
        let is_file = self.kinds.iter().any(|known| given.is(known));
        if is_file && self.is_text {
            given.check_charset()?;
        }
        Ok(is_file)
    }

    /// Every media type that its body may have.
    pub(super) fn taken(&self) -> Vec<&'static str> {
        self.kinds.iter().copied().chain([JSON]).collect()
    }

    /// The request that the file stands for; its other fields come with the query.
    pub(super) fn request(&self, query: &str, file: &Bytes) -> Result<Value, ShopError> {
        let text = if self.is_text {
            String::from_utf8(file.to_vec()).map_err(|_| ShopError::invalid(self.field, "not UTF-8"))?
        } else {
            STANDARD.encode(file)
        };
        let mut request = from_query(self.operation, query)?;
        let fields = request.as_object_mut().expect("BUG: a query makes an object");
        if fields.insert(self.field.to_owned(), Value::String(text)).is_some() {
            return Err(ShopError::invalid(self.field, "is the body"));
        }
        Ok(request)
    }
}
