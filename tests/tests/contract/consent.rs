//! Terms, consents and business over HTTP.

use serde_json::json;
use shop_contract::ErrorCode;

use crate::document::Document;
use crate::http::{PASSWORD, Site};

#[tokio::test]
async fn a_registration_agrees_to_the_version_that_the_shop_tells() {
    let (site, document) = (Site::open().await, Document::read());
    let admin = site.admin().await;
    let newcomer =
        |consents| json!({"email": "kim@b.kr", "password": PASSWORD, "name": "김손님", "consents": consents});
    let register = |consents| site.post("/v1/auth/register", newcomer(consents)).send();
    // Longer than any other body: fifty thousand characters of three bytes each.
    let text = "약".repeat(50_000);
    let set = site.ask("PUT", "/v1/admin/documents/TERMS").json(&json!({"text": text})).by(&admin).send().await;
    document.holds_at("PUT", "/v1/admin/documents/{document}", &set);
    set.is(200, "an owner writes the terms");
    let body = json!({"text": text});
    let by_customer = site.ask("PUT", "/v1/admin/documents/TERMS").json(&body).by(&site.customer(0).await).send().await;
    by_customer.refused(ErrorCode::Forbidden, "a customer does not");
    let shop = site.get("/v1/shop").send().await;
    document.holds_at("GET", "/v1/shop", &shop);
    let shop = shop.is(200, "the shop");
    assert_eq!(shop["terms"], json!({"version": 1, "since": "2026-03-10"}), "the version, and not the text");
    assert!(shop.get("privacy").is_none(), "there is no policy");
    let read = site.get("/v1/shop/documents/TERMS").send().await;
    document.holds_at("GET", "/v1/shop/documents/{document}", &read);
    assert_eq!(read.is(200, "open to all")["text"], text, "the whole text");
    site.get("/v1/shop/documents/PRIVACY").send().await.refused(ErrorCode::NotFound, "there is none");
    site.get("/v1/shop/documents/MARKETING").send().await.refused(ErrorCode::InvalidInput, "it has no text");

    let refused = register(json!({})).await;
    document.holds_at("POST", "/v1/auth/register", &refused);
    let details = refused.refused(ErrorCode::InvalidInput, "no consent");
    let fault = json!([{"field": "consents.terms", "reason": "the current version is 1"}]);
    assert_eq!(details["fields"], fault, "with the version");
    register(json!({"terms": true})).await.refused(ErrorCode::InvalidInput, "a version is a number");
    register(json!({"terms": 1, "marketing": true})).await.is(201, "agreed");

    let pair = site.post("/v1/auth/login", json!({"email": "kim@b.kr", "password": PASSWORD})).send().await;
    let token = pair.is(200, "signed in")["accessToken"].as_str().expect("a token").to_owned();
    let held = site.get("/v1/me/consents").bearer(&token).send().await;
    document.holds_at("GET", "/v1/me/consents", &held);
    assert_eq!(held.is(200, "the consents")["items"].as_array().map(Vec::len), Some(2), "terms and offers");
    let off = json!({"document": "MARKETING", "given": false});
    let changed = site.post("/v1/me/consents", off).bearer(&token).send().await;
    document.holds_at("POST", "/v1/me/consents", &changed);
    assert_eq!(changed.is(200, "no offers any more")["given"], false);
}
