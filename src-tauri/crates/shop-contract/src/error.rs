//! The one error that leaves a use case, and its form on a face.

use chrono::{DateTime, Utc};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use utoipa::ToSchema;

use super::details::{Conflict, Current, ErrorDetails, FieldFault, InvalidInput};
use super::error_code::ErrorCode;
use super::messages::{Language, message};

/// What a use case answers when it does not do what was asked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{code:?} {details:?}")]
pub struct ShopError {
    /// The code.
    pub code: ErrorCode,
    /// Facts for the client; never internals.
    pub details: Option<ErrorDetails>,
}

impl ShopError {
    /// An error without details.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self { code, details: None }
    }

    /// `INVALID_INPUT` for one field, with the reason.
    #[must_use]
    pub fn invalid(field: &str, reason: &str) -> Self {
        Self::invalid_fields([(field.to_owned(), reason.to_owned())])
    }

    /// `INVALID_INPUT` for several fields, each with its reason.
    #[must_use]
    pub fn invalid_fields(faults: impl IntoIterator<Item = (String, String)>) -> Self {
        let fields = faults.into_iter().map(|(field, reason)| FieldFault { field, reason }).collect();
        ErrorDetails::InvalidInput(InvalidInput { fields, ..InvalidInput::default() }).into()
    }

    /// The first faulty field of an `INVALID_INPUT`.
    #[must_use]
    pub fn first_field(&self) -> Option<&str> {
        match &self.details {
            Some(ErrorDetails::InvalidInput(input)) => input.fields.first().map(|fault| fault.field.as_str()),
            _ => None,
        }
    }

    /// The details as they are sent: the fields without the code.
    #[must_use]
    pub fn sent_details(&self) -> Option<Value> {
        let mut sent = serde_json::to_value(self.details.as_ref()?).ok()?;
        Some(sent["details"].take())
    }

    /// As the client sees it, in its language.
    #[must_use]
    pub fn view(&self, language: Language) -> ErrorView {
        ErrorView { code: self.code, message: message(self.code, language).to_owned(), details: self.sent_details() }
    }
}

/// Lets an instant pass that the shop can keep. Requests are read so already; this is for what is handed in by the program.
///
/// # Errors
/// `INVALID_INPUT` naming the field.
pub fn instant(field: &str, instant: DateTime<Utc>) -> Result<DateTime<Utc>, ShopError> {
    shop_domain::instant::check(instant).map_err(|error| ShopError::invalid(field, &error.to_string()))
}

impl From<ErrorDetails> for ShopError {
    fn from(details: ErrorDetails) -> Self {
        Self { code: details.code(), details: Some(details) }
    }
}

impl From<Conflict> for ShopError {
    fn from(conflict: Conflict) -> Self {
        ErrorDetails::Conflict(conflict).into()
    }
}

impl From<Current> for ShopError {
    fn from(current: Current) -> Self {
        Conflict::Stale { current }.into()
    }
}

/// As it is kept beside an idempotency key: `{code, details?}`.
impl Serialize for ShopError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Bare {
            code: ErrorCode,
        }
        match &self.details {
            Some(details) => details.serialize(serializer),
            None => Bare { code: self.code }.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for ShopError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Value::deserialize(deserializer)?;
        let code = ErrorCode::deserialize(&kept["code"]).map_err(D::Error::custom)?;
        let has_details = kept.get("details").is_some_and(|details| !details.is_null());
        let details = has_details.then(|| ErrorDetails::deserialize(&kept)).transpose().map_err(D::Error::custom)?;
        Ok(Self { code, details })
    }
}

impl From<ErrorCode> for ShopError {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}

/// Every error as it crosses a face.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ErrorView {
    /// The code.
    pub code: ErrorCode,
    /// A sentence that is safe to show, in the caller's language.
    pub message: String,
    /// Facts that belong to the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<Value>,
}
