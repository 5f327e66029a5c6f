//! The server in the network: only when it is switched on, only under this machine's addresses, and never for what is the
//! owner's alone.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shop_contract::ErrorCode;
use shop_server::Rate;

use crate::http::{Answer, Site};
use crate::stage::{make_demo, open_room};

/// A server that is open to the network; `None` on a machine that has none, where there is nothing to try.
async fn open_to_network() -> Option<Site> {
    let site = Site::with(|_| {}, |options| options.lan = true).await;
    site.ask_from_network("GET", "/").is_some().then_some(site)
}

/// Posts from the network.
async fn post(site: &Site, path: &str, body: &Value) -> Answer {
    site.ask_from_network("POST", path).expect("there is a network").json(body).send().await
}

async fn shop_seen_from_network(site: &Site) -> Value {
    site.ask_from_network("GET", "/v1/shop").expect("there is a network").send().await.is(200, "everybody may know")
}

/// An address of this machine in its network, where it has one.
fn address(site: &Site) -> Option<String> {
    site.urls().into_iter().nth(1).and_then(|url| Some(url.strip_prefix("http://")?.to_owned()))
}

#[tokio::test]
async fn the_network_reaches_it_only_when_it_is_let_in() {
    let open = Site::with(|_| {}, |options| options.lan = true).await;
    let Some(address) = address(&open) else {
        assert_eq!(open.urls().len(), 1, "a machine without a network serves itself alone");
        return;
    };
    let (name, _) = address.rsplit_once(':').expect("a port");
    let closed = Site::open().await;
    let refused = tokio::net::TcpStream::connect((name, closed.port())).await;
    assert!(refused.is_err(), "nobody listens there before");
    assert_eq!(closed.urls().len(), 1, "and nobody is told so");
    let from = |path: &str| format!("http://{address}{path}");
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let categories = client.get(from("/v1/categories")).send().await.expect("an answer");
    assert_eq!(categories.status(), 200, "the shop is open to the network");
    for host in [format!("127.0.0.1:{}", open.port()), format!("localhost:{}", open.port()), "evil.example".to_owned()]
    {
        let answer = client.get(from("/v1/categories")).header("Host", &host).send().await.expect("an answer");
        assert_eq!(answer.status(), 403, "under its own address there and no other: {host}");
    }
    let here = open.get("/v1/categories").send().await;
    here.is(200, "this machine is served as before");
    let other = open.get("/v1/categories").with("Host", &address).send().await;
    other.refused(ErrorCode::Forbidden, "under this machine's own name only");
}

fn set_up(code: Option<&str>) -> Value {
    let mut shop = json!({"shopName": "가게", "email": "a@b.kr", "password": "a good password", "name": "주인"});
    if let Some(code) = code {
        shop["setUpCode"] = json!(code);
    }
    shop
}

#[tokio::test]
async fn the_network_sets_a_shop_up_with_the_code_alone() {
    let Some(site) = open_to_network().await else { return };
    let code = site.scene.shop.set_up_code().text();
    assert_eq!(shop_seen_from_network(&site).await["setUpCodeRequired"], true, "a page there asks for the code");
    let here = site.get("/v1/shop").send().await.is(200, "everybody may know");
    assert_eq!(here["setUpCodeRequired"], false, "and a page at this machine does not");
    assert!(!here.to_string().contains(&code), "nobody is told it");
    for (typed, why) in [(None, "without a code"), (Some(""), "an empty one"), (Some("2222-2222"), "a wrong one")] {
        let details = post(&site, "/v1/shop/set-up", &set_up(typed)).await.refused(ErrorCode::Forbidden, why);
        assert_eq!(details, json!({"reason": "SET_UP_CODE"}), "{why}: the page knows what is asked for");
    }
    assert_eq!(site.scene.count("SELECT count(*) FROM user"), 0, "nobody has made the shop their own");
    let made = post(&site, "/v1/shop/set-up", &set_up(Some(&code.to_lowercase()))).await;
    let shop = made.is(201, "who was told the code opens the shop");
    assert_eq!((&shop["ready"], &shop["setUpCodeRequired"]), (&json!(true), &json!(false)), "once: {shop}");
    let again = post(&site, "/v1/shop/set-up", &set_up(Some(&code))).await;
    again.refused(ErrorCode::Conflict, "there is a shop now");
    post(&site, "/v1/shop/set-up", &set_up(None)).await.refused(ErrorCode::Forbidden, "which a stranger is not told");
    assert_eq!(site.scene.count("SELECT count(*) FROM sign_in_attempt"), 0, "the right code wipes the slate");
}

