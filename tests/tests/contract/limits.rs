//! How much of the server one client may take: bodies, headers, time, connections, requests. A client that asks for more is
//! turned away in words or cut off, and everybody else is served as before.

use std::time::Duration;

use serde_json::json;
use shop_contract::ErrorCode;
use shop_server::{Limits, Rate};

use crate::http::{Line, Reply, Site};

/// The longest body, in bytes.
const LONGEST: usize = 64 * 1024;

async fn with(change: impl Fn(&mut Limits) + Send + Sync + 'static) -> Site {
    Site::with(|_| {}, move |options| change(&mut options.limits)).await
}

/// Asserts that a client who behaves is served.
async fn serves(site: &Site, why: &str) {
    site.get("/v1/categories").send().await.is(200, why);
}

fn register(length: usize) -> String {
    let body = r#"{"email":"a@b.kr","password":"a good password","name":"손님"}"#;
    format!("{body}{}", " ".repeat(length - body.len()))
}

fn post(site: &Site, headers: &str) -> String {
    let host = site.host();
    format!("POST /v1/auth/register HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n{headers}\r\n")
}

fn chunked(body: &str, piece: usize) -> String {
    let pieces = body.as_bytes().chunks(piece).map(|piece| String::from_utf8_lossy(piece).into_owned());
    let chunks: String = pieces.map(|piece| format!("{:x}\r\n{piece}\r\n", piece.len())).collect();
    format!("{chunks}0\r\n\r\n")
}

/// A refusal in words, or a cut: never a failure of the server's own.
#[track_caller]
fn is_turned_away(reply: Option<Reply>, statuses: &[u16], why: &str) {
    if let Some(reply) = reply {
        assert!(statuses.contains(&reply.status), "{why}: {} {}", reply.status, reply.body);
    }
}

#[tokio::test]
async fn a_body_is_as_long_as_it_may_be_and_no_longer() {
    let site = Site::open().await;
    let fits = site.say(format!("{}{}", post(&site, "Content-Length: 65536\r\n"), register(LONGEST))).await;
    assert_eq!(fits.expect("an answer").status, 201, "64 KiB are read");
    let fits =
        site.say(post(&site, "Transfer-Encoding: chunked\r\n") + chunked(&register(LONGEST), 4_000).as_str()).await;
    assert_eq!(fits.expect("an answer").body["code"], "EMAIL_TAKEN", "64 KiB in pieces are read");
    let long = register(LONGEST + 1);
    for (request, why) in [
        (format!("{}{long}", post(&site, "Content-Length: 65537\r\n")), "a byte more, declared"),
        (post(&site, "Transfer-Encoding: chunked\r\n") + chunked(&long, 4_000).as_str(), "a byte more, in pieces"),
        (post(&site, "Content-Length: 99999999999\r\n"), "an endless length that never comes"),
        (post(&site, "Content-Length: 65537\r\nExpect: 100-continue\r\n"), "a client that asks first (Expect)"),
    ] {
        let reply = site.say(request).await.expect("an answer in words");
        assert_eq!((reply.status, &reply.body["code"]), (413, &json!("PAYLOAD_TOO_LARGE")), "{why}: {}", reply.body);
        assert_eq!(reply.header("connection"), Some("close"), "{why}: nobody sends on what is not read");
    }
    let answer = site.ask("POST", "/v1/auth/login").text(" ".repeat(LONGEST + 1)).send().await;
    answer.refused(ErrorCode::PayloadTooLarge, "at every door");
    serves(&site, "and the next client is served").await;
}

#[tokio::test]
async fn a_slow_client_is_cut_off() {
    let site = with(|limits| {
        limits.header_timeout = Duration::from_millis(300);
        limits.body_timeout = Duration::from_millis(300);
    })
    .await;
    let host = site.host();
    for (start, why) in [
        (String::new(), "not a word"),
        (String::from("GET /v1/cat"), "half a line"),
        (format!("GET /v1/categories HTTP/1.1\r\nHost: {host}\r\nX-Slow: "), "half a head"),
    ] {
        let reply = site.say(start).await;
        is_turned_away(reply, &[408], &format!("{why} and then nothing"));
    }
    for (start, why) in [
        (post(&site, "Content-Length: 100\r\n") + "{", "a body that stops after its first byte"),
        (post(&site, "Transfer-Encoding: chunked\r\n") + "5\r\n{", "a chunk that stops in its middle"),
        (post(&site, "Transfer-Encoding: chunked\r\n") + "1\r\n{\r\n", "chunks that stop coming"),
    ] {
        is_turned_away(site.say(start).await, &[400, 408, 413], why);
    }
    serves(&site, "a quick client is served").await;
}

#[tokio::test]
async fn a_client_that_never_reads_is_cut_off() {
    let site = with(|limits| limits.write_timeout = Duration::from_millis(300)).await;
    let request = format!("GET /v1/openapi.json HTTP/1.1\r\nHost: {}\r\n\r\n", site.host()).repeat(1_000);
    let mut line = site.line().await;
    let is_cut_off = async { while line.write(&request).await {} };
    let cut = tokio::time::timeout(Duration::from_secs(30), is_cut_off).await;
    assert!(cut.is_ok(), "it does not keep its place for ever");
    serves(&site, "a reader is served").await;
}

