//! Orders that are paid by a deposit, over HTTP: what the shop tells of it, both parts of the payment, and the confirmation.

use serde_json::{Value, json};
use shop_contract::{AdminRole, ErrorCode};

use crate::document::Document;
use crate::http::{Site, TestUser};

/// A shop whose owner has opened transfers over HTTP, and an order of 5,000 won.
async fn open(site: &Site, document: &Document) -> (TestUser, TestUser, i64) {
    let (me, admin) = (site.customer(4_000).await, site.admin().await);
    let account = json!({"bank": "국민은행", "number": "123456-01-234567", "holder": "박주인"});
    let settings = json!({
        "shopName": "장터", "lowStockThreshold": 5, "orderExpiryMinutes": 30,
        "paymentMethods": ["POINT", "BANK_TRANSFER"], "depositDays": 3, "depositAccount": account,
    });
    let shop = site.get("/v1/shop").send().await.is(200, "the shop");
    assert_eq!((&shop["paymentMethods"], &shop["depositAccount"]), (&json!(["POINT"]), &Value::Null), "as before");
    let set = site.ask("PUT", "/v1/admin/settings").json(&settings).by(&admin).send().await;
    document.holds_at("PUT", "/v1/admin/settings", &set);
    set.is(200, "transfers are open");
    let shop = site.get("/v1/shop").send().await;
    document.holds_at("GET", "/v1/shop", &shop);
    let shop = shop.is(200, "the shop");
    assert_eq!((&shop["paymentMethods"], &shop["depositAccount"]), (&json!(["POINT", "BANK_TRANSFER"]), &account));
    let cup = site.scene.product(5_000, 5).await;
    let order = site.scene.buy(me.principal, cup).await.id;
    (me, admin, order)
}

fn transfer(order: i64, points: i64) -> Value {
    json!({"orderId": order, "paymentMethod": "BANK_TRANSFER", "amount": 5_000, "pointAmount": points})
}