#[tokio::test]
async fn wrong_set_up_codes_are_held_back_and_this_machine_needs_none() {
    let Some(site) = open_to_network().await else { return };
    let code = site.scene.shop.set_up_code().text();
    for _ in 0..6 {
        let answer = post(&site, "/v1/shop/set-up", &set_up(Some("AAAA-AAAA"))).await;
        answer.refused(ErrorCode::Forbidden, "a wrong code is looked at");
    }
    let details = post(&site, "/v1/shop/set-up", &set_up(Some(&code)))
        .await
        .refused(ErrorCode::TooManyRequests, "then even the right one waits");
    assert_eq!(details["retryAfter"], 30, "as a password does");
    site.scene.clock.advance(TimeDelta::seconds(30));
    let invalid =
        json!({"shopName": "", "email": "a@b.kr", "password": "a good password", "name": "주인", "setUpCode": code});
    let answer = post(&site, "/v1/shop/set-up", &invalid).await;
    answer.refused(ErrorCode::InvalidInput, "the wait is over, and what is wrong with the rest is said");
    site.post("/v1/shop/set-up", set_up(None)).send().await.is(201, "who sits at the machine opens the shop");
}

#[tokio::test]
async fn the_network_is_not_handed_the_users_of_a_demo() {
    let Some(site) = open_to_network().await else { return };
    let admin = site.admin().await;
    site.customer(0).await;
    make_demo(&site).await;
    let here = site.get("/v1/shop").send().await.is(200, "everybody may know");
    let emails: Vec<&Value> = here["personas"].as_array().expect("a list").iter().map(|one| &one["email"]).collect();
    assert!(emails.contains(&&json!(admin.email)), "this machine chooses among them: {here}");
    let there = shop_seen_from_network(&site).await;
    assert_eq!((&there["demo"], &there["personas"]), (&json!(true), &json!([])), "the network does not: {there}");
    let told = there.to_string();
    assert!(!told.contains(&admin.email) && !told.contains("password"), "not by any other field either: {told}");
}

#[tokio::test]
async fn the_password_that_everybody_knows_makes_nobody_an_admin_from_the_network() {
    let Some(site) = open_to_network().await else { return };
    let (admin, customer) = (site.admin().await, site.customer(0).await);
    let published = shop_app::user::DEMO_PASSWORD;
    let call = site.scene.visitor();
    let hash = shop_app::user::hash_password(&call, published).await.expect("it can be hashed");
    site.scene.sql(&format!("UPDATE user SET password_hash = '{hash}'"));
    let login = |email: &str, password: &str| json!({"email": email, "password": password});
    post(&site, "/v1/auth/login", &login(&admin.email, published)).await.is(200, "an own shop's admin may choose it");
    make_demo(&site).await;
    let refused = post(&site, "/v1/auth/login", &login(&admin.email, published)).await;
    refused.refused(ErrorCode::Unauthorized, "the demo's admin");
    let wrong = post(&site, "/v1/auth/login", &login(&admin.email, "a wrong password")).await;
    assert_eq!((refused.status, &refused.body), (wrong.status, &wrong.body), "as if it were wrong");
    assert_eq!(site.scene.count("SELECT count(*) FROM sign_in_attempt"), 2, "both count as failed");
    post(&site, "/v1/auth/login", &login(&customer.email, published)).await.is(200, "a demo customer may look around");
    let here = site.post("/v1/auth/login", login(&admin.email, published)).send().await;
    here.is(200, "who sits at the machine is the admin as ever");
    let change = json!({"currentPassword": published, "newPassword": "my own password"});
    site.post("/v1/me/password", change).by(&admin).send().await.is(204, "and takes another password");
    let own = post(&site, "/v1/auth/login", &login(&admin.email, "my own password")).await;
    own.is(200, "which opens the shop from everywhere");
}

