//! HTTP as RFC 9110 writes it: every spelling of a header that means what the contract takes is taken, what is not taken is
//! refused by its name, and a connection that is to end is said to end.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use shop_contract::ErrorCode;

use crate::http::{Reply, Site};
use crate::rows::PICTURE;

const REGISTER: &str = r#"{"email":"a@b.kr","password":"a good password","name":"손님"}"#;

/// A request with these headers and this body.
async fn say(site: &Site, line: &str, headers: &[&str], body: &str) -> Reply {
    let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    let head = format!("{line} HTTP/1.1\r\nHost: {}\r\n{headers}Content-Length: {}\r\n\r\n", site.host(), body.len());
    site.say(head + body).await.expect("an answer in words")
}

/// The reason for which a header was refused.
fn reason(reply: &Reply, header: &str) -> String {
    let fields = &reply.body["details"]["fields"];
    assert_eq!((reply.status, &reply.body["code"]), (400, &json!("INVALID_INPUT")), "{}", reply.body);
    assert_eq!(fields[0]["field"], header, "which header: {}", reply.body);
    fields[0]["reason"].as_str().expect("a reason").to_owned()
}

#[tokio::test]
async fn a_media_type_is_read_in_every_spelling_and_refused_by_its_name() {
    let site = Site::open().await;
    for (kind, named) in [
        ("text/plain", "text/plain"),
        ("TEXT/Plain; charset=utf-8", "text/plain"),
        ("application/json; charset=\"EUC-KR\"", "euc-kr"),
        ("application/json; charset=utf-16", "utf-16"),
        ("application/vnd.shop+json", "application/vnd.shop+json"),
    ] {
        let reply = say(&site, "POST /v1/auth/register", &[&format!("Content-Type: {kind}")], REGISTER).await;
        assert!(reason(&reply, "Content-Type").contains(named), "{kind}: {}", reply.body);
    }
    for kind in ["application/json;charset=\"utf-8\"", "APPLICATION/JSON", "application/json; profile=\"a;b\""] {
        let reply = say(&site, "POST /v1/auth/register", &[&format!("Content-Type: {kind}")], REGISTER).await;
        let is_read = reply.status == 201 || reply.body["code"] == "EMAIL_TAKEN";
        assert!(is_read, "{kind}: {} {}", reply.status, reply.body);
    }
}

#[tokio::test]
async fn files_go_by_the_names_that_programs_give_them() {
    let site = Site::open().await;
    let admin = site.admin().await;
    let product = site.scene.product(1_000, 1).await;
    let path = format!("/v1/admin/products/{product}/image");
    let picture = STANDARD.decode(PICTURE).expect("base64");
    for kind in ["image/jpg", "IMAGE/JPG", "image/jpeg; q=1", "image/png; name=\"a;b.png\""] {
        let sent = site.ask("POST", &path).file(kind, picture.clone()).by(&admin).send().await;
        sent.is(200, kind);
    }
    let sent = site.ask("POST", &path).file("image/gif", picture.clone()).by(&admin).send().await;
    let details = sent.refused(ErrorCode::InvalidInput, "no GIF").to_string();
    assert!(details.contains("image/gif") && details.contains("image/jpeg"), "what was sent, what is taken: {details}");
    let table = "name,category,price,stock\n컵,kitchen,1000,1\n".as_bytes().to_vec();
    for kind in ["text/csv; header=present", "text/csv; header=present; charset=\"UTF-8\"", "Text/CSV"] {
        let path = "/v1/admin/products/import?dryRun=true";
        site.ask("POST", path).file(kind, table.clone()).by(&admin).send().await.is(200, kind);
    }
    let export = site.get("/v1/admin/products/export").by(&admin);
    let file = export.with("Accept", "TEXT/CSV; header=present; Q=0.9, application/json; q=0.8").send().await;
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"), "weights in either case");
}

#[tokio::test]
async fn a_compressed_body_is_refused_by_its_coding() {
    let site = Site::open().await;
    let json = "Content-Type: application/json";
    for (coding, named) in [("gzip", "gzip"), ("br", "br"), ("identity, deflate", "deflate")] {
        let headers = [json, &format!("Content-Encoding: {coding}")];
        let reply = say(&site, "POST /v1/auth/register", &headers, REGISTER).await;
        assert!(reason(&reply, "Content-Encoding").contains(named), "{coding}: {}", reply.body);
    }
    let reply = say(&site, "POST /v1/auth/register", &[json, "Content-Encoding: Identity"], REGISTER).await;
    assert_eq!(reply.status, 201, "as it is: {}", reply.body);
}

