//! `jangteo user create`: the first admin of a shop without a window.

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
