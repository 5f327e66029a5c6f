//! Notices for customers that wait for what is sold out.

use shop_app::catalog::{
    delete_product, list_restock_notices, notify_restocked, request_restock_notice, withdraw_restock_notice,
};
use shop_app::runtime::{Audience, Principal};
use shop_app::stock::adjust_stock;
use shop_contract::*;

use crate::scene::{Scene, refused};

fn wish(product_id: i64, product_option_id: Option<i64>) -> RequestRestockNotice {
    RequestRestockNotice { product_id, product_option_id }
}

async fn listed(scene: &Scene, who: Principal) -> Vec<RestockNotice> {
    list_restock_notices(scene.call(who), ListPage::default()).await.expect("a list").items
}

async fn fill(scene: &Scene, id: i64, product_option_id: Option<i64>) {
    let (kind, reason) = (AdjustmentType::Increase, String::from("입고"));
    let change = AdjustStock { id, product_option_id, kind, quantity: 5, seen_quantity: None, reason };
    adjust_stock(scene.call(scene.admin().await), change).await.expect("units come in");
}

#[tokio::test]
async fn a_customer_is_told_once_when_it_is_in_stock_again() {
    let scene = Scene::new();
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    let id = scene.product(1_000, 0).await;
    let asked = request_restock_notice(scene.call(who), wish(id, None)).await.expect("it is sold out");
    assert_eq!((asked.product_id, asked.state, asked.notified_at), (id, RestockNoticeState::Waiting, None));
    let again = request_restock_notice(scene.call(who), wish(id, None)).await.expect("it waits already");
    assert_eq!(again.id, asked.id, "one request for one product");
    assert_eq!(notify_restocked(&scene.shop, 100).await.expect("the job runs"), 0, "nothing came in");
    fill(&scene, id, None).await;
    let mut heard = scene.shop.events().listen();
    assert_eq!(notify_restocked(&scene.shop, 100).await.expect("the job runs"), 1, "one waits");
    let notice = heard.try_recv().expect("it is told");
    let (product_name, product_name_en) = (String::from("머그컵"), None);
    let event = ShopEvent::Restock { notice_id: asked.id, product_id: id, product_name, product_name_en };
    assert_eq!((notice.audience, notice.event), (Audience::User(who.user_id), event), "to that customer alone");
    let seen = listed(&scene, who).await;
    assert_eq!((seen.len(), seen[0].state), (1, RestockNoticeState::Notified), "and stays in the account");
    assert!(seen[0].notified_at.is_some(), "with the instant");
    assert_eq!(notify_restocked(&scene.shop, 100).await.expect("the job runs"), 0, "once");
    assert_eq!(listed(&scene, other).await, [], "another customer has none");
}

#[tokio::test]
async fn what_can_be_bought_or_is_not_sold_is_not_waited_for() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let (full, empty) = (scene.product(1_000, 1).await, scene.product(1_000, 0).await);
    let (with_options, options) = scene.product_with_options(None, 0).await;
    let details =
        refused(request_restock_notice(scene.call(who), wish(full, None)).await, ErrorCode::Conflict, "in stock");
    assert_eq!(details["reason"], "IN_STOCK", "with the reason");
    for (wanted, why) in [
        (wish(999, None), "no such product"),
        (wish(with_options, None), "it is sold by its options"),
        (wish(empty, Some(options[0])), "another product's option"),
    ] {
        refused(request_restock_notice(scene.call(who), wanted).await, ErrorCode::ProductNotFound, why);
    }
    request_restock_notice(scene.call(who), wish(with_options, Some(options[0]))).await.expect("sold out");
    fill(&scene, with_options, Some(options[1])).await;
    assert_eq!(notify_restocked(&scene.shop, 100).await.expect("the job runs"), 0, "the other option came in");
    fill(&scene, with_options, Some(options[0])).await;
    assert_eq!(notify_restocked(&scene.shop, 100).await.expect("the job runs"), 1, "now it is that one");
    assert_eq!(listed(&scene, who).await[0].option_name.as_deref(), Some("빨강"), "by its name");
    delete_product(scene.call(scene.admin().await), ById { id: empty }).await.expect("it is there");
    refused(request_restock_notice(scene.call(who), wish(empty, None)).await, ErrorCode::ProductNotFound, "deleted");
}

#[tokio::test]
async fn a_request_is_withdrawn_by_its_customer_alone_and_with_leaving() {
    let scene = Scene::new();
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    let id = scene.product(1_000, 0).await;
    let asked = request_restock_notice(scene.call(who), wish(id, None)).await.expect("it is sold out").id;
    let others = withdraw_restock_notice(scene.call(other), ById { id: asked }).await;
    refused(others, ErrorCode::NotFound, "another customer's does not exist");
    withdraw_restock_notice(scene.call(who), ById { id: asked }).await.expect("it waits");
    let again = withdraw_restock_notice(scene.call(who), ById { id: asked }).await;
    refused(again, ErrorCode::NotFound, "it is gone");
    request_restock_notice(scene.call(who), wish(id, None)).await.expect("it can be asked for again");
    let name = "탈퇴한 고객";
    scene
        .write(move |w| Ok(shop_store::user::leave::erase(w.tx, who.user_id, name, "gone@gone.invalid", w.now)?))
        .await;
    fill(&scene, id, None).await;
    assert_eq!(
        notify_restocked(&scene.shop, 100).await.expect("the job runs"),
        0,
        "a customer that left hears nothing"
    );
}

#[tokio::test]
async fn a_hundred_can_be_waited_for() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    for _ in 0..100 {
        let id = scene.product(1_000, 0).await;
        request_restock_notice(scene.call(who), wish(id, None)).await.expect("it is sold out");
    }
    let id = scene.product(1_000, 0).await;
    let details =
        refused(request_restock_notice(scene.call(who), wish(id, None)).await, ErrorCode::InvalidInput, "too many");
    assert_eq!(details["fields"][0]["field"], "productId", "the field is named");
}
