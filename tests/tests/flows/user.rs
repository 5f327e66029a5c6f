//! People: registration, sign-in and sessions, profile, address book, the shop's set-up.

use chrono::TimeDelta;
use serde_json::json;
use shop_app::contract::{
    ById, ChangePassword, Empty, ErrorCode, Login, Register, SaveAddress, SetUpShop, ShopError, UpdateMe, User,
    UserType,
};
use shop_app::runtime::{Call, Identity};
use shop_app::shop::{get_shop, set_up_shop};
use shop_app::user::{
    From, SessionSecret, change_password, end_session, get_me, list_addresses, list_sessions, register, remove_address,
    resume, save_address, sign_in, sign_out, update_me,
};

use crate::scene::{Scene, order, refused};

const PASSWORD: &str = "a good password";

fn newcomer(email: &str) -> Register {
    Register { email: email.to_owned(), password: PASSWORD.to_owned(), name: String::from("김손님"), phone: None }
}

async fn login(scene: &Scene, email: &str, password: &str) -> Result<(SessionSecret, Identity, User), ShopError> {
    let request = Login { email: email.to_owned(), password: password.to_owned() };
    sign_in(scene.visitor(), request, From { device: String::from("a test"), address: String::from("test") }).await
}

/// Registers and signs in.
async fn arrive(scene: &Scene, email: &str) -> (SessionSecret, Identity) {
    register(scene.visitor(), newcomer(email)).await.expect("the e-mail is free");
    come_in(scene, email, PASSWORD).await
}

async fn come_in(scene: &Scene, email: &str, password: &str) -> (SessionSecret, Identity) {
    let came = login(scene, email, password).await.map_err(|error| error.code);
    let (secret, identity, _) = came.expect("the password is right");
    assert_eq!(resume(&scene.shop, &secret).await, Some(identity), "the session runs");
    (secret, identity)
}

fn error<T>(result: Result<T, ShopError>) -> Option<ErrorCode> {
    result.err().map(|error| error.code)
}

#[tokio::test]
async fn whoever_registers_is_a_customer_without_points() {
    let scene = Scene::new();
    let user = register(scene.visitor(), newcomer(" Kim@Demo.Kr ")).await.expect("the e-mail is free");
    assert_eq!((user.email.as_str(), user.kind), ("kim@demo.kr", UserType::Customer), "one spelling, no admin");
    assert_eq!((user.available_point, user.used_point), (0, 0), "points are charged, not given");
    let taken = register(scene.visitor(), newcomer("KIM@demo.kr")).await;
    refused(taken, ErrorCode::EmailTaken, "the case of an e-mail makes no other person");
}

#[tokio::test]
async fn registering_names_the_bad_field() {
    let scene = Scene::new();
    for (field, bad) in [
        ("email", Register { email: String::from("nobody"), ..newcomer("a@b.kr") }),
        ("password", Register { password: String::from("1234567"), ..newcomer("a@b.kr") }),
        ("password", Register { password: "p".repeat(129), ..newcomer("a@b.kr") }),
        ("name", Register { name: String::from("  "), ..newcomer("a@b.kr") }),
        ("phone", Register { phone: Some(String::from("call me")), ..newcomer("a@b.kr") }),
    ] {
        let details = refused(register(scene.visitor(), bad).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "the form marks this field");
    }
    assert_eq!(scene.count("SELECT count(*) FROM user"), 0, "nobody came in");
}

#[tokio::test]
async fn a_repeated_registration_gives_the_first_answer() {
    let scene = Scene::new();
    let with_key = || Call::new(std::sync::Arc::clone(&scene.shop), None, Some(String::from("key-1")));
    let first = register(with_key(), newcomer("a@b.kr")).await.expect("the e-mail is free");
    let again = register(with_key(), newcomer("a@b.kr")).await.expect("the first answer is given again");
    assert_eq!(json!(first), json!(again), "the same key and request");
    let other = register(with_key(), newcomer("c@d.kr")).await;
    refused(other, ErrorCode::IdempotencyKeyReused, "the same key and another request");
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
    assert_eq!(blocked, Some(ErrorCode::Unauthorized), "whoever is blocked does not come in either");
}

