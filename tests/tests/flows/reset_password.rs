//! A forgotten password: the one-time code of an admin, its use, and the operator's way.

use chrono::TimeDelta;
use serde_json::json;
use shop_app::runtime::Principal;
use shop_app::user::{change_password, make_reset_code, reset_password, set_password};
use shop_contract::{AdminRole, ById, ChangePassword, Done, ErrorCode, ResetCode, ResetPassword, ShopError, level};

use crate::scene::{Scene, refused};
use crate::users::{PASSWORD, arrive, come_in, error, login, resume};

const KIM: &str = "kim@shop.kr";
const NEW: &str = "a better password";

async fn code_for(scene: &Scene, admin: Principal, id: i64) -> Result<ResetCode, ShopError> {
    make_reset_code(scene.call_at::<level::Manager>(admin), ById { id }).await
}

async fn reset(scene: &Scene, email: &str, code: &str, new_password: &str) -> Result<Done, ShopError> {
    let request =
        ResetPassword { email: email.to_owned(), code: code.to_owned(), new_password: new_password.to_owned() };
    reset_password(scene.visitor(), request).await
}

#[tokio::test]
async fn a_code_sets_a_password_once_and_ends_all_sessions() {
    let scene = Scene::new();
    let manager = scene.admin_as(AdminRole::Manager).await;
    let (secret, kim) = arrive(&scene, KIM).await;
    let made = code_for(&scene, manager, kim.user_id).await.map_err(|error| error.code).expect("a code");
    assert_eq!(made.expires_at, scene.shop.now() + TimeDelta::hours(24), "for a day");
    assert_eq!(error(reset(&scene, KIM, &made.code, "short").await), Some(ErrorCode::InvalidInput), "a bad password");
    assert!(resume(&scene, &secret).await.is_some(), "nothing has changed");
    let typed = made.code.to_lowercase().replace('-', " ");
    reset(&scene, " KIM@Shop.kr", &typed, NEW).await.expect("the code is taken however it is typed");
    assert_eq!(resume(&scene, &secret).await, None, "the session has ended");
    assert_eq!(error(login(&scene, KIM, PASSWORD).await), Some(ErrorCode::Unauthorized), "the old password is gone");
    come_in(&scene, KIM, NEW).await;
    assert_eq!(error(reset(&scene, KIM, &made.code, PASSWORD).await), Some(ErrorCode::Unauthorized), "used up");
    let stored = scene.count(&format!("SELECT count(*) FROM audit_log WHERE after LIKE '%{}%'", made.code));
    assert_eq!(stored, 0, "the code is in no line of the log");
    let audit = scene.text("SELECT action || target_type || after FROM audit_log");
    let until = json!({"resetCodeUntil": made.expires_at});
    assert_eq!(audit, format!("make_reset_codeuser{until}"), "but that it was made is");
}

#[tokio::test]
async fn what_is_no_code_of_the_user_has_one_answer() {
    let scene = Scene::new();
    let owner = scene.admin().await;
    let (_, kim) = arrive(&scene, KIM).await;
    let old = code_for(&scene, owner, kim.user_id).await.map_err(|error| error.code).expect("a code").code;
    let code = code_for(&scene, owner, kim.user_id).await.map_err(|error| error.code).expect("another one").code;
    for (why, email, code) in [
        ("an earlier code", KIM, old.as_str()),
        ("a wrong code", KIM, "AAAA-AAAA-AAAA"),
        ("no code", KIM, ""),
        ("another e-mail", "lee@shop.kr", code.as_str()),
        ("no e-mail", "nobody", code.as_str()),
    ] {
        let refusal = reset(&scene, email, code, NEW).await.expect_err(why);
        assert_eq!((refusal.code, refusal.details), (ErrorCode::Unauthorized, None), "{why}");
    }
    for late in [TimeDelta::hours(24), TimeDelta::hours(1)] {
        scene.clock.advance(late);
        assert_eq!(error(reset(&scene, KIM, &code, NEW).await), Some(ErrorCode::Unauthorized), "an expired code");
    }
    let code = code_for(&scene, owner, kim.user_id).await.map_err(|error| error.code).expect("a code").code;
    scene.clock.advance(TimeDelta::hours(24) - TimeDelta::milliseconds(1));
    reset(&scene, KIM, &code, NEW).await.expect("to the very instant");
}

