//! Access tokens that were tampered with. Each is refused in the same words, whatever is wrong with it.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shop_contract::ErrorCode;

use crate::http::{KEY, Site, TestUser, claims, header, hs256, hs512, leeway, lifetime, segment};

/// The header that the library would find all it needs in, were it asked to trust the token about itself.
const TRICKS: [(&str, &str); 12] = [
    ("no algorithm", r#"{"alg":"none","typ":"JWT"}"#),
    ("no algorithm, shouted", r#"{"alg":"NONE","typ":"JWT"}"#),
    ("a public key's algorithm over the secret", r#"{"alg":"RS256","typ":"JWT"}"#),
    ("another curve's", r#"{"alg":"ES256","typ":"JWT"}"#),
    ("the algorithm in lower case", r#"{"alg":"hs256","typ":"JWT"}"#),
    ("without an algorithm", r#"{"typ":"JWT"}"#),
    ("a key file by its path", r#"{"alg":"HS256","typ":"JWT","kid":"../../../../dev/null"}"#),
    ("a key by SQL", r#"{"alg":"HS256","typ":"JWT","kid":"' UNION SELECT 'key' --"}"#),
    ("a key set from elsewhere", r#"{"alg":"HS256","typ":"JWT","jku":"https://evil.example/keys"}"#),
    ("a certificate from elsewhere", r#"{"alg":"HS256","typ":"JWT","x5u":"https://evil.example/cert"}"#),
    ("its own key", r#"{"alg":"HS256","typ":"JWT","jwk":{"kty":"oct","k":"AAAA"}}"#),
    ("another kind of token", r#"{"alg":"HS256","typ":"at+jwt"}"#),
];

/// Asserts that this token opens nothing.
async fn refuse(site: &Site, token: &str, why: &str) {
    let answer = site.get("/v1/me").bearer(token).send().await;
    let details = answer.refused(ErrorCode::Unauthorized, why);
    assert!(details.is_null(), "{why}: nobody is told what was wrong: {details}");
}

/// The claims of a good token.
fn good(site: &Site, user: &TestUser) -> Value {
    claims(user.principal, site.scene.shop.now())
}

/// The same with one claim another.
fn with(site: &Site, user: &TestUser, name: &str, value: impl Into<Value>) -> Value {
    let mut claims = good(site, user);
    claims[name] = value.into();
    claims
}

#[tokio::test]
async fn a_good_token_is_believed_for_fifteen_minutes_give_or_take_a_clock() {
    let site = Site::open().await;
    let user = site.customer(0).await;
    let me = site.get("/v1/me").by(&user).send().await.is(200, "at once");
    assert_eq!(me["id"], user.principal.user_id, "it is the one it names");
    let mut now = 0;
    for (seconds, is_good, why) in [
        (lifetime() - 1, true, "to its last second"),
        (lifetime() + leeway() - 1, true, "by a clock that is ahead"),
        (lifetime() + leeway(), false, "and no longer"),
        (-2, true, "by a clock that is two seconds behind"),
        (-leeway(), true, "by a clock that is behind as far as it may be"),
        (-leeway() - 1, false, "nor long before it was made, as after the clock was put back"),
    ] {
        site.scene.clock.advance(TimeDelta::seconds(seconds - now));
        now = seconds;
        if is_good {
            site.get("/v1/me").by(&user).send().await.is(200, why);
        } else {
            refuse(&site, &user.token, why).await;
        }
    }
}

#[tokio::test]
async fn a_session_that_has_ended_is_not_believed_for_a_second_more() {
    let site = Site::open().await;
    let user = site.customer(0).await;
    let away = format!("/v1/me/sessions/{}", user.principal.session_id);
    site.ask("DELETE", &away).by(&user).send().await.is(204, "it ends itself");
    for seconds in [0, -2] {
        site.scene.clock.advance(TimeDelta::seconds(seconds));
        refuse(&site, &user.token, "clocks may differ, sessions may not").await;
    }
}

#[tokio::test]
async fn what_a_header_says_about_itself_is_not_believed() {
    let site = Site::open().await;
    let user = site.customer(0).await;
    let claims = good(&site, &user);
    for (why, header) in TRICKS {
        let header: Value = serde_json::from_str(header).expect("JSON");
        let signed = hs256(&KEY, &header, &claims);
        let (unsigned, _) = signed.rsplit_once('.').expect("three parts");
        for empty in [b"".as_slice(), b"AAAA", &[0; 32]] {
            refuse(&site, &hs256(empty, &header, &claims), &format!("{why}, signed with a guessed key")).await;
        }
        refuse(&site, &signed, &format!("{why}, signed with the right key")).await;
        refuse(&site, &format!("{unsigned}."), &format!("{why}, unsigned")).await;
    }
    let longer = json!({"alg": "HS512", "typ": "JWT"});
    refuse(&site, &hs512(&KEY, &longer, &claims), "a longer hash with the right key").await;
    refuse(&site, &hs512(&KEY, &header(), &claims), "a longer hash under the right name").await;
    refuse(&site, &hs256(b"another key", &header(), &claims), "another key").await;
}

#[tokio::test]
async fn every_claim_has_to_be_there_and_right() {
    let site = Site::open().await;
    let (user, other) = (site.customer(0).await, site.customer(0).await);
    let now = site.scene.shop.now().timestamp();
    let sign = |claims: &Value| hs256(&KEY, &header(), claims);
    for name in ["iss", "aud", "sub", "sid", "typ", "iat", "nbf", "exp", "jti"] {
        let mut claims = good(&site, &user);
        claims.as_object_mut().expect("an object").remove(name);
        refuse(&site, &sign(&claims), &format!("without {name}")).await;
        refuse(&site, &sign(&with(&site, &user, name, Value::Null)), &format!("with {name} null")).await;
    }
    let (user_id, session) = (user.principal.user_id, user.principal.session_id);
    let wrong: Vec<(&str, Value, &str)> = vec![
        ("exp", json!((now + lifetime()).to_string()), "the end as text"),
        ("exp", json!((now + lifetime()) as f64 + 0.5), "the end as a fraction"),
        ("exp", json!(now), "an end that is now"),
        ("exp", json!(i64::MAX), "no end in sight"),
        ("iat", json!(i64::MIN), "made before time began"),
        ("exp", json!(-1), "an end before time began"),
        ("nbf", json!(now + leeway() + 1), "a start to come"),
        ("nbf", json!("0"), "the start as text"),
        ("iat", json!(now + 1), "a shorter life than tokens have"),
        ("iat", json!(now - 1), "a longer life than tokens have"),
        ("iss", json!("elsewhere"), "of another issuer"),
        ("aud", json!("elsewhere"), "for another audience"),
        ("aud", json!(["elsewhere"]), "for other audiences"),
        ("typ", json!("refresh"), "of another kind"),
        ("typ", json!(""), "of no kind"),
        ("sub", json!(user_id), "the user as a number"),
        ("sub", json!(format!("0{user_id}")), "the user in another spelling"),
        ("sub", json!(format!("+{user_id}")), "the user with a sign"),
        ("sub", json!(other.principal.user_id.to_string()), "another user with one's own session"),
        ("sid", json!(other.principal.session_id), "one's own name with another's session"),
        ("sid", json!(session.to_string()), "the session as text"),
        ("sid", json!(0), "no session"),
        ("sid", json!(i64::MAX), "a session that is not there"),
    ];
    for (name, value, why) in wrong {
        refuse(&site, &sign(&with(&site, &user, name, value)), why).await;
    }
    let mut early = claims(user.principal, site.scene.shop.now() + TimeDelta::seconds(leeway() + 1));
    refuse(&site, &sign(&early), "made in the future").await;
    early = claims(user.principal, site.scene.shop.now() - TimeDelta::seconds(lifetime() + leeway()));
    refuse(&site, &sign(&early), "run out").await;
    let mut swapped = good(&site, &user);
    (swapped["sub"], swapped["sid"]) = (json!(session.to_string()), json!(user_id + 1_000));
    refuse(&site, &sign(&swapped), "user and session swapped").await;
}

#[tokio::test]
async fn a_token_has_one_spelling_and_one_place() {
    let site = Site::open().await;
    let user = site.customer(0).await;
    let token = &user.token;
    let parts: Vec<&str> = token.split('.').collect();
    let (head, body, signature) = (parts[0], parts[1], parts[2]);
    for (spelling, why) in [
        (String::new(), "an empty token"),
        (String::from(".."), "three empty parts"),
        (format!("{head}.{body}"), "without its third part"),
        (format!("{token}."), "with a fourth part"),
        (format!("{token}.{signature}"), "with a second signature"),
        (format!("{head}.{body}.{signature}="), "with padding"),
        (format!("{head}.{body}.{}", &signature[..signature.len() - 1]), "cut"),
        (format!("{head}.{body}.{signature}A"), "prolonged"),
        (format!("{head}.{}.{signature}", segment("{}")), "with other claims"),
        (format!("{head}.{body}.{}", segment([0; 32])), "with a signature of zeros"),
        (format!("{token} {token}"), "twice"),
        (token.to_uppercase(), "in capitals"),
        ("A".repeat(8_000), "long and empty of sense"),
    ] {
        refuse(&site, &spelling, why).await;
    }
    for (header, why) in [
        (format!("Basic {token}"), "another scheme"),
        (token.clone(), "no scheme"),
        (format!("Bearer\t{token}"), "a tab"),
        (format!("Bearer {token}, Bearer {token}"), "two in one header"),
    ] {
        let answer = site.get("/v1/me").with("Authorization", &header).send().await;
        answer.refused(ErrorCode::Unauthorized, why);
    }
    for (header, why) in [
        (format!("bearer {token}"), "a scheme in lower case"),
        (format!("BEARER {token}"), "in capitals"),
        (format!("Bearer   {token}"), "more than one space"),
    ] {
        site.get("/v1/me").with("Authorization", &header).send().await.is(200, why);
    }
    let twice = site.get("/v1/me").by(&user).by(&user).send().await;
    twice.refused(ErrorCode::Unauthorized, "two headers, even alike");
    for name in ["access_token", "token", "authorization"] {
        let answer = site.get(&format!("/v1/me?{name}={token}")).send().await;
        answer.refused(ErrorCode::Unauthorized, "a token in an address, where logs and histories keep it");
    }
    for name in ["Cookie", "X-Access-Token", "Proxy-Authorization"] {
        let answer = site.get("/v1/me").with(name, &format!("Bearer {token}")).send().await;
        answer.refused(ErrorCode::Unauthorized, "a token in another header");
    }
}
