//! Returns: what a customer may ask for and until when, how admins move one on, and how a refund settles it.

use serde_json::json;
use shop_app::audit::list_audit_log;
use shop_app::order::{deliver_order, refund_order, ship_order};
use shop_app::returns::{
    approve_return, list_returns, list_returns_for_admin, receive_return, reject_return, request_return,
};
use shop_app::runtime::Principal;
use shop_app::statistics::get_dashboard;
use shop_contract::{
    AdminReturn, AdminRole, ById, Empty, ErrorCode, ListAuditLog, ListReturnsForAdmin, MoveReturn, Order, OrderState,
    RefundOrder, RejectReturn, RequestReturn, ReturnRequest, ReturnState, ShopError, UnitsOfItem, level,
};

use crate::scene::{Scene, at, refused};

/// A shop with an admin, a customer and a delivered order of three cups for 1,000 won each.
async fn open() -> (Scene, Principal, Principal, Order) {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let order = delivered(&scene, admin, who).await;
    (scene, admin, who, order)
}

async fn delivered(scene: &Scene, admin: Principal, who: Principal) -> Order {
    let cup = scene.product(1_000, 20).await;
    scene.put(who, cup, None, 3).await;
    let order = scene.place(who, &[]).await.expect("it is placed");
    scene.pay(who, &order).await.expect("it is paid");
    ship_order(scene.call(admin), ById { id: order.id }).await.expect("it is sent");
    deliver_order(scene.call(admin), ById { id: order.id }).await.expect("it arrives");
    scene.order(who, order.id).await
}

fn units(order: &Order, quantity: i64) -> Vec<UnitsOfItem> {
    vec![UnitsOfItem { order_item_id: order.items[0].id, quantity }]
}

async fn ask(scene: &Scene, who: Principal, order: &Order, quantity: i64) -> Result<ReturnRequest, ShopError> {
    let wanted = RequestReturn { id: order.id, items: units(order, quantity), reason: " 색이 달라요 ".to_owned() };
    request_return(scene.call(who), wanted).await
}

fn to(id: i64) -> MoveReturn {
    MoveReturn { id, note: None }
}

async fn reject(scene: &Scene, admin: Principal, id: i64, note: &str) -> Result<AdminReturn, ShopError> {
    reject_return(scene.call(admin), RejectReturn { id, note: note.to_owned() }).await
}

#[tokio::test]
async fn a_return_goes_from_the_request_to_the_refund() {
    let (scene, admin, who, order) = open().await;
    let clerk = scene.admin_as(AdminRole::Clerk).await;
    let asked = ask(&scene, who, &order, 2).await.expect("it arrived today");
    assert_eq!(
        (asked.state, asked.reason.as_str(), asked.items[0].quantity),
        (ReturnState::Requested, "색이 달라요", 2)
    );
    let note = Some("착불로 보내 주세요".to_owned());
    let approved = approve_return(scene.call_at::<level::Clerk>(clerk), MoveReturn { id: asked.id, note })
        .await
        .expect("it waits");
    assert_eq!(
        (approved.returned.state, approved.actor_id),
        (ReturnState::Approved, Some(clerk.user_id)),
        "by a clerk"
    );
    let received = receive_return(scene.call_at::<level::Clerk>(clerk), to(asked.id)).await.expect("it is approved");
    assert_eq!(received.returned.note.as_deref(), Some("착불로 보내 주세요"), "the words stay");
    assert_eq!(scene.points(who), 97_000, "no money has moved yet");
    let refund = RefundOrder { items: Some(units(&order, 2)), ..RefundOrder::whole(order.id, Some("반품")) };
    let refunded = refund_order(scene.call(admin), refund).await.expect("it is received");
    assert_eq!((refunded.order.state, scene.points(who)), (OrderState::Confirmed, 99_000), "two cups are paid back");
    let list = list_returns(scene.call(who), ById { id: order.id }).await.expect("the returns");
    let settled = &list.items[0];
    assert_eq!(settled.state, ReturnState::Refunded, "with the refund");
    assert_eq!(settled.refund_id, Some(refunded.order.refunds[0].id), "of that number");
    assert!(
        settled.approved_at.is_some() && settled.received_at.is_some() && settled.rejected_at.is_none(),
        "its steps"
    );
    let log = list_audit_log(scene.call(admin), ListAuditLog::default()).await.expect("the log");
    let acts: Vec<_> = log.items.iter().map(|entry| entry.action.as_str()).take(3).collect();
    assert_eq!(acts, ["refund_order", "receive_return", "approve_return"], "each step leaves its trace");
    let again = ask(&scene, who, &order, 2).await;
    let details = refused(again, ErrorCode::InvalidInput, "one is left");
    assert_eq!(details["fields"][0], json!({"field": "items[0].quantity", "reason": "1 to 1 units"}));
    ask(&scene, who, &order, 1).await.expect("of the last one");
}

