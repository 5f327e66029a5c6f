//! Points: charging, the ledger, idempotency.

use serde_json::json;
use shop_app::point::{charge_points, list_point_transactions};
use shop_contract::{ChargePoints, ErrorCode, ListPointTransactions, PointTransactionType, ShopEvent};

use crate::scene::{self, Scene, refused};

#[tokio::test]
async fn a_charge_is_a_thousand_to_ten_million_won() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    for (amount, fits) in [
        (i64::MIN, false),
        (-1, false),
        (0, false),
        (999, false),
        (1_000, true),
        (10_000_000, true),
        (10_000_001, false),
        (i64::MAX, false),
    ] {
        let charged = charge_points(scene.call(who), ChargePoints::of(amount)).await;
        match fits {
            true => assert_eq!(scene::charged(charged).expect("it fits").amount, amount, "{amount} is charged"),
            false => {
                let details = refused(charged, ErrorCode::InvalidInput, "it does not fit");
                assert_eq!(details["fields"][0]["field"], "amount", "the field is named for {amount}");
            }
        }
    }
    assert_eq!(scene.points(who), 10_001_000, "just what fitted was charged");
}

#[tokio::test]
async fn a_repeated_charge_is_made_once() {
    let scene = Scene::new();
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    let charge = |who, amount| charge_points(scene.call_with_key(who, "key-1"), ChargePoints::of(amount));
    let first = charge(who, 5_000).await.expect("the first is made");
    let again = charge(who, 5_000).await.expect("the repetition is answered");
    assert_eq!(json!(first), json!(again), "the same key and request give the first answer");
    refused(charge(who, 6_000).await, ErrorCode::IdempotencyKeyReused, "the key stands for another request");
    charge(other, 6_000).await.expect("another customer's key is another key");
    assert_eq!((scene.points(who), scene.points(other)), (5_000, 6_000), "each was charged once");
}

#[tokio::test]
async fn the_ledger_pages_latest_first_and_by_kind() {
    let scene = Scene::new();
    let who = scene.customer(1_000).await;
    for amount in [2_000, 3_000] {
        charge_points(scene.call(who), ChargePoints::of(amount)).await.expect("it is charged");
    }
    let page =
        |cursor, kind| list_point_transactions(scene.call(who), ListPointTransactions { kind, cursor, limit: Some(2) });
    let first = page(None, None).await.expect("a page");
    let amounts: Vec<i64> = first.items.iter().map(|row| row.amount).collect();
    assert_eq!(amounts, [3_000, 2_000], "latest first");
    assert_eq!((first.items[0].balance_before, first.items[0].balance_after), (3_000, 6_000), "before and after");
    let second = page(first.next_cursor.clone(), None).await.expect("the next page");
    assert_eq!((second.items.len(), second.next_cursor), (1, None), "the last page has one row and no cursor");
    let refunds = page(None, Some(PointTransactionType::Refund)).await.expect("a page");
    assert!(refunds.items.is_empty(), "nothing was refunded");
    let foreign = page(first.next_cursor, Some(PointTransactionType::Charge)).await;
    refused(foreign, ErrorCode::InvalidInput, "a cursor belongs to its list");
}

#[tokio::test]
async fn points_are_their_owners_and_a_charge_is_told_to_nobody_else() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let mut events = scene.shop.events().listen();
    charge_points(scene.call(who), ChargePoints::of(1_000)).await.expect("it is charged");
    let notice = events.try_recv().expect("the charge is told");
    assert_eq!(notice.event, ShopEvent::Points { available_point: 1_000 }, "with what there is now");
    assert_eq!(notice.audience, shop_app::runtime::Audience::User(who.user_id), "to its owner alone");
}
