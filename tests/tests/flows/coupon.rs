//! Coupons: first come first served, what is shown of them, how they are used in orders.

use chrono::TimeDelta;
use serde_json::json;
use shop_app::coupon::{CouponDraft, coupon_history, issue_coupon, list_coupons, make_coupon, my_coupons};
use shop_app::order::{cancel_order, place_order};
use shop_app::runtime::{Principal, WriteError};
use shop_contract::{ById, CouponOrder, Empty, ErrorCode, ListMyCoupons, UserCouponState};

use crate::scene::{Scene, item_rate, noon, order, rate, refused};

#[tokio::test]
async fn issuing_refuses_in_the_documented_order() {
    let scene = Scene::new();
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    let id = scene.coupon(CouponDraft { total_quantity: 1, ..rate(10) }).await;
    let issue = |who, id| issue_coupon(scene.call(who), ById { id });
    refused(issue(who, 999).await, ErrorCode::CouponNotFound, "there is no such coupon");
    let issued = issue(who, id).await.expect("one is left");
    assert_eq!((issued.coupon_id, issued.state), (id, UserCouponState::Available), "it is in the customer's hands");
    refused(issue(who, id).await, ErrorCode::CouponAlreadyIssued, "having one comes before there being none");
    refused(issue(other, id).await, ErrorCode::CouponSoldOut, "none is left");
    scene.clock.set(noon() + TimeDelta::days(30));
    refused(issue(who, id).await, ErrorCode::CouponNotFound, "its end comes before all of that");
}

#[tokio::test]
async fn a_coupon_is_issued_up_to_the_very_instant_of_its_end() {
    let scene = Scene::new();
    let (who, late) = (scene.customer(0).await, scene.customer(0).await);
    let id = scene.coupon(CouponDraft { begin_date: noon() + TimeDelta::days(1), ..rate(10) }).await;
    scene.clock.set(noon() + TimeDelta::days(30) - TimeDelta::milliseconds(1));
    issue_coupon(scene.call(who), ById { id }).await.expect("the last millisecond counts");
    scene.clock.advance(TimeDelta::milliseconds(1));
    refused(issue_coupon(scene.call(late), ById { id }).await, ErrorCode::CouponNotFound, "the end itself is too late");
}

#[tokio::test]
async fn a_rush_gets_exactly_what_there_is() {
    let scene = Scene::new();
    let id = scene.coupon(CouponDraft { total_quantity: 10, ..rate(10) }).await;
    let mut crowd = Vec::new();
    for _ in 0..40 {
        let who = scene.customer(0).await;
        crowd.push(tokio::spawn(issue_coupon(scene.call(who), ById { id })));
    }
    let mut won = 0;
    for customer in crowd {
        match customer.await.expect("nobody panics") {
            Ok(_) => won += 1,
            refusal => drop(refused(refusal, ErrorCode::CouponSoldOut, "the others come too late")),
        }
    }
    assert_eq!(won, 10, "as many as there were, no more and no fewer");
}

#[tokio::test]
async fn a_repeated_issue_gives_the_first_answer() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let (first_id, second_id) = (scene.coupon(rate(10)).await, scene.coupon(rate(20)).await);
    let issue = |id| issue_coupon(scene.call_with_key(who, "k"), ById { id });
    let first = issue(first_id).await.expect("it is issued");
    let again = issue(first_id).await.expect("not COUPON_ALREADY_ISSUED, but the first answer");
    assert_eq!(json!(first), json!(again), "the first answer again");
    refused(issue(second_id).await, ErrorCode::IdempotencyKeyReused, "another request needs another key");
}

#[tokio::test]
async fn the_list_holds_what_can_be_had_now() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let mine = scene.coupon(CouponDraft { total_quantity: 5, ..rate(10) }).await;
    scene.coupon(CouponDraft { total_quantity: 0, ..rate(20) }).await;
    scene.coupon(CouponDraft { end_date: noon(), begin_date: noon() - TimeDelta::days(9), ..rate(30) }).await;
    issue_coupon(scene.call(who), ById { id: mine }).await.expect("it is issued");
    let list = list_coupons(scene.call(who), Empty {}).await.expect("a list").items;
    assert_eq!(list.len(), 1, "neither what is gone nor what has ended");
    let shown = &list[0];
    assert_eq!(
        (shown.id, shown.owned, shown.remaining_quantity),
        (mine, true, 4),
        "with what is left, and that I have it"
    );
}

