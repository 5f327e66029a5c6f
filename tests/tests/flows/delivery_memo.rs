//! What a customer asks of the delivery: checked, kept, and shown to the customer, the admin and the merchant's system.

use shop_app::order::{get_order, get_order_for_admin, place_order};
use shop_contract::{ById, ErrorCode, PlaceOrder};

use crate::scene::{Scene, order, refused};

fn with(memo: &str) -> PlaceOrder {
    PlaceOrder { delivery_memo: Some(memo.to_owned()), ..order(&[]) }
}

#[tokio::test]
async fn a_memo_is_kept_as_it_was_written() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 100).await;
    let longest = "가".repeat(200);
    for (why, typed, kept) in [
        ("a sentence", " 문 앞에 놓아주세요 ", Some("문 앞에 놓아주세요")),
        ("nothing", "", None),
        ("spaces alone", "   ", None),
        ("a line separator becomes a space", "문 앞\u{2028}벨 금지", Some("문 앞 벨 금지")),
        ("the longest", longest.as_str(), Some(longest.as_str())),
    ] {
        scene.put(who, cup, None, 1).await;
        let placed = place_order(scene.call(who), with(typed)).await.expect("it is placed");
        assert_eq!(placed.delivery_memo.as_deref(), kept, "{why}: in the answer");
        let by_id = || ById { id: placed.id };
        let own = get_order(scene.call(who), by_id()).await.expect("the own order");
        assert_eq!(own.delivery_memo.as_deref(), kept, "{why}: to its customer");
        let detail = get_order_for_admin(scene.call(admin), by_id()).await.expect("it is there");
        assert_eq!(detail.order.order.delivery_memo.as_deref(), kept, "{why}: to the admin");
    }
    scene.put(who, cup, None, 1).await;
    let without = place_order(scene.call(who), order(&[])).await.expect("it is placed");
    assert_eq!(without.delivery_memo, None, "a memo is not needed");
}

#[tokio::test]
async fn what_is_no_memo_is_refused_and_nothing_is_ordered() {
    let scene = Scene::new();
    let who = scene.customer(100_000).await;
    scene.put(who, scene.product(1_000, 100).await, None, 1).await;
    for (why, typed) in
        [("too long", "가".repeat(201)), ("two lines", "문 앞\n벨 금지".into()), ("a bell", "\u{7}".into())]
    {
        let details = refused(place_order(scene.call(who), with(&typed)).await, ErrorCode::InvalidInput, why);
        assert_eq!(details["fields"][0]["field"], "deliveryMemo", "{why}: the field is named");
    }
    assert_eq!(scene.count("SELECT count(*) FROM \"order\""), 0, "nothing was ordered");
}