#[tokio::test]
async fn a_session_lasts_until_it_is_ended() {
    let scene = Scene::new();
    let (secret, identity) = arrive(&scene, "kim@demo.kr").await;
    let stored = scene.count(&format!("SELECT count(*) FROM session WHERE token_hash = '{}'", secret.text()));
    assert_eq!((secret.text().len(), stored), (64, 0), "the shop keeps a fingerprint, not the secret");
    assert_eq!(resume(&scene.shop, &secret).await, Some(identity), "it is still the same session");
    let forged = SessionSecret::from_text("0".repeat(64));
    assert_eq!(resume(&scene.shop, &forged).await, None, "a made-up secret is nobody's");
    sign_out(scene.visitor(), &secret).await.expect("signing out needs the secret alone");
    assert_eq!(resume(&scene.shop, &secret).await, None, "a session that was ended stays so");
    sign_out(scene.visitor(), &secret).await.expect("doing it twice is no refusal");
}

#[tokio::test]
async fn blocking_a_person_ends_every_session_at_once() {
    let scene = Scene::new();
    let (secret, _) = arrive(&scene, "kim@demo.kr").await;
    scene.sql("UPDATE user SET state = 'INACTIVE'");
    assert_eq!(resume(&scene.shop, &secret).await, None, "the next call is nobody's");
}

#[tokio::test]
async fn a_session_says_when_it_was_last_heard_of_to_the_minute() {
    let scene = Scene::new();
    let (secret, identity) = arrive(&scene, "kim@demo.kr").await;
    let last_seen = async || {
        let sessions = list_sessions(scene.call(identity), Empty {}).await.expect("the caller has signed in");
        sessions.items[0].last_seen_at
    };
    let start = last_seen().await;
    scene.clock.advance(TimeDelta::seconds(59));
    resume(&scene.shop, &secret).await.expect("the session runs");
    assert_eq!(last_seen().await, start, "not every call is a write");
    scene.clock.advance(TimeDelta::seconds(1));
    resume(&scene.shop, &secret).await.expect("the session runs");
    assert_eq!(last_seen().await, start + TimeDelta::minutes(1), "a minute later it is noted");
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let scene = Scene::new();
    let (here, identity) = arrive(&scene, "kim@demo.kr").await;
    let (elsewhere, _) = come_in(&scene, "kim@demo.kr", PASSWORD).await;
    let change = |current: &str, new: &str| {
        let request = ChangePassword { current_password: current.to_owned(), new_password: new.to_owned() };
        change_password(scene.call(identity), request)
    };
    refused(change("wrong password", "another password").await, ErrorCode::Unauthorized, "it must be the caller");
    refused(change(PASSWORD, "short").await, ErrorCode::InvalidInput, "the rule of length holds here too");
    change(PASSWORD, "another password").await.expect("the password was right");
    assert_eq!(resume(&scene.shop, &here).await, Some(identity), "whoever changed it stays");
    assert_eq!(resume(&scene.shop, &elsewhere).await, None, "whoever else was signed in is not any more");
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
    refused(end(lee, at_work.session_id).await, ErrorCode::NotFound, "another person's session does not exist");
    end(kim, at_work.session_id).await.expect("it is the caller's");
    assert_eq!(resume(&scene.shop, &lost).await, None, "the lost computer is signed out");
    refused(end(kim, at_work.session_id).await, ErrorCode::NotFound, "it ended already");
    let left = list_sessions(scene.call(kim), Empty {}).await.expect("the caller has signed in");
    let shown: Vec<_> = left.items.iter().map(|session| (session.id, session.current)).collect();
    assert_eq!(shown, [(kim.session_id, true)], "the caller's own session is left");
}

#[tokio::test]
async fn a_profile_changes_where_something_was_said() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let phone = |phone: &str| UpdateMe { phone: Some(phone.to_owned()), ..UpdateMe::default() };
    let user = update_me(scene.call(who), phone("010-1234-5678")).await.expect("it is a number");
    assert_eq!((user.name.as_str(), user.phone.as_deref()), ("김손님", Some("010-1234-5678")), "the name stays");
    let renamed = UpdateMe { name: Some(String::from(" 이손님 ")), phone: None };
    let user = update_me(scene.call(who), renamed).await.expect("it is a name");
    assert_eq!((user.name.as_str(), user.phone.as_deref()), ("이손님", Some("010-1234-5678")), "the phone stays");
    let user = update_me(scene.call(who), phone("")).await.expect("an empty text removes it");
    assert_eq!(user.phone, None, "the phone is gone");
    assert_eq!(json!(get_me(scene.call(who), Empty {}).await.expect("it is me")), json!(user), "it was written");
    refused(update_me(scene.visitor(), UpdateMe::default()).await, ErrorCode::Unauthorized, "a visitor has no profile");
}

