//! Leaving the shop over HTTP: the password comes with the body of the `DELETE`.

use serde_json::json;
use shop_contract::ErrorCode;

use crate::document::Document;
use crate::http::{PASSWORD, Site};

#[tokio::test]
async fn a_customer_leaves_with_the_password_in_the_body() {
    let (site, document) = (Site::open().await, Document::read());
    let me = site.customer(5_000).await;
    let elsewhere = site.elsewhere(&me).await;
    let ask = |body: serde_json::Value| site.ask("DELETE", "/v1/me").json(&body).by(&me);
    for (body, why) in [
        (json!({}), "no password"),
        (json!({"password": 1}), "a number"),
        (json!({"password": PASSWORD, "reason": "none"}), "an unknown field"),
    ] {
        ask(body).send().await.refused(ErrorCode::InvalidInput, why);
    }
    let query = site.ask("DELETE", &format!("/v1/me?password={PASSWORD}")).by(&me).send().await;
    query.refused(ErrorCode::InvalidInput, "a password in an address");
    let wrong = ask(json!({"password": "a wrong one"})).send().await;
    document.holds_at("DELETE", "/v1/me", &wrong);
    wrong.refused(ErrorCode::Unauthorized, "a wrong password");
    let product = site.scene.product(1_000, 1).await;
    let order = site.scene.buy(me.principal, product).await;
    let open = ask(json!({"password": PASSWORD})).send().await;
    document.holds_at("DELETE", "/v1/me", &open);
    let details = open.refused(ErrorCode::InvalidOrderState, "an order is open");
    assert_eq!(details, json!({"state": "NORMAL", "asked": "LEAVE", "orderId": order.id}), "it is named");
    site.scene.cancel(me.principal, &order).await.expect("it is cancelled");

    let left = ask(json!({"password": PASSWORD})).send().await;
    document.holds_at("DELETE", "/v1/me", &left);
    left.is(204, "nothing is open");
    for user in [&me, &elsewhere] {
        site.get("/v1/me").by(user).send().await.refused(ErrorCode::Unauthorized, "all sessions have ended");
    }
    let again = json!({"email": me.email, "password": PASSWORD, "name": "새손님"});
    site.post("/v1/auth/login", json!({"email": me.email, "password": PASSWORD}))
        .send()
        .await
        .refused(ErrorCode::Unauthorized, "the account is gone");
    site.post("/v1/auth/register", again).send().await.is(201, "the e-mail is free");
}
