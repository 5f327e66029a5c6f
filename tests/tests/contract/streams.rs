//! Streams, connections and writes: nobody has so many that others have none.

use serde_json::json;
use shop_contract::ErrorCode;
use shop_server::{Limits, Rate};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::http::{Site, TestUser};

async fn with(change: impl Fn(&mut Limits) + Send + Sync + 'static) -> Site {
    Site::with(|_| {}, move |options| change(&mut options.limits)).await
}

#[tokio::test]
async fn one_account_cannot_shut_out_everybody() {
    let site = Site::open().await;
    let (greedy, other) = (site.customer(0).await, site.customer(0).await);
    let mut sessions = vec![greedy.clone()];
    for _ in 0..9 {
        sessions.push(site.elsewhere(&greedy).await);
    }
    let mut held = Vec::new();
    for session in &sessions[..8] {
        let mut feeds = Vec::new();
        for _ in 0..8 {
            feeds.push(site.feed(session, "").await);
        }
        let ninth = site.get("/v1/events").by(session).send().await;
        ninth.refused(ErrorCode::TooManyRequests, "a session has eight");
        held.push(feeds);
    }
    let more = site.get("/v1/events").by(&sessions[8]).send().await;
    let details = more.refused(ErrorCode::TooManyRequests, "a user has 64, in however many sessions");
    assert_eq!(details["retryAfter"], 5, "and is told when to look again");
    site.feed(&other, "").await;
    site.get("/v1/me").by(&greedy).send().await.is(200, "other requests of the same user are served");
    held.clear();
    // The server notices as soon as it hears of it; each look is a request that is answered.
    let mut looks = 0;
    while site.get("/v1/events").by(&sessions[8]).open().await.status() != 200 {
        looks += 1;
        assert!(looks < 10_000, "a client that has gone makes room");
    }
}

#[tokio::test]
async fn streams_leave_connections_for_requests() {
    let site = with(|limits| limits.connections = 16).await;
    let mut users = Vec::new();
    let mut held = Vec::new();
    for _ in 0..3 {
        users.push(site.customer(0).await);
    }
    'all: for user in &users {
        for _ in 0..8 {
            if held.len() == 12 {
                break 'all;
            }
            held.push(site.feed(user, "").await);
        }
    }
    let thirteenth = site.get("/v1/events").by(&users[2]).send().await;
    thirteenth.refused(ErrorCode::TooManyRequests, "three quarters of the connections are streams");
    site.get("/v1/categories").send().await.is(200, "the others are for those who ask");
}

#[tokio::test]
async fn a_stream_that_is_refused_for_another_reason_takes_no_place() {
    let site = with(|limits| limits.session_streams = 1).await;
    let me = site.customer(0).await;
    for _ in 0..3 {
        let answer = site.get("/v1/events?productIds=none").by(&me).send().await;
        answer.refused(ErrorCode::InvalidInput, "what is asked makes no sense");
    }
    site.feed(&me, "").await;
}

#[tokio::test]
async fn the_network_never_takes_the_places_of_this_machine() {
    let site = Site::with(
        |_| {},
        |options| {
            options.lan = true;
            options.limits.connections = 8;
        },
    )
    .await;
    let Some(url) = site.urls().into_iter().nth(1) else { return };
    let address = url.strip_prefix("http://").expect("an address").to_owned();
    let mut silent = Vec::new();
    for _ in 0..7 {
        silent.push(TcpStream::connect(&address).await.expect("it is taken"));
    }
    let turned_away = silent.last_mut().expect("there are seven");
    let mut said = String::new();
    // The one that is let in would wait for a request.
    turned_away.read_to_string(&mut said).await.expect("it is told");
    assert!(said.starts_with("HTTP/1.1 503"), "the network has six of eight: {said}");
    site.get("/v1/categories").send().await.is(200, "this machine is served");
    let kept = &mut silent[0];
    let request = format!("GET /v1/categories HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    kept.write_all(request.as_bytes()).await.expect("it is listened to");
    let mut said = String::new();
    kept.read_to_string(&mut said).await.expect("it is answered");
    assert!(said.starts_with("HTTP/1.1 200"), "and so is who was let in: {said}");
}

#[tokio::test]
async fn one_account_writes_at_a_rate_that_no_user_reaches_in_however_many_sessions() {
    let few = Rate { burst: 4, per_second: 0.01 };
    let site = with(move |limits| limits.account_writes = few).await;
    let (me, other) = (site.customer(0).await, site.customer(0).await);
    let elsewhere = site.elsewhere(&me).await;
    let charge = |user: &TestUser| site.post("/v1/points/charge", json!({"amount": 1_000})).by(user).send();
    for user in [&me, &elsewhere, &me, &elsewhere] {
        charge(user).await.is(200, "the burst is written");
    }
    for user in [&me, &elsewhere] {
        charge(user).await.refused(ErrorCode::TooManyRequests, "what is more has to wait");
        site.get("/v1/points").by(user).send().await.is(200, "reading does not");
    }
    charge(&other).await.is(200, "another account is not held up");
}
