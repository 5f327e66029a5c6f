//! Scripts, markup, SQL and formulas in every free text are shown as text in the real window, in both areas, and nothing of them is
//! executed. Chromium looks at the same texts over HTTP (`ui/e2e/payloads.spec.ts`, `ui/e2e/admin-payloads.spec.ts`).

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use shop_tests::window::ShopWindow;

use crate::shop;
use crate::shopper::become_the_admin;

const PAYLOADS: [&str; 6] = [
    r#"<img src=x onerror="window.executed=1">"#,
    "<script>window.executed=1</script>",
    r#""><svg onload="window.executed=1">"#,
    "javascript:window.executed=1//{{1+1}}",
    r#"'); DROP TABLE user;-- " OR 1=1"#,
    "=cmd|' /C calc'!A0",
];
const ADMIN_ROUTES: [&str; 12] = [
    "/admin/dashboard",
    "/admin/orders",
    "/admin/products",
    "/admin/products/import",
    "/admin/coupons",
    "/admin/customers",
    "/admin/statistics",
    "/admin/statistics?view=popular",
    "/admin/audit-log",
    "/admin/system?part=outbox",
    "/admin/settings",
    "/admin/sale-room",
];
const ROUTES: [&str; 8] = ["/", "/products", "/coupons", "/cart", "/orders", "/points", "/me", "/me/addresses"];
const PASSWORD: &str = "a good password";

/// What carries a payload, by its id.
struct Planted {
    product: i64,
    order: i64,
    customer: i64,
}

#[tokio::test]
async fn nothing_that_is_typed_is_executed() -> Result<()> {
    let data = shop::demo_of("payloads", 1, 20)?;
    let window = ShopWindow::open(&data).await?;
    become_the_admin(&window).await?;
    let mut planted = Vec::new();
    for (place, payload) in PAYLOADS.iter().enumerate() {
        planted.push(plant(&window, place, payload).await.with_context(|| format!("{payload} is planted"))?);
    }
    enter(&window, "admin@demo.jangteo", "jangteo-demo-1").await?;
    for route in ADMIN_ROUTES {
        is_still(&window, route).await?;
    }
    for (payload, Planted { product, order, customer }) in PAYLOADS.iter().zip(&planted) {
        for route in [
            format!("/admin/orders/{order}"),
            format!("/admin/products/{product}"),
            format!("/admin/customers/{customer}"),
        ] {
            is_still(&window, &route).await?;
            window
                .find_with_text("main", payload)
                .await
                .with_context(|| format!("{route} shows it as it was written"))?;
        }
        is_still(&window, &format!("/admin/products/{product}/movements")).await?;
    }
    for (place, (payload, Planted { product, order, .. })) in PAYLOADS.iter().zip(&planted).enumerate() {
        enter(&window, &email(place), PASSWORD).await?;
        for route in ROUTES {
            is_still(&window, route).await?;
        }
        for route in [format!("/products/{product}"), format!("/orders/{order}"), format!("/orders/{order}/receipt")] {
            is_still(&window, &route).await?;
            window
                .find_with_text("main", payload)
                .await
                .with_context(|| format!("{route} shows it as it was written"))?;
        }
    }
    window.close().await?;
    shop::ensure_verified(&data)
}

/// Opens a page and asserts that nothing of it was executed.
async fn is_still(window: &ShopWindow, route: &str) -> Result<()> {
    window.go(route).await?;
    window.find("main h1").await?;
    window.rest().await?;
    let executed = window.run("return 'executed' in window", Vec::new()).await?;
    ensure!(executed == false, "something was executed on {route}");
    Ok(())
}

/// Invokes a command as the page does.
async fn invoke(window: &ShopWindow, command: &str, request: Value) -> Result<Value> {
    let script = "return window.__TAURI_INTERNALS__.invoke(arguments[0], { request: arguments[1], lang: 'ko' })
        .then((answer) => ({ answer }), (error) => ({ error }))";
    let told = window.run(script, vec![json!(command), request]).await?;
    ensure!(told.get("error").is_none(), "{command}: {told}");
    Ok(told["answer"].clone())
}

/// Signs in below the page, and loads it anew.
async fn enter(window: &ShopWindow, email: &str, password: &str) -> Result<()> {
    invoke(window, "login", json!({"email": email, "password": password})).await?;
    window.reload().await
}

fn email(place: usize) -> String {
    format!("enemy-{place}@example.com")
}

/// Writes the payload wherever an admin or a customer can write.
async fn plant(window: &ShopWindow, place: usize, payload: &str) -> Result<Planted> {
    let id = |answer: &Value| answer["id"].as_i64().with_context(|| format!("an id: {answer}"));
    let owner = json!({"email": "admin@demo.jangteo", "password": "jangteo-demo-1"});
    invoke(window, "login", owner.clone()).await?;
    let product = json!({"name": payload, "description": payload, "category": payload, "price": 1_000, "stock": 50});
    let product = id(&invoke(window, "create_product", product).await?)?;
    let change = json!({"id": product, "type": "INCREASE", "quantity": 1, "reason": payload});
    invoke(window, "adjust_stock", change).await?;
    let terms = json!({"name": payload, "type": "CART", "discountRate": 10, "totalQuantity": 9,
                       "beginDate": "2020-01-01T00:00:00Z", "endDate": "2999-01-01T00:00:00Z"});
    invoke(window, "create_coupon", terms).await?;

    let newcomer = json!({"email": email(place), "password": PASSWORD, "name": payload});
    let customer = id(&invoke(window, "register", newcomer).await?)?;
    invoke(window, "login", json!({"email": email(place), "password": PASSWORD})).await?;
    invoke(window, "charge_points", json!({"amount": 10_000})).await?;
    let line = id(&invoke(window, "add_cart_item", json!({"productId": product, "quantity": 1})).await?)?;
    let address = json!({"recipientName": payload, "phone": "010-1234-5678", "zipCode": "04524", "address": payload,
                         "detailAddress": payload});
    let order = json!({"shippingAddress": address, "couponIds": [], "cartItemIds": [line]});
    let order = invoke(window, "place_order", order).await?;
    let payment = json!({"orderId": order["id"], "paymentMethod": "POINT", "amount": order["totalAmount"]});
    invoke(window, "pay_order", payment).await?;
    let order = id(&order)?;

    invoke(window, "login", owner).await?;
    invoke(window, "add_order_note", json!({"id": order, "body": payload})).await?;
    invoke(window, "add_user_note", json!({"id": customer, "body": payload})).await?;
    invoke(window, "adjust_points", json!({"id": customer, "amount": 10, "reason": payload})).await?;
    Ok(Planted { product, order, customer })
}
