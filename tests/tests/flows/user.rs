//! Users: registration, profile, address book, the shop's set-up.

use serde_json::{Value, json};
use shop_app::context::{Call, perform};
use shop_app::runtime::Origin;
use shop_app::shop::{get_shop, set_up_shop};
use shop_app::user::{get_me, list_addresses, register, remove_address, save_address, update_me};
use shop_contract::ById;
use shop_contract::{Empty, ErrorCode, Register, SaveAddress, SetUpShop, UpdateMe, UserType, operation};

use crate::scene::{Scene, order, refused};
use crate::users::{PASSWORD, newcomer};

#[tokio::test]
async fn a_new_user_is_a_customer_without_points() {
    let scene = Scene::new();
    let user = register(scene.visitor(), newcomer(" Kim@Demo.Kr ")).await.expect("the e-mail is free");
    assert_eq!((user.email.as_str(), user.kind), ("kim@demo.kr", UserType::Customer), "one spelling, no admin");
    assert_eq!((user.available_point, user.used_point), (0, 0), "points are charged, not given");
    let taken = register(scene.visitor(), newcomer("KIM@demo.kr")).await;
    refused(taken, ErrorCode::EmailTaken, "the case of an e-mail makes no other user");
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
async fn strangers_who_share_a_key_share_no_answer() {
    let scene = Scene::new();
    let send = |email: &str, password: &str| {
        let call = Call::new(std::sync::Arc::clone(&scene.shop), None, Some(String::from("1")));
        register(call, Register { password: password.to_owned(), ..newcomer(email) })
    };
    let mine = send("a@b.kr", PASSWORD).await.expect("the e-mail is free");
    refused(
        send("a@b.kr", "another password").await,
        ErrorCode::IdempotencyKeyReused,
        "without the password nobody is told what the first one was told",
    );
    assert_eq!(json!(send("a@b.kr", PASSWORD).await.expect("it is a repetition")), json!(mine), "with it, as before");
    let kept = "SELECT count(*) FROM idempotency WHERE request_hash LIKE '%password%' OR answer LIKE '%password%'";
    assert_eq!(scene.count(kept), 0, "no password is kept");
}

#[tokio::test]
async fn what_one_is_to_the_shop_is_no_part_of_the_profile() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    for unknown in ["role", "type", "email", "state", "availablePoint", "passwordHash"] {
        let input: Value = json!({"name": "김손님", unknown: "ADMIN"});
        let answer = perform(scene.call(who), operation::update_me, Ok(input), update_me).await;
        refused(answer, ErrorCode::InvalidInput, unknown);
    }
    assert_eq!(scene.count("SELECT count(*) FROM user WHERE type = 'ADMIN'"), 0, "nobody has become an admin");
}

#[tokio::test]
async fn what_deceives_the_eye_is_kept_by_no_free_text() {
    let scene = Scene::new();
    let who = scene.customer(0).await;
    for pasted in ["관\u{202E}리자", "관\u{200B}리자", "\u{2066}관리자\u{2069}", "\u{1100}\u{116A}\u{11AB}리자\u{A0}"]
    {
        let renamed = UpdateMe { name: Some(pasted.to_owned()), phone: None };
        let me = update_me(scene.call(who), renamed).await.expect("what was pasted along is taken out");
        assert_eq!(me.name, "관리자", "{pasted:?}");
    }
    for bad in ["관\0리자", "관\u{1B}리자", "\u{3164}", "\u{200B}\u{A0}"] {
        let named = Register { name: bad.to_owned(), ..newcomer("a@b.kr") };
        refused(register(scene.visitor(), named).await, ErrorCode::InvalidInput, "a name at the door");
        let renamed = UpdateMe { name: Some(bad.to_owned()), phone: None };
        refused(update_me(scene.call(who), renamed).await, ErrorCode::InvalidInput, "a name later on");
        refused(save_address(scene.call(who), address(bad, false)).await, ErrorCode::InvalidInput, "a label");
        let mut parcel = address("집", false);
        parcel.shipping_address.recipient_name = bad.to_owned();
        parcel.shipping_address.address = bad.to_owned();
        parcel.shipping_address.detail_address = Some(bad.to_owned());
        let details = refused(save_address(scene.call(who), parcel).await, ErrorCode::InvalidInput, "an address");
        let lines = details["fields"].as_array().map(Vec::len);
        // The second line may be empty, and so may what is left of it.
        assert!(
            lines == Some(3) || lines == Some(2) && !bad.contains(char::is_control),
            "in each of its lines: {details}"
        );
    }
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
    for typed in ["010.1234.5678", "01012345678", "+82 10 1234 5678", "\u{202D}(010) 1234 5678\u{202C}"] {
        let user = update_me(scene.call(who), phone(typed)).await.expect("it is a number however it is typed");
        assert_eq!(user.phone.as_deref(), Some("010-1234-5678"), "{typed:?}");
    }
    let user = update_me(scene.call(who), phone("\u{200B}")).await.expect("a text that looks empty removes it");
    assert_eq!(user.phone, None, "the phone is gone");
    assert_eq!(json!(get_me(scene.call(who), Empty {}).await.expect("it is me")), json!(user), "it was written");
}

fn address(label: &str, is_default: bool) -> SaveAddress {
    SaveAddress { id: None, label: label.to_owned(), is_default, shipping_address: order(&[]).shipping_address }
}

#[tokio::test]
async fn an_address_book_has_one_default() {
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
        set_up_code: None,
        point_charging: None,
        payment_methods: None,
        deposit_account: None,
        business: None,
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
    scene.sql(
        "INSERT INTO setting (key, value, created_at, updated_at)
         VALUES ('demo', 'true', '2026-03-10T03:00:00.000Z', '2026-03-10T03:00:00.000Z')",
    );
    assert_eq!(personas().await, 3, "the first three customers; this shop has no admin");
    let mut from_network = scene.visitor();
    from_network.origin = Origin::of_peer("192.0.2.7".parse().expect("an address"));
    let info = get_shop(from_network, Empty {}).await.expect("everybody may know");
    assert!(info.demo && info.personas.is_empty(), "and to this machine alone");
}
