//! What clients send that is not what it should be: JSON that is none, numbers that are not whole, pages that are no
//! pages, and words that would like to be SQL. Each is the client's mistake, never the server's failure.

use serde_json::{Value, json};
use shop_contract::ErrorCode;

use crate::http::{Answer, Site};
use crate::operation::Operation;
use crate::rows::row;
use crate::stage::{Stage, make_demo};

#[track_caller]
fn is_clients_fault(answer: &Answer, why: &str) {
    assert!((400..500).contains(&answer.status), "{why}: {} {}", answer.status, answer.body);
    assert!(answer.body["code"].is_string(), "{why}: with a code: {}", answer.body);
}

#[tokio::test]
async fn what_is_no_json_is_bad_input() {
    let site = Site::open().await;
    let (owner, stage) = Stage::set(&site).await;
    let product = stage.product;
    let good = format!(r#"{{"productId":{product},"quantity":1}}"#);
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(10_000), close.repeat(10_000));
    let bodies: Vec<(Vec<u8>, &str)> = vec![
        (good[..good.len() - 1].into(), "cut off"),
        (format!("{good}x").into(), "a trailing byte"),
        (format!("{good}{good}").into(), "twice"),
        (format!("\u{feff}{good}").into(), "a byte order mark"),
        (format!("{good}\0").into(), "NUL after it"),
        (format!("\0{good}").into(), "NUL before it"),
        (format!(r#"{{"productId":{product},"quantity":1,"quantity":2}}"#).into(), "a field twice"),
        (format!(r#"{{"productId":{product},"quantity":1,"\u0071uantity":2}}"#).into(), "a field twice, in disguise"),
        (format!(r#"{{"productId":{product},"quantity":1,}}"#).into(), "a comma too many"),
        (format!(r#"{{productId:{product},quantity:1}}"#).into(), "names without quotes"),
        (format!("{{'productId':{product},'quantity':1}}").into(), "the wrong quotes"),
        (format!("/* */{good}").into(), "a comment"),
        (format!(r#"{{"productId":{product},"quantity":NaN}}"#).into(), "not a number"),
        (format!(r#"{{"productId":{product},"quantity":+1}}"#).into(), "a plus"),
        (format!(r#"{{"productId":{product},"quantity":01}}"#).into(), "a leading zero"),
        (deep("[", "]").into(), "ten thousand lists"),
        (deep("{\"a\":", "}").into(), "ten thousand objects"),
        ("[".repeat(60_000).into(), "sixty thousand lists that never close"),
        (br#""\ud800""#.to_vec(), "half a character"),
        (b"{\"productId\":\"\xff\xfe\"}".to_vec(), "bytes that are no text"),
        (b"[]".to_vec(), "a list"),
        (b"null".to_vec(), "nothing"),
        (b"1".to_vec(), "a number"),
        (b"\"text\"".to_vec(), "a text"),
        (b"{}".to_vec(), "an empty object"),
        (Vec::new(), "an empty body"),
        (good.encode_utf16().flat_map(u16::to_le_bytes).collect(), "another alphabet"),
    ];
    for (body, why) in bodies {
        let answer = site.ask("POST", "/v1/carts/items").text(body).by(&owner).send().await;
        let details = answer.refused(ErrorCode::InvalidInput, why);
        assert!(details["fields"].is_array(), "{why}: the details name fields: {details}");
    }
    let name = json!({"name": "가\u{0}나"});
    is_clients_fault(&site.ask("PATCH", "/v1/me").json(&name).by(&owner).send().await, "NUL inside a name");
    let lone = r#"{"name":"\udc00"}"#;
    is_clients_fault(&site.ask("PATCH", "/v1/me").text(lone).by(&owner).send().await, "half a character in a name");
}

/// Every whole number that a body may hold: the operation and where it stands; whether it may be absent.
const NUMBERS: [(Operation, &str, bool); 14] = [
    (Operation::add_cart_item, "/productId", false),
    (Operation::add_cart_item, "/productOptionId", true),
    (Operation::add_cart_item, "/quantity", false),
    (Operation::change_cart_item, "/quantity", false),
    (Operation::add_wish, "/productId", false),
    (Operation::charge_points, "/amount", false),
    (Operation::pay_order, "/orderId", false),
    (Operation::pay_order, "/amount", false),
    (Operation::quote_order, "/couponIds/0", false),
    (Operation::quote_order, "/cartItemIds/0", false),
    (Operation::place_order, "/couponIds/0", false),
    (Operation::place_order, "/cartItemIds/0", false),
    (Operation::place_order, "/expectedTotal", true),
    (Operation::save_address, "/id", true),
];

#[tokio::test]
async fn a_number_is_whole_and_exact_or_refused_by_its_name() {
    let site = Site::open().await;
    let (owner, stage) = Stage::set(&site).await;
    for (operation, pointer, optional) in NUMBERS {
        let name = pointer.split('/').nth(1).expect("a name");
        let mut bad: Vec<&str> = vec!["1e3", "1.5", "1.0", "\"2\"", "true", "[]", "[1]", "{}", "-0.0", "1e30"];
        bad.extend(["9007199254740992", "9223372036854775807", "9223372036854775808", "-9223372036854775808"]);
        bad.extend((!optional).then_some("null"));
        for text in bad {
            let (mut input, _) = row(operation, &stage);
            if input.pointer(pointer).is_none() {
                input[name] = Value::Null;
            }
            *input.pointer_mut(pointer).expect("it is there") = json!("@");
            let body = body_of(operation, &input).replace("\"@\"", text);
            let (method, path) = (operation.listed().method, path_of(operation, &input));
            let answer = site.ask(method, &path).text(body).by(&owner).send().await;
            let why = format!("{operation:?} with {name} {text}");
            let details = answer.refused(ErrorCode::InvalidInput, &why);
            let field = details["fields"][0]["field"].as_str().unwrap_or_default();
            assert!(field.starts_with(name), "{why}: the field is named: {details}");
        }
        for text in ["-1", "0", "9007199254740991"] {
            let (mut input, _) = row(operation, &stage);
            if input.pointer(pointer).is_none() {
                input[name] = Value::Null;
            }
            *input.pointer_mut(pointer).expect("it is there") = serde_json::from_str(text).expect("a number");
            if (operation, pointer, text) != (Operation::change_cart_item, "/quantity", "0") {
                let answer = operation.ask(&site, &input).by(&owner).send().await;
                is_clients_fault(&answer, &format!("{operation:?} with {name} {text}"));
            }
        }
    }
}

/// The body of an operation's input: what its path does not name.
fn body_of(operation: Operation, input: &Value) -> String {
    let mut rest = input.clone();
    if operation.listed().path.contains("{id}") {
        rest.as_object_mut().expect("an object").remove("id");
    }
    rest.to_string()
}

fn path_of(operation: Operation, input: &Value) -> String {
    operation.listed().path.replace("{id}", &input["id"].to_string())
}

#[tokio::test]
async fn a_number_in_an_address_is_one_too() {
    let site = Site::open().await;
    let (owner, stage) = Stage::set(&site).await;
    make_demo(&site).await;
    let bad = ["1e3", "1.5", "abc", "+1", "01", "0x1", "%20", "1%20", "1;2", "%00", "9007199254740992", "NaN", "true"];
    let paths = [
        "/v1/products/{}",
        "/v1/products?minPrice={}",
        "/v1/products?limit={}",
        "/v1/products/popular?days={}",
        "/v1/products/popular?limit={}",
        "/v1/wishes?limit={}",
        "/v1/orders/{}",
        "/v1/orders?limit={}",
        "/v1/points/history?limit={}",
        "/v1/coupons/my?limit={}",
    ];
    for path in paths {
        for text in bad {
            let address = path.replace("{}", text);
            let answer = site.get(&address).by(&owner).send().await;
            answer.refused(ErrorCode::InvalidInput, &address);
        }
        if path.contains('?') {
            for text in ["-1", "-9223372036854775808"] {
                let address = path.replace("{}", text);
                site.get(&address).by(&owner).send().await.refused(ErrorCode::InvalidInput, &address);
            }
        }
    }
    for (path, code) in [
        ("/v1/products/-1", ErrorCode::ProductNotFound),
        ("/v1/products/0", ErrorCode::ProductNotFound),
        ("/v1/orders/9007199254740991", ErrorCode::OrderNotFound),
        ("/v1/products?limit=101", ErrorCode::InvalidInput),
        ("/v1/products?limit=0", ErrorCode::InvalidInput),
        ("/v1/products?limit=", ErrorCode::InvalidInput),
        ("/v1/products?limit=1&limit=2", ErrorCode::InvalidInput),
        ("/v1/products?offset=5", ErrorCode::InvalidInput),
        ("/v1/products?inStock=1", ErrorCode::InvalidInput),
        ("/v1/products?minPrice=5&maxPrice=4&page=2", ErrorCode::InvalidInput),
        ("/v1/products?ids=1,,2", ErrorCode::InvalidInput),
        ("/v1/products?ids=1,x", ErrorCode::InvalidInput),
        ("/v1/products/popular?days=31", ErrorCode::InvalidInput),
        ("/v1/me?type=ADMIN", ErrorCode::InvalidInput),
        ("/v1/orders?from=yesterday", ErrorCode::InvalidInput),
    ] {
        site.get(path).by(&owner).send().await.refused(code, path);
    }
    let doubled = json!({"id": stage.line, "quantity": 2});
    let path = format!("/v1/carts/items/{}", stage.line);
    let answer = site.ask("PATCH", &path).json(&doubled).by(&owner).send().await;
    answer.refused(ErrorCode::InvalidInput, "an id in the path and in the body");
}

#[tokio::test]
async fn a_cursor_leads_on_in_its_own_list_alone() {
    let site = Site::open().await;
    let owner = site.customer(0).await;
    for _ in 0..3 {
        site.scene.product(1_000, 1).await;
        let charged = site.post("/v1/points/charge", json!({"amount": 1_000})).by(&owner).send().await;
        charged.is(200, "points are charged");
    }
    let page = site.get("/v1/products?limit=2").send().await.is(200, "the first page");
    let next = page["nextCursor"].as_str().expect("there is more").to_owned();
    let last = site.get(&format!("/v1/products?limit=2&cursor={next}")).send().await.is(200, "the second page");
    assert_eq!(last["items"].as_array().map(Vec::len), Some(1), "holds the rest");
    assert!(last.get("nextCursor").is_none(), "and is the last");
    let movements = site.get("/v1/points/history?limit=2").by(&owner).send().await.is(200, "movements");
    let other = movements["nextCursor"].as_str().expect("there is more").to_owned();
    for cursor in [other, format!("{next}A"), String::from("-1"), String::from("e30"), "A".repeat(5_000), String::new()]
    {
        let answer = site.get(&format!("/v1/products?limit=2&cursor={cursor}")).send().await;
        answer.refused(ErrorCode::InvalidInput, &format!("the cursor {cursor:.20}"));
    }
    for query in ["sort=priceAsc&limit=2", "q=x&limit=2", "category=living&limit=2"] {
        let answer = site.get(&format!("/v1/products?{query}&cursor={next}")).send().await;
        answer.refused(ErrorCode::InvalidInput, &format!("a cursor of the whole list with {query}"));
    }
}

#[tokio::test]
async fn words_stay_words() {
    let site = Site::open().await;
    let owner = site.customer(0).await;
    site.scene.product(1_000, 1).await;
    for sort in ["price;DROP TABLE product", "price%20desc", "name", "PRICEASC", "(SELECT 1)", "", "newest,id"] {
        let answer = site.get(&format!("/v1/products?sort={sort}")).send().await;
        answer.refused(ErrorCode::InvalidInput, &format!("sort {sort:?} is none of the list"));
    }
    for language in ["en'; DROP TABLE user; --", "../../etc/passwd", "%s%s%s", "*", "ko;q=NaN", "xx-YY", ";;;,,,"] {
        let answer = site.get("/v1/orders/1").with("Accept-Language", language).send().await;
        answer.refused(ErrorCode::Unauthorized, &format!("language {language:?}"));
    }
    for state in ["NORMAL' OR 1=1", "normal", "PAID"] {
        let answer = site.get(&format!("/v1/orders?state={state}")).by(&owner).send().await;
        answer.refused(ErrorCode::InvalidInput, &format!("state {state:?} is none of the list"));
    }
    let long = "가".repeat(500);
    for words in ["%22", "*", "AND", "NEAR(", "a%22b", "%27%20OR%201=1%20--", "%20%20", "%F0%9F%8D%8E", long.as_str()] {
        let answer = site.get(&format!("/v1/products?q={words}")).send().await;
        assert!(matches!(answer.status, 200 | 400), "search for {words:.20}: {} {}", answer.status, answer.body);
    }
    for payload in ["<script>alert(1)</script>", "'; DROP TABLE user; --", "=1+1", "{{7*7}}", "\u{202e}evil"] {
        let answer = site.ask("PATCH", "/v1/me").json(&json!({"name": payload})).by(&owner).send().await;
        if answer.status == 200 {
            let me = site.get("/v1/me").by(&owner).send().await;
            assert_eq!(me.body["name"], payload.trim_start_matches('\u{202e}'), "a name comes back as it is seen");
            assert_eq!(me.header("content-type"), Some("application/json"), "and is never a page");
        } else {
            answer.refused(ErrorCode::InvalidInput, payload);
        }
    }
    for field in ["role", "type", "availablePoint", "id", "email", "state"] {
        let answer = site.ask("PATCH", "/v1/me").json(&json!({field: "ADMIN"})).by(&owner).send().await;
        answer.refused(ErrorCode::InvalidInput, &format!("{field} is not the customer's to set"));
    }
}
