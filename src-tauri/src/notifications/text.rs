//! The notification of an event, in the language of the page: short for admins, polite for customers.

use shop_contract::{AlertKind, DeliveryMethod, DeliveryState, Language, ShopEvent};

/// A notification, and the page that it opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    pub title: String,
    pub body: String,
    /// The path of the page.
    pub to: String,
}

/// The notification of an event; `None` for an event without one.
pub fn notification(event: &ShopEvent, language: Language) -> Option<Notification> {
    match event {
        ShopEvent::Alert { kind, arisen, name, name_en, .. } if *arisen > 0 => {
            let english = name_en.as_deref().filter(|_| language == Language::En);
            Some(alert(*kind, *arisen, english.or(name.as_deref()), language))
        }
        ShopEvent::Order { order_id, delivery_state: Some(state), delivery_method, .. } => {
            delivery(*order_id, *state, *delivery_method == Some(DeliveryMethod::Pickup), language)
        }
        _ => None,
    }
}

fn alert(kind: AlertKind, arisen: i64, name: Option<&str>, language: Language) -> Notification {
    let title = match language {
        Language::Ko => korean_title(kind, arisen),
        Language::En => english_title(kind, arisen),
    };
    let body = match (name, language) {
        (Some(name), Language::Ko) if arisen > 1 => format!("{name} 외 {}개", arisen - 1),
        (Some(name), Language::En) if arisen > 1 => format!("{name} and {} more", arisen - 1),
        (Some(name), _) => name.to_owned(),
        (None, Language::Ko) => korean_body(kind).to_owned(),
        (None, Language::En) => english_body(kind).to_owned(),
    };
    Notification { title, body, to: page(kind).to_owned() }
}

fn korean_title(kind: AlertKind, arisen: i64) -> String {
    match kind {
        AlertKind::LowStock => format!("재고 부족 상품 {arisen}개"),
        AlertKind::CouponRunningOut => format!("소진 임박 쿠폰 {arisen}종"),
        AlertKind::PaymentFailed => format!("결제 실패 {arisen}건"),
        AlertKind::OutboxFailed => "전송 실패 이벤트".to_owned(),
        AlertKind::LowDisk => "저장 공간 부족".to_owned(),
        AlertKind::Storage => "데이터 저장 불가".to_owned(),
        AlertKind::Clock => "컴퓨터 시간 확인 필요".to_owned(),
    }
}

fn english_title(kind: AlertKind, arisen: i64) -> String {
    let counted = |one: &str, more: &str| format!("{arisen} {}", if arisen == 1 { one } else { more });
    match kind {
        AlertKind::LowStock => counted("product low in stock", "products low in stock"),
        AlertKind::CouponRunningOut => counted("coupon running out", "coupons running out"),
        AlertKind::PaymentFailed => counted("failed payment", "failed payments"),
        AlertKind::OutboxFailed => "Failed events".to_owned(),
        AlertKind::LowDisk => "Low disk space".to_owned(),
        AlertKind::Storage => "Data can’t be saved".to_owned(),
        AlertKind::Clock => "Check this computer’s time".to_owned(),
    }
}

fn korean_body(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::OutboxFailed => "외부 시스템이 이벤트를 수신하지 못했습니다.",
        AlertKind::LowDisk => "데이터 폴더가 있는 디스크의 공간이 부족합니다.",
        AlertKind::Clock => "시간을 확인할 때까지 만료 처리가 중지됩니다.",
        AlertKind::LowStock | AlertKind::CouponRunningOut | AlertKind::PaymentFailed | AlertKind::Storage => {
            "관리자 페이지에서 확인해 주세요."
        }
    }
}

fn english_body(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::OutboxFailed => "Your system didn’t accept them.",
        AlertKind::LowDisk => "The disk with the data folder has little free space.",
        AlertKind::Clock => "Nothing expires until you confirm the time.",
        AlertKind::LowStock | AlertKind::CouponRunningOut | AlertKind::PaymentFailed | AlertKind::Storage => {
            "Open the admin for details."
        }
    }
}

