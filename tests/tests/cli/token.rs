//! `jangteo token`: what the operator gets who can read the data folder.

use std::collections::HashSet;

use serde_json::json;
use tempfile::TempDir;

use crate::program::{jangteo, small_shop};
use crate::served::{Served, access, tokens};

#[tokio::test]
async fn every_customer_s_token_opens_the_running_shop() {
    let folder = small_shop();
    let served = Served::start(folder.path());
    let lines = tokens(&["--all-customers"], folder.path());
    assert_eq!(lines.len(), 6, "one for each customer, none for the admin");
    let different: HashSet<&str> = lines.iter().map(access).collect();
    assert_eq!(different.len(), 6, "each another");
    for line in &lines {
        let (status, me) = served.call("GET", "/v1/me", access(line), None).await;
        assert_eq!((status, &me["id"], &me["email"]), (200, &line["userId"], &line["email"]), "it is that customer's");
        assert_eq!(me["type"], "CUSTOMER", "and a customer's");
        assert_eq!(line.as_object().map(serde_json::Map::len), Some(3), "a line says no more: {line}");
    }
    served.stop();
}

#[tokio::test]
async fn one_user_s_token_is_a_session_like_any_other() {
    let folder = small_shop();
    let served = Served::start(folder.path());
    let lines = tokens(&["--email", "ADMIN@demo.jangteo"], folder.path());
    let token = access(&lines[0]);
    let fault = json!({"point": "payment", "times": 1});
    let (status, _) = served.call("POST", "/v1/admin/faults", token, Some(fault)).await;
    assert_eq!((lines.len(), status), (1, 200), "the admin's opens the admin's doors");
    let (_, sessions) = served.call("GET", "/v1/me/sessions", token, None).await;
    let own = sessions["items"].as_array().and_then(|items| items.iter().find(|item| item["current"] == true));
    let own = own.unwrap_or_else(|| panic!("it is among the sessions: {sessions}"));
    assert_eq!(own["device"], "jangteo token", "by its name");
    let (status, _) = served.call("DELETE", &format!("/v1/me/sessions/{}", own["id"]), token, None).await;
    assert_eq!(status, 204, "and ends like any other");
    let (status, _) = served.call("GET", "/v1/me", token, None).await;
    assert_eq!(status, 401, "at once");
    served.stop();
}

#[test]
fn nobody_s_token_is_not_made() {
    let folder = small_shop();
    for arguments in [
        &["token", "--email", "nobody@example.com"][..],
        &["token", "--email", "no e-mail"],
        &["token"],
        &["token", "--all-customers", "--email", "admin@demo.jangteo"],
    ] {
        let ran = jangteo(arguments, folder.path());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {}", ran.err);
        assert!(!ran.err.is_empty() && !ran.err.contains("panicked"), "{arguments:?} with the reason: {}", ran.err);
    }
    let empty = TempDir::new().expect("a folder");
    let ran = jangteo(&["token", "--all-customers"], &empty.path().join("absent"));
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "where there is no shop: {}", ran.err);
    assert!(!empty.path().join("absent").exists(), "none is made");
}
