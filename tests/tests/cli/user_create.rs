//! `jangteo user`: the first admin of a shop without a window, the role of an admin, and a password that was forgotten.

use serde_json::json;
use tempfile::TempDir;

use crate::program::{jangteo, small_shop, tell};
use crate::served::Served;

#[tokio::test]
async fn an_admin_is_entered_beside_the_running_shop_and_comes_in() {
    let folder = small_shop();
    let served = Served::start(folder.path());
    let create = ["user", "create", "--admin", "--email", "Boss@b.kr", "--name", "주인", "--password-stdin"];
    let ran = tell(&create, folder.path(), "a good password\n");
    assert_eq!(ran.code, 0, "the admin is entered: {}", ran.err);
    assert_eq!(ran.json()["email"], "boss@b.kr", "in the one spelling");
    assert!(ran.json().get("password").is_none(), "a password that was given is not repeated");
    let token = served.login("boss@b.kr", "a good password").await;
    let fault = json!({"point": "payment", "times": 1});
    let (status, _) = served.call("POST", "/v1/admin/faults", &token, Some(fault.clone())).await;
    assert_eq!(status, 200, "the admin's doors open");
    let ran = jangteo(&["user", "create", "--email", "kim@b.kr", "--name", "김손님"], folder.path());
    let made_up = ran.json()["password"].as_str().expect("a password is made up and told").to_owned();
    let token = served.login("kim@b.kr", &made_up).await;
    let (status, refused) = served.call("POST", "/v1/admin/faults", &token, Some(fault)).await;
    assert_eq!((status, &refused["code"]), (403, &json!("FORBIDDEN")), "without --admin it is a customer");
    served.stop();
}

#[test]
fn who_cannot_be_entered_is_a_message() {
    let folder = TempDir::new().expect("a folder");
    let create = |email: &str, password: &str| {
        tell(&["user", "create", "--admin", "--email", email, "--password-stdin"], folder.path(), password)
    };
    assert_eq!(create("a@b.kr", "a good password").code, 0, "an empty folder becomes a shop with its admin");
    for (email, password, why) in [
        ("A@b.kr", "a good password", "an e-mail that is taken"),
        ("no e-mail", "a good password", "what is no e-mail"),
        ("c@d.kr", "short", "a password of five letters"),
        ("c@d.kr", "", "no password"),
    ] {
        let ran = create(email, password);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{why}: {}", ran.err);
        assert!(!ran.err.is_empty() && !ran.err.contains("panicked"), "{why}, with the reason: {}", ran.err);
        assert!(!ran.err.contains("good password"), "{why}, without the password: {}", ran.err);
    }
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "and the books are right");
}

#[tokio::test]
async fn an_admin_has_the_role_that_was_asked_for() {
    let folder = small_shop();
    let served = Served::start(folder.path());
    for (role, email, expected) in
        [(None, "a@b.kr", "OWNER"), (Some("manager"), "b@b.kr", "MANAGER"), (Some("clerk"), "c@b.kr", "CLERK")]
    {
        let create = ["user", "create", "--admin", "--email", email, "--password-stdin"];
        let command: Vec<&str> = create.into_iter().chain(role.into_iter().flat_map(|role| ["--role", role])).collect();
        assert_eq!(tell(&command, folder.path(), "a good password").code, 0, "{role:?}");
        let token = served.login(email, "a good password").await;
        let (_, me) = served.call("GET", "/v1/me", &token, None).await;
        assert_eq!((&me["type"], &me["role"]), (&json!("ADMIN"), &json!(expected)), "{role:?}");
    }
    let customer = ["user", "create", "--role", "clerk", "--email", "d@b.kr", "--password-stdin"];
    assert_eq!(tell(&customer, folder.path(), "a good password").code, 2, "a customer has no role");
    served.stop();
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_beside_the_running_shop() {
    let folder = small_shop();
    let served = Served::start(folder.path());
    let create = ["user", "create", "--admin", "--email", "boss@b.kr", "--password-stdin"];
    assert_eq!(tell(&create, folder.path(), "a good password").code, 0, "there is an owner");
    let token = served.login("boss@b.kr", "a good password").await;
    let ran = jangteo(&["user", "reset-password", "--email", "Boss@b.kr"], folder.path());
    let made_up = ran.json()["password"].as_str().expect("a password is made up and told").to_owned();
    let (status, _) = served.call("GET", "/v1/me", &token, None).await;
    assert_eq!(status, 401, "the session has ended");
    served.login("boss@b.kr", &made_up).await;
    let typed =
        tell(&["user", "reset-password", "--email", "boss@b.kr", "--password-stdin"], folder.path(), "my own words\n");
    assert!(typed.json().get("password").is_none(), "a password that was given is not repeated");
    served.login("boss@b.kr", "my own words").await;
    let nobody = jangteo(&["user", "reset-password", "--email", "x@b.kr"], folder.path());
    assert_eq!((nobody.code, nobody.out.as_str()), (2, ""), "nobody: {}", nobody.err);
    served.stop();
}