#[tokio::test]
async fn a_rejected_return_has_words_and_can_be_asked_for_again() {
    let (scene, admin, who, order) = open().await;
    let first = ask(&scene, who, &order, 1).await.expect("it is asked for");
    for empty in ["", "  ", "\u{200B}"] {
        let details = refused(reject(&scene, admin, first.id, empty).await, ErrorCode::InvalidInput, "without words");
        assert_eq!(details["fields"][0]["field"], "note");
    }
    refused(reject(&scene, admin, first.id, &"가".repeat(201)).await, ErrorCode::InvalidInput, "too many");
    let rejected = reject(&scene, admin, first.id, "사용한 흔적이 있습니다").await.expect("it waits");
    assert_eq!(rejected.returned.state, ReturnState::Rejected);
    for wrong in [
        approve_return(scene.call(admin), to(first.id)).await,
        receive_return(scene.call(admin), to(first.id)).await,
        reject(&scene, admin, first.id, "다시").await,
    ] {
        let details = refused(wrong, ErrorCode::Conflict, "it has ended");
        assert_eq!(details, json!({"reason": "OTHER_RETURN_STATE", "state": "REJECTED"}));
    }
    let second = ask(&scene, who, &order, 3).await.expect("it can be asked for again");
    let early = receive_return(scene.call(admin), to(second.id)).await;
    let details = refused(early, ErrorCode::Conflict, "it is not approved");
    assert_eq!(details["state"], "REQUESTED");
    refused(approve_return(scene.call(admin), to(999_999)).await, ErrorCode::NotFound, "no such return");
}

#[tokio::test]
async fn a_line_is_in_one_open_return_and_its_units_are_kept_for_it() {
    let (scene, admin, who, order) = open().await;
    let asked = ask(&scene, who, &order, 2).await.expect("it is asked for");
    let twice = refused(ask(&scene, who, &order, 1).await, ErrorCode::Conflict, "it is open");
    assert_eq!(twice, json!({"reason": "RETURN_OPEN"}));
    let refund = |quantity| {
        let wanted = RefundOrder { items: Some(units(&order, quantity)), ..RefundOrder::whole(order.id, None) };
        refund_order(scene.call(admin), wanted)
    };
    let kept = refused(refund(2).await, ErrorCode::Conflict, "one of them is being returned");
    assert_eq!(kept, json!({"reason": "BEING_RETURNED"}));
    let whole = refund_order(scene.call(admin), RefundOrder::whole(order.id, None)).await;
    refused(whole, ErrorCode::Conflict, "all of it");
    refund(1).await.expect("the one that is not");
    approve_return(scene.call(admin), to(asked.id)).await.expect("it waits");
    refused(refund(2).await, ErrorCode::Conflict, "before the goods came");
    receive_return(scene.call(admin), to(asked.id)).await.expect("it is approved");
    refused(refund(1).await, ErrorCode::Conflict, "half of it");
    let done = refund_order(scene.call(admin), RefundOrder::whole(order.id, None)).await.expect("all that is left");
    assert_eq!(done.order.state, OrderState::Refunded);
    assert_eq!(scene.text("SELECT state FROM return_request"), "REFUNDED", "it is settled too");
}

#[tokio::test]
async fn goods_are_returned_within_seven_days_of_their_arrival_unless_set() {
    let (scene, admin, who, order) = open().await;
    let list = list_returns(scene.call(who), ById { id: order.id }).await.expect("the returns");
    assert_eq!(list.returnable_until, Some(at("2026-03-17T14:59:59.999Z")), "the end of the seventh day");
    scene.clock.set(at("2026-03-17T14:59:59.999Z"));
    let asked = ask(&scene, who, &order, 1).await.expect("until then");
    reject(&scene, admin, asked.id, "단순 변심").await.expect("it waits");
    scene.clock.set(at("2026-03-17T15:00:00.000Z"));
    let details = refused(ask(&scene, who, &order, 1).await, ErrorCode::InvalidOrderState, "then no longer");
    assert_eq!(details, json!({"state": "CONFIRMED", "asked": "RETURN"}));
    let key = shop_app::setting::RETURN_DAYS;
    scene.write(move |w| Ok(shop_store::setting::write(w.tx, key, &14, w.now)?)).await;
    ask(&scene, who, &order, 1).await.expect("a shop may give more time");
}

