//! The figures for collectors: who may read them, and whether they can.

use serde_json::json;
use shop_contract::ErrorCode;
use shop_server::Rate;

use crate::exposition::read;
use crate::http::{Answer, KEY, Site, TestUser, claims, header, hs256, leeway, lifetime};
use crate::operation::Operation;

async fn token(site: &Site, admin: &TestUser) -> String {
    let made = Operation::make_metrics_token.ask(site, &json!({})).by(admin).send().await.is(201, "a token");
    made["token"].as_str().expect("a text").to_owned()
}

async fn scrape(site: &Site, token: &str) -> Answer {
    site.get("/metrics").bearer(token).send().await
}

#[tokio::test]
async fn the_figures_are_for_admins_and_for_who_has_their_token() {
    let site = Site::open().await;
    let (admin, customer) = (site.admin().await, site.customer(1_000).await);
    let long_ago = site.scene.shop.now() - chrono::TimeDelta::seconds(lifetime() + leeway());
    let expired = hs256(&KEY, &header(), &claims(admin.principal, long_ago));
    let (revoked, blocked) = (site.elsewhere(&admin).await, site.admin().await);
    let away = json!({"id": revoked.principal.session_id});
    Operation::end_session.ask(&site, &away).by(&revoked).send().await.is(204, "it ends itself");
    site.scene.sql(&format!("UPDATE user SET state = 'INACTIVE' WHERE id = {}", blocked.principal.user_id));
    site.get("/metrics").send().await.refused(ErrorCode::Unauthorized, "nobody");
    let made_up = "0".repeat(64);
    for (why, worthless) in [
        ("expired", &expired),
        ("signed out", &revoked.token),
        ("blocked", &blocked.token),
        ("garbage", &String::from("garbage")),
        ("what no token hashes to", &made_up),
    ] {
        scrape(&site, worthless).await.refused(ErrorCode::Unauthorized, why);
    }
    scrape(&site, &customer.token).await.refused(ErrorCode::Forbidden, "a customer");
    let told = scrape(&site, &admin.token).await;
    assert_eq!(told.header("content-type"), Some("text/plain; version=0.0.4; charset=utf-8"), "an admin");
    assert_eq!(told.header("cache-control"), Some("no-store"), "kept by no cache");
    let first = token(&site, &admin).await;
    scrape(&site, &first).await.is(200, "a collector");
    let second = token(&site, &admin).await;
    scrape(&site, &first).await.refused(ErrorCode::Unauthorized, "the new one is the only one");
    scrape(&site, &second).await.is(200, "and good");
    for operation in [Operation::get_metrics, Operation::get_me, Operation::get_shop] {
        let answer = operation.ask(&site, &json!({})).bearer(&second).send().await;
        answer.refused(ErrorCode::Unauthorized, &format!("it opens no other door: {operation:?}"));
    }
    let since = Operation::get_metrics_token.ask(&site, &json!({})).by(&admin).send().await.is(200, "is there one?");
    assert_eq!(since, json!({"exists": true, "madeAt": "2026-03-10T03:00:00Z"}), "since when, and not which");
    Operation::remove_metrics_token.ask(&site, &json!({})).by(&admin).send().await.is(204, "it is taken back");
    scrape(&site, &second).await.refused(ErrorCode::Unauthorized, "nobody has one any more");
    let kept = site.scene.count(&format!(
        "SELECT (SELECT count(*) FROM setting WHERE value LIKE '%{second}%')
              + (SELECT count(*) FROM audit_log WHERE after LIKE '%{second}%')
              + (SELECT count(*) FROM idempotency WHERE answer LIKE '%{second}%')"
    ));
    assert_eq!(kept, 0, "the books never held it");
    let acts = site.scene.count("SELECT count(*) FROM audit_log WHERE action LIKE '%_metrics_token'");
    assert_eq!(acts, 3, "made twice and taken back once");
}

#[tokio::test]
async fn collectors_knock_at_the_same_door_as_all_others() {
    let limited = |options: &mut shop_server::ServerOptions| {
        options.limits.session_rate = Rate { burst: 3, per_second: 1.0 };
    };
    let site = Site::with(|_| {}, limited).await;
    let token = token(&site, &site.admin().await).await;
    let bearer = format!("Authorization: Bearer {token}");
    let foreign = site.say_headers("GET /metrics", &["Host: evil.example", &bearer]).await.expect("an answer");
    assert_eq!(foreign.status, 403, "a foreign name that resolves to here");
    let ours = format!("Host: {}", site.host());
    let page = ["Origin: http://evil.example", ours.as_str(), bearer.as_str()];
    assert_eq!(site.say_headers("GET /metrics", &page).await.expect("an answer").status, 403, "another site's page");
    for _ in 0..3 {
        scrape(&site, &token).await.is(200, "its burst");
    }
    scrape(&site, &token).await.refused(ErrorCode::TooManyRequests, "and then it has to wait");
}

#[tokio::test]
async fn a_collector_understands_what_it_is_told() {
    let site = Site::open().await;
    let (admin, who) = (site.admin().await, site.customer(100_000).await);
    let cup = site.scene.product(1_000, 9).await;
    for quantity in [1, 2, 99] {
        let line = json!({"productId": cup, "quantity": quantity});
        Operation::add_cart_item.ask(&site, &line).by(&who).send().await;
    }
    let text = scrape(&site, &admin.token).await.is(200, "the figures");
    let told = read(text.as_str().expect("a text"));
    let asked = &told["jangteo_operation_seconds"];
    assert_eq!(asked.of("_count", "add_cart_item"), 3.0, "each call");
    assert!(asked.of("_sum", "add_cart_item") > 0.0, "and how long they took");
    assert_eq!(told["jangteo_operation_refusals_total"].of("", "add_cart_item"), 1.0, "one was refused");
    assert_eq!(told["jangteo_operation_failures_total"].of("", "add_cart_item"), 0.0, "none failed");
    let groups = &told["jangteo_writer_group_tasks"];
    let commits = told["jangteo_writer_commit_seconds"].of("_bucket", "+Inf");
    assert!(commits >= 3.0 && groups.of("_bucket", "+Inf") == commits, "each group has its commit: {groups:?}");
    let (waits, holds) = (&told["jangteo_lock_wait_seconds"], &told["jangteo_lock_hold_seconds"]);
    assert_eq!(waits.of("_bucket", "+Inf"), holds.of("_bucket", "+Inf"), "who had waited ran");
    assert_eq!(told["jangteo_people"].value(), 1.0, "who did something");
    assert_eq!(told["jangteo_lock_waiters"].value(), 0.0, "nobody waits now");
    assert!(told["jangteo_uptime_seconds"].value() > 0.0, "it runs");
    for name in ["jangteo_popular_cache_hits_total", "jangteo_popular_cache_misses_total"] {
        assert!(told[name].value() >= 0.0, "{name}");
    }
    assert_eq!(told["jangteo_writer_failed_commits_total"].value(), 0.0, "all is well");
    for path in ["/v1/none", "/v1/products/1", "/v1/products/2", "/nothing"] {
        site.get(path).send().await;
    }
    let more = scrape(&site, &admin.token).await.is(200, "the figures");
    let more = read(more.as_str().expect("a text"));
    let names = more["jangteo_operation_failures_total"].samples.len();
    assert!(names <= Operation::ALL.len() + 3, "a label for an operation, however many paths are made up");
}
