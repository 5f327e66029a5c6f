//! Signing in: one answer for all that is wrong, and how those are held back who try again and again.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use shop_app::jobs::forget_attempts;
use shop_app::user::{change_password, register};
use shop_contract::{ChangePassword, ErrorCode, ErrorDetails, Register, ShopError};

use crate::scene::{Scene, refused};
use crate::users::{PASSWORD, arrive, come_in, error, login, login_from, newcomer};

const KIM: &str = "kim@demo.kr";
const WRONG: &str = "a bad password";
const ATTEMPTS: &str = "SELECT count(*) FROM sign_in_attempt";

async fn scene_with_kim() -> Scene {
    let scene = Scene::new();
    register(scene.visitor(), newcomer(KIM)).await.expect("the e-mail is free");
    scene
}

/// Failures behind the shop's back, which need no hashing: of these e-mails from one address, now.
fn failed(scene: &Scene, address: &str, emails: impl Iterator<Item = String>) {
    let now = scene.shop.now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
    let rows: Vec<_> = emails.map(|email| format!("('{email}', '{address}', '{now}', '{now}')")).collect();
    let rows = rows.join(", ");
    scene.sql(&format!("INSERT INTO sign_in_attempt (email, address, created_at, updated_at) VALUES {rows}"));
}

fn kims(times: usize) -> impl Iterator<Item = String> {
    std::iter::repeat_n(String::from(KIM), times)
}

/// Seconds that the client is told to wait; 0 where the password was looked at.
fn seconds_to_wait<T>(answer: Result<T, ShopError>) -> i64 {
    match answer.err() {
        Some(ShopError { details: Some(ErrorDetails::TooManyRequests { retry_after }), .. }) => retry_after,
        _ => 0,
    }
}

#[tokio::test]
async fn wrong_credentials_have_one_answer() {
    let scene = Scene::new();
    register(scene.visitor(), newcomer("kim@demo.kr")).await.expect("the e-mail is free");
    for (email, password) in [
        ("kim@demo.kr", "a bad password"),
        ("lee@demo.kr", PASSWORD),
        ("not an e-mail", PASSWORD),
        ("", ""),
        ("' OR 1=1 --", PASSWORD),
    ] {
        let code = error(login(&scene, email, password).await);
        assert_eq!(code, Some(ErrorCode::Unauthorized), "{email:?} with {password:?}");
    }
    scene.sql("UPDATE user SET state = 'INACTIVE'");
    let blocked = error(login(&scene, "kim@demo.kr", PASSWORD).await);
    assert_eq!(blocked, Some(ErrorCode::Unauthorized), "a blocked user does not sign in either");
}

#[tokio::test]
async fn repeated_failures_wait_longer_and_longer() {
    let scene = scene_with_kim().await;
    for free in 1..=6 {
        assert_eq!(error(login(&scene, KIM, WRONG).await), Some(ErrorCode::Unauthorized), "try {free} is looked at");
    }
    for wait in [30, 60, 120, 240, 480, 900, 900] {
        assert_eq!(seconds_to_wait(login(&scene, KIM, PASSWORD).await), wait, "the right password waits as well");
        assert_eq!(seconds_to_wait(login(&scene, " KIM@Demo.kr", WRONG).await), wait, "and the same e-mail otherwise");
        scene.clock.advance(TimeDelta::seconds(wait) - TimeDelta::milliseconds(1));
        assert_eq!(seconds_to_wait(login(&scene, KIM, WRONG).await), 1, "to the very instant");
        scene.clock.advance(TimeDelta::milliseconds(1));
        assert_eq!(error(login(&scene, KIM, WRONG).await), Some(ErrorCode::Unauthorized), "then one try is looked at");
    }
    assert_eq!(scene.count(ATTEMPTS), 13, "tries that were not looked at count for nothing");
    assert!(login_from(&scene, KIM, PASSWORD, "10.0.0.2").await.is_ok(), "nobody is locked out from elsewhere");
}

#[tokio::test]
async fn a_success_wipes_the_slate() {
    let scene = scene_with_kim().await;
    failed(&scene, "10.0.0.1", kims(5));
    come_in(&scene, KIM, PASSWORD).await;
    assert_eq!(scene.count(ATTEMPTS), 0, "what came before is forgotten, and the try itself was no failure");
}

#[tokio::test]
async fn the_wait_tells_nobody_who_is_a_customer() {
    let scene = scene_with_kim().await;
    let mut heard = Vec::new();
    for email in [KIM, "nobody@demo.kr", "no e-mail"] {
        let mut answers = Vec::new();
        for _ in 0..8 {
            answers.push(login(&scene, email, WRONG).await.err());
        }
        heard.push(answers);
    }
    assert_eq!(heard[0], heard[1], "an e-mail that nobody has is answered and held back alike");
    assert_eq!(heard[0], heard[2], "and so is what is none");
    assert_eq!(heard[0].iter().flatten().filter(|error| error.code == ErrorCode::Unauthorized).count(), 6, "in both");
}

