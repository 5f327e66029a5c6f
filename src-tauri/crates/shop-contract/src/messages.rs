//! The message of each error code in Korean and in English. One table, so that neither language lacks a message.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::error_code::ErrorCode;

/// A language of the shop's messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Korean, the first language.
    #[default]
    Ko,
    /// English.
    En,
}

/// The sentence for a code.
#[must_use]
pub fn message(code: ErrorCode, language: Language) -> &'static str {
    let (ko, en) = both(code);
    match language {
        Language::Ko => ko,
        Language::En => en,
    }
}

#[rustfmt::skip]
fn both(code: ErrorCode) -> (&'static str, &'static str) {
    match code {
        ErrorCode::InvalidInput => ("입력한 내용을 다시 확인해 주세요.", "Please check what you entered."),
        ErrorCode::InsufficientStock => ("재고가 부족해요.", "There isn’t enough stock."),
        ErrorCode::ExceededLimitedQuantity => ("1인당 구매할 수 있는 수량을 넘었어요.", "That’s over the limit per customer."),
        ErrorCode::CartEmpty => ("주문할 상품이 없어요.", "There’s nothing to order."),
        ErrorCode::InvalidCoupon => ("사용할 수 없는 쿠폰이 있어요.", "A coupon can’t be used."),
        ErrorCode::InvalidOrderState => ("현재 주문 상태에서는 할 수 없어요.", "This can’t be done with the order’s current status."),
        ErrorCode::AmountMismatch => ("금액이 변경됐어요. 다시 확인해 주세요.", "The amount has changed. Please check it again."),
        ErrorCode::InsufficientBalance => ("포인트가 부족해요.", "You don’t have enough points."),
        ErrorCode::InvalidStockAdjustment => ("재고는 0보다 작을 수 없어요.", "Stock can’t go below 0."),
        ErrorCode::Unauthorized => ("로그인이 필요하거나 로그인 정보가 일치하지 않아요.", "Please sign in. Your sign-in details may be wrong or expired."),
        ErrorCode::Forbidden => ("접근 권한이 없어요.", "You don’t have access to this."),
        ErrorCode::ProductNotFound => ("판매하지 않는 상품이에요.", "This product isn’t for sale."),
        ErrorCode::OrderNotFound => ("주문을 찾을 수 없어요.", "The order couldn’t be found."),
        ErrorCode::CouponNotFound => ("쿠폰을 찾을 수 없어요.", "The coupon couldn’t be found."),
        ErrorCode::CartItemNotFound => ("장바구니에 없는 상품이에요.", "This item isn’t in your cart."),
        ErrorCode::UserNotFound => ("회원을 찾을 수 없어요.", "The account couldn’t be found."),
        ErrorCode::NotFound => ("요청한 내용을 찾을 수 없어요.", "This couldn’t be found."),
        ErrorCode::CouponAlreadyIssued => ("이미 받은 쿠폰이에요.", "You already have this coupon."),
        ErrorCode::CouponSoldOut => ("쿠폰이 모두 소진됐어요.", "This coupon has run out."),
        ErrorCode::EmailTaken => ("이미 가입된 이메일이에요.", "An account with this email already exists."),
        ErrorCode::IdempotencyKeyReused => ("이미 처리된 요청이에요. 처음부터 다시 시도해 주세요.", "This request was already processed. Please start over."),
        ErrorCode::Conflict => ("그사이 내용이 변경됐어요. 다시 확인해 주세요.", "This was changed in the meantime. Please check it again."),
        ErrorCode::PayloadTooLarge => ("보낼 수 있는 크기를 넘었어요.", "The request is too large."),
        ErrorCode::TooManyRequests => ("요청이 너무 많아요. 잠시 후 다시 시도해 주세요.", "Too many requests. Please try again in a moment."),
        ErrorCode::PaymentFailed => ("결제하지 못했어요. 재고와 쿠폰은 복원됐어요.", "The payment failed. Stock and coupons were restored."),
        ErrorCode::InternalError => ("일시적인 오류가 발생했어요. 잠시 후 다시 시도해 주세요.", "Something went wrong. Please try again in a moment."),
        ErrorCode::LockTimeout => ("이용자가 많아 처리하지 못했어요. 변경된 내용이 없으니 다시 시도해 주세요.", "We’re very busy right now. Nothing was changed, so please try again."),
        ErrorCode::Overloaded => ("이용자가 많아 처리하지 못했어요. 변경된 내용이 없으니 다시 시도해 주세요.", "We’re very busy right now. Nothing was changed, so please try again."),
        ErrorCode::StorageUnavailable => ("지금은 저장할 수 없어요. 변경된 내용은 없어요.", "This can’t be saved right now. Nothing was changed."),
    }
}