#[tokio::test]
async fn an_order_is_paid_by_a_transfer_with_a_part_in_points() {
    let (site, document) = (Site::open().await, Document::read());
    let (me, admin, order) = open(&site, &document).await;
    let asked = site.post("/v1/payments", transfer(order, 1_500)).by(&me).key("k").send().await;
    document.holds_at("POST", "/v1/payments", &asked);
    let asked = asked.is(200, "it can be paid so");
    assert_eq!((&asked["state"], &asked["amount"]), (&json!("PENDING"), &json!(3_500)), "the rest is awaited");
    assert_eq!(asked["dueAt"], "2026-03-13T14:59:59.999Z", "until the end of the third day");
    assert_eq!(asked["account"]["number"], "123456-01-234567", "and goes there");
    assert_eq!(asked["balance"], json!({"before": 4_000, "after": 2_500}), "the part in points is taken");
    let again = site.post("/v1/payments", transfer(order, 1_500)).by(&me).key("k").send().await;
    assert_eq!(again.is(200, "the same request again"), asked, "the first answer");
    let second = site.post("/v1/payments", transfer(order, 0)).by(&me).send().await;
    second.refused(ErrorCode::InvalidOrderState, "its deposit is awaited");

    let path = format!("/v1/orders/{order}");
    let seen = site.get(&path).by(&me).send().await;
    document.holds_at("GET", "/v1/orders/{id}", &seen);
    let seen = seen.is(200, "the order");
    assert_eq!((&seen["state"], &seen["expiresAt"]), (&json!("NORMAL"), &asked["dueAt"]), "it awaits payment");
    assert_eq!(seen["payments"].as_array().map(Vec::len), Some(2), "in two parts");

    let listed = site.get("/v1/admin/payments?state=PENDING").by(&admin).send().await;
    document.holds_at("GET", "/v1/admin/payments", &listed);
    let listed = listed.is(200, "what is awaited");
    assert_eq!((&listed["items"][0]["id"], &listed["awaited"]["amount"]), (&asked["id"], &json!(3_500)), "this one");
    let confirm = |amount: i64, by: &TestUser| {
        site.post(&format!("/v1/admin/payments/{}/confirm", asked["id"]), json!({"amount": amount})).by(by)
    };
    let clerk = site.admin_as(AdminRole::Clerk).await;
    confirm(3_500, &clerk).send().await.refused(ErrorCode::Forbidden, "money is not for clerks");
    confirm(3_500, &me).send().await.refused(ErrorCode::Forbidden, "nor for customers");
    let details = confirm(3_499, &admin).send().await.refused(ErrorCode::AmountMismatch, "another amount came");
    assert_eq!(details, json!({"expected": 3_500, "actual": 3_499}), "with both figures");
    let confirmed = confirm(3_500, &admin).send().await;
    document.holds_at("POST", "/v1/admin/payments/{id}/confirm", &confirmed);
    assert_eq!(confirmed.is(200, "the money came")["state"], "COMPLETED", "it is paid");
    let details = confirm(3_500, &admin).send().await.refused(ErrorCode::InvalidOrderState, "a second time");
    assert_eq!(details, json!({"state": "CONFIRMED", "asked": "PAY"}), "with the state");
    let paid = site.get(&path).by(&me).send().await.is(200, "the order");
    assert_eq!((&paid["state"], &paid["payment"]["state"]), (&json!("CONFIRMED"), &json!("COMPLETED")), "it is paid");
    let gone = site.get("/v1/admin/payments?state=PENDING").by(&admin).send().await.is(200, "nothing is awaited");
    assert_eq!((&gone["items"], &gone["awaited"]["count"]), (&json!([]), &json!(0)), "any more");

    let path = format!("/v1/admin/orders/{order}/refund");
    let preview = site.get(&path).by(&admin).send().await;
    document.holds_at("GET", "/v1/admin/orders/{id}/refund", &preview);
    let preview = preview.is(200, "what would go back");
    assert_eq!((&preview["points"], &preview["outsideAmount"]), (&json!(1_500), &json!(3_500)), "and how");
    let refunded = site.post(&path, json!({"reason": "품절"})).by(&admin).send().await;
    document.holds_at("POST", "/v1/admin/orders/{id}/refund", &refunded);
    assert_eq!(refunded.is(200, "it goes back")["outsideRefundAmount"], 3_500, "so much by hand");
    let points = site.get("/v1/points").by(&me).send().await.is(200, "the points");
    assert_eq!(points["availablePoint"], 4_000, "the rest as points");
}

#[tokio::test]
async fn a_statement_is_matched_over_http_and_confirms_only_where_that_is_asked() {
    let (site, document) = (Site::open().await, Document::read());
    let (me, admin, order) = open(&site, &document).await;
    let wanted = json!({
        "orderId": order, "paymentMethod": "BANK_TRANSFER", "amount": 5_000, "depositorName": "박대신",
    });
    site.post("/v1/payments", wanted).by(&me).send().await.is(200, "it is asked");
    let csv = "거래일시,보낸분/받는분,입금액\n2026.03.10 12:05:00,박대신,\"5,000\"\n";
    let matched =
        |confirm: bool| site.post("/v1/admin/payments/match", json!({"csv": csv, "confirm": confirm})).by(&admin);
    let preview = matched(false).send().await;
    document.holds_at("POST", "/v1/admin/payments/match", &preview);
    let preview = preview.is(200, "it is read");
    assert_eq!(preview["lines"][0]["found"], "SURE", "it is the one");
    assert_eq!(preview["lines"][0]["payments"][0]["orderId"], order, "of this order");
    // A deposit that is confirmed before it came is no confirmation of it.
    site.scene.advance_minutes(10);
    let done = matched(true).send().await;
    document.holds_at("POST", "/v1/admin/payments/match", &done);
    assert_eq!(done.is(200, "it is read")["lines"][0]["confirmed"], true, "and confirmed");
    let again = matched(true).send().await.is(200, "the same statement");
    assert_eq!(again["lines"][0]["found"], "UNMATCHED", "confirms nothing twice");
    let as_file = site.ask("POST", "/v1/admin/payments/match").by(&admin).file("text/csv", csv.as_bytes().to_vec());
    assert_eq!(as_file.send().await.is(200, "as a file")["lines"][0]["confirmed"], true, "it says what became of it");
}