#[tokio::test]
async fn the_time_tells_nobody_who_is_a_customer() {
    let scene = scene_with_kim().await;
    let median = async |email: &str| {
        let mut times = Vec::new();
        for number in 0..5 {
            let started = Instant::now();
            let answer = login_from(&scene, email, WRONG, &format!("10.0.1.{number}")).await;
            times.push(started.elapsed());
            assert_eq!(error(answer), Some(ErrorCode::Unauthorized), "the password is wrong");
        }
        times.sort_unstable();
        times[2].max(Duration::from_micros(1))
    };
    let ratio = median(KIM).await.as_secs_f64() / median("nobody@demo.kr").await.as_secs_f64();
    assert!((0.25..4.0).contains(&ratio), "without the hashing it would be a fiftieth: {ratio}");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_get_no_more_tries_than_one_after_another() {
    let scene = std::sync::Arc::new(scene_with_kim().await);
    let tries: Vec<_> = (0..40)
        .map(|_| {
            let scene = std::sync::Arc::clone(&scene);
            tokio::spawn(async move { error(login(&scene, KIM, WRONG).await) })
        })
        .collect();
    let mut looked_at = 0;
    for answer in tries {
        match answer.await.expect("nobody panics") {
            Some(ErrorCode::Unauthorized) => looked_at += 1,
            other => assert_eq!(other, Some(ErrorCode::TooManyRequests), "the others are held back"),
        }
    }
    assert_eq!((looked_at, scene.count(ATTEMPTS)), (6, 6), "five are free, and the sixth is looked at");
}

#[tokio::test]
async fn starting_the_program_anew_gives_no_new_tries() {
    let mut scene = scene_with_kim().await;
    failed(&scene, "10.0.0.1", kims(8));
    scene.restart().await;
    assert_eq!(seconds_to_wait(login(&scene, KIM, PASSWORD).await), 120, "the file remembers");
}

#[tokio::test]
async fn an_address_that_tries_everybody_is_closed_for_a_while() {
    let scene = scene_with_kim().await;
    failed(&scene, "10.0.0.1", (0..99).map(|number| format!("customer{number}@demo.kr")));
    scene.advance_minutes(5);
    assert_eq!(error(login(&scene, "last@demo.kr", WRONG).await), Some(ErrorCode::Unauthorized), "99 are borne");
    assert_eq!(seconds_to_wait(login(&scene, KIM, PASSWORD).await), 600, "with the hundredth it is closed to all");
    assert!(login_from(&scene, KIM, PASSWORD, "10.0.0.2").await.is_ok(), "other addresses are not");
    scene.advance_minutes(10);
    assert!(login(&scene, KIM, PASSWORD).await.is_ok(), "until the first failures are 15 minutes old");
}

#[tokio::test]
async fn failures_are_forgotten_after_a_day() {
    let scene = scene_with_kim().await;
    failed(&scene, "10.0.0.1", kims(20));
    scene.advance_minutes(24 * 60 - 1);
    assert_eq!(forget_attempts(&scene.shop, 100).await.expect("the job runs"), 0, "not a minute earlier");
    assert_eq!(error(login(&scene, KIM, WRONG).await), Some(ErrorCode::Unauthorized), "the wait was over long ago");
    assert_eq!(seconds_to_wait(login(&scene, KIM, PASSWORD).await), 900, "but one more failure counts with them");
    scene.advance_minutes(2);
    assert_eq!(error(login(&scene, KIM, WRONG).await), Some(ErrorCode::Unauthorized), "two are no reason to wait");
    assert_eq!(forget_attempts(&scene.shop, 15).await.expect("the job runs"), 15, "in pieces");
    assert_eq!(forget_attempts(&scene.shop, 15).await.expect("the job runs"), 5, "to the end");
    assert_eq!(scene.count(ATTEMPTS), 2, "what is younger stays");
}

#[tokio::test]
async fn nobody_waits_for_a_clock_that_was_wrong() {
    let scene = scene_with_kim().await;
    failed(&scene, "10.0.0.1", kims(20));
    scene.clock.advance(TimeDelta::days(-1));
    come_in(&scene, KIM, PASSWORD).await;
}

#[tokio::test]
async fn a_session_found_open_gives_no_endless_tries_at_its_password() {
    let scene = Scene::new();
    let (_, kim) = arrive(&scene, KIM).await;
    let change = |current: &str| {
        let request = ChangePassword { current_password: current.to_owned(), new_password: String::from("my own now") };
        change_password(scene.call(kim), request)
    };
    for _ in 0..6 {
        refused(change(WRONG).await, ErrorCode::Unauthorized, "it is looked at");
    }
    let details = refused(change(PASSWORD).await, ErrorCode::TooManyRequests, "then one waits");
    assert_eq!(details["retryAfter"], 30, "as at the door");
    come_in(&scene, KIM, PASSWORD).await;
    scene.clock.advance(TimeDelta::seconds(30));
    change(PASSWORD).await.expect("the wait is over");
    assert_eq!(scene.count(ATTEMPTS), 0, "and forgotten");
}

#[tokio::test]
async fn a_password_opens_however_its_letters_are_put_together() {
    let scene = Scene::new();
    let (composed, in_pieces) = ("비밀번호-열두자리", "\u{1107}\u{1175}밀번호-열두자리");
    for (email, set) in [("composed@b.kr", composed), ("pieces@b.kr", in_pieces)] {
        let newcomer = Register { password: set.to_owned(), ..newcomer(email) };
        register(scene.visitor(), newcomer).await.expect("the e-mail is free");
        for typed in [composed, in_pieces] {
            come_in(&scene, email, typed).await;
        }
        assert_eq!(
            error(login(&scene, email, "비밀번호-열두자리 ").await),
            Some(ErrorCode::Unauthorized),
            "not trimmed"
        );
    }
    let short = Register { password: "\u{1107}\u{1175}".repeat(4), ..newcomer("short@b.kr") };
    assert_eq!(error(register(scene.visitor(), short).await), Some(ErrorCode::InvalidInput), "four syllables are four");
}
