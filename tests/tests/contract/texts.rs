//! Text as users paste it: in pieces, with marks of direction, zero-width characters and no-break spaces. At every door it
//! becomes the one form in which the shop keeps, compares and finds text.

use rusqlite::Connection;
use serde_json::{Value, json};
use shop_domain::text::normalize;
use unicode_normalization::UnicodeNormalization as _;

use crate::document::Document;
use crate::fields::{Field, fields};
use crate::http::Site;
use crate::operation::Operation;
use crate::rows::row;
use crate::stage::{OWNER_EMAIL, Stage, make_demo};

/// Texts that are not words of users and arrive as they were sent: secrets, files, searches, codes, names of operations.
const VERBATIM: [&str; 10] =
    ["password", "currentPassword", "newPassword", "cursor", "csv", "data", "ids", "q", "action", "pickupCode"];

/// The same text as a Mac and a chat would paste it.
fn pasted(text: &str) -> String {
    let in_pieces: String = text.nfd().collect();
    format!("\u{FEFF}\u{202A}{}\u{200B}\u{2060}\u{202C}\u{A0}", in_pieces.replace(' ', "\u{A0}"))
}

/// A text that the field takes, pasted.
fn dirty(field: &Field, input: &Value) -> Value {
    let clean = match (field.name(), input.pointer(&field.pointer).and_then(Value::as_str)) {
        ("phone", _) => "010.1234.5678",
        ("zipCode", _) => "04524",
        ("number", _) => "110 123 456789",
        ("registrationNumber", _) => "124 81 00998",
        ("trackingNumber", _) => "1234 5678",
        // The e-mail of a user that is there has to stay the same.
        ("email", Some(OWNER_EMAIL)) => OWNER_EMAIL,
        ("email", _) => "pasted@example.com",
        ("code", None) => "autumn-2027",
        ("webhookUrl", _) => "https://example.com/hook",
        (_, Some(text)) => text,
        _ => "주방 용품",
    };
    json!(pasted(clean))
}

/// Every text in the file that is not in its normal form, with its column.
fn abnormal(site: &Site) -> Vec<String> {
    let file = Connection::open(site.scene.file()).expect("the file opens");
    let sql = "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
               WHERE m.type = 'table' AND m.name NOT LIKE '%\\_search%' ESCAPE '\\' AND c.type = 'TEXT'";
    let mut columns = file.prepare(sql).expect("the schema");
    let columns = columns.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("its columns");
    let columns: Vec<(String, String)> = columns.map(|column| column.expect("a column")).collect();
    assert!(columns.len() > 50, "the schema is seen");
    let mut found = Vec::new();
    for (table, column) in columns {
        let sql = format!("SELECT \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL");
        let mut texts = file.prepare(&sql).expect("a table");
        let texts = texts.query_map([], |row| row.get::<_, String>(0)).expect("texts");
        let texts = texts.map(|text| text.expect("a text"));
        found.extend(texts.filter(|text| normalize(text) != *text).map(|text| format!("{table}.{column}: {text:?}")));
    }
    found
}

