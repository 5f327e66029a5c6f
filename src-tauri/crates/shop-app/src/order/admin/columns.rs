//! The columns of the file of orders, as programs name them and as the panel does, and its words for states.

use shop_contract::Language;
use shop_domain::order::{DeliveryState, OrderState};
use shop_domain::shipping::DeliveryMethod;

/// How many there are.
pub(super) const COLUMNS: usize = 25;

/// The names of the columns: for programs, in Korean, in English.
const NAMES: [[&str; 3]; COLUMNS] = [
    ["orderNumber", "주문 번호", "Order number"],
    ["createdAt", "주문 일시", "Ordered"],
    ["state", "주문 상태", "Status"],
    ["deliveryState", "배송 상태", "Delivery"],
    ["customerId", "고객 번호", "Customer ID"],
    ["customerName", "고객 이름", "Customer"],
    ["customerEmail", "고객 이메일", "Customer email"],
    ["deliveryMethod", "수령 방법", "Delivery method"],
    ["carrier", "택배사", "Carrier"],
    ["trackingNumber", "운송장 번호", "Tracking number"],
    ["shippingFee", "배송비", "Shipping"],
    ["items", "상품", "Items"],
    ["quantity", "수량", "Quantity"],
    ["amount", "상품 금액", "Subtotal"],
    ["coupons", "쿠폰", "Coupons"],
    ["discountAmount", "할인", "Discount"],
    ["totalAmount", "주문 금액", "Total"],
    ["paidAt", "결제 일시", "Paid"],
    ["cancelledAt", "취소 일시", "Canceled"],
    ["recipientName", "받는 사람", "Recipient"],
    ["recipientPhone", "전화번호", "Phone"],
    ["zipCode", "우편번호", "Postal code"],
    ["address", "주소", "Address"],
    ["detailAddress", "상세 주소", "Address details"],
    ["deliveryMemo", "배송 메모", "Delivery note"],
];

/// The names of the columns in a language of the panel, or for programs.
pub(super) fn headings(language: Option<Language>) -> [&'static str; COLUMNS] {
    NAMES.map(|[program, ko, en]| match language {
        None => program,
        Some(Language::Ko) => ko,
        Some(Language::En) => en,
    })
}

/// The state of an order in words.
pub(super) fn state_word(state: OrderState, language: Language) -> &'static str {
    let (ko, en) = match state {
        OrderState::Normal => ("결제 대기", "Awaiting payment"),
        OrderState::Confirmed => ("결제 완료", "Paid"),
        OrderState::Cancelled => ("주문 취소", "Canceled"),
        OrderState::Refunded => ("환불 완료", "Refunded"),
        OrderState::PaymentFailed => ("결제 실패", "Payment failed"),
    };
    word(language, ko, en)
}

/// The state of a delivery in words.
pub(super) fn delivery_word(state: DeliveryState, language: Language) -> &'static str {
    let (ko, en) = match state {
        DeliveryState::Preparing => ("배송 준비 중", "Preparing"),
        DeliveryState::Shipped => ("배송 중", "In transit"),
        DeliveryState::Delivered => ("배송 완료", "Delivered"),
    };
    word(language, ko, en)
}

/// How an order reaches its customer, in words.
pub(super) fn method_word(method: DeliveryMethod, language: Language) -> &'static str {
    let (ko, en) = match method {
        DeliveryMethod::Delivery => ("배송", "Delivery"),
        DeliveryMethod::Pickup => ("매장 수령", "Pickup"),
    };
    word(language, ko, en)
}

const fn word(language: Language, ko: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Ko => ko,
        Language::En => en,
    }
}