#[tokio::test]
async fn what_has_run_out_is_shown_so_before_any_job_marks_it() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    scene.own(who, CouponDraft { end_date: noon() + TimeDelta::hours(1), ..rate(10) }).await;
    scene.own(who, rate(20)).await;
    let states = |state| my_coupons(scene.call(who), ListMyCoupons { state, ..ListMyCoupons::default() });
    assert_eq!(states(Some(UserCouponState::Available)).await.expect("a page").items.len(), 2, "both can be used");
    scene.advance_minutes(60);
    assert_eq!(states(None).await.expect("a page").items.len(), 2, "both are still mine");
    let expired = states(Some(UserCouponState::Expired)).await.expect("a page").items;
    assert_eq!(expired.len(), 1, "one has run out at its very end");
    let history = coupon_history(scene.call(who), ListMyCoupons::default()).await.expect("a page").items;
    assert_eq!(history[0].id, expired[0].id, "and is history");
}

#[tokio::test]
async fn a_used_coupon_names_its_order_and_what_it_took_off() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let product = scene.product(10_000, 10).await;
    let (mine, spare) = (scene.own(who, rate(10)).await, scene.own(who, rate(20)).await);
    scene.put(who, product, None, 1).await;
    let placed = place_order(scene.call(who), order(&[mine])).await.expect("it is placed");
    let list = async || my_coupons(scene.call(who), ListMyCoupons::default()).await.expect("a list").items;
    let held = list().await;
    let used_for = |id| held.iter().find(|coupon| coupon.id == id).expect("it is held").used_for.clone();
    let expected = CouponOrder { order_id: placed.id, order_number: placed.order_number, discount_amount: 1_000 };
    assert_eq!((used_for(mine), used_for(spare)), (Some(expected), None), "the one that was used");
    cancel_order(scene.call(who), ById { id: placed.id }).await.expect("it is cancelled");
    assert!(list().await.iter().all(|coupon| coupon.used_for.is_none()), "it came back");
    scene.put(who, product, None, 1).await;
    let again = place_order(scene.call(who), order(&[mine])).await.expect("it is placed again");
    let used_for: Vec<_> = list().await.into_iter().filter_map(|coupon| coupon.used_for).collect();
    assert_eq!(used_for[0].order_id, again.id, "the order that stands, not the cancelled one");
}

#[tokio::test]
async fn a_list_of_coupons_pages() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    for percent in [10, 20, 30] {
        scene.own(who, rate(percent)).await;
    }
    let page = |cursor| my_coupons(scene.call(who), ListMyCoupons { state: None, cursor, limit: Some(2) });
    let first = page(None).await.expect("a page");
    let second = page(first.next_cursor.clone()).await.expect("the next");
    assert_eq!((first.items.len(), second.items.len(), second.next_cursor), (2, 1, None), "two and one");
    assert!(first.items[1].id > second.items[0].id, "latest first, none twice");
}

#[tokio::test]
async fn every_reason_against_a_coupon_is_told() {
    let scene = Scene::new();
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    let (cup, lamp) = (scene.product(1_000, 10).await, scene.product(50, 10).await);
    scene.put(who, cup, None, 1).await;
    let carts = [scene.own(who, rate(1)).await, scene.own(who, rate(2)).await, scene.own(who, rate(3)).await];
    let items = [scene.own(who, item_rate(10, &[cup])).await, scene.own(who, item_rate(20, &[cup])).await];
    let foreign = scene.own(other, rate(10)).await;
    let begins = scene.own(who, CouponDraft { begin_date: noon() + TimeDelta::milliseconds(1), ..rate(10) }).await;
    let dear = scene.own(who, CouponDraft { min_order_amount: 1_001, ..rate(10) }).await;
    let elsewhere = scene.own(who, item_rate(10, &[lamp])).await;
    let (used, over) = (scene.own(who, rate(4)).await, scene.own(who, rate(5)).await);
    scene.sql(&format!("UPDATE user_coupon SET state = 'DELETED' WHERE id = {used}"));
    scene.sql(&format!("UPDATE user_coupon SET expires_at = '2026-03-10T03:00:00.000Z' WHERE id = {over}"));
    for (coupons, named, reason) in [
        (vec![foreign], foreign, "NOT_OWNED"),
        (vec![999_999], 999_999, "NOT_OWNED"),
        (vec![used], used, "NOT_AVAILABLE"),
        (vec![over], over, "EXPIRED"),
        (vec![begins], begins, "NOT_STARTED"),
        (vec![dear], dear, "MIN_ORDER_AMOUNT"),
        (vec![carts[0], carts[0]], carts[0], "DUPLICATE"),
        (vec![carts[0], carts[1], carts[2]], carts[2], "LIMIT_EXCEEDED"),
        (vec![items[0], items[1]], items[1], "LIMIT_EXCEEDED"),
        (vec![elsewhere], elsewhere, "NOT_APPLICABLE"),
    ] {
        let details = refused(scene.place(who, &coupons).await, ErrorCode::InvalidCoupon, reason);
        assert_eq!(details, json!({"userCouponId": named, "reason": reason}), "{coupons:?}");
    }
    assert_eq!(scene.level(cup), 10, "a refused order takes no stock");
    scene.place(who, &[items[0], carts[0], carts[1]]).await.expect("one for the item and two for the cart are allowed");
}