/// A client that sends on what the server no longer reads would take the rest of its body for answered.
#[tokio::test]
async fn a_refusal_before_the_body_is_read_says_whether_the_connection_ends() {
    let site = Site::open().await;
    let host = format!("Host: {}", site.host());
    let json = "Content-Type: application/json";
    for (line, headers, status, why) in [
        ("POST /v1/orders", vec![host.as_str(), json], 401, "nobody"),
        ("POST /v1/orders", vec![&host, json, "Authorization: Basic YTpi"], 401, "another scheme"),
        ("POST /v1/orders", vec!["Host: evil.example", json], 403, "another host"),
        ("POST /v1/orders", vec![&host, json, "Origin: http://evil.example"], 403, "another page"),
        ("POST /v1/nowhere", vec![&host, json], 404, "no such path"),
        ("POST /v1/products", vec![&host, json], 405, "another method"),
        ("POST /v1/auth/login", vec![&host, json, "Content-Encoding: gzip"], 400, "compressed"),
        ("GET /v1/categories", vec![&host, json], 200, "a body that means nothing"),
    ] {
        let head: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        for (length, sent) in
            [("Content-Length: 50", ""), ("Content-Length: 5000000", "{"), ("Transfer-Encoding: chunked", "")]
        {
            let mut connection = site.line().await;
            connection.write(format!("{line} HTTP/1.1\r\n{head}{length}\r\n\r\n{sent}")).await;
            let reply = connection.read().await.expect("an answer in words");
            assert_eq!(reply.status, status, "{why}: {}", reply.body);
            assert_eq!(reply.header("connection"), Some("close"), "{why}, {length}: it is said");
            assert!(connection.read().await.is_none(), "{why}, {length}: and done");
        }
        // A small body that is there already is read, and the connection goes on.
        let mut connection = site.line().await;
        connection.write(format!("{line} HTTP/1.1\r\n{head}Content-Length: 2\r\n\r\n{{}}")).await;
        let reply = connection.read().await.expect("an answer in words");
        assert_eq!((reply.status, reply.header("connection")), (status, None), "{why}: {}", reply.body);
        connection.write(format!("GET /v1/categories HTTP/1.1\r\n{host}\r\n\r\n")).await;
        let next = connection.read().await.expect("the next answer");
        assert_eq!(next.status, 200, "{why}: the next request is read from its beginning");
    }
}

#[tokio::test]
async fn who_asks_whether_to_send_is_answered_before_anything_is_sent() {
    let site = Site::open().await;
    let head = |path: &str, length: usize| {
        let host = site.host();
        format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nExpect: 100-Continue\r\n\
             Content-Length: {length}\r\n\r\n"
        )
    };
    let mut connection = site.line().await;
    connection.write(head("/v1/orders", REGISTER.len())).await;
    let refused = connection.read().await.expect("an answer");
    assert_eq!((refused.status, refused.header("connection")), (401, Some("close")), "no, and the connection ends");
    let mut connection = site.line().await;
    connection.write(head("/v1/auth/register", REGISTER.len())).await;
    assert_eq!(connection.read().await.expect("an interim answer").status, 100, "yes");
    connection.write(REGISTER).await;
    assert_eq!(connection.read().await.expect("an answer").status, 201, "and then it is read");
}

#[tokio::test]
async fn the_other_methods_say_what_a_path_has() {
    let site = Site::open().await;
    let host = format!("Host: {}", site.host());
    for (line, allowed) in [
        ("OPTIONS /v1/products", "GET"),
        ("OPTIONS /v1/carts/items/1", "PATCH"),
        ("OPTIONS /v1/auth/login", "POST"),
        ("TRACE /v1/products", "GET"),
        ("PROPFIND /v1/products", "GET"),
    ] {
        let reply = site.say_headers(line, &[&host]).await.expect("an answer");
        let is_options = line.starts_with("OPTIONS");
        assert_eq!(reply.status, if is_options { 204 } else { 405 }, "{line}");
        let allow = reply.header("allow").unwrap_or_default().to_uppercase();
        assert!(allow.contains(allowed), "{line} says {allowed}: {allow:?}");
    }
    assert_eq!(site.say_headers("OPTIONS *", &[&host]).await.expect("an answer").status, 204, "the server as a whole");
    assert_eq!(site.say_headers("OPTIONS /v1/none", &[&host]).await.expect("an answer").status, 404, "no such path");
    let shown = site.get("/v1/categories").send().await;
    let head = site.ask("HEAD", "/v1/categories").send().await;
    assert_eq!((head.status, head.header("content-type")), (200, shown.header("content-type")), "as for GET");
    assert_eq!(head.header("content-length"), shown.header("content-length"), "and as long");
    let private = site.ask("HEAD", "/v1/me").send().await;
    assert_eq!(private.status, 401, "for whom GET is");
}

#[tokio::test]
async fn a_stalled_body_delays_its_refusal_but_a_moment() {
    let site = Site::with(|_| {}, |options| options.limits.body_timeout = Duration::from_secs(30)).await;
    let answered = say_and_stall(&site);
    let reply =
        tokio::time::timeout(Duration::from_secs(5), answered).await.expect("long before the body would be due");
    assert_eq!((reply.status, reply.header("connection")), (401, Some("close")), "{}", reply.body);
}

async fn say_and_stall(site: &Site) -> Reply {
    let mut connection = site.line().await;
    let head = format!("POST /v1/orders HTTP/1.1\r\nHost: {}\r\nContent-Length: 50\r\n\r\n{{", site.host());
    connection.write(head).await;
    connection.read().await.expect("an answer in words")
}
