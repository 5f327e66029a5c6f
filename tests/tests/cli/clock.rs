//! The clock of the machine is set under the running program, forwards and back, and between two runs: nothing expires on the word
//! of such a clock, an admin is told, the shop goes on selling, and what the admin confirms counts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{command, file, jangteo, small_shop};
use crate::served::Served;
use crate::storage::until;

const LIBRARY: &str = "tests/cli/fault_clock.c";
const CUSTOMER: &str = "customer1@demo.jangteo";
const ADMIN: &str = "admin@demo.jangteo";
const PASSWORD: &str = "jangteo-demo-1";
/// Far beyond the half hour in which an order must be paid, in seconds.
const TWO_HOURS: i64 = 7_200;

/// A clock that can be set beneath the program.
struct SetClock {
    place: TempDir,
}

impl SetClock {
    fn make() -> Self {
        let clock = Self { place: TempDir::new().expect("a folder") };
        let source = shop_tests::root().join("tests").join(LIBRARY);
        let built =
            Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(clock.library()).arg(source).status();
        assert!(built.expect("cc is there").success(), "it builds");
        clock.set(0);
        clock
    }

    fn library(&self) -> PathBuf {
        self.place.path().join("clock.so")
    }

    fn file(&self) -> PathBuf {
        self.place.path().join("ahead")
    }

    /// Sets the clock so many seconds ahead of the right time.
    fn set(&self, seconds: i64) {
        let draft = self.place.path().join("draft");
        fs::write(&draft, seconds.to_string()).expect("it is ours");
        fs::rename(draft, self.file()).expect("the clock is set in one step");
    }

    fn serve(&self, folder: &Path) -> Served {
        let mut program = command(&["serve", "--port", "0"], folder);
        program.env("LD_PRELOAD", self.library()).env("CLOCK_AHEAD", self.file());
        Served::launch(program)
    }
}

/// Orders one unit of some product and gives the order.
async fn order(served: &Served, token: &str) -> Value {
    let (_, products) = served.call("GET", "/v1/products?limit=40", "", None).await;
    let is_sold = |product: &&Value| {
        product["options"].as_array().is_none_or(Vec::is_empty) && product["availableQuantity"].as_i64() > Some(9)
    };
    let product = products["items"].as_array().expect("products").iter().find(is_sold).expect("one of plenty");
    let line = json!({"productId": product["id"], "quantity": 1});
    let (status, line) = served.call("POST", "/v1/carts/items", token, Some(line)).await;
    assert_eq!(status, 200, "it goes into the cart: {line}");
    let address = json!({"recipientName": "김손님", "phone": "010-1234-5678", "zipCode": "04524", "address": "서울"});
    let wish = json!({"shippingAddress": address, "couponIds": [], "cartItemIds": [line["id"]]});
    let (status, order) = served.call("POST", "/v1/orders", token, Some(wish)).await;
    assert_eq!(status, 201, "it is ordered: {order}");
    order
}

/// The state of an order.
async fn state(served: &Served, token: &str, order: &Value) -> Value {
    let (status, found) = served.call("GET", &format!("/v1/orders/{}", order["id"]), token, None).await;
    assert_eq!(status, 200, "it is there: {found}");
    found["state"].clone()
}

/// Waits until admins are told that the clock is in doubt, or are no longer.
async fn doubt(served: &Served, admin: &str, is_doubted: bool, why: &str) {
    until(why, async || {
        let (status, list) = served.call("GET", "/v1/admin/alerts", admin, None).await;
        assert_eq!(status, 200, "{why}: the alerts: {list}");
        list["items"].as_array().into_iter().flatten().any(|alert| alert["kind"] == "CLOCK") == is_doubted
    })
    .await;
}

/// Signs the customer and the admin in, by the clock as it is.
async fn sign_in(served: &Served) -> (String, String) {
    (served.login(CUSTOMER, PASSWORD).await, served.login(ADMIN, PASSWORD).await)
}

