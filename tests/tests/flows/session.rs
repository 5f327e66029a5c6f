//! Sessions: how long they last, how their secrets change, and that whatever ends them ends them at once.

use chrono::TimeDelta;
use shop_app::jobs::end_sessions;
use shop_app::runtime::Principal;
use shop_app::user::{
    From, SessionSecret, change_password, end_session, list_sessions, refresh, register, session_principal, sign_in,
    sign_out,
};
use shop_contract::{ById, ChangePassword, Empty, ErrorCode, Login};

use crate::scene::{Scene, refused};
use crate::users::{PASSWORD, arrive, come_in, error, login, newcomer, resume};

/// Whether an access token of this session would be taken.
fn is_admitted(scene: &Scene, who: Principal) -> bool {
    let found = session_principal(&scene.shop, who.session_id, who.user_id).expect("the shop reads");
    assert!(found.is_none_or(|found| found == who), "it is nobody else");
    found.is_some()
}

/// Rotates, and gives the new secret; `None` where that is refused.
async fn rotate(scene: &Scene, secret: &SessionSecret) -> Option<SessionSecret> {
    match refresh(scene.visitor(), secret.clone()).await {
        Ok((next, _, _)) => Some(next),
        Err(refusal) => {
            assert_eq!(refusal.code, ErrorCode::Unauthorized, "there is one answer");
            None
        }
    }
}

#[tokio::test]
async fn a_session_lasts_until_it_is_ended() {
    let scene = Scene::new();
    let (secret, principal) = arrive(&scene, "kim@demo.kr").await;
    let stored = scene.count(&format!("SELECT count(*) FROM session WHERE token_hash = '{}'", secret.text()));
    assert_eq!((secret.text().len(), stored), (64, 0), "the shop keeps a fingerprint, not the secret");
    assert_eq!(resume(&scene, &secret).await, Some(principal), "it is still the same session");
    let forged = SessionSecret::from_text("0".repeat(64));
    assert_eq!(resume(&scene, &forged).await, None, "a made-up secret is nobody's");
    sign_out(scene.visitor(), &secret).await.expect("signing out needs the secret alone");
    assert_eq!(resume(&scene, &secret).await, None, "a session that was ended stays so");
    sign_out(scene.visitor(), &secret).await.expect("doing it twice is no refusal");
}

#[tokio::test]
async fn blocking_a_user_ends_every_session_at_once() {
    let scene = Scene::new();
    let (secret, _) = arrive(&scene, "kim@demo.kr").await;
    scene.sql("UPDATE user SET state = 'INACTIVE'");
    assert_eq!(resume(&scene, &secret).await, None, "the next call is nobody's");
}

#[tokio::test]
async fn a_session_says_when_it_was_last_heard_of_to_the_minute() {
    let scene = Scene::new();
    let (secret, principal) = arrive(&scene, "kim@demo.kr").await;
    let last_seen = async || {
        let sessions = list_sessions(scene.call(principal), Empty {}).await.expect("the caller has signed in");
        sessions.items[0].last_seen_at
    };
    let start = last_seen().await;
    scene.clock.advance(TimeDelta::seconds(59));
    resume(&scene, &secret).await.expect("the session runs");
    assert_eq!(last_seen().await, start, "not every call is a write");
    scene.clock.advance(TimeDelta::seconds(1));
    resume(&scene, &secret).await.expect("the session runs");
    assert_eq!(last_seen().await, start + TimeDelta::minutes(1), "a minute later it is noted");
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let scene = Scene::new();
    let (here, principal) = arrive(&scene, "kim@demo.kr").await;
    let (elsewhere, _) = come_in(&scene, "kim@demo.kr", PASSWORD).await;
    let change = |current: &str, new: &str| {
        let request = ChangePassword { current_password: current.to_owned(), new_password: new.to_owned() };
        change_password(scene.call(principal), request)
    };
    refused(change("wrong password", "another password").await, ErrorCode::Unauthorized, "it must be the caller");
    refused(change(PASSWORD, "short").await, ErrorCode::InvalidInput, "the rule of length holds here too");
    change(PASSWORD, "another password").await.expect("the password was right");
    assert_eq!(resume(&scene, &here).await, Some(principal), "the session that changed it stays");
    assert_eq!(resume(&scene, &elsewhere).await, None, "the other sessions have ended");
    assert_eq!(
        error(login(&scene, "kim@demo.kr", PASSWORD).await),
        Some(ErrorCode::Unauthorized),
        "the old one is gone"
    );
    come_in(&scene, "kim@demo.kr", "another password").await;
}

