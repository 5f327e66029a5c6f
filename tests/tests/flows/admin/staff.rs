//! Staff: added, given another role, removed, and the last owner stays.

use serde_json::json;
use shop_app::context::{Admits as _, Call};
use shop_app::runtime::Principal;
use shop_app::user::{
    create_staff, get_me, list_staff, remove_staff, session_principal, set_staff_role, set_user_state,
};
use shop_contract::{
    AdminRole, ById, CreateStaff, Empty, ErrorCode, SetStaffRole, SetUserState, ShopError, Staff, UserState, level,
};

use crate::scene::{Scene, refused};
use crate::users::{PASSWORD, come_in, error, login};

fn newcomer(email: &str, role: AdminRole) -> CreateStaff {
    CreateStaff { email: email.to_owned(), name: String::from("이직원"), password: PASSWORD.to_owned(), role }
}

async fn set_role(scene: &Scene, owner: Principal, id: i64, role: AdminRole) -> Result<Staff, ShopError> {
    set_staff_role(scene.call(owner), SetStaffRole { id, role }).await
}

async fn block(scene: &Scene, owner: Principal, id: i64) -> Result<(), ShopError> {
    set_user_state(scene.call(owner), SetUserState { id, state: UserState::Inactive }).await.map(drop)
}

fn acts(scene: &Scene, action: &str) -> i64 {
    scene.count(&format!("SELECT count(*) FROM audit_log WHERE action = '{action}'"))
}

#[tokio::test]
async fn an_owner_adds_staff_that_can_sign_in() {
    let scene = Scene::new();
    let owner = scene.admin().await;
    let add = |wanted| create_staff(scene.call(owner), wanted);
    let made = add(newcomer("Lee@shop.kr", AdminRole::Clerk)).await.expect("the e-mail is free");
    let expected = ("lee@shop.kr", AdminRole::Clerk, UserState::Normal);
    assert_eq!((made.email.as_str(), made.role, made.state), expected, "as it was asked for");
    let (_, clerk) = come_in(&scene, "lee@shop.kr", PASSWORD).await;
    assert_eq!(clerk.role, Some(AdminRole::Clerk), "with the role");
    let me = get_me(scene.call(clerk), Empty {}).await.expect("the clerk is there");
    assert_eq!(me.role, Some(AdminRole::Clerk), "which the clerk is told");
    refused(add(newcomer("lee@SHOP.kr", AdminRole::Owner)).await, ErrorCode::EmailTaken, "the e-mail is taken");
    for (field, wanted) in [
        ("email", newcomer("no e-mail", AdminRole::Clerk)),
        ("name", CreateStaff { name: String::new(), ..newcomer("b@shop.kr", AdminRole::Clerk) }),
        ("password", CreateStaff { password: String::from("short"), ..newcomer("b@shop.kr", AdminRole::Clerk) }),
    ] {
        let details = refused(add(wanted).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "the field is named");
    }
    let listed = list_staff(scene.call(owner), Empty {}).await.expect("they are listed").items;
    let listed: Vec<_> = listed.iter().map(|one| (one.id, one.role)).collect();
    assert_eq!(listed, [(owner.user_id, AdminRole::Owner), (made.id, AdminRole::Clerk)], "all admins, no customers");
    let audit = scene.text("SELECT after FROM audit_log WHERE action = 'create_staff'");
    let told = json!({"email": "lee@shop.kr", "name": "이직원", "role": "CLERK"});
    assert_eq!(audit, told.to_string(), "one act, and no password in it");
}

#[tokio::test]
async fn a_repeated_request_adds_one_admin() {
    let scene = Scene::new();
    let owner = scene.admin().await;
    let add = || create_staff(scene.call_with_key(owner, "k"), newcomer("lee@shop.kr", AdminRole::Clerk));
    let (first, again) = (add().await.expect("it is added"), add().await.expect("the first answer again"));
    assert_eq!(json!(first), json!(again), "one admin");
    assert_eq!(scene.count("SELECT count(*) FROM user"), 2, "and no second row");
}

#[tokio::test]
async fn another_role_holds_for_a_session_that_is_open() {
    let scene = Scene::new();
    let owner = scene.admin().await;
    let clerk = create_staff(scene.call(owner), newcomer("lee@shop.kr", AdminRole::Clerk)).await.expect("added");
    let (_, principal) = come_in(&scene, "lee@shop.kr", PASSWORD).await;
    let now = || session_principal(&scene.shop, principal.session_id, principal.user_id).expect("the shop reads");
    let changed = set_role(&scene, owner, clerk.id, AdminRole::Manager).await.expect("it is changed");
    assert_eq!(changed.role, AdminRole::Manager, "the answer has it");
    assert_eq!(now().and_then(|principal| principal.role), Some(AdminRole::Manager), "the next request has it");
    set_role(&scene, owner, clerk.id, AdminRole::Manager).await.expect("twice is once");
    assert_eq!(acts(&scene, "set_staff_role"), 1, "one act");
    let customer = scene.customer(0).await.user_id;
    for id in [customer, 99] {
        let answer = set_role(&scene, owner, id, AdminRole::Clerk).await;
        refused(answer, ErrorCode::UserNotFound, "no admin");
    }
}

