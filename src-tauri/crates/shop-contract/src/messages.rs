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
        ErrorCode::InsufficientStock => ("재고가 부족해요.", "There is not enough stock."),
        ErrorCode::ExceededLimitedQuantity => ("한 사람이 살 수 있는 수량을 넘었어요.", "That is more than one customer may buy."),
        ErrorCode::CartEmpty => ("주문할 상품이 없어요.", "There is nothing to order."),
        ErrorCode::InvalidCoupon => ("쓸 수 없는 쿠폰이 있어요.", "One of the coupons cannot be used."),
        ErrorCode::InvalidOrderState => ("지금 상태에서는 할 수 없어요.", "The order's state does not allow this."),
        ErrorCode::AmountMismatch => ("금액이 바뀌었어요. 다시 확인해 주세요.", "The amount has changed. Please check again."),
        ErrorCode::InsufficientBalance => ("포인트가 부족해요.", "You do not have enough points."),
        ErrorCode::InvalidStockAdjustment => ("재고를 0보다 적게 만들 수 없어요.", "Stock cannot go below zero."),
        ErrorCode::Unauthorized => ("로그인이 필요하거나 로그인 정보가 맞지 않아요.", "Please sign in; the details may be wrong or expired."),
        ErrorCode::Forbidden => ("권한이 없어요.", "You are not allowed to do this."),
        ErrorCode::ProductNotFound => ("판매하지 않는 상품이에요.", "This product is not for sale."),
        ErrorCode::OrderNotFound => ("주문을 찾을 수 없어요.", "This order was not found."),
        ErrorCode::CouponNotFound => ("쿠폰을 찾을 수 없어요.", "This coupon was not found."),
        ErrorCode::CartItemNotFound => ("장바구니에 없는 상품이에요.", "This line is not in your cart."),
        ErrorCode::UserNotFound => ("회원을 찾을 수 없어요.", "This user was not found."),
        ErrorCode::NotFound => ("찾을 수 없어요.", "Not found."),
        ErrorCode::CouponAlreadyIssued => ("이미 받은 쿠폰이에요.", "You already have this coupon."),
        ErrorCode::CouponSoldOut => ("쿠폰이 모두 소진됐어요.", "All of these coupons are gone."),
        ErrorCode::EmailTaken => ("이미 가입한 이메일이에요.", "This e-mail is already registered."),
        ErrorCode::IdempotencyKeyReused => ("같은 요청 번호로 다른 요청이 왔어요.", "This idempotency key was used for another request."),
        ErrorCode::Conflict => ("다른 곳에서 먼저 바뀌었어요.", "This was changed elsewhere first."),
        ErrorCode::PayloadTooLarge => ("보낸 내용이 너무 커요.", "The request is too large."),
        ErrorCode::TooManyRequests => ("요청이 너무 많아요. 잠시 뒤에 다시 해 주세요.", "Too many requests. Please wait a moment."),
        ErrorCode::PaymentFailed => ("결제하지 못했어요. 재고와 쿠폰은 되돌려 놓았어요.", "The payment failed. Stock and coupons were given back."),
        ErrorCode::InternalError => ("문제가 생겼어요. 잠시 뒤에 다시 해 주세요.", "Something went wrong. Please try again shortly."),
        ErrorCode::LockTimeout => ("지금 찾는 분이 많아요. 바뀐 것은 없으니 다시 해 주세요.", "It is very busy. Nothing was changed; please try again."),
        ErrorCode::Overloaded => ("지금 주문이 몰리고 있어요. 바뀐 것은 없으니 다시 해 주세요.", "The shop is overloaded. Nothing was changed; please try again."),
        ErrorCode::StorageUnavailable => ("지금은 저장할 수 없어요. 바뀐 것은 없어요.", "Nothing can be saved at the moment. Nothing was changed."),
    }
}