fn address(label: &str, is_default: bool) -> SaveAddress {
    SaveAddress { id: None, label: label.to_owned(), is_default, shipping_address: order(&[]).shipping_address }
}

#[tokio::test]
async fn whoever_has_addresses_has_one_default() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    let save = |request| save_address(scene.call(who), request);
    let home = save(address("집", false)).await.expect("it is good");
    assert!(home.is_default, "the first becomes the default by itself");
    let work = save(address("회사", true)).await.expect("it is good");
    let defaults = async || {
        let book = list_addresses(scene.call(who), Empty {}).await.expect("the caller has signed in").items;
        book.into_iter().map(|address| (address.id, address.is_default)).collect::<Vec<_>>()
    };
    assert_eq!(defaults().await, [(work.id, true), (home.id, false)], "the later wish counts, and comes first");
    let still = save(SaveAddress { id: Some(work.id), ..address("일터", false) }).await.expect("it is the caller's");
    assert!(still.is_default, "a default is given away, not given up");
    remove_address(scene.call(who), ById { id: work.id }).await.expect("it is the caller's");
    assert_eq!(defaults().await, [(home.id, true)], "another takes its place");
}

#[tokio::test]
async fn an_address_book_is_only_its_owners_and_holds_twenty() {
    let scene = Scene::new();
    let (who, other) = (scene.customer(0).await, scene.customer(0).await);
    let mine = save_address(scene.call(who), address("집", false)).await.expect("it is good");
    let theirs = || SaveAddress { id: Some(mine.id), ..address("남의 집", false) };
    refused(save_address(scene.call(other), theirs()).await, ErrorCode::NotFound, "it cannot be written by another");
    let removed = remove_address(scene.call(other), ById { id: mine.id }).await;
    refused(removed, ErrorCode::NotFound, "nor removed");
    for number in 2..=20 {
        save_address(scene.call(who), address(&number.to_string(), false)).await.expect("twenty fit");
    }
    let full = save_address(scene.call(who), address("21", false)).await;
    refused(full, ErrorCode::InvalidInput, "the twenty-first does not");
    let changed = SaveAddress { id: Some(mine.id), ..address("우리 집", false) };
    save_address(scene.call(who), changed).await.expect("a full book can still be changed");
    let mut bad = address("집", false);
    bad.shipping_address.zip_code = String::from("1234");
    bad.shipping_address.phone = String::new();
    let details = refused(save_address(scene.call(who), bad).await, ErrorCode::InvalidInput, "two fields are bad");
    let fields: Vec<_> = details["fields"].as_array().expect("a list").iter().map(|field| &field["field"]).collect();
    assert_eq!(fields, ["shippingAddress.phone", "shippingAddress.zipCode"], "each of them is named");
}

#[tokio::test]
async fn a_shop_is_set_up_once() {
    let scene = Scene::new();
    let info = get_shop(scene.visitor(), Empty {}).await.expect("everybody may know");
    assert!(!info.ready && !info.demo && info.personas.is_empty(), "an empty shop offers to be set up");
    let request = |name: &str| SetUpShop {
        shop_name: name.to_owned(),
        email: format!("{}@shop.kr", name.len()),
        password: PASSWORD.to_owned(),
        name: String::from("주인"),
    };
    refused(set_up_shop(scene.visitor(), request("")).await, ErrorCode::InvalidInput, "a shop has a name");
    let info = set_up_shop(scene.visitor(), request("우리 가게")).await.expect("there is none yet");
    assert_eq!((info.name.as_str(), info.ready), ("우리 가게", true), "it is open");
    refused(set_up_shop(scene.visitor(), request("또")).await, ErrorCode::Conflict, "there is one already");
    assert_eq!(scene.count("SELECT count(*) FROM user WHERE type = 'ADMIN'"), 1, "it has one admin");
}

#[tokio::test]
async fn personas_are_shown_in_a_demo_shop_alone() {
    let scene = Scene::new();
    for _ in 0..4 {
        scene.customer(0).await;
    }
    let personas = async || get_shop(scene.visitor(), Empty {}).await.expect("everybody may know").personas.len();
    assert_eq!(personas().await, 0, "nobody's name is told in a real shop");
    scene.sql("INSERT INTO setting (key, value, created_at, updated_at) VALUES ('demo', 'true', '', '')");
    assert_eq!(personas().await, 3, "the first three customers; this shop has no admin");
}
