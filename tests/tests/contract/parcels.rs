//! Shipping over HTTP: the settings, the fee in quote and order, picking up, tracking, and the tables of parcels.

use serde_json::{Value, json};
use shop_contract::ErrorCode;

use crate::document::Document;
use crate::http::{Site, TestUser};

async fn set_shipping(site: &Site, admin: &TestUser, document: &Document) {
    let settings = json!({
        "shopName": "장터", "lowStockThreshold": 5, "orderExpiryMinutes": 30,
        "shipping": {
            "base": 3_000, "freeOver": 30_000, "surcharge": [{"from": "63000", "to": "63644", "amount": 3_000}],
            "pickup": true, "pickupAddress": "서울시 중구", "pickupHours": "10:00-18:00",
            "carriers": [{"name": "우리택배", "url": "https://track.example.kr/{number}"}],
        },
    });
    let set = site.ask("PUT", "/v1/admin/settings").json(&settings).by(admin).send().await;
    document.holds_at("PUT", "/v1/admin/settings", &set);
    set.is(200, "a fee from now on");
}

fn request(product: i64, address: Value) -> Value {
    json!({"items": [{"productId": product, "quantity": 1}], "shippingAddress": address, "couponIds": []})
}

fn home() -> Value {
    json!({"recipientName": "김손님", "phone": "010-1234-5678", "zipCode": "63000", "address": "제주시"})
}

#[tokio::test]
async fn an_order_is_quoted_placed_shipped_and_followed() {
    let (site, document) = (Site::open().await, Document::read());
    let (me, admin) = (site.customer(100_000).await, site.admin().await);
    let product = site.scene.product(10_000, 10).await;
    set_shipping(&site, &admin, &document).await;
    let shop = site.get("/v1/shop").send().await;
    document.holds_at("GET", "/v1/shop", &shop);
    let shipping = shop.is(200, "the shop")["shipping"].clone();
    assert_eq!((&shipping["base"], &shipping["pickup"]), (&json!(3_000), &json!(true)), "customers see it");
    assert_eq!(shipping["carriers"][0], "우리택배", "the shop's own carrier first");

    let asked = json!({"items": [{"productId": product, "quantity": 1}], "zipCode": "63000"});
    let quote = site.post("/v1/orders/quote", asked).by(&me).send().await;
    document.holds_at("POST", "/v1/orders/quote", &quote);
    let quote = quote.is(200, "a quote");
    assert_eq!((&quote["shippingFee"], &quote["totalAmount"]), (&json!(6_000), &json!(16_000)), "with the surcharge");
    assert_eq!(quote["untilFreeShipping"], 20_000, "and what is missing");
    let placed = site.post("/v1/orders", request(product, home())).by(&me).send().await;
    document.holds_at("POST", "/v1/orders", &placed);
    let placed = placed.is(201, "an order");
    assert_eq!((&placed["shippingFee"], &placed["totalAmount"]), (&json!(6_000), &json!(16_000)), "as quoted");
    let payment = json!({"orderId": placed["id"], "paymentMethod": "POINT", "amount": 16_000});
    site.post("/v1/payments", payment).by(&me).send().await.is(200, "it is paid with the fee");

    let at = |rest: &str| format!("/v1/admin/orders/{}/{rest}", placed["id"]);
    let ship = site.post(&at("ship"), json!({"carrier": "우리택배", "trackingNumber": "1234-5678"})).by(&admin);
    let shipped = ship.send().await;
    document.holds_at("POST", "/v1/admin/orders/{id}/ship", &shipped);
    let shipped = shipped.is(200, "it is shipped");
    assert_eq!(shipped["trackingUrl"], "https://track.example.kr/12345678", "with the shop's own page");
    let correct = |updated_at: &Value| {
        let body = json!({"carrier": "한진택배", "trackingNumber": "87654321", "updatedAt": updated_at});
        site.ask("PUT", &at("tracking")).json(&body).by(&admin)
    };
    let corrected = correct(&shipped["updatedAt"]).send().await;
    document.holds_at("PUT", "/v1/admin/orders/{id}/tracking", &corrected);
    corrected.is(200, "it is corrected");
    let stale = correct(&shipped["updatedAt"]).send().await.refused(ErrorCode::Conflict, "of what is no longer");
    assert_eq!(stale["current"]["carrier"], "한진택배", "as it is now");
    let mine = site.get(&format!("/v1/orders/{}", placed["id"])).by(&me).send().await.is(200, "my order");
    assert_eq!((&mine["carrier"], &mine["trackingNumber"]), (&json!("한진택배"), &json!("87654321")), "I see it");
    let slips = site.get(&format!("/v1/admin/orders/packing-slips?ids={}", placed["id"])).by(&admin).send().await;
    document.holds_at("GET", "/v1/admin/orders/packing-slips", &slips);
    assert_eq!(slips.is(200, "a slip")["items"][0]["orderNumber"], placed["orderNumber"], "of the order");
}

