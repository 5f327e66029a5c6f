//! A thousand customers at one door over HTTP: what is counted is counted exactly.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};
use shop_app::coupon::CouponDraft;
use tokio::sync::Barrier;

use crate::http::{Answer, Ask, Site};
use crate::scene::rate;
use crate::stage::shipping_address;

/// Sends all of them at once and counts the answers by status and code.
async fn all_at_once(asks: Vec<Ask>) -> BTreeMap<(u16, String), usize> {
    let barrier = Arc::new(Barrier::new(asks.len()));
    let send = |ask: Ask| {
        let barrier = Arc::clone(&barrier);
        tokio::spawn(async move {
            barrier.wait().await;
            ask.send().await
        })
    };
    let sent: Vec<_> = asks.into_iter().map(send).collect();
    let mut counts = BTreeMap::new();
    for sent in sent {
        let Answer { status, body, .. } = sent.await.expect("everybody is answered");
        let code = body["code"].as_str().unwrap_or_default().to_owned();
        *counts.entry((status, code)).or_default() += 1;
    }
    counts
}

fn expected(rows: &[(u16, &str, usize)]) -> BTreeMap<(u16, String), usize> {
    rows.iter().map(|(status, code, count)| ((*status, (*code).to_owned()), *count)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_coupons_for_a_thousand_customers() {
    let site = Site::open().await;
    let crowd = site.crowd(1_000, 1).await;
    let coupon = site.scene.coupon(CouponDraft { total_quantity: 100, ..rate(10) }).await;
    let path = format!("/v1/coupons/{coupon}/issue");
    let counts = all_at_once(crowd.iter().map(|user| site.post(&path, json!({})).by(user)).collect()).await;
    assert_eq!(counts, expected(&[(201, "", 100), (409, "COUPON_SOLD_OUT", 900)]), "exactly a hundred");
    let issued = site.scene.count(&format!("SELECT issued_quantity FROM coupon WHERE id = {coupon}"));
    let held = site.scene.count(&format!("SELECT count(DISTINCT user_id) FROM user_coupon WHERE coupon_id = {coupon}"));
    assert_eq!((issued, held), (100, 100), "a hundred users have one each");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_piece_for_three_hundred_customers() {
    let site = Site::open().await;
    let crowd = site.crowd(300, 10_000).await;
    let product = site.scene.product(10_000, 1).await;
    site.scene.put_all(crowd.iter().map(|user| (user.principal, product, None, 1)).collect()).await;
    let wish: Value = json!({"shippingAddress": shipping_address(), "couponIds": []});
    let ask = |user| site.post("/v1/orders", wish.clone()).by(user);
    let counts = all_at_once(crowd.iter().map(ask).collect()).await;
    assert_eq!(counts, expected(&[(201, "", 1), (400, "INSUFFICIENT_STOCK", 299)]), "one has it");
    assert_eq!(site.scene.level(product), 0, "and none is left");
    assert_eq!(site.scene.count("SELECT sum(sold_quantity) FROM stock"), 1, "and one is sold");
}
