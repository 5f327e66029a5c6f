//! Coupons made, changed and removed by admins, and what becomes of them counted.

use chrono::TimeDelta;
use serde_json::json;
use shop_app::coupon::{
    coupon_statistics, create_coupon, delete_coupon, issue_coupon, list_coupons, list_coupons_for_admin, update_coupon,
};
use shop_app::runtime::Principal;
use shop_contract::{
    AdminCoupon, ById, CouponState, CouponType, CreateCoupon, EditedCouponState, ErrorCode, ListCouponsForAdmin,
    StatisticsPeriod, UpdateCoupon,
};

use crate::scene::{Scene, coupon_edit_of, moment, noon, refused};

fn ten_percent() -> CreateCoupon {
    CreateCoupon {
        name: String::from("10% 할인"),
        name_en: None,
        kind: CouponType::Cart,
        discount_rate: Some(10),
        discount_price: None,
        max_discount_price: None,
        min_order_amount: 0,
        product_ids: Vec::new(),
        total_quantity: 10,
        begin_date: noon(),
        end_date: noon() + TimeDelta::days(9),
        distribution: None,
        code: None,
    }
}

async fn made(scene: &Scene, admin: Principal) -> AdminCoupon {
    create_coupon(scene.call(admin), ten_percent()).await.expect("the coupon is good")
}

/// The change that changes nothing.
fn same(coupon: &AdminCoupon) -> UpdateCoupon {
    let (updated_at, state) = (Some(coupon.updated_at), Some(EditedCouponState::Normal));
    UpdateCoupon { updated_at, state, ..coupon_edit_of(coupon) }
}

#[tokio::test]
async fn a_coupon_must_be_good_to_be_made() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for (field, bad) in [
        ("name", CreateCoupon { name: String::from(" "), ..ten_percent() }),
        ("discountRate", CreateCoupon { discount_price: Some(1), ..ten_percent() }),
        ("discountRate", CreateCoupon { discount_rate: None, ..ten_percent() }),
        ("maxDiscountPrice", CreateCoupon { max_discount_price: Some(0), ..ten_percent() }),
        ("minOrderAmount", CreateCoupon { min_order_amount: -1, ..ten_percent() }),
        ("totalQuantity", CreateCoupon { total_quantity: -1, ..ten_percent() }),
        ("endDate", CreateCoupon { end_date: noon(), ..ten_percent() }),
        ("productIds", CreateCoupon { kind: CouponType::CartItem, ..ten_percent() }),
        ("productIds", CreateCoupon { product_ids: vec![1], ..ten_percent() }),
    ] {
        let details = refused(create_coupon(scene.call(admin), bad).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "the form marks this field");
    }
    let nowhere = CreateCoupon { kind: CouponType::CartItem, product_ids: vec![99], ..ten_percent() };
    refused(create_coupon(scene.call(admin), nowhere).await, ErrorCode::ProductNotFound, "for a product that is none");
    assert_eq!(scene.count("SELECT count(*) FROM coupon"), 0, "nothing was made");
    let one = create_coupon(scene.call_with_key(admin, "c-1"), ten_percent()).await.expect("it is made");
    let two = create_coupon(scene.call_with_key(admin, "c-1"), ten_percent()).await.expect("the answer again");
    assert_eq!(json!(one), json!(two), "a repeated request makes no second one");
    assert_eq!(scene.count("SELECT count(*) FROM audit_log WHERE action = 'create_coupon'"), 1, "one act");
}

#[tokio::test]
async fn once_one_is_taken_its_terms_stay() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let coupon = made(&scene, admin).await;
    let change = |request| update_coupon(scene.call(admin), request);
    scene.advance_minutes(1);
    let changed = change(UpdateCoupon { discount_rate: Some(20), ..same(&coupon) }).await.expect("nobody has one");
    assert_eq!(changed.coupon.terms.discount_rate, Some(20), "it is changed");
    let details = refused(change(same(&coupon)).await, ErrorCode::Conflict, "it was changed since");
    assert_eq!(details["current"]["discountRate"], 20, "and what it is now is told");
    issue_coupon(scene.call(who), ById { id: coupon.coupon.id }).await.expect("it can be had");
    let now = UpdateCoupon { updated_at: Some(changed.updated_at), discount_rate: Some(20), ..same(&coupon) };
    for (field, request) in [
        ("totalQuantity", UpdateCoupon { total_quantity: 0, ..now.clone() }),
        ("discountRate", UpdateCoupon { discount_rate: Some(30), ..now.clone() }),
        ("minOrderAmount", UpdateCoupon { min_order_amount: 1, ..now.clone() }),
        ("beginDate", UpdateCoupon { begin_date: noon() - TimeDelta::days(1), ..now.clone() }),
    ] {
        let details = refused(change(request).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "a customer holds it as it is");
    }
    let ended = UpdateCoupon { state: Some(EditedCouponState::Discontinued), total_quantity: 20, ..now };
    let ended = change(ended).await.expect("that one was taken is no conflict, and these may change");
    assert_eq!((ended.state, ended.coupon.total_quantity), (CouponState::Discontinued, 20), "it is changed");
    let as_it_is = UpdateCoupon { state: None, updated_at: None, discount_rate: Some(20), ..same(&coupon) };
    let renamed =
        change(UpdateCoupon { name: "봄 쿠폰".into(), total_quantity: 20, ..as_it_is }).await.expect("a change");
    assert_eq!((renamed.state, &*renamed.coupon.name), (CouponState::Discontinued, "봄 쿠폰"), "what is absent stays");
    let other = scene.customer(0).await;
    let late = issue_coupon(scene.call(other), ById { id: coupon.coupon.id }).await;
    refused(late, ErrorCode::CouponNotFound, "it is handed out no more");
    let nothing = UpdateCoupon { id: 99, ..same(&coupon) };
    refused(change(nothing).await, ErrorCode::CouponNotFound, "there is no such coupon");
}