#[tokio::test]
async fn a_code_is_gone_with_a_change_of_the_password_and_of_no_use_to_a_blocked_user() {
    let scene = Scene::new();
    let owner = scene.admin().await;
    let (_, kim) = arrive(&scene, KIM).await;
    let code = code_for(&scene, owner, kim.user_id).await.map_err(|error| error.code).expect("a code").code;
    let change = ChangePassword { current_password: PASSWORD.to_owned(), new_password: NEW.to_owned() };
    change_password(scene.call(kim), change).await.expect("the password is remembered");
    assert_eq!(error(reset(&scene, KIM, &code, PASSWORD).await), Some(ErrorCode::Unauthorized), "the code is gone");
    let code = code_for(&scene, owner, kim.user_id).await.map_err(|error| error.code).expect("a code").code;
    scene.sql(&format!("UPDATE user SET state = 'INACTIVE' WHERE id = {}", kim.user_id));
    assert_eq!(error(reset(&scene, KIM, &code, NEW).await), Some(ErrorCode::Unauthorized), "a blocked user");
    let details = refused(code_for(&scene, owner, kim.user_id).await.map(drop), ErrorCode::Conflict, "none for it");
    assert_eq!(details["reason"], "BLOCKED", "and it is said why");
    refused(code_for(&scene, owner, 99).await.map(drop), ErrorCode::UserNotFound, "nobody");
}

#[tokio::test]
async fn only_an_owner_makes_a_code_for_an_admin() {
    let scene = Scene::new();
    let (owner, manager) = (scene.admin().await, scene.admin_as(AdminRole::Manager).await);
    for id in [owner.user_id, manager.user_id] {
        let details = refused(code_for(&scene, manager, id).await.map(drop), ErrorCode::Forbidden, "for an admin");
        assert_eq!(details["neededRole"], "OWNER", "the role is named");
    }
    assert!(code_for(&scene, owner, manager.user_id).await.is_ok(), "an owner does");
}

#[tokio::test]
async fn codes_are_throttled_like_passwords_and_counted_apart_from_them() {
    let scene = Scene::new();
    let owner = scene.admin().await;
    let (_, kim) = arrive(&scene, KIM).await;
    for seconds in [0, 0, 0, 0, 0, 0, 30] {
        scene.clock.advance(TimeDelta::seconds(seconds));
        assert_eq!(
            error(login(&scene, KIM, "a bad password").await),
            Some(ErrorCode::Unauthorized),
            "a wrong password"
        );
    }
    assert_eq!(error(login(&scene, KIM, PASSWORD).await), Some(ErrorCode::TooManyRequests), "signing in has to wait");
    for _ in 0..6 {
        assert_eq!(
            error(reset(&scene, KIM, "AAAA-AAAA-AAAA", NEW).await),
            Some(ErrorCode::Unauthorized),
            "a wrong code"
        );
    }
    let code = code_for(&scene, owner, kim.user_id).await.map_err(|error| error.code).expect("a code").code;
    assert_eq!(
        error(reset(&scene, KIM, &code, NEW).await),
        Some(ErrorCode::TooManyRequests),
        "the right one waits too"
    );
    scene.clock.advance(TimeDelta::seconds(30));
    assert_eq!(error(login(&scene, KIM, PASSWORD).await), Some(ErrorCode::TooManyRequests), "still for a minute");
    reset(&scene, KIM, &code, NEW).await.expect("the code is looked at again");
    // The minute is not over: the new password makes up for the wrong ones.
    come_in(&scene, KIM, NEW).await;
}

#[tokio::test]
async fn the_operator_sets_a_password_without_a_code() {
    let scene = Scene::new();
    let owner = scene.admin().await;
    let (secret, kim) = arrive(&scene, KIM).await;
    let code = code_for(&scene, owner, kim.user_id).await.map_err(|error| error.code).expect("a code").code;
    let set = set_password(&scene.shop, "Kim@shop.kr", NEW).await.expect("the user is there");
    assert_eq!(set.id, kim.user_id, "the one with this e-mail");
    assert_eq!(resume(&scene, &secret).await, None, "the session has ended");
    assert_eq!(error(reset(&scene, KIM, &code, PASSWORD).await), Some(ErrorCode::Unauthorized), "the code is gone");
    come_in(&scene, KIM, NEW).await;
    let by_operator = "SELECT count(*) FROM audit_log WHERE action = 'reset_password' AND actor_id IS NULL";
    assert_eq!(scene.count(by_operator), 1, "the log has it, by the operator");
    refused(set_password(&scene.shop, "lee@shop.kr", NEW).await, ErrorCode::UserNotFound, "nobody");
    refused(set_password(&scene.shop, KIM, "short").await, ErrorCode::InvalidInput, "a bad password");
}