#[tokio::test]
async fn sessions_are_ended_by_their_owner_alone() {
    let scene = Scene::new();
    let (_, kim) = arrive(&scene, "kim@demo.kr").await;
    let (lost, at_work) = come_in(&scene, "kim@demo.kr", PASSWORD).await;
    let (_, lee) = arrive(&scene, "lee@demo.kr").await;
    let end = |who, id| end_session(scene.call(who), ById { id });
    refused(end(lee, at_work.session_id).await, ErrorCode::NotFound, "another user's session does not exist");
    end(kim, at_work.session_id).await.expect("it is the caller's");
    assert_eq!(resume(&scene, &lost).await, None, "the lost computer is signed out");
    refused(end(kim, at_work.session_id).await, ErrorCode::NotFound, "it ended already");
    let left = list_sessions(scene.call(kim), Empty {}).await.expect("the caller has signed in");
    let shown: Vec<_> = left.items.iter().map(|session| (session.id, session.current)).collect();
    assert_eq!(shown, [(kim.session_id, true)], "the caller's own session is left");
}

#[tokio::test]
async fn a_secret_is_rotated_and_its_session_stays() {
    let scene = Scene::new();
    let (first, who) = arrive(&scene, "kim@demo.kr").await;
    let (second, same, user) = refresh(scene.visitor(), first.clone()).await.map_err(|e| e.code).expect("it runs");
    assert_eq!((same, user.id), (who, who.user_id), "it is the same session of the same user");
    assert_ne!(first.text(), second.text(), "the secret is another");
    assert_eq!(second.text().len(), 64, "and as long");
    assert_eq!(resume(&scene, &first).await, None, "the old one is good for nothing");
    assert_eq!(resume(&scene, &second).await, Some(who), "the new one is");
    let third = rotate(&scene, &second).await.expect("and can be rotated in its turn");
    assert!(is_admitted(&scene, who), "the session runs on");
    sign_out(scene.visitor(), &second).await.expect("an old secret will do for signing out");
    assert_eq!(rotate(&scene, &third).await.map(drop), None, "the session is over");
}

#[tokio::test]
async fn a_dead_secret_that_comes_back_ends_the_session_for_both() {
    // Secrets that are replaced by the very next one have a little time to come back; these have none left.
    for (age, seconds) in [(1, 11), (2, 0), (5, 0)] {
        let scene = Scene::new();
        let (stolen, who) = arrive(&scene, "kim@demo.kr").await;
        let (_, elsewhere) = come_in(&scene, "kim@demo.kr", PASSWORD).await;
        let mut latest = stolen.clone();
        for _ in 0..age {
            latest = rotate(&scene, &latest).await.expect("the session runs");
        }
        scene.clock.advance(TimeDelta::seconds(seconds));
        assert!(rotate(&scene, &stolen).await.is_none(), "a secret dead for {age} rotations is refused");
        assert!(rotate(&scene, &latest).await.is_none(), "and nobody knows who the thief is");
        assert!(!is_admitted(&scene, who), "access tokens of the session are dead too");
        assert!(is_admitted(&scene, elsewhere), "the user's other sessions are not touched");
    }
}

