//! One coupon by itself, and who has taken it.

use shop_app::coupon::{get_coupon_for_admin, issue_coupon, list_coupon_holders};
use shop_app::runtime::Principal;
use shop_contract::{ById, CouponHolder, ErrorCode, ListCouponHolders, UserCouponState as State};

use crate::scene::{Scene, noon, rate, refused};

async fn holders(scene: &Scene, admin: Principal, id: i64, state: Option<State>) -> Vec<CouponHolder> {
    let (mut found, mut request) = (Vec::new(), ListCouponHolders { id, state, limit: Some(2), ..Default::default() });
    loop {
        let page = list_coupon_holders(scene.call(admin), request.clone()).await.expect("they are listed");
        found.extend(page.items);
        request.cursor = page.next_cursor;
        if request.cursor.is_none() {
            return found;
        }
    }
}

#[tokio::test]
async fn who_has_a_coupon_is_told_with_the_order_that_used_it() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (coupon, other) = (scene.coupon(rate(10)).await, scene.coupon(rate(20)).await);
    let cup = scene.product(1_000, 99).await;
    let mut users = Vec::new();
    for _ in 0..5 {
        let who = scene.customer(100_000).await;
        let held = issue_coupon(scene.call(who), ById { id: coupon }).await.expect("it can be had").id;
        issue_coupon(scene.call(who), ById { id: other }).await.expect("and another");
        users.push((who, held));
    }
    let use_it = async |(who, held): (Principal, i64)| {
        scene.put(who, cup, None, 1).await;
        scene.place(who, &[held]).await.expect("it is placed")
    };
    scene.advance_minutes(60);
    let given_back = use_it(users[1]).await;
    scene.cancel(users[1].0, &given_back).await.expect("it is given up");
    scene.advance_minutes(60);
    let (again, once) = (use_it(users[1]).await, use_it(users[3]).await);
    let all = holders(&scene, admin, coupon, None).await;
    let expected: Vec<_> = users.iter().rev().map(|(who, _)| who.user_id).collect();
    assert_eq!(all.iter().map(|one| one.user_id).collect::<Vec<_>>(), expected, "the latest first, each once");
    let used = holders(&scene, admin, coupon, Some(State::Used)).await;
    let orders: Vec<_> = used.iter().map(|one| (one.order_id, one.order_number.clone())).collect();
    let numbers = [once, again].map(|order| (Some(order.id), Some(order.order_number)));
    assert_eq!(orders, numbers, "the order that stands, not the one that was given up");
    assert!(used.iter().all(|one| one.used_at == Some(noon() + chrono::TimeDelta::minutes(120))), "and when");
    assert_eq!((used[0].name.as_str(), used[0].issued_at), ("김손님", noon()), "who, and since when");
    let available = holders(&scene, admin, coupon, Some(State::Available)).await;
    assert!(available.len() == 3 && available.iter().all(|one| one.order_id.is_none()), "three have it still");
    scene.advance_minutes(31 * 24 * 60);
    assert_eq!(holders(&scene, admin, coupon, Some(State::Available)).await, [], "until its end");
    let expired = holders(&scene, admin, coupon, Some(State::Expired)).await;
    assert!(expired.len() == 3 && expired.iter().all(|one| one.state == State::Expired), "marked so or not");
}

#[tokio::test]
async fn a_coupon_is_there_by_its_id() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let coupon = scene.coupon(rate(10)).await;
    issue_coupon(scene.call(who), ById { id: coupon }).await.expect("it can be had");
    let one = |call, id| get_coupon_for_admin(call, ById { id });
    let found = one(scene.call(admin), coupon).await.expect("it is there");
    assert_eq!((found.coupon.id, found.coupon.issued_quantity, found.used_quantity), (coupon, 1, 0), "with its counts");
    scene.sql("UPDATE coupon SET state = 'DELETED'");
    one(scene.call(admin), coupon).await.expect("also when it is gone");
    refused(one(scene.call(admin), 99).await, ErrorCode::CouponNotFound, "but not one that never was");
    let of = |id, cursor| ListCouponHolders { id, cursor, ..Default::default() };
    let list = |request| list_coupon_holders(scene.call(admin), request);
    refused(list(of(99, None)).await, ErrorCode::CouponNotFound, "nobody holds what never was");
    refused(list(of(coupon, Some(String::from("e30")))).await, ErrorCode::InvalidInput, "a cursor of no list");
    let many = ListCouponHolders { id: coupon, limit: Some(101), ..Default::default() };
    refused(list(many).await, ErrorCode::InvalidInput, "more than a page holds");
}
