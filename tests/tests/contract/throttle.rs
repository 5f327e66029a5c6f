//! Guessing passwords over HTTP: each further try waits longer, also after a restart, and nobody learns which e-mail is
//! known.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shop_contract::ErrorCode;

use crate::http::{Answer, PASSWORD, Site};

/// Failures with one e-mail that cost nothing; the next one does.
const FREE: usize = 6;

async fn guess(site: &Site, email: &str, password: &str) -> Answer {
    site.post("/v1/auth/login", json!({"email": email, "password": password})).send().await
}

/// Seconds that a refused guess has to wait, which header and details tell alike.
#[track_caller]
fn wait(answer: &Answer, why: &str) -> i64 {
    let details = answer.refused(ErrorCode::TooManyRequests, why);
    let seconds = details["retryAfter"].as_i64().expect("a number of seconds");
    assert_eq!(answer.header("retry-after"), Some(seconds.to_string().as_str()), "{why}: the header says the same");
    seconds
}

#[tokio::test]
async fn who_guesses_waits_longer_and_longer() {
    let mut site = Site::open().await;
    let user = site.customer(0).await;
    for _ in 0..FREE {
        guess(&site, &user.email, "a wrong password").await.refused(ErrorCode::Unauthorized, "a wrong password");
    }
    let mut last = 0;
    for _ in 0..3 {
        let seconds = wait(&guess(&site, &user.email, PASSWORD).await, "even the right password waits");
        assert!(seconds > last, "longer than before: {seconds} after {last}");
        site.scene.clock.advance(TimeDelta::seconds(seconds - 1));
        wait(&guess(&site, &user.email, PASSWORD).await, "to the last second");
        site.restart().await;
        wait(&guess(&site, &user.email, PASSWORD).await, "a restart forgets nothing");
        site.scene.clock.advance(TimeDelta::seconds(1));
        guess(&site, &user.email, "a wrong password").await.refused(ErrorCode::Unauthorized, "then one more try");
        last = seconds;
    }
    let seconds = wait(&guess(&site, &user.email, PASSWORD).await, "which costs again");
    site.scene.clock.advance(TimeDelta::seconds(seconds));
    guess(&site, &user.email, PASSWORD).await.is(200, "patience and the right password let in");
    guess(&site, &user.email, "a wrong password").await.refused(ErrorCode::Unauthorized, "and all is forgotten");
}

#[tokio::test]
async fn an_unknown_e_mail_answers_as_a_known_one() {
    let site = Site::open().await;
    let known = site.customer(0).await.email;
    let blocked = site.customer(0).await;
    site.scene.sql(&format!("UPDATE user SET state = 'INACTIVE' WHERE id = {}", blocked.principal.user_id));
    let mut said: Vec<Vec<(u16, Value)>> = Vec::new();
    for email in [known.as_str(), "nobody@example.com", blocked.email.as_str(), &known.to_uppercase()] {
        let mut answers = Vec::new();
        for _ in 0..FREE + 2 {
            let answer = guess(&site, email, "a wrong password").await;
            answers.push((answer.status, answer.body));
        }
        said.push(answers);
        site.scene.clock.advance(TimeDelta::hours(2));
    }
    assert_eq!(said[0], said[1], "an e-mail that nobody has");
    assert_eq!(said[0], said[2], "one whose owner is blocked");
    let longer = site.post("/v1/auth/login", json!({"email": "no e-mail", "password": PASSWORD})).send().await;
    longer.refused(ErrorCode::Unauthorized, "what is no e-mail is nobody's");
}

#[tokio::test]
async fn many_guesses_at_once_get_no_more_tries() {
    let site = Site::open().await;
    let user = site.customer(0).await;
    let guesses: Vec<_> = (0..30)
        .map(|number| {
            let wish = json!({"email": user.email, "password": format!("guess number {number}")});
            tokio::spawn(site.post("/v1/auth/login", wish).send())
        })
        .collect();
    let mut tried = 0;
    for guess in guesses {
        let answer = guess.await.expect("it is answered");
        match answer.status {
            401 => tried += 1,
            429 | 503 => {}
            status => panic!("no other answer: {status} {}", answer.body),
        }
    }
    assert!((1..=FREE).contains(&tried), "as many as one after another: {tried}");
}

#[tokio::test]
async fn one_customer_s_guesser_does_not_lock_out_others() {
    let site = Site::open().await;
    let (victim, other) = (site.customer(0).await, site.customer(0).await);
    for _ in 0..FREE {
        guess(&site, &victim.email, "a wrong password").await;
    }
    wait(&guess(&site, &victim.email, PASSWORD).await, "this e-mail waits here");
    guess(&site, &other.email, PASSWORD).await.is(200, "another e-mail does not");
    site.get("/v1/me").by(&victim).send().await.is(200, "nor does a user that is signed in already");
}