#[tokio::test]
async fn a_made_up_secret_ends_nothing() {
    let scene = Scene::new();
    let (secret, who) = arrive(&scene, "kim@demo.kr").await;
    for made_up in ["", "0", "장터장터장터장터장터장터장터장터장터", &"0".repeat(64), &secret.text()[32..]]
    {
        assert!(rotate(&scene, &SessionSecret::from_text(made_up.to_owned())).await.is_none(), "{made_up:?}");
    }
    assert!(is_admitted(&scene, who), "the session runs on");
}

#[tokio::test]
async fn an_answer_that_was_lost_is_given_again_for_ten_seconds() {
    let scene = Scene::new();
    let (first, who) = arrive(&scene, "kim@demo.kr").await;
    let lost = rotate(&scene, &first).await.expect("it runs");
    for seconds in [4, 6] {
        scene.clock.advance(TimeDelta::seconds(seconds));
        let found = rotate(&scene, &first).await.expect("the answer may have been lost again");
        assert_eq!(resume(&scene, &found).await, Some(who), "the latest one counts");
        assert_eq!(resume(&scene, &lost).await, None, "the lost one does not");
    }
    scene.clock.advance(TimeDelta::milliseconds(1));
    assert!(rotate(&scene, &first).await.is_none(), "each repetition prolongs nothing");
    assert!(!is_admitted(&scene, who), "and a later one ends the session");
}

#[tokio::test]
async fn a_successor_that_died_unused_ends_the_session() {
    let scene = Scene::new();
    let (first, who) = arrive(&scene, "kim@demo.kr").await;
    let lost = rotate(&scene, &first).await.expect("it runs");
    let found = rotate(&scene, &first).await.expect("the answer was lost");
    assert!(rotate(&scene, &lost).await.is_none(), "it was found");
    assert!(!is_admitted(&scene, who), "who is not known");
    assert!(rotate(&scene, &found).await.is_none(), "so nobody goes on");
}

#[tokio::test]
async fn a_secret_whose_successor_was_used_is_not_given_another() {
    let scene = Scene::new();
    let (first, who) = arrive(&scene, "kim@demo.kr").await;
    let second = rotate(&scene, &first).await.expect("it runs");
    rotate(&scene, &second).await.expect("it is used at once");
    assert!(rotate(&scene, &first).await.is_none(), "within ten seconds all the same");
    assert!(!is_admitted(&scene, who), "two have held it");
}

