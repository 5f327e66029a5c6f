//! Coupons that are not listed: got by a code, or given by an admin.

use serde_json::json;
use shop_app::coupon::{
    CouponDraft, get_coupon_for_admin, grant_coupon, issue_coupon, list_coupons, my_coupons, redeem_coupon,
    update_coupon,
};
use shop_app::runtime::Principal;
use shop_app::user::set_user_state;
use shop_contract::{
    ById, CustomerFilter, Distribution, Empty, ErrorCode, GrantCoupon, GrantedCoupons, ListMyCoupons, RedeemCoupon,
    SetUserState, UpdateCoupon, UserState,
};
use shop_domain::coupon::Distribution as How;

use crate::scene::{Scene, coupon_edit_of, noon, rate, refused, with_code};

fn code(text: &str) -> RedeemCoupon {
    RedeemCoupon { code: text.to_owned() }
}

fn to(id: i64, users: &[Principal]) -> GrantCoupon {
    GrantCoupon { id, user_ids: Some(users.iter().map(|user| user.user_id).collect()), filter: None }
}

fn to_all(id: i64, q: Option<&str>) -> GrantCoupon {
    GrantCoupon { id, user_ids: None, filter: Some(CustomerFilter { q: q.map(str::to_owned) }) }
}

fn given_only(percent: i64) -> CouponDraft {
    CouponDraft { distribution: Some(How::Grant), ..rate(percent) }
}

#[tokio::test]
async fn a_code_is_redeemed_once_by_each_customer_in_any_case() {
    let scene = Scene::new();
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    let id = scene.coupon(CouponDraft { total_quantity: 1, ..with_code(10, "welcome-2026") }).await;
    let redeem = |who, text: &str| redeem_coupon(scene.call(who), code(text));
    refused(redeem(who, "?").await, ErrorCode::InvalidInput, "no code at all");
    refused(redeem(who, "WELCOME-2025").await, ErrorCode::CouponNotFound, "no coupon has this code");
    refused(issue_coupon(scene.call(who), ById { id }).await, ErrorCode::CouponNotFound, "its id alone is not enough");
    assert!(list_coupons(scene.call(who), Empty {}).await.expect("a list").items.is_empty(), "it is not listed");
    let got = redeem(who, " Welcome-2026 ").await.expect("its code is known");
    assert_eq!(got.coupon_id, id);
    refused(redeem(who, "WELCOME-2026").await, ErrorCode::CouponAlreadyIssued, "one each");
    refused(redeem(other, "WELCOME-2026").await, ErrorCode::CouponSoldOut, "none is left");
    scene.clock.set(noon() + chrono::TimeDelta::days(30));
    let ended = refused(redeem(other, "WELCOME-2026").await, ErrorCode::CouponNotFound, "it has ended");
    assert_eq!(ended["reason"], "ENDED", "and the customer is told so");
}

#[tokio::test]
async fn a_repeated_redemption_gives_the_first_answer_even_without_the_coupon() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let id = scene.coupon(with_code(10, "AUTUMN")).await;
    let redeem = || redeem_coupon(scene.call_with_key(who, "k"), code("AUTUMN"));
    let first = redeem().await.expect("it is redeemed");
    let coupon = get_coupon_for_admin(scene.call(admin), ById { id }).await.expect("the coupon");
    let renamed = UpdateCoupon { code: Some("WINTER".into()), ..coupon_edit_of(&coupon) };
    update_coupon(scene.call(admin), renamed).await.expect("another code");
    assert_eq!(json!(redeem().await.expect("the answer")), json!(first), "the first answer again");
}

#[tokio::test]
async fn no_two_coupons_have_one_code_and_only_coupons_by_code_have_one() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let first = scene.coupon(with_code(10, "AUTUMN")).await;
    let second = scene.coupon(with_code(20, "WINTER")).await;
    let found = get_coupon_for_admin(scene.call(admin), ById { id: second }).await.expect("the second");
    for (distribution, code) in [
        (Some(Distribution::Code), Some("autumn")),
        (Some(Distribution::Code), Some("가을")),
        (Some(Distribution::Code), None),
        (Some(Distribution::Open), Some("SPRING")),
        (None, Some("SPRING")),
    ] {
        let edit = UpdateCoupon { distribution, code: code.map(str::to_owned), ..coupon_edit_of(&found) };
        let details = refused(update_coupon(scene.call(admin), edit).await, ErrorCode::InvalidInput, "a faulty code");
        assert_eq!(details["fields"][0]["field"], "code", "{distribution:?} {code:?}");
    }
    let kept = UpdateCoupon { distribution: None, code: None, ..coupon_edit_of(&found) };
    let kept = update_coupon(scene.call(admin), kept).await.expect("nothing said of it");
    assert_eq!((kept.distribution, kept.code.as_deref()), (Distribution::Code, Some("WINTER")), "it stays as it is");
    shop_app::coupon::delete_coupon(scene.call(admin), ById { id: first }).await.expect("the first is deleted");
    let freed = UpdateCoupon { code: Some("AUTUMN".into()), ..coupon_edit_of(&kept) };
    update_coupon(scene.call(admin), freed).await.expect("its code is free");
}

