//! `jangteo serve --lan`: what its owner is told, and what others in the network find.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::small_shop;
use crate::served::Served;

/// The code in what the program has said, if it has said one.
fn code(err: &str) -> Option<&str> {
    err.lines().find_map(|line| line.rsplit_once("this code is needed: ").map(|(_, code)| code.trim()))
}

#[tokio::test]
async fn the_terminal_shows_the_code_with_which_a_new_shop_is_set_up_from_elsewhere() {
    let folder = TempDir::new().expect("a folder");
    let mut codes = Vec::new();
    for _ in 0..2 {
        let served = Served::start_with(&["--lan"], folder.path());
        let (_, shop) = served.call("GET", "/v1/shop", "", None).await;
        assert_eq!(shop["setUpCodeRequired"], json!(false), "nobody at this machine needs it: {shop}");
        served.signal("TERM");
        let err = served.end().err;
        assert!(err.contains("not encrypted"), "what travels is named: {err}");
        codes.push(code(&err).unwrap_or_else(|| panic!("there is no code: {err}")).to_owned());
    }
    assert!(codes.iter().all(|code| code.len() == 9 && code.as_bytes()[4] == b'-'), "two groups of four: {codes:?}");
    assert_ne!(codes[0], codes[1], "each start has another one");
    let served = Served::start(folder.path());
    let set_up = json!({"shopName": "가게", "email": "a@b.kr", "password": "a good password", "name": "주인"});
    let (status, _) = served.call("POST", "/v1/shop/set-up", "", Some(set_up)).await;
    assert_eq!(status, 201, "who sits at the machine sets it up without");
    served.signal("TERM");
    assert_eq!(code(&served.end().err), None, "no code is shown where the network cannot come in");
    let served = Served::start_with(&["--lan"], folder.path());
    served.signal("TERM");
    assert_eq!(code(&served.end().err), None, "nor for a shop that is set up");
}

#[tokio::test]
async fn a_demo_in_the_network_hands_its_admin_to_nobody() {
    let folder = small_shop();
    let served = Served::start_with(&["--demo", "--lan"], folder.path());
    let (_, here) = served.call("GET", "/v1/shop", "", None).await;
    let passwords = here["personas"].as_array().map_or(0, Vec::len);
    assert!(passwords > 1, "this machine chooses among the demo's users: {here}");
    served.login("admin@demo.jangteo", "jangteo-demo-1").await;
    let addresses = std::process::Command::new("hostname").arg("-I").output().map(|ran| ran.stdout).unwrap_or_default();
    let addresses = String::from_utf8_lossy(&addresses).into_owned();
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    for address in addresses.split_whitespace().filter(|address| address.contains('.')) {
        let url = format!("http://{address}:{}", served.port());
        let asked = client.get(format!("{url}/v1/shop")).send().await.expect("it is reached from the network");
        let text = asked.text().await.expect("a text");
        assert!(!text.contains("jangteo-demo-1") && !text.contains("admin@"), "nobody there is told: {text}");
        let wish = json!({"email": "admin@demo.jangteo", "password": "jangteo-demo-1"});
        let came = client.post(format!("{url}/v1/auth/login")).json(&wish).send().await.expect("an answer");
        assert_eq!(came.status(), 401, "who knows it anyway is not let in either");
        let wish = json!({"email": "customer1@demo.jangteo", "password": "jangteo-demo-1"});
        let came = client.post(format!("{url}/v1/auth/login")).json(&wish).send().await.expect("an answer");
        let user: Value = came.json().await.expect("JSON");
        assert_eq!(user["user"]["type"], "CUSTOMER", "a demo customer looks around from a phone: {user}");
    }
    served.signal("TERM");
    let err = served.end().err;
    assert!(err.contains("from this machine alone"), "the owner is told why: {err}");
}