#[tokio::test]
async fn an_address_of_the_network_registers_so_many_and_this_machine_goes_on() {
    let few = Rate { burst: 2, per_second: 0.01 };
    let site = Site::with(
        |_| {},
        move |options| {
            options.lan = true;
            options.limits.address_registrations = few;
        },
    )
    .await;
    if site.ask_from_network("GET", "/").is_none() {
        return;
    }
    let newcomer =
        |number: usize| json!({"email": format!("new{number}@b.kr"), "password": "a good password", "name": "손님"});
    post(&site, "/v1/auth/register", &newcomer(1)).await.is(201, "the first");
    post(&site, "/v1/auth/register", &newcomer(1)).await.refused(ErrorCode::EmailTaken, "a try counts, too");
    let details = post(&site, "/v1/auth/register", &newcomer(2)).await.refused(ErrorCode::TooManyRequests, "the third");
    assert!(details["retryAfter"].as_i64().is_some_and(|seconds| seconds > 60), "it takes its time: {details}");
    let known = json!({"email": "new1@b.kr", "password": "a good password"});
    post(&site, "/v1/auth/login", &known).await.is(200, "a registered user signs in from there");
    for number in 3..6 {
        site.post("/v1/auth/register", newcomer(number)).send().await.is(201, "this machine is not held up");
    }
}

#[tokio::test]
async fn a_telephone_joins_the_sale_room_over_the_network() {
    let Some(site) = open_to_network().await else { return };
    open_room(&site).await;
    let admin = site.admin().await;
    let shown = site.get("/v1/admin/sale-room").by(&admin).send().await.is(200, "the presenter sees it");
    let there = site.urls().split_off(1);
    assert_eq!(shown["addresses"], json!(there), "with the addresses for the telephones");
    let pin = shown["pin"].as_str().expect("a PIN").to_owned();
    let wrong = if pin == "000000" { "000001" } else { "000000" };
    let join = async |pin: &str| post(&site, "/v1/sale-room/join", &json!({"pin": pin, "name": "서연"})).await;
    assert_eq!(join(wrong).await.refused(ErrorCode::Forbidden, "a wrong PIN")["reason"], "SALE_PIN");
    let pair = join(&pin).await.is(201, "a guest joins");
    assert_eq!(pair["user"]["type"], "CUSTOMER", "as a customer");
    let token = pair["accessToken"].as_str().expect("a token").to_owned();
    let as_guest = |method: &str, path: &str| {
        site.ask_from_network(method, path).expect("there is a network").bearer(&token).json(&json!({}))
    };
    let grant = as_guest("POST", "/v1/sale-room/buy").send().await.is(200, "the guest gets a coupon");
    assert_eq!((&grant["rank"], &grant["arrived"], &grant["served"]), (&json!(1), &json!(1), &json!(1)));
    let admins = as_guest("POST", "/v1/admin/sale-room/close").send().await;
    admins.refused(ErrorCode::Forbidden, "a guest is no admin");
    let refresh = post(&site, "/v1/auth/refresh", &json!({"refreshToken": pair["refreshToken"]})).await;
    refresh.is(200, "the session goes on as any other");
}

#[tokio::test]
async fn joining_has_a_rate_for_each_address() {
    let few = |options: &mut shop_server::ServerOptions| {
        options.lan = true;
        options.limits.address_registrations = Rate { burst: 2, per_second: 0.01 };
    };
    let site = Site::with(|_| {}, few).await;
    if site.ask_from_network("GET", "/").is_none() {
        return;
    }
    let join = async || post(&site, "/v1/sale-room/join", &json!({"pin": "000000", "name": "서연"})).await;
    for _ in 0..2 {
        join().await.refused(ErrorCode::Conflict, "no room is open");
    }
    join().await.refused(ErrorCode::TooManyRequests, "like registrations");
}