#[tokio::test]
async fn only_delivered_goods_of_ones_own_are_returned() {
    let (scene, admin, who, order) = open().await;
    let other = scene.customer(1_000).await;
    refused(ask(&scene, other, &order, 1).await, ErrorCode::OrderNotFound, "another customer's");
    refused(list_returns(scene.call(other), ById { id: order.id }).await, ErrorCode::OrderNotFound, "nor seen");
    let cup = scene.product(1_000, 5).await;
    let sent = scene.buy(who, cup).await;
    let refused_as = |error| refused(error, ErrorCode::InvalidOrderState, "it has not arrived");
    assert_eq!(refused_as(ask(&scene, who, &sent, 1).await)["state"], "NORMAL");
    scene.pay(who, &sent).await.expect("it is paid");
    refused_as(ask(&scene, who, &sent, 1).await);
    ship_order(scene.call(admin), ById { id: sent.id }).await.expect("it is sent");
    refused_as(ask(&scene, who, &sent, 1).await);
    let none = RequestReturn { id: order.id, items: Vec::new(), reason: "이유".to_owned() };
    refused(request_return(scene.call(who), none).await, ErrorCode::InvalidInput, "nothing");
    let foreign = RequestReturn { id: order.id, items: units(&sent, 1), reason: "이유".to_owned() };
    refused(request_return(scene.call(who), foreign).await, ErrorCode::InvalidInput, "of another order");
    let mute = RequestReturn { id: order.id, items: units(&order, 1), reason: " ".to_owned() };
    refused(request_return(scene.call(who), mute).await, ErrorCode::InvalidInput, "without a reason");
}

#[tokio::test]
async fn returns_are_listed_by_state_and_words_and_counted_on_the_first_page() {
    let (scene, admin, who, order) = open().await;
    scene.sql(&format!("UPDATE user SET name = '이보람', email = 'lee_1@shop.kr' WHERE id = {}", who.user_id));
    let second = delivered(&scene, admin, who).await;
    let (one, two) =
        (ask(&scene, who, &order, 1).await.expect("one").id, ask(&scene, who, &second, 1).await.expect("two").id);
    approve_return(scene.call(admin), to(one)).await.expect("it waits");
    receive_return(scene.call(admin), to(one)).await.expect("it is approved");
    let words = |q: &str| ListReturnsForAdmin { q: Some(q.to_owned()), ..ListReturnsForAdmin::default() };
    let state = |state| ListReturnsForAdmin { state: Some(state), ..ListReturnsForAdmin::default() };
    for (why, request, expected) in [
        ("all, latest first", ListReturnsForAdmin::default(), vec![two, one]),
        ("those that wait", state(ReturnState::Requested), vec![two]),
        ("those that came", state(ReturnState::Received), vec![one]),
        ("the others", state(ReturnState::Refunded), vec![]),
        ("by name", words("보람"), vec![two, one]),
        ("by initial consonants", words("ㅇㅂㄹ"), vec![two, one]),
        ("by e-mail", words("LEE_1@"), vec![two, one]),
        ("by number", words(&second.order_number), vec![two]),
        ("by nothing", words("없음"), vec![]),
    ] {
        let page = list_returns_for_admin(scene.call(admin), request).await.expect("the list");
        assert_eq!(page.items.iter().map(|one| one.returned.id).collect::<Vec<_>>(), expected, "{why}");
        let waiting = (page.waiting.requested, page.waiting.approved, page.waiting.received);
        assert_eq!(waiting, (1, 0, 1), "whatever the filter");
    }
    let page = |cursor| ListReturnsForAdmin { cursor, limit: Some(1), ..ListReturnsForAdmin::default() };
    let first = list_returns_for_admin(scene.call(admin), page(None)).await.expect("a page");
    let next = list_returns_for_admin(scene.call(admin), page(first.next_cursor)).await.expect("the next");
    assert_eq!((next.items[0].returned.id, next.next_cursor), (one, None), "page by page");
    let bad = list_returns_for_admin(scene.call(admin), page(Some("x".to_owned()))).await;
    refused(bad, ErrorCode::InvalidInput, "a cursor of no list");
    let troubles = get_dashboard(scene.call(admin), Empty {}).await.expect("the first page").troubles;
    assert_eq!((troubles.requested_returns, troubles.received_returns), (1, 1), "what waits for the shop");
}

#[tokio::test]
async fn a_repeated_request_is_one_return() {
    let (scene, _, who, order) = open().await;
    let again = || {
        let wanted = RequestReturn { id: order.id, items: units(&order, 1), reason: "이유".to_owned() };
        request_return(scene.call_with_key(who, "k"), wanted)
    };
    let first = again().await.expect("it is asked for");
    assert_eq!(again().await.expect("answered again"), first, "the first answer");
    assert_eq!(scene.count("SELECT count(*) FROM return_request"), 1, "one return");
}

#[tokio::test]
async fn a_repeated_refund_is_done_once() {
    let (scene, admin, who, order) = open().await;
    let again = || {
        let wanted = RefundOrder { items: Some(units(&order, 1)), ..RefundOrder::whole(order.id, None) };
        refund_order(scene.call_with_key(admin, "k"), wanted)
    };
    let first = again().await.expect("one goes back");
    assert_eq!(again().await.expect("answered again"), first, "the first answer");
    assert_eq!((scene.count("SELECT count(*) FROM refund"), scene.points(who)), (1, 98_000), "done once");
}