#[tokio::test]
async fn an_admin_gives_a_coupon_to_customers_that_have_none() {
    let scene = Scene::new();
    let (admin, customers) = (scene.admin().await, scene.crowd(4, 1_000).await);
    let id = scene.coupon(CouponDraft { total_quantity: 4, ..given_only(10) }).await;
    let grant = |request| grant_coupon(scene.call(admin), request);
    refused(
        issue_coupon(scene.call(customers[0]), ById { id }).await,
        ErrorCode::CouponNotFound,
        "only an admin gives it",
    );
    let one = grant(to(id, &customers[..1])).await.expect("one is given");
    assert_eq!(one, GrantedCoupons { granted: 1, already_issued: 0, issued_quantity: 1 });
    let three = grant(to(id, &customers[..3])).await.expect("two more are given");
    assert_eq!(three, GrantedCoupons { granted: 2, already_issued: 1, issued_quantity: 3 });
    let held = my_coupons(scene.call(customers[2]), ListMyCoupons::default()).await.expect("a list").items;
    assert_eq!(held[0].coupon_id, id, "the customer has it");
    let late = scene.customer(0).await;
    let sold_out = grant(to(id, &[customers[3], late])).await;
    refused(sold_out, ErrorCode::CouponSoldOut, "two want the last one: neither gets it");
    assert_eq!(scene.count("SELECT count(*) FROM user_coupon"), 3, "to all or to none");
    assert_eq!(scene.count("SELECT sum(issued) FROM daily_coupon"), 3, "each is counted on its day");
    assert_eq!(scene.count("SELECT count(*) FROM audit_log WHERE action = 'grant_coupon'"), 2, "two acts");
}

#[tokio::test]
async fn a_grant_by_filter_reaches_customers_that_may_sign_in() {
    let scene = Scene::new();
    let (admin, customers) = (scene.admin().await, scene.crowd(3, 1_000).await);
    let blocked = SetUserState { id: customers[0].user_id, state: UserState::Inactive };
    set_user_state(scene.call(admin), blocked).await.expect("one is blocked");
    let id = scene.coupon(given_only(10)).await;
    let grant = |request| grant_coupon(scene.call(admin), request);
    refused(grant(to(id, &customers)).await, ErrorCode::UserNotFound, "one of those named may not sign in");
    refused(grant(to(id, &[admin])).await, ErrorCode::UserNotFound, "an admin is no customer");
    let none = refused(grant(to_all(id, Some("없는 이름"))).await, ErrorCode::InvalidInput, "nothing suits the filter");
    assert_eq!(none["fields"][0]["field"], "filter");
    let both = GrantCoupon { filter: Some(CustomerFilter::default()), ..to(id, &customers) };
    refused(grant(both).await, ErrorCode::InvalidInput, "ids and a filter");
    refused(grant(GrantCoupon { id, user_ids: None, filter: None }).await, ErrorCode::InvalidInput, "neither");
    refused(grant(to(id, &[])).await, ErrorCode::InvalidInput, "an empty list");
    let granted = grant(to_all(id, None)).await.expect("all customers");
    assert_eq!(granted, GrantedCoupons { granted: 2, already_issued: 0, issued_quantity: 2 });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_grant_and_a_rush_issue_no_more_than_there_are() {
    let scene = Scene::new();
    let (admin, customers) = (scene.admin().await, scene.crowd(40, 1_000).await);
    let id = scene.coupon(CouponDraft { total_quantity: 25, ..with_code(10, "RUSH") }).await;
    let mut asked = Vec::new();
    for who in &customers {
        asked.push(tokio::spawn(redeem_coupon(scene.call(*who), code("RUSH"))));
    }
    let given = tokio::spawn(grant_coupon(scene.call(admin), to(id, &customers[..20])));
    let mut redeemed = 0;
    for asked in asked {
        redeemed += i64::from(asked.await.expect("an answer").is_ok());
    }
    let granted = given.await.expect("an answer").map_or(0, |granted| granted.granted);
    let issued = scene.count("SELECT issued_quantity FROM coupon");
    assert_eq!(issued, redeemed + granted, "what was answered is what was issued");
    assert!(issued <= 25, "no more than there are");
}
