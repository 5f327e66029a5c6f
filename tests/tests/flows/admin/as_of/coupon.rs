//! A coupon as of an instant.

use chrono::TimeDelta;
use shop_app::coupon::{
    create_coupon, delete_coupon, get_coupon_at, get_coupon_for_admin, issue_coupon, update_coupon,
};
use shop_app::runtime::Principal;
use shop_contract::*;

use super::{after, as_of, kinds};
use crate::scene::{Scene, coupon_edit_of, noon, refused};

fn terms(total_quantity: i64) -> CreateCoupon {
    CreateCoupon {
        name: "봄".to_owned(),
        name_en: None,
        kind: CouponType::Cart,
        discount_rate: Some(10),
        discount_price: None,
        max_discount_price: None,
        min_order_amount: 0,
        product_ids: Vec::new(),
        total_quantity,
        begin_date: noon(),
        end_date: after(100),
        distribution: None,
        code: None,
    }
}

async fn edit(scene: &Scene, admin: Principal, id: i64, name: &str, total_quantity: i64) {
    let found = get_coupon_for_admin(scene.call(admin), ById { id }).await.expect("the coupon");
    let edited = UpdateCoupon { name: name.to_owned(), total_quantity, ..coupon_edit_of(&found) };
    update_coupon(scene.call(admin), edited).await.expect("it is changed");
}

#[tokio::test]
async fn a_coupon_has_its_terms_its_counts_and_what_became_of_it() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let id = create_coupon(scene.call(admin), terms(5)).await.expect("a coupon").coupon.id;
    scene.clock.advance(TimeDelta::seconds(10));
    let held = issue_coupon(scene.call(who), ById { id }).await.expect("it is taken");
    scene.clock.advance(TimeDelta::seconds(10));
    let product = scene.product(1_000, 10).await;
    scene.put(who, product, None, 1).await;
    let order = scene.place(who, &[held.id]).await.expect("it is ordered");
    scene.clock.advance(TimeDelta::seconds(10));
    edit(&scene, admin, id, "여름", 9).await;
    scene.clock.advance(TimeDelta::seconds(10));
    scene.cancel(who, &order).await.expect("it is given up");
    scene.clock.advance(TimeDelta::seconds(80));
    let found = |second| get_coupon_at(scene.call(admin), as_of(id, after(second)));
    for (second, expected) in [
        (9, ("봄", 5, 0, 0, CouponState::Normal)),
        (10, ("봄", 5, 1, 0, CouponState::Normal)),
        (20, ("봄", 5, 1, 1, CouponState::Normal)),
        (30, ("여름", 9, 1, 1, CouponState::Normal)),
        (40, ("여름", 9, 1, 0, CouponState::Normal)),
        (100, ("여름", 9, 1, 0, CouponState::Expired)),
    ] {
        let at = found(second).await.expect("the coupon");
        let past = at.coupon.expect("its terms are known");
        let counts = (at.issued_quantity.expect("taken"), at.used_quantity.expect("used"));
        let seen = (past.name.as_str(), past.total_quantity, counts.0, counts.1, past.state);
        assert_eq!(seen, expected, "after {second} seconds");
        assert_eq!(at.as_of.check, RecordCheck::Matches, "after {second} seconds");
    }
    let last = found(110).await.expect("the coupon").as_of;
    use CauseKind::{Created, Edited, Expired, Issued, Returned, Used};
    assert_eq!(kinds(&last), [Expired, Returned, Edited, Used, Issued, Created], "the latest first");
    let changed = last.causes[2].fields.clone().unwrap_or_default();
    assert_eq!(changed, ["name", "totalQuantity"], "what was changed");
    assert_eq!(last.causes[5].actor_id, Some(admin.user_id), "who made it");
    assert_eq!((last.last_at, last.previous_at), (after(100), Some(after(100))), "the end is a change");
    let between = found(30).await.expect("the coupon").as_of;
    assert_eq!((between.previous_at, between.next_at), (Some(after(20)), Some(after(40))), "the changes around it");
    let before = found(-1).await.expect("it is no fault to ask");
    assert_eq!((before.issued_quantity, before.coupon), (None, None), "there was none");
    refused(get_coupon_at(scene.call(admin), as_of(99, noon())).await, ErrorCode::CouponNotFound, "there is none");
}

#[tokio::test]
async fn a_deleted_coupon_and_one_that_no_admin_made_are_known() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = create_coupon(scene.call(admin), terms(5)).await.expect("a coupon").coupon.id;
    let other = scene.coupon(crate::scene::rate(20)).await;
    scene.clock.advance(TimeDelta::seconds(10));
    delete_coupon(scene.call(admin), ById { id }).await.expect("it is deleted");
    let state = |at: CouponAt| (at.coupon.expect("its terms").state, at.as_of.check);
    let found = get_coupon_at(scene.call(admin), as_of(id, after(10))).await.expect("the coupon");
    assert_eq!(state(found), (CouponState::Deleted, RecordCheck::Matches), "from then on");
    let found = get_coupon_at(scene.call(admin), as_of(id, after(9))).await.expect("the coupon");
    assert_eq!(state(found), (CouponState::Normal, RecordCheck::Matches), "before");
    let found = get_coupon_at(scene.call(admin), as_of(other, after(5))).await.expect("the coupon");
    assert_eq!(state(found), (CouponState::Normal, RecordCheck::Matches), "its row has what it began with");
    edit(&scene, admin, other, "다른 이름", 9).await;
    let found = get_coupon_at(scene.call(admin), as_of(other, after(5))).await.expect("the coupon");
    assert_eq!(found.coupon.expect("its terms").name, "20% 할인", "the first act says what was before it");
}
