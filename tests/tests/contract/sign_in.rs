//! Sessions over HTTP: the pair of tokens, its renewal, the end of a family whose dead token comes back.

use chrono::TimeDelta;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use shop_contract::ErrorCode;

use crate::http::{Answer, PASSWORD, Site, TestUser, lifetime};

/// Both tokens of a session.
#[derive(Debug, Clone)]
struct Pair {
    access: String,
    refresh: String,
}

impl Pair {
    #[track_caller]
    fn of(answer: Answer, why: &str) -> Self {
        let body = answer.is(200, why);
        let text = |name: &str| body[name].as_str().expect("a token").to_owned();
        Self { access: text("accessToken"), refresh: text("refreshToken") }
    }
}

async fn login(site: &Site, user: &TestUser) -> Pair {
    let wish = json!({"email": user.email, "password": PASSWORD});
    Pair::of(site.post("/v1/auth/login", wish).send().await, "the password is right")
}

async fn refresh(site: &Site, token: &str) -> Answer {
    site.post("/v1/auth/refresh", json!({"refreshToken": token})).send().await
}

async fn me(site: &Site, token: &str) -> Answer {
    site.get("/v1/me").bearer(token).send().await
}

#[tokio::test]
async fn each_refresh_gives_a_new_pair_and_the_old_token_dies() {
    let mut site = Site::open().await;
    let user = site.customer(0).await;
    let first = login(&site, &user).await;
    let second = Pair::of(refresh(&site, &first.refresh).await, "the token is the latest");
    assert_ne!(first.refresh, second.refresh, "it is another");
    me(&site, &second.access).await.is(200, "the new access token is good");
    me(&site, &first.access).await.is(200, "so is the old one, for as long as it says: the session is the same");
    site.restart().await;
    let third = Pair::of(refresh(&site, &second.refresh).await, "after a restart too");
    let reused = refresh(&site, &first.refresh).await;
    reused.refused(ErrorCode::Unauthorized, "a dead token comes back");
    for (token, why) in [(&third.refresh, "the latest"), (&second.refresh, "the one between")] {
        refresh(&site, token).await.refused(ErrorCode::Unauthorized, &format!("the family has ended: {why}"));
    }
    for token in [&first.access, &second.access, &third.access] {
        me(&site, token).await.refused(ErrorCode::Unauthorized, "and with it its access tokens, at once");
    }
    login(&site, &user).await;
}

#[tokio::test]
async fn a_pair_that_was_lost_on_the_way_is_replaced() {
    let mut site = Site::open().await;
    let user = site.customer(0).await;
    let old = login(&site, &user).await;
    let lost = Pair::of(refresh(&site, &old.refresh).await, "its answer never arrives");
    site.restart().await;
    site.scene.clock.advance(TimeDelta::seconds(10));
    let found = Pair::of(refresh(&site, &old.refresh).await, "the same token within ten seconds, also after a restart");
    assert_ne!(found.refresh, lost.refresh, "it is a new pair");
    me(&site, &found.access).await.is(200, "which is good");
    let next = Pair::of(refresh(&site, &found.refresh).await, "and goes on");
    refresh(&site, &old.refresh).await.refused(ErrorCode::Unauthorized, "its successor was used: it is used twice");
    refresh(&site, &next.refresh).await.refused(ErrorCode::Unauthorized, "and the session has ended");
    me(&site, &next.access).await.refused(ErrorCode::Unauthorized, "at once");
}

#[tokio::test]
async fn a_pair_is_not_replaced_after_ten_seconds() {
    let site = Site::open().await;
    let user = site.customer(0).await;
    let old = login(&site, &user).await;
    let latest = Pair::of(refresh(&site, &old.refresh).await, "it is the latest");
    site.scene.clock.advance(TimeDelta::milliseconds(10_001));
    refresh(&site, &old.refresh).await.refused(ErrorCode::Unauthorized, "too late");
    refresh(&site, &latest.refresh).await.refused(ErrorCode::Unauthorized, "and the session has ended");
}