#[tokio::test]
async fn an_order_is_picked_up_with_its_code() {
    let (site, document) = (Site::open().await, Document::read());
    let (me, admin) = (site.customer(100_000).await, site.admin().await);
    let product = site.scene.product(10_000, 10).await;
    let mut wanted = request(product, json!({"recipientName": "김손님", "phone": "010-1234-5678"}));
    wanted["deliveryMethod"] = json!("PICKUP");
    let place = || site.post("/v1/orders", wanted.clone()).by(&me);
    let details = place().send().await.refused(ErrorCode::InvalidInput, "not open");
    assert_eq!(details["fields"][0]["field"], "deliveryMethod", "named");
    set_shipping(&site, &admin, &document).await;
    let placed = place().send().await.is(201, "name and number are enough");
    assert_eq!((&placed["shippingFee"], &placed["deliveryMethod"]), (&json!(0), &json!("PICKUP")), "for nothing");
    let payment = json!({"orderId": placed["id"], "paymentMethod": "POINT", "amount": placed["totalAmount"]});
    site.post("/v1/payments", payment).by(&me).send().await.is(200, "it is paid");
    let at = |rest: &str| format!("/v1/admin/orders/{}/{rest}", placed["id"]);
    site.post(&at("ship"), json!({})).by(&admin).send().await.is(200, "it is ready");
    site.post(&at("deliver"), json!({})).by(&admin).send().await.refused(ErrorCode::InvalidInput, "no code");
    let handed = site.post(&at("deliver"), json!({"pickupCode": placed["pickupCode"]})).by(&admin).send().await;
    document.holds_at("POST", "/v1/admin/orders/{id}/deliver", &handed);
    assert_eq!(handed.is(200, "it is handed over")["deliveryState"], "DELIVERED", "done");
}

#[tokio::test]
async fn a_table_with_tracking_numbers_is_the_body_itself_or_json() {
    let (site, document) = (Site::open().await, Document::read());
    let (me, admin) = (site.customer(100_000).await, site.admin().await);
    let order = site.scene.buy(me.principal, site.scene.product(1_000, 10).await).await;
    site.scene.pay(me.principal, &order).await.expect("it is paid");
    let out = site.get("/v1/admin/orders/tracking/export").by(&admin).send().await;
    document.holds_at("GET", "/v1/admin/orders/tracking/export", &out);
    assert_eq!(out.is(200, "the parcels to ship")["rows"], 1, "one");
    let csv = format!("주문번호,택배사,송장번호\n{},한진택배,12345678\n", order.order_number);
    let import = |body: Value| site.post("/v1/admin/orders/tracking/import", body).by(&admin);
    let dry = import(json!({"csv": csv, "dryRun": true})).send().await;
    document.holds_at("POST", "/v1/admin/orders/tracking/import", &dry);
    let dry = dry.is(200, "a dry run");
    assert_eq!((&dry["done"], &dry["rows"][0]["change"]), (&json!(false), &json!("SHIPPED")), "says what it would do");
    let done = import(json!({"csv": csv})).key("k").send().await.is(200, "it is done");
    assert_eq!(done["shipped"], 1, "one is shipped");
    let again = import(json!({"csv": csv})).key("k").send().await.is(200, "the same request");
    assert_eq!(again, done, "gets the same answer");
}
