//! The server in the network: only when it is switched on, only under this machine's addresses, and never for what is the
//! owner's alone.

use serde_json::json;
use shop_app::contract::ErrorCode;

use crate::http::Site;

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
    let shop = json!({"shopName": "가게", "email": "a@b.kr", "password": "a good password", "name": "주인"});
    let taken = client.post(from("/v1/shop/set-up")).json(&shop).send().await.expect("an answer");
    assert_eq!(taken.status(), 403, "nobody in the network makes the shop their own");
    let here = open.get("/v1/categories").send().await;
    here.is(200, "this machine is served as before");
    let other = open.get("/v1/categories").with("Host", &address).send().await;
    other.refused(ErrorCode::Forbidden, "under this machine's own name only");
    open.post("/v1/shop/set-up", shop).send().await.is(201, "who sits at the machine opens the shop");
}