#[tokio::test]
async fn two_tabs_that_refresh_at_once_are_both_served_and_one_goes_on() {
    let site = Site::open().await;
    let user = site.customer(0).await;
    let pair = login(&site, &user).await;
    let (one, two) = tokio::join!(refresh(&site, &pair.refresh), refresh(&site, &pair.refresh));
    let (one, two) = (Pair::of(one, "the one"), Pair::of(two, "and the other"));
    for token in [&one.access, &two.access] {
        me(&site, token).await.is(200, "both tabs are signed in");
    }
    let is_alive = |pair: &Pair| {
        let hash: String = Sha256::digest(&pair.refresh).iter().map(|byte| format!("{byte:02x}")).collect();
        site.scene.count(&format!("SELECT count(*) FROM session WHERE token_hash = '{hash}'")) == 1
    };
    let (live, dead) = if is_alive(&one) { (&one, &two) } else { (&two, &one) };
    let live = Pair::of(refresh(&site, &live.refresh).await, "the pair that was given last goes on");
    me(&site, &live.access).await.is(200, "for both, as they share it");
    refresh(&site, &dead.refresh).await.refused(ErrorCode::Unauthorized, "the one that was replaced unused is dead");
    me(&site, &live.access).await.refused(ErrorCode::Unauthorized, "it may be stolen");
}

#[tokio::test]
async fn a_session_runs_out_thirty_days_after_its_last_use() {
    let site = Site::open().await;
    let user = site.customer(0).await;
    let mut pair = login(&site, &user).await;
    for _ in 0..3 {
        site.scene.clock.advance(TimeDelta::days(29));
        me(&site, &pair.access).await.refused(ErrorCode::Unauthorized, "the access token ran out long ago");
        pair = Pair::of(refresh(&site, &pair.refresh).await, "used within thirty days, it goes on");
    }
    site.scene.clock.advance(TimeDelta::days(30) + TimeDelta::seconds(1));
    refresh(&site, &pair.refresh).await.refused(ErrorCode::Unauthorized, "unused for thirty days, it has ended");
}

#[tokio::test]
async fn signing_out_bites_at_once() {
    let site = Site::open().await;
    let user = site.customer(0).await;
    let (here, elsewhere) = (login(&site, &user).await, login(&site, &user).await);
    let out = |token: &str| site.post("/v1/auth/logout", json!({"refreshToken": token})).send();
    assert_eq!(out(&here.refresh).await.is(204, "signed out"), Value::Null, "without a word");
    me(&site, &here.access).await.refused(ErrorCode::Unauthorized, "the access token is worth nothing at once");
    refresh(&site, &here.refresh).await.refused(ErrorCode::Unauthorized, "nor is the other");
    me(&site, &elsewhere.access).await.is(200, "another device is not signed out");
    for token in [here.refresh.as_str(), "", "garbage", &"f".repeat(64), &elsewhere.access] {
        out(token).await.is(204, "signing out what is not signed in is done already");
    }
    me(&site, &elsewhere.access).await.is(200, "an access token signs nobody out");
}

#[tokio::test]
async fn a_refresh_token_is_one_text() {
    let site = Site::open().await;
    let user = site.customer(0).await;
    let pair = login(&site, &user).await;
    let cut = &pair.refresh[1..];
    let none = "0".repeat(pair.refresh.len());
    for token in ["", "garbage", cut, &none, &pair.access, &pair.refresh.to_uppercase()] {
        let answer = refresh(&site, token).await;
        answer.refused(ErrorCode::Unauthorized, &format!("the token {token:.20}"));
    }
    for body in [json!({}), json!({"refreshToken": null}), json!({"refreshToken": 1}), json!({"token": pair.refresh})] {
        let answer = site.post("/v1/auth/refresh", body).send().await;
        answer.refused(ErrorCode::InvalidInput, "what is no token at all");
    }
    site.scene.clock.advance(TimeDelta::seconds(lifetime()));
    Pair::of(refresh(&site, &pair.refresh).await, "none of this has harmed the right one");
}

#[tokio::test]
async fn a_blocked_customer_stays_out() {
    let site = Site::open().await;
    let user = site.customer(0).await;
    let pair = login(&site, &user).await;
    site.scene.sql(&format!("UPDATE user SET state = 'INACTIVE' WHERE id = {}", user.principal.user_id));
    me(&site, &pair.access).await.refused(ErrorCode::Unauthorized, "the access token");
    refresh(&site, &pair.refresh).await.refused(ErrorCode::Unauthorized, "the refresh token");
    let wish = json!({"email": user.email, "password": PASSWORD});
    site.post("/v1/auth/login", wish).send().await.refused(ErrorCode::Unauthorized, "the right password");
}