#[tokio::test]
async fn products_of_a_coupon_come_and_go() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (cup, dish) = (scene.product(1_000, 1).await, scene.product(2_000, 1).await);
    let of = |ids: &[i64]| CreateCoupon { kind: CouponType::CartItem, product_ids: ids.to_vec(), ..ten_percent() };
    let mut coupon = create_coupon(scene.call(admin), of(&[cup])).await.expect("it is made");
    for ids in [vec![dish], vec![cup, dish], vec![cup]] {
        let request = UpdateCoupon { kind: CouponType::CartItem, product_ids: ids.clone(), ..same(&coupon) };
        coupon = update_coupon(scene.call(admin), request).await.expect("nobody has one");
        assert_eq!(coupon.coupon.terms.product_ids, Some(ids), "these and no others");
    }
}

#[tokio::test]
async fn a_removed_coupon_is_gone_from_the_shop_and_stays_with_its_holder() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let (one, two) = (made(&scene, admin).await.coupon.id, made(&scene, admin).await.coupon.id);
    let held = issue_coupon(scene.call(who), ById { id: one }).await.expect("it can be had").id;
    let remove = |id| delete_coupon(scene.call(admin), ById { id });
    remove(one).await.expect("it is removed");
    refused(remove(one).await, ErrorCode::CouponNotFound, "once");
    refused(remove(99).await, ErrorCode::CouponNotFound, "what is none");
    let list = |request| list_coupons_for_admin(scene.call(admin), request);
    let found = list(ListCouponsForAdmin::default()).await.expect("they are listed");
    assert_eq!(found.items.iter().map(|one| one.coupon.id).collect::<Vec<_>>(), [two], "it is not shown");
    let deleted = ListCouponsForAdmin { state: Some(CouponState::Deleted), ..ListCouponsForAdmin::default() };
    assert_eq!(list(deleted).await.expect("they are listed").items.len(), 1, "unless it is asked for");
    let words = ListCouponsForAdmin { q: Some(String::from("0% 할")), ..ListCouponsForAdmin::default() };
    assert_eq!(list(words).await.expect("they are listed").items.len(), 1, "a part of the name finds it");
    let words = ListCouponsForAdmin { q: Some(String::from("ㅎㅇ")), ..ListCouponsForAdmin::default() };
    assert_eq!(list(words).await.expect("they are listed").items.len(), 1, "its initial consonants find it");
    let words = ListCouponsForAdmin { q: Some(String::from("_")), ..ListCouponsForAdmin::default() };
    assert_eq!(list(words).await.expect("they are listed").items.len(), 0, "no letter stands for another");
    let offered = list_coupons(scene.call(who), shop_contract::Empty {}).await.expect("they are listed");
    assert!(offered.items.iter().all(|coupon| coupon.id == two), "nobody gets it any more");
    scene.put(who, scene.product(1_000, 1).await, None, 1).await;
    scene.place(who, &[held]).await.expect("who has it uses it");
}

#[tokio::test]
async fn what_becomes_of_coupons_is_counted_by_day() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(10_000).await);
    let coupon = made(&scene, admin).await.coupon.id;
    let held = issue_coupon(scene.call(who), ById { id: coupon }).await.expect("it can be had").id;
    scene.advance_minutes(24 * 60);
    scene.put(who, scene.product(1_000, 9).await, None, 3).await;
    let order = scene.place(who, &[held]).await.expect("it is placed");
    let ask = |from: Option<&str>| {
        let request = StatisticsPeriod { from: from.map(moment), to: None };
        coupon_statistics(scene.call(admin), request)
    };
    let all = ask(None).await.expect("it is counted");
    assert_eq!((all.from.as_str(), all.to.as_str(), all.days.len()), ("2026-02-10", "2026-03-11", 30), "thirty days");
    assert_eq!((all.total.issued, all.total.used, all.total.discount_amount), (1, 1, 300), "taken and used");
    assert_eq!((all.coupons[0].coupon_id, all.coupons[0].usage.use_rate), (coupon, 100), "by coupon");
    assert_eq!(all.total.average_discount, 300, "what one use took off on average");
    let today = ask(Some("2026-03-11")).await.expect("it is counted").total;
    assert_eq!((today.issued, today.used), (0, 1), "each on its day");
    scene.cancel(who, &order).await.expect("it is given up");
    assert_eq!(ask(None).await.expect("it is counted").total.used, 0, "what comes back was not used");
    for bad in ["2026-03-12", "2024-01-01"] {
        refused(ask(Some(bad)).await, ErrorCode::InvalidInput, bad);
    }
}
