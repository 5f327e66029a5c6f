//! One customer's whole way through the shop over HTTP, with the shapes that clients rely upon in every answer.

use serde_json::{Value, json};

use crate::document::Document;
use crate::http::{PASSWORD, Site};
use crate::scene::rate;
use crate::stage::shipping_address;

/// A client that holds every answer against the published document.
struct Shopper {
    site: Site,
    document: Document,
    token: String,
}

impl Shopper {
    async fn call(&self, method: &str, path: &str, id: Option<i64>, body: Option<Value>, status: u16) -> Value {
        let address = id.map_or_else(|| path.to_owned(), |id| path.replace("{id}", &id.to_string()));
        let mut ask = self.site.ask(method, &address);
        if !self.token.is_empty() {
            ask = ask.bearer(&self.token);
        }
        if let Some(body) = &body {
            ask = ask.json(body);
        }
        let answer = ask.send().await;
        self.document.holds_at(method, path.split('?').next().expect("a path"), &answer);
        answer.is(status, &format!("{method} {address}"))
    }

    async fn get(&self, path: &str) -> Value {
        self.call("GET", path, None, None, 200).await
    }

    async fn post(&self, path: &str, body: Value, status: u16) -> Value {
        self.call("POST", path, None, Some(body), status).await
    }
}

/// Asserts that all of these are there and none of them is null.
#[track_caller]
fn has(value: &Value, fields: &str, what: &str) {
    for field in fields.split_whitespace() {
        assert!(value.get(field).is_some_and(|value| !value.is_null()), "{what} has {field}: {value}");
    }
    let camel = |name: &String| !name.contains('_') && name.starts_with(|first: char| first.is_ascii_lowercase());
    assert!(value.as_object().expect("an object").keys().all(camel), "{what} is written in camelCase: {value}");
}

const PRODUCT: &str = "id name description category price state status availableQuantity options createdAt updatedAt";
const LINE: &str = "id productId productName price quantity subtotal availableQuantity orderable";
const COUPON: &str = "id name type discountRate minOrderAmount totalQuantity issuedQuantity beginDate endDate";
const OWNED: &str = "id couponId name type state discountRate minOrderAmount issuedAt expiresAt";
const ORDER: &str = "id orderNumber state amount discountAmount totalAmount items coupons shippingAddress createdAt";
const ITEM: &str = "id productId productName price quantity discountAmount totalAmount";
const PAYMENT: &str = "id orderId method amount state paidAt balance";
const MOVEMENT: &str = "id type amount balanceBefore balanceAfter description createdAt";
const ME: &str = "id email name type availablePoint usedPoint";

/// Registers, signs in and charges points.
async fn arrive(site: Site) -> Shopper {
    let document = Document::read();
    let mut shopper = Shopper { site, document, token: String::new() };
    let newcomer = json!({"email": "kim@b.kr", "password": PASSWORD, "name": "김손님", "phone": "010-1234-5678"});
    has(&shopper.post("/v1/auth/register", newcomer, 201).await, ME, "a new customer");
    let pair = shopper.post("/v1/auth/login", json!({"email": "kim@b.kr", "password": PASSWORD}), 200).await;
    has(&pair, "accessToken tokenType expiresIn refreshToken user", "the pair of tokens");
    assert_eq!((&pair["tokenType"], &pair["expiresIn"]), (&json!("Bearer"), &json!(900)), "as it is to be sent");
    shopper.token = pair["accessToken"].as_str().expect("a token").to_owned();
    let me = shopper.get("/v1/me").await;
    has(&me, &format!("{ME} phone"), "me");
    assert_eq!((&me["type"], &me["availablePoint"]), (&json!("CUSTOMER"), &json!(0)), "a customer without points");
    has(&shopper.post("/v1/points/charge", json!({"amount": 100_000}), 200).await, MOVEMENT, "a charge");
    shopper
}

/// Looks around and fills the cart with two units.
async fn choose(shopper: &Shopper, product: i64) {
    let list = shopper.get("/v1/products").await;
    has(&list["items"][0], PRODUCT, "a product of the list");
    let one = shopper.call("GET", "/v1/products/{id}", Some(product), None, 200).await;
    has(&one, PRODUCT, "a product");
    assert!(one.get("limitedQuantity").is_none(), "no limit is no field: {one}");
    has(&shopper.get("/v1/products/popular").await, "items period computedAt", "the popular ones");
    let line = shopper.post("/v1/carts/items", json!({"productId": product, "quantity": 1}), 200).await;
    has(&line, LINE, "a line");
    let id = line["id"].as_i64();
    let changed = shopper.call("PATCH", "/v1/carts/items/{id}", id, Some(json!({"quantity": 2})), 200).await;
    has(&changed, LINE, "the changed line");
    assert_eq!(changed["quantity"], 2, "is the line itself");
    let cart = shopper.get("/v1/carts").await;
    has(&cart, "items totalAmount itemCount", "the cart");
    assert_eq!((&cart["totalAmount"], &cart["itemCount"]), (&json!(20_000), &json!(1)), "it is added up");
}