#[tokio::test]
async fn pasted_text_is_kept_in_one_form_by_every_operation() {
    let (document, mut tried) = (Document::read(), 0);
    for operation in Operation::ALL {
        let is_wanted = |field: &Field| field.is_text() && !VERBATIM.contains(&field.name());
        let wanted: Vec<Field> = fields(&document, *operation).into_iter().filter(is_wanted).collect();
        if wanted.is_empty() || operation.listed().method == "GET" || *operation == Operation::restore_backup {
            continue;
        }
        let site = Site::open().await;
        let (owner, stage) = Stage::set(&site).await;
        let who = if operation.listed().access.role().is_some() { site.admin().await } else { owner };
        assert_eq!(abnormal(&site), Vec::<String>::new(), "at first all is in its form");
        let mut input = row(*operation, &stage).0;
        for field in &wanted {
            let text = dirty(field, &input);
            field.put(&mut input, text);
        }
        let mut status = operation.listed().status;
        if *operation == Operation::charge_points {
            site.scene.set_charging(shop_contract::PointCharging::Request).await;
            status = 202;
        }
        if [Operation::create_coupon, Operation::update_coupon].contains(operation) {
            input["distribution"] = json!("CODE");
        }
        if *operation == Operation::pay_order {
            site.scene.open_methods(&[shop_contract::PaymentMethod::BankTransfer]).await;
            input["paymentMethod"] = json!("BANK_TRANSFER");
        }
        let answer = operation.ask(&site, &input).by(&who).key("pasted").send().await;
        answer.is(status, &format!("{operation:?} takes {input}"));
        assert_eq!(abnormal(&site), Vec::<String>::new(), "{operation:?} keeps what is normal");
        tried += wanted.len();
    }
    assert!(tried >= 35, "every field was tried: {tried}");
}

#[tokio::test]
async fn pasted_cells_of_a_table_are_kept_in_one_form() {
    let site = Site::open().await;
    let admin = site.admin().await;
    let (name, category) = (pasted("주방 머그컵"), pasted("주방 용품"));
    let csv =
        format!("name,nameEn,category,description,price,stock\n{name},{},{category},{name},9000,5\n", pasted("Café"));
    let taken = site.post("/v1/admin/products/import", json!({"csv": csv})).by(&admin).send().await;
    assert_eq!(taken.is(200, "a table")["created"], 1, "one product is made");
    assert_eq!(abnormal(&site), Vec::<String>::new(), "its cells are normal");
    let found =
        site.get(&format!("/v1/products?category={}", encoded("주방 용품"))).send().await.is(200, "its category");
    assert_eq!(found["items"][0]["name"], "주방 머그컵", "is the one that everybody types");
}

/// For an address.
fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn pasted_words_find_what_clean_words_find() {
    let site = Site::open().await;
    let (_, stage) = Stage::set(&site).await;
    let (admin, visitor) = (site.admin().await, site.customer(0).await);
    make_demo(&site).await;
    let edit = "UPDATE product SET name = '주방 머그컵', category = '주방 용품' WHERE id =";
    site.scene.sql(&format!("{edit} {}", stage.product));
    let texts = ["주방 머그컵", "주방 용품"];
    site.scene.write(move |w| Ok(shop_store::search::index(w.tx, stage.product, &texts)?)).await;
    for (path, words) in [
        ("/v1/products?q=", "머그컵"),
        ("/v1/products?category=", "주방 용품"),
        ("/v1/admin/products?q=", "주방 머그"),
        ("/v1/admin/products?category=", "주방 용품"),
        ("/v1/admin/users?q=", "비밀손님"),
        ("/v1/admin/orders?q=", "비밀손님"),
        ("/v1/admin/coupons?q=", "10% 할인"),
    ] {
        let who = if path.contains("admin") { &admin } else { &visitor };
        let clean = site.get(&format!("{path}{}", encoded(words))).by(who).send().await.is(200, path);
        assert!(clean["items"].as_array().is_some_and(|items| !items.is_empty()), "{path}{words} finds: {clean}");
        let dirty = site.get(&format!("{path}{}", encoded(&pasted(words)))).by(who).send().await.is(200, path);
        assert_eq!(dirty, clean, "{path} with {:?}", pasted(words));
    }
}

#[tokio::test]
async fn a_control_character_is_still_bad_input() {
    let site = Site::open().await;
    let owner = site.customer(0).await;
    for bad in ["관\u{0}리자", "관\u{1B}리자", "관\n리자", "관\u{9D}리자"] {
        let answer = site.ask("PATCH", "/v1/me").json(&json!({"name": bad})).by(&owner).send().await;
        let details = answer.refused(shop_contract::ErrorCode::InvalidInput, bad);
        assert_eq!(details["fields"][0]["field"], "name", "{bad:?}");
    }
}
