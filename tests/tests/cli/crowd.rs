//! Crowds at the real program: what they cost it, and what it keeps for itself.

use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;

use crate::program::{jangteo, small_shop};
use crate::served::{Served, access, tokens};

/// Sign-ins at once.
const AT_ONCE: usize = 60;
/// Strangers who register at once.
const STRANGERS: usize = 90;
/// Sign-ins in all.
const SIGN_INS: usize = 600;
/// Bytes that they may cost.
const MOST: u64 = 150 * 1024 * 1024;

/// Everybody signs in with the demo's password, `each` times one after another.
async fn sign_in(served: &Arc<Served>, each: usize) {
    let clients: Vec<_> = (1..=AT_ONCE)
        .map(|number| {
            let served = Arc::clone(served);
            tokio::spawn(async move {
                for _ in 0..each {
                    served.login(&format!("customer{number}@demo.jangteo"), "jangteo-demo-1").await;
                }
            })
        })
        .collect();
    for client in clients {
        client.await.expect("everybody comes in each time");
    }
}

/// A folder with a demo of sixty customers.
fn shop_of_sixty() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let size = ["demo-data", "--products", "10", "--users", "60", "--orders", "0"];
    let ran = jangteo(&size, folder.path());
    assert_eq!(ran.code, 0, "the demo is made: {}", ran.err);
    folder
}

/// Registrations that have begun, more than there are places for their passwords to be hashed.
fn strangers(served: &Arc<Served>) -> Vec<JoinHandle<(u16, Value)>> {
    let newcomer = |number: usize| {
        let served = Arc::clone(served);
        let wish = json!({"email": format!("stranger{number}@b.kr"), "password": "a good password", "name": "손님"});
        tokio::spawn(async move { served.call("POST", "/v1/auth/register", "", Some(wish)).await })
    };
    (0..STRANGERS).map(newcomer).collect()
}

/// Asserts that each stranger came in or was told to come back; gives how many came in.
async fn came_in(strangers: Vec<JoinHandle<(u16, Value)>>) -> usize {
    let mut came_in = 0;
    for stranger in strangers {
        let (status, answer) = stranger.await.expect("it is answered");
        if status == 201 {
            came_in += 1;
        } else {
            assert_eq!((status, &answer["code"]), (503, &json!("OVERLOADED")), "the line is full: {answer}");
        }
    }
    came_in
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn sign_ins_use_the_same_memory_again() {
    let folder = shop_of_sixty();
    let served = Arc::new(Served::start(folder.path()));
    served.call("GET", "/v1/shop", "", None).await;
    let before = served.resident_bytes();
    sign_in(&served, SIGN_INS / AT_ONCE).await;
    let more = served.resident_bytes().saturating_sub(before);
    assert!(more <= MOST, "{SIGN_INS} sign-ins, {AT_ONCE} at a time, cost {} MiB", more / 1024 / 1024);
    Arc::into_inner(served).expect("nobody calls any more").stop();
}

#[tokio::test]
async fn strangers_who_register_keep_no_customer_out() {
    let folder = shop_of_sixty();
    let served = Arc::new(Served::start(folder.path()));
    let token = served.login("customer1@demo.jangteo", "jangteo-demo-1").await;
    let strangers = strangers(&served);
    let change = json!({"currentPassword": "jangteo-demo-1", "newPassword": "another password"});
    let (status, answer) = served.call("POST", "/v1/me/password", &token, Some(change)).await;
    assert_eq!(status, 204, "a customer takes a new password beside them: {answer}");
    let signing_in: Vec<_> = (2..=AT_ONCE)
        .map(|number| {
            let served = Arc::clone(&served);
            tokio::spawn(async move { served.login(&format!("customer{number}@demo.jangteo"), "jangteo-demo-1").await })
        })
        .collect();
    for one in signing_in {
        one.await.expect("a customer comes in beside them");
    }
    let came_in = came_in(strangers).await;
    assert!(came_in >= 64, "and so do strangers, as many as fit: {came_in}");
    Arc::into_inner(served).expect("nobody calls any more").stop();
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "and the books are right");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn connections_leave_files_for_the_database() {
    let folder = small_shop();
    let served = Served::start_limited(200, folder.path());
    let token = tokens(&["--email", "customer1@demo.jangteo"], folder.path());
    // This connection is kept alive, and asks again while all the others are taken.
    let (status, _) = served.call("GET", "/v1/me", access(&token[0]), None).await;
    assert_eq!(status, 200, "there is room at first");
    let mut held = Vec::new();
    for _ in 0..300 {
        held.push(TcpStream::connect(("127.0.0.1", served.port())).await.expect("the system takes it"));
    }
    let mut said = String::new();
    held.pop().expect("there are 300").read_to_string(&mut said).await.expect("it is told");
    assert!(said.starts_with("HTTP/1.1 503"), "half of its files are connections: {said}");
    let (status, answer) = served.call("GET", "/readyz", "", None).await;
    assert_eq!((status, answer), (200, json!({"status": "ok"})), "with the others the books can be written");
    let (status, products) = served.call("GET", "/v1/products?limit=100", access(&token[0]), None).await;
    assert_eq!(status, 200, "and read: {products}");
    drop(held);
    served.stop();
}