/// The admin's page for the alert.
fn page(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::LowStock => "/admin/products?stock=low",
        AlertKind::CouponRunningOut => "/admin/coupons?state=NORMAL",
        AlertKind::PaymentFailed => "/admin/orders?tab=failed",
        AlertKind::OutboxFailed => "/admin/system?part=outbox&state=FAILED",
        AlertKind::LowDisk | AlertKind::Storage | AlertKind::Clock => "/admin/system",
    }
}

fn delivery(order_id: i64, state: DeliveryState, is_pickup: bool, language: Language) -> Option<Notification> {
    let (title, body) = match (state, language) {
        (DeliveryState::Preparing, _) => return None,
        (DeliveryState::Shipped, Language::Ko) if is_pickup => {
            ("수령할 수 있어요", "주문하신 상품이 준비됐어요. 매장에서 수령 코드를 보여 주세요.")
        }
        (DeliveryState::Shipped, Language::En) if is_pickup => {
            ("Your order is ready for pickup", "Show your pickup code at the store.")
        }
        (DeliveryState::Delivered, Language::Ko) if is_pickup => ("수령이 완료됐어요", "주문하신 상품을 수령했어요."),
        (DeliveryState::Delivered, Language::En) if is_pickup => {
            ("Your order was picked up", "Thank you for your order.")
        }
        (DeliveryState::Shipped, Language::Ko) => ("배송이 시작됐어요", "주문하신 상품이 발송됐어요."),
        (DeliveryState::Shipped, Language::En) => ("Your order is in transit", "Your order has shipped."),
        (DeliveryState::Delivered, Language::Ko) => ("배송이 완료됐어요", "주문하신 상품이 도착했어요."),
        (DeliveryState::Delivered, Language::En) => ("Your order was delivered", "Your order has arrived."),
    };
    Some(Notification { title: title.to_owned(), body: body.to_owned(), to: format!("/orders/{order_id}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(kind: AlertKind, arisen: i64, names: [Option<&str>; 2], language: Language) -> (String, String) {
        let [name, name_en] = names.map(|name| name.map(str::to_owned));
        let event = ShopEvent::Alert { kind, count: arisen, arisen, name, name_en };
        let notification = notification(&event, language).expect("there is a notification");
        (notification.title, notification.body)
    }

    #[test]
    fn an_alert_says_how_many_and_of_what() {
        let pair = |title: &str, body: &str| (title.to_owned(), body.to_owned());
        use AlertKind::{LowDisk, LowStock, PaymentFailed};
        use Language::{En, Ko};
        let (cup, order) = ([Some("찻잔"), Some("Teacup")], [Some("ORD-1"), None]);
        for (kind, arisen, names, language, expected) in [
            (LowStock, 1, cup, Ko, pair("재고 부족 상품 1개", "찻잔")),
            (LowStock, 3, cup, Ko, pair("재고 부족 상품 3개", "찻잔 외 2개")),
            (LowStock, 1, cup, En, pair("1 product low in stock", "Teacup")),
            (LowStock, 1, [Some("찻잔"), None], En, pair("1 product low in stock", "찻잔")),
            (PaymentFailed, 2, order, En, pair("2 failed payments", "ORD-1 and 1 more")),
            (LowDisk, 1, [None, None], Ko, pair("저장 공간 부족", "데이터 폴더가 있는 디스크의 공간이 부족합니다.")),
        ] {
            assert_eq!(shown(kind, arisen, names, language), expected, "{kind:?} {arisen} {language:?}");
        }
    }

    #[test]
    fn a_parcel_leads_to_its_order() {
        let notification = delivery(7, DeliveryState::Shipped, false, Language::Ko).expect("there is a notification");
        assert_eq!((notification.title.as_str(), notification.to.as_str()), ("배송이 시작됐어요", "/orders/7"));
        assert_eq!(delivery(7, DeliveryState::Preparing, false, Language::Ko), None, "none for packing");
        let ready = delivery(7, DeliveryState::Shipped, true, Language::En).expect("there is a notification");
        assert_eq!(ready.title, "Your order is ready for pickup", "nothing is on its way");
    }
}
