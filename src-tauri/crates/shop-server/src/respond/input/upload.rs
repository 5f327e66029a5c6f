//! The operations that take a file: how long their bodies may be, and the file itself as a body instead of JSON around it.

use axum::body::Bytes;
use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use shop_contract::ShopError;

use super::from_query;
use super::media_type::{BodyType, JSON};

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
    /// The charsets that a text may be said to be in; empty for a file that is no text.
    charsets: &'static [&'static str],
}

/// The encodings that tables are read in. What is named here only admits the body: the bytes decide.
const TABLE_CHARSETS: [&str; 9] =
    ["utf-8", "utf8", "us-ascii", "utf-16", "utf-16le", "utf-16be", "euc-kr", "cp949", "ks_c_5601-1987"];

const UPLOADS: [Upload; 2] = [
    Upload {
        operation: "set_product_image",
        field: "data",
        kinds: &["image/png", "image/jpeg", "image/webp"],
        charsets: &[],
    },
    Upload { operation: "import_products", field: "data", kinds: &["text/csv"], charsets: &TABLE_CHARSETS },
];

/// The operation as one that takes a file; `None` for every other.
pub(super) fn upload(operation: &str) -> Option<&'static Upload> {
    UPLOADS.iter().find(|upload| upload.operation == operation)
}

impl Upload {
    /// Whether the body is the file itself.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a table in a charset that tables are not read in, naming it.
    pub(super) fn is_file(&self, headers: &HeaderMap) -> Result<bool, ShopError> {
        let Ok(Some(given)) = BodyType::of(headers) else { return Ok(false) };
        let is_file = self.kinds.iter().any(|known| given.is(known));
        if is_file && !self.charsets.is_empty() {
            given.check_charset(self.charsets)?;
        }
        Ok(is_file)
    }

    /// Every media type that its body may have.
    pub(super) fn taken(&self) -> Vec<&'static str> {
        self.kinds.iter().copied().chain([JSON]).collect()
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
