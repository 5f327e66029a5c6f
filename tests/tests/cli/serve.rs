//! `jangteo serve`: one line, one program a folder, and an end in which nothing that was answered is lost.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;
use serde_json::{Value, json};
use shop_app::context::Shop;
use shop_app::runtime::ShopOptions;
use shop_app::runtime::locks::LockKey;
use shop_tests::scene::product;
use tempfile::TempDir;

use crate::program::{file, jangteo, small_shop};
use crate::served::{Served, access, tokens};

/// Orders answered before the program is told to stop.
const ENOUGH: usize = 40;

/// One customer who orders and pays, over and over, until the program is gone; gives the ids of what was answered.
async fn shop_on(served: Arc<Served>, token: String, product: i64, done: Arc<tokio::sync::Semaphore>) -> Vec<[i64; 2]> {
    let address = json!({"recipientName": "김손님", "phone": "010-1234-5678", "zipCode": "04524", "address": "서울"});
    let mut answered = Vec::new();
    loop {
        let line = json!({"productId": product, "quantity": 1});
        let Some((status, line)) = served.try_call("POST", "/v1/carts/items", &token, Some(line)).await else { break };
        assert_eq!(status, 200, "there is plenty: {line}");
        let wish = json!({"shippingAddress": address, "couponIds": [], "cartItemIds": [line["id"]]});
        let Some((status, order)) = served.try_call("POST", "/v1/orders", &token, Some(wish)).await else { break };
        assert_eq!(status, 201, "it can be ordered: {order}");
        let order_id = order["id"].as_i64().expect("an id");
        let payment = json!({"orderId": order_id, "paymentMethod": "POINT", "amount": order["totalAmount"]});
        let paid = served.try_call("POST", "/v1/payments", &token, Some(payment)).await;
        let payment_id = paid.as_ref().map_or(0, |(_, payment)| payment["id"].as_i64().unwrap_or_default());
        answered.push([order_id, payment_id]);
        done.add_permits(1);
        if paid.is_none() {
            break;
        }
    }
    answered
}

/// Puts a product into the shop that is cheap and plenty.
async fn plenty(folder: &Path) -> i64 {
    let shop = Shop::open(ShopOptions::new(folder)).expect("the shop opens");
    let goods = product(10, 1_000_000);
    let made = shop.write(LockKey::Shop, move |w| Ok(shop_store::product::create(w.tx, &goods, w.now)?)).await;
    made.expect("the product is made")
}

async fn loses_nothing(signal: &str) {
    let folder = small_shop();
    let product = plenty(folder.path()).await;
    let served = Arc::new(Served::start(folder.path()));
    let done = Arc::new(tokio::sync::Semaphore::new(0));
    let shoppers: Vec<_> = tokens(&["--all-customers"], folder.path())
        .iter()
        .map(|line| tokio::spawn(shop_on(served.clone(), access(line).to_owned(), product, done.clone())))
        .collect();
    drop(done.acquire_many(ENOUGH as u32).await.expect("they shop"));
    served.signal(signal);
    let mut answered = Vec::new();
    for shopper in shoppers {
        answered.extend(shopper.await.expect("everything that was answered was right"));
    }
    let ran = Arc::into_inner(served).expect("nobody calls any more").end();
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{signal} is a clean end: {}", ran.err);
    let conn = Connection::open(file(folder.path())).expect("the file");
    let is_there = |table: &str, id: i64| {
        let query = format!("SELECT count(*) FROM \"{table}\" WHERE id = {id}");
        conn.query_row(&query, [], |row| row.get::<_, i64>(0)).expect("a number") == 1
    };
    assert!(answered.len() >= ENOUGH, "it was stopped in the middle of work: {}", answered.len());
    for [order, payment] in answered {
        assert!(is_there("order", order), "{signal}: order {order} was answered and is there");
        assert!(payment == 0 || is_there("payment", payment), "{signal}: so is payment {payment}");
    }
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "{signal}: and the books are right");
}

#[tokio::test(flavor = "multi_thread")]
async fn sigterm_under_load_loses_nothing() {
    loses_nothing("TERM").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sigint_under_load_loses_nothing() {
    loses_nothing("INT").await;
}

#[tokio::test]
async fn one_program_serves_a_folder() {
    let folder = TempDir::new().expect("a folder");
    let first = Served::start(folder.path());
    let second = jangteo(&["serve", "--port", "0"], folder.path());
    assert_eq!((second.code, second.out.as_str()), (2, ""), "a second one is refused");
    assert!(second.err.contains("open") && second.err.contains("data folder"), "with the reason: {}", second.err);
    let (status, answer) = first.call("GET", "/healthz", "", None).await;
    assert_eq!((status, answer), (200, json!({"status": "ok"})), "the first serves on");
    let (status, answer) = first.call("GET", "/readyz", "", None).await;
    assert_eq!((status, answer), (200, json!({"status": "ok"})), "and can write");
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "the books can be proved meanwhile");
    first.stop();
    Served::start(folder.path()).stop();
}