#[tokio::test]
async fn endless_chunks_come_to_an_end() {
    let site = Site::open().await;
    let mut line: Line = site.line().await;
    line.write(post(&site, "Transfer-Encoding: chunked\r\n")).await;
    let chunk = format!("1000\r\n{}\r\n", " ".repeat(0x1000));
    let taken = {
        let mut taken = 0;
        while taken < 10_000 && line.write(&chunk).await {
            taken += 1;
        }
        taken
    };
    assert!(taken < 10_000, "40 MB are not taken in: {taken} chunks were");
    serves(&site, "and the next client is served").await;
}

#[tokio::test]
async fn a_head_has_a_size() {
    let site = Site::open().await;
    let host = format!("Host: {}", site.host());
    let long = format!("X-Long: {}", "a".repeat(1_000_000));
    let many: Vec<String> = (0..5_000).map(|number| format!("X-Many-{number}: a")).collect();
    let many: Vec<&str> = std::iter::once(host.as_str()).chain(many.iter().map(String::as_str)).collect();
    let wide = format!("GET /v1/products?q={}", "a".repeat(1_000_000));
    let refusals = [400, 413, 414, 431];
    is_turned_away(site.say_headers("GET /v1/categories", &[&host, &long]).await, &refusals, "a header of a megabyte");
    is_turned_away(site.say_headers("GET /v1/categories", &many).await, &refusals, "five thousand headers");
    is_turned_away(site.say_headers(&wide, &[&host]).await, &refusals, "an address of a megabyte");
    for (bytes, why) in [
        ("\r\n\r\n\r\n".to_owned(), "empty lines"),
        ("GET\r\n\r\n".to_owned(), "a line of one word"),
        (format!("GET /v1/categories HTTP/9.9\r\n{host}\r\n\r\n"), "a version to come"),
        (format!("GET /v1/categories HTTP/1.1\r\n{host}\r\nX: a\0b\r\n\r\n"), "NUL in a header"),
        (format!("GET /v1/categories HTTP/1.1\r\n{host}\r\n folded\r\n\r\n"), "a folded header"),
        (format!("GET /v1/\u{1}\u{7f} HTTP/1.1\r\n{host}\r\n\r\n"), "control characters in the address"),
        (format!("POST /v1/auth/login HTTP/1.1\r\n{host}\r\nContent-Length: -1\r\n\r\n"), "a length below zero"),
        (
            format!("POST /v1/auth/login HTTP/1.1\r\n{host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
            "two lengths",
        ),
        (
            format!("POST /v1/auth/login HTTP/1.1\r\n{host}\r\nTransfer-Encoding: gzip\r\n\r\n"),
            "a way of sending that is not known",
        ),
        ("\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{fc}\u{3}\u{3}".to_owned() + "\r\n\r\n", "the start of TLS"),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(), "the start of HTTP/2"),
    ] {
        is_turned_away(site.say(bytes).await, &[400, 404, 405, 501, 505, 403, 431, 413], why);
    }
    let both = format!(
        "POST /v1/auth/login HTTP/1.1\r\n{host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n\
         0\r\n\r\nGET /v1/categories HTTP/1.1\r\n{host}\r\n\r\n"
    );
    is_turned_away(site.say(both).await, &[400], "a length and chunks, with a second request inside");
    serves(&site, "after all of this").await;
}

#[tokio::test]
async fn fifteen_hundred_who_say_nothing_keep_nobody_out() {
    let site = Site::open().await;
    let mut silent = Vec::new();
    for _ in 0..1_500 {
        silent.push(site.line().await);
    }
    serves(&site, "beside 1,500 open connections").await;
    drop(silent);
    serves(&site, "and after them").await;
}

#[tokio::test]
async fn a_client_without_a_place_is_told_to_come_back() {
    let site = with(|limits| {
        limits.connections = 5;
        limits.header_timeout = Duration::from_millis(500);
    })
    .await;
    let mut silent = Vec::new();
    for _ in 0..5 {
        silent.push(site.line().await);
    }
    let host = format!("Host: {}", site.host());
    let reply = site.say_headers("GET /v1/categories", &[&host]).await;
    if let Some(reply) = reply {
        assert_eq!((reply.status, &reply.body["code"]), (503, &json!("OVERLOADED")), "the sixth finds no room");
        assert!(reply.header("retry-after").is_some(), "and is told when to come back");
        assert!(reply.body["message"].is_string(), "in words: {}", reply.body);
    }
    for mut line in silent {
        is_turned_away(line.read().await, &[408], "who says nothing makes room");
    }
    serves(&site, "so there is room again").await;
}

#[tokio::test]
async fn requests_beyond_the_rate_are_refused() {
    let few = Rate { burst: 5, per_second: 1.0 };
    let site = with(move |limits| limits.session_rate = few).await;
    let (greedy, other) = (site.customer(0).await, site.customer(0).await);
    for _ in 0..5 {
        site.get("/v1/me").by(&greedy).send().await.is(200, "the burst is let in");
    }
    let answer = site.get("/v1/me").by(&greedy).send().await;
    answer.refused(ErrorCode::TooManyRequests, "what is more has to wait");
    site.get("/v1/me").by(&other).send().await.is(200, "another session is not held up");
    serves(&site, "nor is a visitor").await;
    let site = with(move |limits| limits.local_rate = few).await;
    for _ in 0..5 {
        serves(&site, "the burst of an address is let in").await;
    }
    for path in ["/v1/categories", "/", "/v1/openapi.json", "/no/such/page"] {
        let answer = site.get(path).with("Accept-Language", "en").send().await;
        answer.refused(ErrorCode::TooManyRequests, path);
        assert_eq!(answer.body["message"], "Too many requests. Please try again in a moment.", "in its language");
    }
}
