//! The closed list of error codes, and the one error that leaves a use case.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::messages::{Language, message};

/// Why an operation was refused or failed. The names are the contract; clients branch on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the messages beside it say what each one means")]
pub enum ErrorCode {
    InvalidInput,
    InsufficientStock,
    ExceededLimitedQuantity,
    CartEmpty,
    InvalidCoupon,
    InvalidOrderState,
    AmountMismatch,
    InsufficientBalance,
    InvalidStockAdjustment,
    Unauthorized,
    Forbidden,
    ProductNotFound,
    OrderNotFound,
    CouponNotFound,
    CartItemNotFound,
    UserNotFound,
    NotFound,
    CouponAlreadyIssued,
    CouponSoldOut,
    EmailTaken,
    IdempotencyKeyReused,
    Conflict,
    PayloadTooLarge,
    TooManyRequests,
    PaymentFailed,
    InternalError,
    LockTimeout,
    Overloaded,
    StorageUnavailable,
}

impl ErrorCode {
    /// The HTTP status that goes with the code.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::InvalidInput
            | Self::InsufficientStock
            | Self::ExceededLimitedQuantity
            | Self::CartEmpty
            | Self::InvalidCoupon
            | Self::InvalidOrderState
            | Self::AmountMismatch
            | Self::InsufficientBalance
            | Self::InvalidStockAdjustment => 400,
            Self::Unauthorized => 401,
            Self::Forbidden => 403,
            Self::ProductNotFound
            | Self::OrderNotFound
            | Self::CouponNotFound
            | Self::CartItemNotFound
            | Self::UserNotFound
            | Self::NotFound => 404,
            Self::CouponAlreadyIssued
            | Self::CouponSoldOut
            | Self::EmailTaken
            | Self::IdempotencyKeyReused
            | Self::Conflict => 409,
            Self::PayloadTooLarge => 413,
            Self::TooManyRequests => 429,
            Self::PaymentFailed | Self::InternalError => 500,
            Self::LockTimeout | Self::Overloaded | Self::StorageUnavailable => 503,
        }
    }
}

/// What a use case answers when it does not do what was asked. Serialised as it is stored with an idempotency key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[error("{code:?} {details:?}")]
pub struct ShopError {
    /// The code.
    pub code: ErrorCode,
    /// Facts for the client; never internals.
    pub details: Option<Value>,
}

impl ShopError {
    /// An error without details.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self { code, details: None }
    }

    /// The same with details.
    #[must_use]
    pub fn with(mut self, details: Value) -> Self {
        self.details = Some(details);
        self
    }

    /// `INVALID_INPUT` for one field, with the reason.
    #[must_use]
    pub fn invalid(field: &str, reason: &str) -> Self {
        Self::new(ErrorCode::InvalidInput).with(json!({"fields": [{"field": field, "reason": reason}]}))
    }

    /// As the client sees it, in its language.
    #[must_use]
    pub fn view(&self, language: Language) -> ErrorView {
        ErrorView { code: self.code, message: message(self.code, language).to_owned(), details: self.details.clone() }
    }
}

/// Lets an instant pass that the shop can keep. Requests are read so already; this is for what is handed in by the program.
///
/// # Errors
/// `INVALID_INPUT` naming the field.
pub(crate) fn instant(field: &str, instant: DateTime<Utc>) -> Result<DateTime<Utc>, ShopError> {
    shop_domain::instant::check(instant).map_err(|error| ShopError::invalid(field, &error.to_string()))
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
