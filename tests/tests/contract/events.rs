//! Server-sent events: what is mine and what is everybody's, live; nothing of anybody else's; no longer than the session.

use serde_json::{Value, json};
use shop_contract::ErrorCode;

use crate::http::{Said, Site, TestUser};
use crate::scene::rate;
use crate::stage::shipping_address;

/// Orders one unit over HTTP and gives the order.
async fn order(site: &Site, user: &TestUser, product: i64) -> Value {
    let wanted = json!({"productId": product, "quantity": 1});
    site.post("/v1/carts/items", wanted).by(user).send().await.is(200, "into the cart");
    let wish = json!({"shippingAddress": shipping_address(), "couponIds": []});
    site.post("/v1/orders", wish).by(user).send().await.is(201, "ordered")
}

async fn pay(site: &Site, user: &TestUser, order: &Value) {
    let payment = json!({"orderId": order["id"], "paymentMethod": "POINT", "amount": order["totalAmount"]});
    site.post("/v1/payments", payment).by(user).send().await.is(200, "paid");
}

/// Marks the end of what a test wants to hear: everybody hears of a coupon that is issued.
async fn mark(site: &Site, user: &TestUser) -> i64 {
    let coupon = site.scene.coupon(rate(10)).await;
    site.post(&format!("/v1/coupons/{coupon}/issue"), json!({})).by(user).send().await.is(201, "issued");
    coupon
}

fn is_mark(coupon: i64) -> impl Fn(&str, &Value) -> bool {
    move |name, data| name == "coupon" && data["couponId"] == coupon
}

#[tokio::test]
async fn everybody_hears_of_the_stock_and_nobody_of_another_s_order() {
    let site = Site::open().await;
    let (me, other) = (site.customer(10_000).await, site.customer(0).await);
    let product = site.scene.product(1_000, 10).await;
    let (mut mine, mut theirs) = (site.feed(&me, "").await, site.feed(&other, "").await);
    let placed = order(&site, &me, product).await;
    pay(&site, &me, &placed).await;
    let coupon = mark(&site, &me).await;
    let mine = mine.until(is_mark(coupon)).await;
    let theirs = theirs.until(is_mark(coupon)).await;
    let told = |name: &str, data: Value| (name.to_owned(), data);
    for event in [
        told("cart", json!({"type": "cart"})),
        told("stock", json!({"type": "stock", "productId": product, "availableQuantity": 9})),
        told("order", json!({"type": "order", "orderId": placed["id"], "state": "NORMAL"})),
        told("order", json!({"type": "order", "orderId": placed["id"], "state": "CONFIRMED"})),
        told("points", json!({"type": "points", "availablePoint": 9_000})),
    ] {
        assert!(mine.contains(&event), "I hear {event:?}: {mine:?}");
        assert_eq!(theirs.contains(&event), event.0 == "stock", "another hears {event:?} only if it is of stock");
    }
    let names: Vec<&str> = theirs.iter().map(|(name, _)| name.as_str()).collect();
    assert!(names.iter().all(|name| ["stock", "coupon"].contains(name)), "nothing of mine: {theirs:?}");
}

#[tokio::test]
async fn admins_hear_of_everybody_s_orders_and_alone_of_alerts() {
    let site = Site::open().await;
    let (me, other, admin) = (site.customer(10_000).await, site.customer(0).await, site.admin().await);
    let product = site.scene.product(1_000, 1).await;
    let mut feeds = [site.feed(&me, "").await, site.feed(&other, "").await, site.feed(&admin, "").await];
    let placed = order(&site, &me, product).await;
    pay(&site, &me, &placed).await;
    let path = |act: &str| format!("/v1/admin/orders/{}/{act}", placed["id"]);
    site.post(&path("ship"), json!({})).by(&admin).send().await.is(200, "it is sent");
    site.post(&path("refund"), json!({"reason": "파손"})).by(&admin).send().await.is(200, "it is paid back");
    shop_app::alert::look_out(&site.scene.shop).await.expect("the shop looks around");
    let coupon = mark(&site, &other).await;
    let mut heard = Vec::new();
    for feed in &mut feeds {
        heard.push(feed.until(is_mark(coupon)).await);
    }
    let of_order = |more: Value| {
        let mut event = json!({"type": "order", "orderId": placed["id"]});
        event.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
        ("order".to_owned(), event)
    };
    for step in [
        of_order(json!({"state": "NORMAL"})),
        of_order(json!({"state": "CONFIRMED"})),
        of_order(json!({"state": "CONFIRMED", "deliveryState": "SHIPPED", "deliveryMethod": "DELIVERY"})),
        of_order(json!({"state": "REFUNDED"})),
    ] {
        let times: Vec<usize> =
            heard.iter().map(|events| events.iter().filter(|event| **event == step).count()).collect();
        assert_eq!(times, [1, 0, 1], "its owner and the admin hear {step:?} once, nobody else does");
    }
    let alert = json!({"type": "alert", "kind": "LOW_STOCK", "count": 1, "arisen": 1, "name": "머그컵"});
    let told: Vec<usize> = heard
        .iter()
        .map(|events| events.iter().filter(|(name, data)| name == "alert" && *data == alert).count())
        .collect();
    assert_eq!(told, [0, 0, 1], "no customer is told what the shop is short of: {heard:?}");
    let personal =
        |events: &[(String, Value)]| events.iter().any(|(name, _)| ["points", "cart"].contains(&name.as_str()));
    assert!(!personal(&heard[2]), "cart and points stay their owner's: {:?}", heard[2]);
}

