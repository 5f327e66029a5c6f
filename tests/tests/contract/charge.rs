//! Points against a deposit, over HTTP: what the shop tells of it, the two statuses of a charge, and the two confirmations.

use serde_json::{Value, json};
use shop_contract::{ErrorCode, PointCharging};

use crate::document::Document;
use crate::http::{Site, TestUser};

async fn points(site: &Site, user: &TestUser) -> Value {
    site.get("/v1/points").by(user).send().await.is(200, "the points")["availablePoint"].clone()
}

#[tokio::test]
async fn a_charge_is_points_or_a_request_as_the_shop_is_set() {
    let (site, document) = (Site::open().await, Document::read());
    let (me, admin) = (site.customer(0).await, site.admin().await);
    let charge = || site.post("/v1/points/charge", json!({"amount": 5_000})).by(&me);
    let shop = site.get("/v1/shop").send().await.is(200, "the shop");
    assert_eq!((&shop["pointCharging"], &shop["depositAccount"]), (&json!("FREE"), &Value::Null), "as before");
    let free = charge().send().await;
    document.holds_at("POST", "/v1/points/charge", &free);
    assert_eq!(free.is(200, "the points are there")["balanceAfter"], 5_000, "at once");

    let account = json!({"bank": "국민은행", "number": "123456-01-234567", "holder": "박주인"});
    let settings = json!({
        "shopName": "장터", "lowStockThreshold": 5, "orderExpiryMinutes": 30,
        "pointCharging": "REQUEST", "depositAccount": account,
    });
    let set = site.ask("PUT", "/v1/admin/settings").json(&settings).by(&admin).send().await;
    document.holds_at("PUT", "/v1/admin/settings", &set);
    set.is(200, "a deposit comes first from now on");
    let shop = site.get("/v1/shop").send().await;
    document.holds_at("GET", "/v1/shop", &shop);
    assert_eq!(shop.is(200, "the shop")["depositAccount"], account, "customers see where to transfer");

    let asked = charge().key("k").send().await;
    document.holds_at("POST", "/v1/points/charge", &asked);
    let asked = asked.is(202, "the points are only requested");
    assert_eq!(asked["state"], "REQUESTED", "and wait");
    let again = charge().key("k").send().await.is(202, "the same request again");
    assert_eq!(again, asked, "is answered with the first answer and status");
    assert_eq!(points(&site, &me).await, 5_000, "nothing was charged");

    let confirm = |amount: i64| {
        let path = format!("/v1/admin/charges/{}/confirm", asked["id"]);
        site.post(&path, json!({"amount": amount})).by(&admin)
    };
    let details = confirm(4_999).send().await.refused(ErrorCode::AmountMismatch, "another amount came");
    assert_eq!(details, json!({"expected": 5_000, "actual": 4_999}), "with both figures");
    let confirmed = confirm(5_000).send().await;
    document.holds_at("POST", "/v1/admin/charges/{id}/confirm", &confirmed);
    confirmed.is(200, "the deposit came");
    let details = confirm(5_000).send().await.refused(ErrorCode::Conflict, "a second time");
    assert_eq!(details, json!({"reason": "ALREADY_CONFIRMED"}), "with the reason");
    assert_eq!(points(&site, &me).await, 10_000, "charged once");
}

#[tokio::test]
async fn a_shop_without_charging_refuses_it_with_a_reason() {
    let (site, document) = (Site::open().await, Document::read());
    let me = site.customer(0).await;
    site.scene.set_charging(PointCharging::Off).await;
    let refused = site.post("/v1/points/charge", json!({"amount": 5_000})).by(&me).send().await;
    document.holds_at("POST", "/v1/points/charge", &refused);
    let details = refused.refused(ErrorCode::Conflict, "nothing can be charged");
    assert_eq!(details, json!({"reason": "CHARGING_OFF"}), "with the reason");
}
