//! The closed list of error codes, with their HTTP statuses.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
    /// All codes.
    pub const ALL: [Self; 29] = [
        Self::InvalidInput,
        Self::InsufficientStock,
        Self::ExceededLimitedQuantity,
        Self::CartEmpty,
        Self::InvalidCoupon,
        Self::InvalidOrderState,
        Self::AmountMismatch,
        Self::InsufficientBalance,
        Self::InvalidStockAdjustment,
        Self::Unauthorized,
        Self::Forbidden,
        Self::ProductNotFound,
        Self::OrderNotFound,
        Self::CouponNotFound,
        Self::CartItemNotFound,
        Self::UserNotFound,
        Self::NotFound,
        Self::CouponAlreadyIssued,
        Self::CouponSoldOut,
        Self::EmailTaken,
        Self::IdempotencyKeyReused,
        Self::Conflict,
        Self::PayloadTooLarge,
        Self::TooManyRequests,
        Self::PaymentFailed,
        Self::InternalError,
        Self::LockTimeout,
        Self::Overloaded,
        Self::StorageUnavailable,
    ];

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
