//! Requests that come twice: one effect, one answer.

use serde_json::{Value, json};
use shop_contract::ErrorCode;

use crate::http::{Answer, Site, TestUser};
use crate::operation::Operation;
use crate::rows::row;
use crate::stage::{BACKUP, Stage, make_backup, make_way, shipping_address};

fn charge(amount: i64) -> Value {
    json!({"amount": amount})
}

async fn points(site: &Site, user: &TestUser) -> Value {
    site.get("/v1/points").by(user).send().await.is(200, "the points")["availablePoint"].clone()
}

#[tokio::test]
async fn the_same_key_and_request_give_the_first_answer_again() {
    let mut site = Site::open().await;
    let (me, other) = (site.customer(0).await, site.customer(0).await);
    let ask = |site: &Site, user: &TestUser, amount| site.post("/v1/points/charge", charge(amount)).by(user).key("k");
    let first = ask(&site, &me, 5_000).send().await.is(200, "the first");
    let again = ask(&site, &me, 5_000).send().await.is(200, "the same again");
    assert_eq!(first, again, "the first answer");
    assert_eq!(points(&site, &me).await, 5_000, "one charge");
    ask(&site, &me, 6_000).send().await.refused(ErrorCode::IdempotencyKeyReused, "another request");
    let elsewhere = site.post("/v1/auth/logout", json!({"refreshToken": "none"})).key("k").send().await;
    elsewhere.is(204, "what needs no key does not mind one");
    ask(&site, &other, 7_000).send().await.is(200, "another customer's key is another key");
    site.restart().await;
    let later = ask(&site, &me, 5_000).send().await.is(200, "after a restart");
    assert_eq!(first, later, "still the first answer");
    assert_eq!(points(&site, &me).await, 5_000, "still one charge");
}

#[tokio::test]
async fn at_once_is_one_too() {
    let site = Site::open().await;
    let me = site.customer(0).await;
    let product = site.scene.product(1_000, 10).await;
    site.scene.put(me.principal, product, None, 1).await;
    let order = json!({"shippingAddress": shipping_address(), "couponIds": []});
    let asks = (0..20).map(|_| tokio::spawn(site.post("/v1/orders", order.clone()).by(&me).key("order 1").send()));
    let mut answers: Vec<Answer> = Vec::new();
    for ask in asks.collect::<Vec<_>>() {
        answers.push(ask.await.expect("it is answered"));
    }
    for answer in &answers {
        assert_eq!((answer.status, &answer.body), (201, &answers[0].body), "all get the one answer");
    }
    assert_eq!(site.scene.count("SELECT count(*) FROM \"order\""), 1, "one order");
    assert_eq!(site.scene.level(product), 9, "one unit");
}

/// A query for how much has been entered in all, rows and units in carts.
fn everything() -> String {
    let tables = [
        "user",
        "cart_item",
        "wish",
        "address",
        "user_coupon",
        "order",
        "payment",
        "stock_movement",
        "charge_request",
        "balance_transaction",
    ];
    let rows: Vec<String> = tables.iter().map(|table| format!("(SELECT count(*) FROM \"{table}\")")).collect();
    format!("SELECT (SELECT sum(quantity) + count(*) FROM cart_item) + {}", rows.join(" + "))
}

/// What keeps no key: it would have to keep a secret with it, or only reads.
const KEYLESS: [Operation; 9] = [
    Operation::change_password,
    Operation::reset_password,
    Operation::make_reset_code,
    Operation::make_metrics_token,
    Operation::make_webhook_secret,
    Operation::match_payments,
    Operation::open_sale_room,
    Operation::quote_order,
    Operation::verify_books,
];
/// What ends the caller's session; it has a test of its own.
const LAST: Operation = Operation::restore_backup;

#[tokio::test]
async fn every_post_that_moves_something_takes_a_key() {
    for operation in Operation::ALL.iter().filter(|operation| operation.listed().method == "POST") {
        if KEYLESS.contains(operation) || *operation == LAST {
            continue;
        }
        let site = Site::open().await;
        let (owner, stage) = Stage::set(&site).await;
        make_way(&site, *operation).await;
        let asker = if operation.listed().access.role().is_some() { site.admin().await } else { owner };
        let (input, _) = row(*operation, &stage);
        let first = operation.ask(&site, &input).by(&asker).key("k").send().await;
        let rows = site.scene.count(&everything());
        let again = operation.ask(&site, &input).by(&asker).key("k").send().await;
        assert_eq!(first.status, operation.listed().status, "{operation:?} is done: {}", first.body);
        assert_eq!((again.status, again.body), (first.status, first.body), "{operation:?} again: the first answer");
        let after = site.scene.count(&everything());
        assert_eq!(after, rows, "{operation:?} again: nothing is entered a second time");
    }
}

#[tokio::test]
async fn going_back_is_answered_again_to_who_signs_in_anew() {
    let site = Site::open().await;
    let admin = site.admin().await;
    make_backup(&site).await;
    let ask = |user: &TestUser| LAST.ask(&site, &json!({"name": BACKUP})).by(user).key("k").send();
    let first = ask(&admin).await.is(200, "the shop goes back");
    ask(&admin).await.refused(ErrorCode::Unauthorized, "with everybody's session");
    let again = ask(&site.elsewhere(&admin).await).await.is(200, "the same request by the same user");
    assert_eq!(first, again, "the first answer");
    let copies = site.get("/v1/admin/backups").by(&site.elsewhere(&admin).await).send().await.is(200, "the copies");
    assert_eq!(copies["items"].as_array().map(Vec::len), Some(2), "what was there was kept aside once");
}

#[tokio::test]
async fn a_refusal_is_not_kept() {
    let site = Site::open().await;
    let me = site.customer(0).await;
    let order = json!({"shippingAddress": shipping_address(), "couponIds": []});
    let ask = || site.post("/v1/orders", order.clone()).by(&me).key("k");
    ask().send().await.refused(ErrorCode::CartEmpty, "nothing to order");
    let product = site.scene.product(1_000, 10).await;
    site.scene.put(me.principal, product, None, 1).await;
    ask().send().await.is(201, "the same request again, now that it can be done");
}

#[tokio::test]
async fn a_key_is_a_short_printable_text() {
    let site = Site::open().await;
    let me = site.customer(0).await;
    let long = "k".repeat(64);
    site.post("/v1/points/charge", charge(1_000)).by(&me).key(&long).send().await.is(200, "64 characters");
    let longer = "k".repeat(65);
    for key in [longer.as_str(), "", "tab\there", "열쇠", "caf\u{e9}"] {
        let answer = site.post("/v1/points/charge", charge(1_000)).by(&me).key(key).send().await;
        let details = answer.refused(ErrorCode::InvalidInput, &format!("the key {key:?}"));
        assert!(details["fields"].is_array(), "the details name it: {details}");
    }
    let two = site.post("/v1/points/charge", charge(1_000)).by(&me).key("a").key("b").send().await;
    two.refused(ErrorCode::InvalidInput, "two keys");
    assert_eq!(points(&site, &me).await, 1_000, "only the first was done");
}