#[test]
fn a_port_that_is_taken_is_a_message() {
    let (folder, taken) = (TempDir::new().expect("a folder"), std::net::TcpListener::bind("127.0.0.1:0"));
    let port = taken.as_ref().expect("a port").local_addr().expect("an address").port().to_string();
    let ran = jangteo(&["serve", "--port", &port], folder.path());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "it does not serve");
    assert!(ran.err.contains(&port) && !ran.err.contains("panicked"), "and says which port: {}", ran.err);
    for bad in ["65536", "-1", "http"] {
        let ran = jangteo(&["serve", &format!("--port={bad}")], folder.path());
        assert_eq!(ran.code, 2, "{bad} is no port: {}", ran.err);
    }
}

#[tokio::test]
async fn what_it_makes_is_its_owner_s_alone_and_outlasts_it() {
    let folder = TempDir::new().expect("a folder");
    let served = Served::start(folder.path());
    let newcomer = json!({"email": "kim@b.kr", "password": "a good password", "name": "김손님"});
    let (status, _) = served.call("POST", "/v1/auth/register", "", Some(newcomer)).await;
    assert_eq!(status, 201, "a customer comes");
    let token = served.login("kim@b.kr", "a good password").await;
    served.signal("TERM");
    let ran = served.end();
    assert!(ran.err.contains("token.key"), "it says where its key lies: {}", ran.err);
    for name in ["token.key", "jangteo.db"] {
        let mode = std::fs::metadata(folder.path().join(name)).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name} can be read by its owner alone");
    }
    let again = Served::start(folder.path());
    let (status, me) = again.call("GET", "/v1/me", &token, None).await;
    assert_eq!((status, &me["email"]), (200, &json!("kim@b.kr")), "its key is the same, so the token is still good");
    again.stop();
    std::fs::write(folder.path().join("token.key"), "no key").expect("it is ours");
    let ran = jangteo(&["serve", "--port", "0"], folder.path());
    assert_eq!(ran.code, 2, "a damaged key is not replaced behind the owner's back: {}", ran.err);
    std::fs::remove_file(folder.path().join("token.key")).expect("it is ours");
    std::fs::create_dir(folder.path().join("token.key")).expect("a thing of that name that no one can read as a file");
    let ran = jangteo(&["serve", "--port", "0"], folder.path());
    assert_eq!(ran.code, 2, "nor one that cannot be read: {}", ran.err);
    assert!(ran.err.contains("token.key"), "and it says which file: {}", ran.err);
}

#[tokio::test]
async fn an_empty_folder_becomes_the_demo_shop_once() {
    let folder = TempDir::new().expect("a folder");
    let served = Served::start_with(&["--demo"], folder.path());
    let (_, shop) = served.call("GET", "/v1/shop", "", None).await;
    assert_eq!((&shop["demo"], &shop["ready"]), (&json!(true), &json!(true)), "it is the demo shop: {shop}");
    let products = |page: &Value| page["items"].as_array().map_or(0, Vec::len);
    let (_, page) = served.call("GET", "/v1/products?limit=100", "", None).await;
    assert_eq!(products(&page), 100, "full of goods");
    let admin = served.login("admin@demo.jangteo", "jangteo-demo-1").await;
    let fault = json!({"point": "payment", "times": 1});
    let (status, armed) = served.call("POST", "/v1/admin/faults", &admin, Some(fault.clone())).await;
    assert_eq!((status, armed), (200, fault.clone()), "where a failure can be shown");
    served.stop();
    let again = Served::start_with(&["--demo"], folder.path());
    let (_, same) = again.call("GET", "/v1/shop", "", None).await;
    assert_eq!(same["name"], shop["name"], "the second time it is there already");
    again.stop();
    let own = TempDir::new().expect("a folder");
    let served = Served::start(own.path());
    let set_up = json!({"shopName": "가게", "email": "a@b.kr", "password": "a good password", "name": "주인"});
    let (status, _) = served.call("POST", "/v1/shop/set-up", "", Some(set_up)).await;
    assert_eq!(status, 201, "a shop of its own is set up");
    let owner = served.login("a@b.kr", "a good password").await;
    let (status, refused) = served.call("POST", "/v1/admin/faults", &owner, Some(fault)).await;
    assert_eq!((status, &refused["code"]), (404, &json!("NOT_FOUND")), "where nothing can be made to fail");
    served.stop();
    let ran = jangteo(&["serve", "--port", "0", "--demo"], own.path());
    assert_eq!(ran.code, 2, "and which is never filled with demo data: {}", ran.err);
}