/// Has the coupon issued and gives its id in the customer's hands.
async fn collect(shopper: &Shopper, coupon: i64) -> i64 {
    let coupons = shopper.get("/v1/coupons").await;
    has(&coupons["items"][0], COUPON, "a coupon that can be had");
    let owned = shopper.call("POST", "/v1/coupons/{id}/issue", Some(coupon), None, 201).await;
    has(&owned, OWNED, "a coupon that one has");
    assert!(owned.get("usedAt").is_none(), "unused is no field: {owned}");
    has(&shopper.get("/v1/coupons/my").await["items"][0], OWNED, "mine");
    owned["id"].as_i64().expect("an id")
}

#[tokio::test]
async fn a_whole_purchase_has_the_shapes_that_clients_rely_upon() {
    let site = Site::open().await;
    let product = site.scene.product(10_000, 10).await;
    let coupon = site.scene.coupon(rate(10)).await;
    let shopper = arrive(site).await;
    choose(&shopper, product).await;
    let mine = collect(&shopper, coupon).await;
    let quote = shopper.post("/v1/orders/quote", json!({"couponIds": [mine]}), 200).await;
    has(&quote, "items amount discountAmount totalAmount coupons choices", "a quote");
    assert_eq!(quote["totalAmount"], 18_000, "a tenth is off");
    let wish = json!({"shippingAddress": shipping_address(), "couponIds": [mine], "expectedTotal": 18_000});
    let order = shopper.post("/v1/orders", wish, 201).await;
    has(&order, &format!("{ORDER} expiresAt"), "an order");
    has(&order["items"][0], ITEM, "its item");
    has(&order["coupons"][0], "userCouponId name type discountAmount", "its coupon");
    has(&order["shippingAddress"], "recipientName phone zipCode address", "its address");
    assert!(order.get("payment").is_none() && order.get("paidAt").is_none(), "unpaid is no field: {order}");
    let id = order["id"].as_i64().expect("an id");
    let payment = json!({"orderId": id, "paymentMethod": "POINT", "amount": 18_000});
    let paid = shopper.post("/v1/payments", payment, 200).await;
    has(&paid, PAYMENT, "a payment");
    assert_eq!(paid["balance"], json!({"before": 100_000, "after": 82_000}), "before and after");
    let confirmed = shopper.call("GET", "/v1/orders/{id}", Some(id), None, 200).await;
    has(&confirmed, &format!("{ORDER} payment paidAt deliveryState"), "a paid order");
    has(&confirmed["payment"], "id orderId method amount state paidAt", "its payment");
    let orders = shopper.get("/v1/orders").await;
    assert_eq!(orders["items"][0]["id"], id, "it is in the list");
    let moved = shopper.get("/v1/points/history").await;
    has(&moved["items"][0], &format!("{MOVEMENT} orderId"), "a movement of points");
    assert_eq!(moved["items"][0]["type"], "PAYMENT", "the latest first");
    let cancelled = shopper.call("POST", "/v1/orders/{id}/cancel", Some(id), None, 200).await;
    assert_eq!(cancelled["state"], "REFUNDED", "paid and not shipped, it is refunded");
    let points = shopper.get("/v1/points").await;
    assert_eq!(points, json!({"availablePoint": 100_000, "usedPoint": 0}), "all points are back");
    assert_eq!(shopper.site.scene.level(product), 10, "and all stock");
}

#[tokio::test]
async fn a_line_that_is_set_to_zero_is_gone_without_a_word() {
    let site = Site::open().await;
    let me = site.customer(0).await;
    let product = site.scene.product(1_000, 10).await;
    let line = site.scene.put(me.principal, product, None, 1).await;
    let path = format!("/v1/carts/items/{line}");
    let answer = site.ask("PATCH", &path).json(&json!({"quantity": 0})).by(&me).send().await;
    assert_eq!((answer.status, &answer.body), (204, &Value::Null), "as the contract says");
    let cart = site.get("/v1/carts").by(&me).send().await.is(200, "the cart");
    assert_eq!(cart["items"], json!([]), "it is empty");
}