#[tokio::test]
async fn a_removed_admin_signs_in_no_more() {
    let scene = Scene::new();
    let owner = scene.admin().await;
    let clerk = create_staff(scene.call(owner), newcomer("lee@shop.kr", AdminRole::Clerk)).await.expect("added");
    let (_, principal) = come_in(&scene, "lee@shop.kr", PASSWORD).await;
    let remove = |id| remove_staff(scene.call(owner), ById { id });
    remove(clerk.id).await.expect("the clerk is removed");
    let session = session_principal(&scene.shop, principal.session_id, principal.user_id).expect("the shop reads");
    assert_eq!(session, None, "the session has ended");
    assert_eq!(
        error(login(&scene, "lee@shop.kr", PASSWORD).await),
        Some(ErrorCode::Unauthorized),
        "and no new one begins"
    );
    remove(clerk.id).await.expect("twice is once");
    assert_eq!(acts(&scene, "remove_staff"), 1, "one act");
    let customer = scene.customer(0).await.user_id;
    refused(remove(customer).await, ErrorCode::UserNotFound, "a customer is not staff");
    let listed = list_staff(scene.call(owner), Empty {}).await.expect("they are listed").items;
    assert_eq!(listed.last().map(|one| (one.id, one.state)), Some((clerk.id, UserState::Inactive)), "it is shown so");
}

#[tokio::test]
async fn the_last_owner_stays_an_owner() {
    let scene = Scene::new();
    let owner = scene.admin().await;
    let id = owner.user_id;
    let ways = async |expected: &str| {
        let demoted = set_role(&scene, owner, id, AdminRole::Manager).await.map(drop);
        let removed = remove_staff(scene.call(owner), ById { id }).await.map(drop);
        for (way, answer) in [("demoted", demoted), ("removed", removed), ("blocked", block(&scene, owner, id).await)] {
            let details = refused(answer, ErrorCode::Conflict, way);
            assert_eq!(details["reason"], expected, "{way}: it is said why");
        }
    };
    ways("LAST_ADMIN").await;
    scene.admin_as(AdminRole::Manager).await;
    ways("LAST_OWNER").await;
    let second = scene.admin().await;
    block(&scene, owner, second.user_id).await.expect("of two owners one can be blocked");
    ways("LAST_OWNER").await;
    set_role(&scene, owner, second.user_id, AdminRole::Clerk)
        .await
        .expect("an owner that is blocked is not the last one");
    let third = scene.admin().await;
    set_role(&scene, owner, id, AdminRole::Clerk).await.expect("of two owners one can step back");
    let details = refused(block(&scene, third, third.user_id).await, ErrorCode::Conflict, "the other one stays");
    assert_eq!(details["reason"], "LAST_OWNER", "and it is said why");
}

#[tokio::test]
async fn only_an_owner_blocks_an_admin() {
    let scene = Scene::new();
    let (owner, manager) = (scene.admin().await, scene.admin_as(AdminRole::Manager).await);
    let set = |id, state| set_user_state(scene.call_at::<level::Manager>(manager), SetUserState { id, state });
    let customer = scene.customer(0).await.user_id;
    set(customer, UserState::Inactive).await.expect("a manager blocks a customer");
    for id in [owner.user_id, manager.user_id] {
        let details = refused(set(id, UserState::Inactive).await, ErrorCode::Forbidden, "another admin");
        assert_eq!(details, json!({"reason": "ROLE", "neededRole": "OWNER"}), "the role is named");
    }
    let staff = level::Owner::admit(Call::new(scene.shop.clone(), Some(manager), None)).map(drop);
    refused(staff, ErrorCode::Forbidden, "a manager does not come to staff at all");
}

#[tokio::test]
async fn a_role_that_is_missing_or_too_many_is_found_by_verify() {
    for change in [
        "role = NULL WHERE type = 'ADMIN'",
        "role = 'BOSS' WHERE type = 'ADMIN'",
        "role = 'CLERK' WHERE type = 'CUSTOMER'",
        "reset_hash = 'x', reset_until = 'tomorrow' WHERE type = 'CUSTOMER'",
    ] {
        let scene = Scene::new();
        scene.admin().await;
        scene.customer(0).await;
        scene.falsify(&format!("PRAGMA ignore_check_constraints = 1; UPDATE user SET {change}"));
        let broken = shop_app::verify(&scene.shop).expect("the shop reads");
        let found = broken.iter().map(|row| (row.invariant, row.table.as_str()));
        assert_eq!(found.collect::<Vec<_>>(), [(7, "user")], "{change}: the row cannot be read");
    }
}