#[tokio::test]
async fn a_stream_is_narrowed_to_what_is_looked_at() {
    let site = Site::open().await;
    let me = site.customer(10_000).await;
    let (seen, unseen) = (site.scene.product(1_000, 10).await, site.scene.product(1_000, 10).await);
    let mut feed = site.feed(&me, &format!("?productIds={seen}")).await;
    order(&site, &me, unseen).await;
    order(&site, &me, seen).await;
    let coupon = mark(&site, &me).await;
    let heard = feed.until(is_mark(coupon)).await;
    let of = |id: i64| heard.iter().any(|(name, data)| name == "stock" && data["productId"] == id);
    assert!(of(seen) && !of(unseen), "only of that product: {heard:?}");
    assert!(heard.iter().any(|(name, _)| name == "order"), "what is mine is heard all the same: {heard:?}");
    let many: Vec<String> = (1..=101).map(|id| id.to_string()).collect();
    for query in ["?productIds=", "?productIds=a", "?productIds=1,,2", "?productIds=-1", "?other=1", "?productIds=1.5"]
    {
        let answer = site.get(&format!("/v1/events{query}")).by(&me).send().await;
        answer.refused(ErrorCode::InvalidInput, query);
    }
    let answer = site.get(&format!("/v1/events?productIds={}", many.join(","))).by(&me).send().await;
    answer.refused(ErrorCode::InvalidInput, "more than a hundred");
    site.get("/v1/events").send().await.refused(ErrorCode::Unauthorized, "nobody hears anything");
}

#[tokio::test]
async fn a_silent_stream_says_that_it_is_there() {
    let site = Site::open().await;
    let mut feed = site.feed(&site.customer(0).await, "").await;
    assert_eq!(feed.next().await, Said::Beat, "within thirty seconds");
}

#[tokio::test]
async fn a_stream_ends_with_its_session() {
    let mut site = Site::open().await;
    let me = site.customer(10_000).await;
    let product = site.scene.product(1_000, 10).await;
    let elsewhere = site.elsewhere(&me).await;
    let (mut ended, mut kept) = (site.feed(&elsewhere, "").await, site.feed(&me, "").await);
    let path = format!("/v1/me/sessions/{}", elsewhere.principal.session_id);
    site.ask("DELETE", &path).by(&me).send().await.is(204, "the other device is signed out");
    order(&site, &me, product).await;
    let heard = ended.until(|_, _| false).await;
    assert_eq!(heard, [], "it hears nothing more, and ends");
    kept.event("order").await;
    site.stop().await;
    kept.until(|_, _| false).await;
    assert_eq!(kept.next().await, Said::End, "with the server all end");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_listen_holds_up_nobody() {
    let site = Site::open().await;
    let me = site.customer(10_000_000).await;
    let product = site.scene.product(1_000, 100_000).await;
    let mut deaf = site.feed(&me, "").await;
    for _ in 0..100 {
        order(&site, &me, product).await;
    }
    let ids: Vec<i64> = vec![product; 60];
    for _ in ids {
        let crowd =
            (0..50).map(|amount| site.post("/v1/points/charge", json!({"amount": 1_000 + amount})).by(&me).send());
        let asks: Vec<_> = crowd.map(tokio::spawn).collect();
        for ask in asks {
            ask.await.expect("it is answered").is(200, "others are served");
        }
    }
    let mut listening = site.feed(&me, "").await;
    let coupon = mark(&site, &me).await;
    listening.until(is_mark(coupon)).await;
    let late = deaf.until(is_mark(coupon)).await;
    let told_all = late.iter().filter(|(name, _)| name == "points").count() == 3_000;
    let was_told = late.iter().any(|(name, _)| name == "missed");
    assert!(told_all || was_told, "who comes back hears all, or that something was missed: {} events", late.len());
}
