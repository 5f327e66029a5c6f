//! Instants that the shop could write and never read again: beyond the years 0 to 9999, after the offset is applied. Each
//! door refuses them, and what stands in the books stays readable.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use shop_contract::ErrorCode;

use crate::document::Document;
use crate::fields::fields;
use crate::http::{Site, TestUser};
use crate::operation::Operation;
use crate::rows::row;
use crate::scene::noon;
use crate::stage::Stage;

/// The year is 10000 or −1 once the offset is applied.
const BEYOND: [&str; 3] = ["9999-12-31T23:59:59-05:00", "9999-12-31T23:59:00.000-00:01", "0000-01-01T00:00:00+09:00"];

#[tokio::test]
async fn an_instant_past_9999_is_refused_at_every_door() {
    let site = Site::open().await;
    let (owner, stage) = Stage::set(&site).await;
    let (admin, document, mut tried) = (site.admin().await, Document::read(), 0);
    for operation in Operation::ALL {
        let who = if operation.listed().access.role().is_some() { &admin } else { &owner };
        for field in fields(&document, *operation).into_iter().filter(|field| field.is_instant()) {
            for beyond in BEYOND {
                let mut input = row(*operation, &stage).0;
                if field.pointer.starts_with("/sale/") {
                    input["sale"] = json!({"rate": 10, "beginsAt": noon(), "endsAt": "2026-04-01T00:00:00Z"});
                }
                let is_query = matches!(operation.listed().method, "GET" | "DELETE");
                field.put(&mut input, json!(if is_query { beyond.replace('+', "%2B") } else { beyond.to_owned() }));
                let why = format!("{operation:?} with {} {beyond}", field.pointer);
                let answer = operation.ask(&site, &input).by(who).send().await;
                let told = answer.refused(ErrorCode::InvalidInput, &why)["fields"][0].clone();
                assert_eq!(told["reason"], "NOT_AN_INSTANT", "{why}: {told}");
                assert!(told["field"].as_str().is_some_and(|name| name.ends_with(field.name())), "{why}: {told}");
                tried += 1;
            }
        }
    }
    assert!(tried >= 27 * BEYOND.len(), "every field was tried: {tried}");
}

#[tokio::test]
async fn a_table_with_an_instant_past_9999_changes_nothing() {
    let site = Site::open().await;
    let admin = site.admin().await;
    let cup = site.scene.product(1_000, 5).await;
    let names = "name,category,price,stock,saleRate,saleBeginsAt,saleEndsAt";
    for (begins_at, ends_at, column) in [
        ("2026-03-01T00:00:00Z", "9999-12-31T23:59:59-05:00", "saleEndsAt"),
        ("2026-03-01T00:00:00Z", "+10000-01-01T00:00:00Z", "saleEndsAt"),
        ("0000-01-01T00:00:00+09:00", "2026-04-01T00:00:00Z", "saleBeginsAt"),
    ] {
        let csv = format!("{names}\n찻잔,kitchen,9000,5,10,{begins_at},{ends_at}\n");
        let answer = site.post("/v1/admin/products/import", json!({"csv": csv})).by(&admin).send().await;
        let details = answer.refused(ErrorCode::InvalidInput, "it cannot be kept");
        assert_eq!(details["faults"][0]["reason"], "NOT_AN_INSTANT", "{details}");
        assert_eq!(details["faults"][0]["column"], column, "{details}");
    }
    let last = format!("{names}\n찻잔,kitchen,9000,5,10,2026-03-01T00:00:00Z,9999-12-31T23:59:59Z\n");
    let taken = site.post("/v1/admin/products/import", json!({"csv": last})).by(&admin).send().await;
    assert_eq!(taken.is(200, "the last second that there is")["created"], 1, "it is made");
    let list = site.get("/v1/products").send().await.is(200, "the list is read as before");
    let ids: Vec<_> = list["items"].as_array().expect("a list").iter().map(|product| product["id"].clone()).collect();
    assert_eq!((ids.len(), ids.last()), (2, Some(&json!(cup))), "with what was there");
}

/// The same cursor with its instant beyond the years.
fn forged(cursor: &str) -> String {
    let mut cursor: Value =
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(cursor).expect("base64")).expect("a cursor is JSON");
    assert!(cursor["key"][0].is_string(), "its key begins with an instant: {cursor}");
    cursor["key"][0] = json!("+10000-01-01T00:00:00Z");
    URL_SAFE_NO_PAD.encode(cursor.to_string())
}

#[tokio::test]
async fn a_cursor_with_an_instant_past_9999_is_bad_input() {
    let site = Site::open().await;
    let (owner, stage) = Stage::set(&site).await;
    let admin = site.admin().await;
    for product in [stage.product, stage.choice] {
        let wish = json!({"productId": product});
        site.post("/v1/wishes", wish).by(&owner).send().await.is(200, "a wish");
        let adjusted = json!({"type": "SET", "quantity": 5, "reason": "재고 실사"});
        let path = format!("/v1/admin/products/{}/stock", stage.product);
        site.post(&path, adjusted).by(&admin).send().await.is(200, "an act for the audit log");
    }
    let lists: [(&str, &TestUser); 3] =
        [("/v1/wishes", &owner), ("/v1/admin/outbox", &admin), ("/v1/admin/audit-log", &admin)];
    for (path, who) in lists {
        let page = site.get(&format!("{path}?limit=1")).by(who).send().await.is(200, path);
        let next = page["nextCursor"].as_str().expect("there is more").to_owned();
        let forged = format!("{path}?limit=1&cursor={}", forged(&next));
        site.get(&forged).by(who).send().await.refused(ErrorCode::InvalidInput, path);
        site.get(&format!("{path}?limit=1&cursor={next}")).by(who).send().await.is(200, "the true one leads on");
    }
}

#[tokio::test]
async fn a_period_may_begin_and_end_with_the_first_and_the_last_day() {
    let site = Site::open().await;
    let (owner, _) = Stage::set(&site).await;
    let admin = site.admin().await;
    let all = site.get("/v1/admin/orders").by(&admin).send().await.is(200, "all orders")["summary"].clone();
    assert!(all["count"].as_i64().is_some_and(|count| count > 0), "there are some: {all}");
    let nothing = json!({"count": 0, "ordered": 0, "sales": 0, "discounts": 0, "isExact": true});
    for (query, expected) in [
        ("from=0000-01-01&to=9999-12-31", &all),
        ("from=0000-01-01T00:00:00Z&to=9999-12-31T23:59:59.999Z", &all),
        ("from=9999-12-31T23:59:59Z", &nothing),
        ("to=0000-01-01T00:00:00Z", &nothing),
    ] {
        let path = format!("/v1/admin/orders?{query}");
        let found = site.get(&path).by(&admin).send().await.is(200, &path);
        assert_eq!(&found["summary"], expected, "{path}");
        for (path, who) in [("/v1/orders", &owner), ("/v1/admin/audit-log", &admin)] {
            site.get(&format!("{path}?{query}")).by(who).send().await.is(200, &format!("{path}?{query}"));
        }
    }
}