#[tokio::test]
async fn a_clock_that_is_put_back_a_little_loses_no_answer() {
    let scene = Scene::new();
    let (first, _) = arrive(&scene, "kim@demo.kr").await;
    rotate(&scene, &first).await.expect("it runs");
    scene.clock.advance(TimeDelta::seconds(-2));
    rotate(&scene, &first).await.expect("two seconds are no theft");
    scene.clock.advance(TimeDelta::hours(-1));
    assert!(rotate(&scene, &first).await.is_none(), "an hour is not a little");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_rotate_one_secret_at_once_both_are_answered_and_one_goes_on() {
    let scene = Scene::new();
    register(scene.visitor(), newcomer("kim@demo.kr")).await.expect("the e-mail is free");
    for _ in 0..5 {
        let (secret, who) = come_in(&scene, "kim@demo.kr", PASSWORD).await;
        let both: Vec<_> = (0..2).map(|_| tokio::spawn(refresh(scene.visitor(), secret.clone()))).collect();
        let mut nexts = Vec::new();
        for answer in both {
            let answer = answer.await.expect("nobody panics").map_err(|error| error.code);
            nexts.push(answer.expect("two tabs of one browser are no thieves").0);
        }
        let mut alive = 0;
        for next in &nexts {
            alive += usize::from(resume(&scene, next).await == Some(who));
        }
        assert_eq!(alive, 1, "never both, and never none");
        assert!(is_admitted(&scene, who), "the session runs on");
    }
}

#[tokio::test]
async fn a_session_runs_out_thirty_days_after_it_was_last_heard_of() {
    let scene = Scene::new();
    let (window, here) = arrive(&scene, "kim@demo.kr").await;
    let (browser, there) = come_in(&scene, "kim@demo.kr", PASSWORD).await;
    scene.clock.advance(TimeDelta::days(29));
    let browser = rotate(&scene, &browser).await.expect("it runs");
    scene.clock.advance(TimeDelta::days(1));
    assert!(is_admitted(&scene, here), "30 days are not over at their end");
    scene.clock.advance(TimeDelta::milliseconds(1));
    assert!(!is_admitted(&scene, here), "now they are");
    assert_eq!(resume(&scene, &window).await, None, "in the window too");
    assert!(rotate(&scene, &window).await.is_none(), "and nothing wakes it up");
    let listed = list_sessions(scene.call(there), Empty {}).await.expect("the caller has signed in");
    assert_eq!(listed.items.iter().map(|session| session.id).collect::<Vec<_>>(), [there.session_id], "one is left");
    assert_eq!(end_sessions(&scene.shop, 100).await.expect("the job runs"), 1, "the job ends what has run out");
    assert!(rotate(&scene, &browser).await.is_some(), "a session that was used since runs on");
}

#[tokio::test]
async fn whatever_ends_a_session_bites_at_once() {
    let scene = Scene::new();
    register(scene.visitor(), newcomer("kim@demo.kr")).await.expect("the e-mail is free");
    for how in ["signs out", "is signed out from afar", "changes the password elsewhere", "is blocked", "is deleted"] {
        let (secret, who) = come_in(&scene, "kim@demo.kr", PASSWORD).await;
        let (_, elsewhere) = come_in(&scene, "kim@demo.kr", PASSWORD).await;
        assert!(is_admitted(&scene, who), "before she {how}");
        match how {
            "signs out" => drop(sign_out(scene.visitor(), &secret).await.expect("it runs")),
            "is signed out from afar" => {
                end_session(scene.call(elsewhere), ById { id: who.session_id }).await.expect("it is hers");
            }
            "changes the password elsewhere" => {
                let same = ChangePassword { current_password: PASSWORD.to_owned(), new_password: PASSWORD.to_owned() };
                change_password(scene.call(elsewhere), same).await.expect("the password is right");
            }
            "is blocked" => scene.sql("UPDATE user SET state = 'INACTIVE'"),
            _ => scene.sql("UPDATE user SET state = 'DELETED'"),
        }
        assert!(!is_admitted(&scene, who), "no access token is taken once she {how}");
        assert!(rotate(&scene, &secret).await.is_none(), "and there is no new one once she {how}");
        assert_eq!(resume(&scene, &secret).await, None, "nor a window once she {how}");
        scene.sql("UPDATE user SET state = 'NORMAL'");
    }
}

#[tokio::test]
async fn a_session_is_its_users_alone() {
    let scene = Scene::new();
    let (_, kim) = arrive(&scene, "kim@demo.kr").await;
    let (_, lee) = arrive(&scene, "lee@demo.kr").await;
    for (session_id, user_id) in [(kim.session_id, lee.user_id), (999, kim.user_id), (0, 0), (-1, i64::MAX)] {
        let found = session_principal(&scene.shop, session_id, user_id).expect("the shop reads");
        assert_eq!(found, None, "session {session_id} is not one of user {user_id}");
    }
}

#[tokio::test]
async fn a_device_is_called_what_can_be_shown() {
    let scene = Scene::new();
    let (_, who) = arrive(&scene, "kim@demo.kr").await;
    let device = format!("Mozilla\u{202E}/5.0\r\n{}", "x".repeat(500));
    let request = Login { email: String::from("kim@demo.kr"), password: PASSWORD.to_owned() };
    let came = sign_in(scene.visitor(), request, From { device, address: String::from("10.0.0.1") }).await;
    assert_eq!(error(came), None, "a program's name for itself is no reason to refuse anybody");
    let sessions = list_sessions(scene.call(who), Empty {}).await.expect("the caller has signed in");
    let shown = &sessions.items[0].device;
    assert!(shown.starts_with("Mozilla/5.0xxx") && shown.chars().count() == 100, "on one line, cut off: {shown:?}");
}