/// Waits until the jobs have run once more: the one that stores alerts runs as often as the one that ends unpaid orders.
async fn jobs_run(served: &Served, folder: &Path, token: &str, admin: &str) {
    let fault = json!({"point": "payment", "times": 1});
    assert_eq!(served.call("POST", "/v1/admin/faults", admin, Some(fault)).await.0, 200, "a payment is to fail");
    let order = order(served, token).await;
    let payment = json!({"orderId": order["id"], "paymentMethod": "POINT", "amount": order["totalAmount"]});
    let (_, failed) = served.call("POST", "/v1/payments", token, Some(payment)).await;
    assert_eq!(failed["code"], "PAYMENT_FAILED", "it fails: {failed}");
    let (conn, since) = (Connection::open(file(folder)).expect("the file"), order["createdAt"].as_str().expect("when"));
    let stored = "SELECT count(*) FROM alert WHERE kind = 'PAYMENT_FAILED' AND updated_at >= ?1";
    let is_stored = async || conn.query_row(stored, [since], |row| row.get::<_, i64>(0)).expect("a number") > 0;
    until("the alert of the failed payment is stored", is_stored).await;
}

async fn confirm(served: &Served, admin: &str) {
    let (status, answer) = served.call("POST", "/v1/admin/clock/confirm", admin, None).await;
    assert_eq!(status, 204, "the admin confirms the clock: {answer}");
}

async fn charges(served: &Served, token: &str, why: &str) {
    let (status, answer) = served.call("POST", "/v1/points/charge", token, Some(json!({"amount": 1_000}))).await;
    assert_eq!(status, 200, "{why}: the shop goes on: {answer}");
}

#[tokio::test]
async fn a_clock_that_is_set_forwards_and_back_ends_nothing_until_it_is_confirmed() {
    let (folder, clock) = (small_shop(), SetClock::make());
    let served = clock.serve(folder.path());
    let (token, admin) = sign_in(&served).await;
    let unpaid = order(&served, &token).await;
    doubt(&served, &admin, false, "the clock is right").await;
    clock.set(TWO_HOURS);
    let (later_token, later_admin) = sign_in(&served).await;
    doubt(&served, &later_admin, true, "a clock two hours ahead is noticed").await;
    charges(&served, &later_token, "two hours ahead").await;
    jobs_run(&served, folder.path(), &later_token, &later_admin).await;
    assert_eq!(state(&served, &later_token, &unpaid).await, json!("NORMAL"), "the order still waits for its payment");
    clock.set(0);
    let (token, admin) = sign_in(&served).await;
    doubt(&served, &admin, false, "the right clock is noticed by itself").await;
    charges(&served, &token, "back again").await;
    assert_eq!(state(&served, &token, &unpaid).await, json!("NORMAL"), "and the order waits on");
    clock.set(TWO_HOURS);
    let (later_token, later_admin) = sign_in(&served).await;
    doubt(&served, &later_admin, true, "ahead once more").await;
    confirm(&served, &later_admin).await;
    doubt(&served, &later_admin, false, "an admin has confirmed it").await;
    until("what is over by a confirmed clock expires, so that the job was there to do it", async || {
        state(&served, &later_token, &unpaid).await == "CANCELLED"
    })
    .await;
    served.stop();
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "and the books are right");
}

#[tokio::test]
async fn a_clock_that_is_behind_at_the_next_start_is_doubted() {
    let (folder, clock) = (small_shop(), SetClock::make());
    for (ahead, is_doubted) in [(TWO_HOURS, false), (0, true)] {
        clock.set(ahead);
        let served = clock.serve(folder.path());
        let (token, admin) = sign_in(&served).await;
        if !is_doubted {
            confirm(&served, &admin).await;
        }
        doubt(&served, &admin, is_doubted, &format!("{ahead} seconds ahead at the start")).await;
        charges(&served, &token, &format!("{ahead} seconds ahead")).await;
        let order = order(&served, &token).await;
        assert_eq!(state(&served, &token, &order).await, json!("NORMAL"), "{ahead}: an order waits for its payment");
        served.stop();
    }
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "and the books are right");
}
