//! What the operator does who can read the data folder: sessions without a password, and users.

use shop_app::user::{NewUser, Who, create_user, open_sessions, session_principal};
use shop_contract::{AdminRole, ErrorCode};

use crate::scene::{Scene, refused};
use crate::users::{PASSWORD, come_in};

const OWNER: Option<AdminRole> = Some(AdminRole::Owner);

fn user(email: &str, role: Option<AdminRole>) -> NewUser {
    NewUser { email: email.to_owned(), name: String::from("운영자"), password: PASSWORD.to_owned(), role }
}

#[tokio::test]
async fn every_customer_who_may_come_in_is_given_a_session() {
    let scene = Scene::new();
    create_user(&scene.shop, user("admin@shop.kr", OWNER)).await.expect("the e-mail is free");
    let crowd = scene.crowd(1_003, 1_000).await;
    scene.sql(&format!("UPDATE user SET state = 'INACTIVE' WHERE id = {}", crowd[7].user_id));
    let opened = open_sessions(&scene.shop, Who::AllCustomers, "token").await.expect("they are opened");
    assert_eq!(opened.len(), 1_002, "all customers but the one who is blocked, and no admin");
    for one in &opened {
        let found = session_principal(&scene.shop, one.session_id, one.user_id).expect("the shop reads");
        assert_eq!(found.map(|found| found.role), Some(None), "{} may come in", one.email);
    }
    assert!(opened.is_sorted_by(|a, b| a.user_id < b.user_id), "each once, in the order in which they came");
}

#[tokio::test]
async fn one_user_is_given_a_session_by_e_mail() {
    let scene = Scene::new();
    let admin = create_user(&scene.shop, user("Admin@Shop.kr", OWNER)).await.expect("the e-mail is free");
    let open = async |email: &str| {
        open_sessions(&scene.shop, Who::Email(email.to_owned()), "token").await.expect("the shop writes")
    };
    let opened = open("ADMIN@shop.kr").await;
    assert_eq!(opened.len(), 1, "an admin too, whatever the case of the e-mail");
    assert_eq!((opened[0].user_id, opened[0].role), (admin.id, OWNER), "as what that user is");
    assert!(open("nobody@shop.kr").await.is_empty(), "nobody has this e-mail");
    assert!(open("no e-mail").await.is_empty(), "nor can anybody have this one");
    scene.sql("UPDATE user SET state = 'INACTIVE'");
    assert!(open("admin@shop.kr").await.is_empty(), "a blocked user is given none");
}

#[tokio::test]
async fn a_user_is_entered_as_if_by_the_door() {
    let scene = Scene::new();
    create_user(&scene.shop, user("admin@shop.kr", OWNER)).await.expect("the e-mail is free");
    let (_, who) = come_in(&scene, "admin@shop.kr", PASSWORD).await;
    assert_eq!(who.role, OWNER, "who signs in is an owner");
    let again = create_user(&scene.shop, user("ADMIN@shop.kr", None)).await;
    refused(again, ErrorCode::EmailTaken, "an e-mail is one user's");
    for bad in [
        user("nobody", OWNER),
        NewUser { name: String::new(), ..user("b@shop.kr", OWNER) },
        NewUser { password: String::from("short"), ..user("b@shop.kr", OWNER) },
    ] {
        refused(create_user(&scene.shop, bad).await, ErrorCode::InvalidInput, "the rules of the door hold");
    }
}