#[tokio::test]
async fn a_coupon_that_takes_nothing_off_is_refused_and_kept() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let sticker = scene.product(99, 1).await;
    scene.put(who, sticker, None, 1).await;
    let coupon = scene.own(who, rate(1)).await;
    let details = refused(scene.place(who, &[coupon]).await, ErrorCode::InvalidCoupon, "1 % of 99 is 0");
    assert_eq!(details["reason"], "NOT_APPLICABLE", "it would take nothing off");
    let kept = my_coupons(scene.call(who), ListMyCoupons::default()).await.expect("a page").items;
    assert_eq!(kept[0].state, UserCouponState::Available, "and is not used up");
}

#[tokio::test]
async fn discounts_add_up_to_the_won() {
    let scene = Scene::new();
    for (prices, total) in [(&[3_333, 3_333, 3_334][..], 1_000), (&[1_005, 1_005, 1_005, 1_005], 402)] {
        let who = scene.customer(0).await;
        for price in prices {
            let product = scene.product(*price, 1).await;
            scene.put(who, product, None, 1).await;
        }
        let coupon = scene.own(who, rate(10)).await;
        let order = scene.place(who, &[coupon]).await.expect("it is placed");
        assert_eq!(order.discount_amount, total, "10 % of {prices:?}");
        let lines: i64 = order.items.iter().map(|item| item.discount_amount).sum();
        assert_eq!(lines, total, "the lines' shares are the whole");
    }
}

#[tokio::test]
async fn an_order_keeps_its_coupon_as_it_was() {
    let scene = Scene::new();
    let who = scene.customer(100_000).await;
    let cup = scene.product(10_000, 5).await;
    scene.put(who, cup, None, 1).await;
    let coupon = scene.own(who, rate(10)).await;
    let order = scene.place(who, &[coupon]).await.expect("it is placed");
    scene.sql(
        "UPDATE coupon SET name = 'x', discount_rate = 90, state = 'DELETED', end_date = '2026-03-10T03:00:01.000Z'",
    );
    scene.pay(who, &order).await.expect("what was agreed is paid");
    let kept = scene.order(who, order.id).await;
    assert_eq!((kept.coupons[0].name.as_str(), kept.discount_amount), ("10% 할인", 1_000), "name and amount stay");
}

#[tokio::test]
async fn a_draft_is_checked_field_by_field() {
    let scene = Scene::new();
    let cup = scene.product(1_000, 1).await;
    for (field, draft) in [
        ("name", CouponDraft { name: String::from(" "), ..rate(10) }),
        ("discountRate", CouponDraft { discount_price: Some(1), ..rate(10) }),
        ("discountRate", rate(101)),
        ("maxDiscountPrice", CouponDraft { max_discount_price: Some(0), ..rate(10) }),
        ("minOrderAmount", CouponDraft { min_order_amount: -1, ..rate(10) }),
        ("totalQuantity", CouponDraft { total_quantity: -1, ..rate(10) }),
        ("endDate", CouponDraft { end_date: noon() - TimeDelta::days(1), ..rate(10) }),
        ("productIds", item_rate(10, &[])),
        ("productIds", CouponDraft { product_ids: vec![cup], ..rate(10) }),
    ] {
        match make_coupon(&scene.shop, draft).await {
            Err(WriteError::Refused(error)) => {
                let details = error.sent_details().expect("details name the field");
                assert_eq!(details["fields"][0]["field"], field, "the bad field is named");
            }
            other => panic!("{field} is bad, and yet: {other:?}"),
        }
    }
    match make_coupon(&scene.shop, item_rate(10, &[999])).await {
        Err(WriteError::Refused(error)) => assert_eq!(error.code, ErrorCode::ProductNotFound, "a reference is proven"),
        other => panic!("there is no product 999, and yet: {other:?}"),
    }
}

#[tokio::test]
async fn two_orders_cannot_use_one_coupon() {
    let scene = Scene::new();
    let who: Principal = scene.customer(0).await;
    let cup = scene.product(10_000, 5).await;
    let coupon = scene.own(who, rate(10)).await;
    scene.put(who, cup, None, 1).await;
    scene.place(who, &[coupon]).await.expect("the first order uses it");
    scene.put(who, cup, None, 1).await;
    let details = refused(scene.place(who, &[coupon]).await, ErrorCode::InvalidCoupon, "an unpaid order holds it");
    assert_eq!(details["reason"], "NOT_AVAILABLE", "it is used");
}
