//! Notes of admins on orders and users: written, listed, deleted, and never shown to a customer.

use shop_app::note::{add_order_note, add_user_note, delete_note, list_order_notes, list_user_notes};
use shop_app::order::{get_order, get_order_for_admin, list_orders_for_admin};
use shop_contract::{AddNote, ById, ErrorCode, ListOrdersForAdmin};

use crate::scene::{Scene, refused};

#[tokio::test]
async fn notes_are_written_listed_and_deleted() {
    let scene = Scene::new();
    let (admin, other, who) = (scene.admin().await, scene.admin().await, scene.customer(0).await);
    let order = scene.buy(who, scene.product(1_000, 10).await).await;
    let write = |body: &str| AddNote { id: order.id, body: body.to_owned() };
    let first = add_order_note(scene.call(admin), write("  부재 시\r\n경비실 ")).await.expect("it is written");
    assert_eq!(first.body, "부재 시\n경비실", "trimmed, with the line ends of the shop");
    let second = add_order_note(scene.call(other), write("선물 포장")).await.expect("it is written");
    let on_user = AddNote { id: who.user_id, body: "전화 선호".into() };
    let on_user = add_user_note(scene.call(admin), on_user).await.expect("it is written");
    let of_order = async || list_order_notes(scene.call(admin), ById { id: order.id }).await.expect("a list").items;
    let of_user = async || list_user_notes(scene.call(admin), ById { id: who.user_id }).await.expect("a list").items;
    assert_eq!(of_order().await, [second.clone(), first.clone()], "the latest first");
    assert_eq!(second.actor_id, Some(other.user_id), "by whom");
    assert_eq!(of_user().await, std::slice::from_ref(&on_user), "the user's own");
    let list = async || {
        let page = list_orders_for_admin(scene.call(admin), ListOrdersForAdmin::default()).await.expect("a list");
        page.items[0].note_count
    };
    assert_eq!(list().await, Some(2), "the list has a mark");
    delete_note(scene.call(other), ById { id: first.id }).await.expect("it is deleted");
    assert_eq!((of_order().await, list().await), (vec![second.clone()], Some(1)), "one is left");
    refused(delete_note(scene.call(other), ById { id: first.id }).await, ErrorCode::NotFound, "it is gone");
    delete_note(scene.call(admin), ById { id: second.id }).await.expect("it is deleted");
    delete_note(scene.call(admin), ById { id: on_user.id }).await.expect("it is deleted");
    assert_eq!((of_user().await, list().await), (vec![], None), "no mark without notes");
    assert_eq!(scene.count("SELECT count(*) FROM note WHERE state = 'DELETED'"), 3, "the rows stay");
    for (why, query, count) in [
        (
            "written on the order",
            "action = 'add_order_note' AND target_type = 'order' AND after ->> 'note' = '선물 포장'",
            1,
        ),
        (
            "written on the user",
            "action = 'add_user_note' AND target_type = 'user' AND after ->> 'note' = '전화 선호'",
            1,
        ),
        ("deleted, with the text", "action = 'delete_note' AND before ->> 'note' IS NOT NULL AND after IS NULL", 3),
    ] {
        assert_eq!(scene.count(&format!("SELECT count(*) FROM audit_log WHERE {query}")), count, "{why}");
    }
}

#[tokio::test]
async fn what_is_no_note_is_refused() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let order = scene.buy(who, scene.product(1_000, 10).await).await;
    for (why, body) in
        [("nothing", String::from(" \n ")), ("too much", "가".repeat(2_001)), ("a control character", "a\u{7}b".into())]
    {
        let on_order = add_order_note(scene.call(admin), AddNote { id: order.id, body: body.clone() }).await;
        let details = refused(on_order, ErrorCode::InvalidInput, why);
        assert_eq!(details["fields"][0]["field"], "body", "{why}: the field is named");
        let on_user = add_user_note(scene.call(admin), AddNote { id: who.user_id, body }).await;
        refused(on_user, ErrorCode::InvalidInput, why);
    }
    let longest = AddNote { id: order.id, body: "가".repeat(2_000) };
    add_order_note(scene.call(admin), longest).await.expect("2,000 characters are allowed");
    let on = |id| AddNote { id, body: "메모".into() };
    refused(add_order_note(scene.call(admin), on(999)).await, ErrorCode::OrderNotFound, "no such order");
    refused(add_user_note(scene.call(admin), on(999)).await, ErrorCode::UserNotFound, "no such user");
    refused(list_order_notes(scene.call(admin), ById { id: 999 }).await, ErrorCode::OrderNotFound, "no such order");
    refused(list_user_notes(scene.call(admin), ById { id: 999 }).await, ErrorCode::UserNotFound, "no such user");
}

#[tokio::test]
async fn a_customer_never_sees_a_note() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let order = scene.buy(who, scene.product(1_000, 10).await).await;
    add_order_note(scene.call(admin), AddNote { id: order.id, body: "까다로운 손님".into() }).await.expect("written");
    let shown = get_order(scene.call(who), ById { id: order.id }).await.expect("the own order");
    let shown = serde_json::to_string(&shown).expect("JSON");
    assert!(!shown.contains("note") && !shown.contains("까다로운"), "{shown}");
    let detail = get_order_for_admin(scene.call(admin), ById { id: order.id }).await.expect("it is there");
    assert_eq!(detail.order.note_count, Some(1), "an admin sees that there is one");
}
