//! Deposits: an admin confirms or rejects requests for points, finds them, and sees what waits.

use serde_json::{Value, json};
use shop_app::audit::list_audit_log;
use shop_app::charge::{confirm_charge, list_charges, list_charges_for_admin, reject_charge, withdraw_charge};
use shop_app::runtime::{Audience, Principal};
use shop_app::shop::{get_settings, get_shop, update_settings};
use shop_app::statistics::get_dashboard;
use shop_contract::{
    AdminCharge, ById, ChargeState, ConfirmCharge, DepositAccount, Empty, ErrorCode, ListAuditLog, ListChargesForAdmin,
    ListPage, PointCharging, RejectCharge, ShopError, ShopEvent, UpdateSettings, WaitingCharges,
};

use crate::scene::{Scene, refused};

async fn confirm(scene: &Scene, admin: Principal, id: i64, amount: i64) -> Result<AdminCharge, ShopError> {
    confirm_charge(scene.call(admin), ConfirmCharge { id, amount }).await
}

async fn reject(scene: &Scene, admin: Principal, id: i64, reason: &str) -> Result<AdminCharge, ShopError> {
    reject_charge(scene.call(admin), RejectCharge { id, reason: reason.to_owned() }).await
}

fn events(heard: &mut tokio::sync::broadcast::Receiver<shop_app::runtime::Notice>) -> Vec<(Audience, ShopEvent)> {
    std::iter::from_fn(|| heard.try_recv().ok()).map(|notice| (notice.audience, notice.event)).collect()
}

#[tokio::test]
async fn a_confirmed_deposit_is_points_a_row_of_the_ledger_an_audit_line_and_two_events() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(1_000).await);
    let id = scene.waiting_charge(who, 50_000, "김입금").await;
    let mut heard = scene.shop.events().listen();
    let confirmed = confirm(&scene, admin, id, 50_000).await.expect("the deposit came");
    assert_eq!((confirmed.charge.state, confirmed.charge.decided_at), (ChargeState::Confirmed, Some(scene.shop.now())));
    assert_eq!((confirmed.actor_id, confirmed.actor_name.as_deref()), (Some(admin.user_id), Some("김손님")), "by whom");
    assert_eq!(scene.points(who), 51_000, "the points are there");
    let row = format!(
        "SELECT count(*) FROM balance_transaction WHERE type = 'CHARGE' AND amount = 50000 AND user_id = {} AND id = {}",
        who.user_id,
        confirmed.transaction_id.expect("it names its row")
    );
    assert_eq!(scene.count(&row), 1, "with one row in the ledger");
    let expected = [
        (Audience::User(who.user_id), ShopEvent::Points { available_point: 51_000 }),
        (Audience::UserAndAdmins(who.user_id), ShopEvent::Charge { charge_id: id, state: ChargeState::Confirmed }),
    ];
    assert_eq!(events(&mut heard), expected, "open pages hear of it");
    let log = list_audit_log(scene.call(admin), ListAuditLog::default()).await.expect("the log");
    let entry = &log.items[0];
    assert_eq!((entry.action.as_str(), entry.target_id), ("confirm_charge", who.user_id), "an admin's act is recorded");
    let after = json!({
        "chargeId": id, "amount": 50_000, "depositorName": "김입금", "chargeState": "CONFIRMED",
        "availablePoint": 51_000,
    });
    assert_eq!(entry.after, Some(after), "with what it changed");
}

#[tokio::test]
async fn refusals_of_a_confirmation_come_in_the_documented_order() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let id = scene.waiting_charge(who, 50_000, "김입금").await;
    refused(confirm(&scene, admin, 999_999, 0).await, ErrorCode::NotFound, "there is no such request");
    refused(confirm(&scene, admin, id, 0).await, ErrorCode::InvalidInput, "nothing came");
    let details = refused(confirm(&scene, admin, id, 49_999).await, ErrorCode::AmountMismatch, "too little came");
    assert_eq!(details, json!({"expected": 50_000, "actual": 49_999}), "with both figures");
    assert_eq!(scene.points(who), 0, "nothing was charged");
    scene.sql(&format!("UPDATE charge_request SET amount = 50001 WHERE id = {id}"));
    confirm(&scene, admin, id, 50_001).await.expect("what was requested came");
    let details = refused(confirm(&scene, admin, id, 1).await, ErrorCode::Conflict, "a second time");
    assert_eq!(details, json!({"reason": "ALREADY_CONFIRMED"}), "before the amount is looked at");
    let details = refused(reject(&scene, admin, id, "없음").await, ErrorCode::Conflict, "what is confirmed stays so");
    assert_eq!(details, json!({"reason": "ALREADY_CONFIRMED"}), "with the reason");
    assert_eq!(scene.points(who), 50_001, "charged once");
}

#[tokio::test]
async fn a_balance_that_would_be_too_large_is_refused_and_the_request_waits() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let who = scene.crowd(1, 1_000_000_000_000).await[0];
    let id = scene.waiting_charge(who, 1_000, "김입금").await;
    let details = refused(confirm(&scene, admin, id, 1_000).await, ErrorCode::InvalidInput, "too many points");
    assert_eq!(details["fields"][0]["field"], "amount", "the field is named");
    assert_eq!(scene.count("SELECT count(*) FROM charge_request WHERE state = 'REQUESTED'"), 1, "it waits as before");
}

#[tokio::test]
async fn a_repeated_confirmation_charges_once() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let id = scene.waiting_charge(who, 50_000, "김입금").await;
    let again = || confirm_charge(scene.call_with_key(admin, "k"), ConfirmCharge { id, amount: 50_000 });
    let first = again().await.expect("the deposit came");
    assert_eq!(again().await.expect("the repetition is answered"), first, "with the first answer");
    assert_eq!(scene.points(who), 50_000, "charged once");
}

#[tokio::test]
async fn a_rejected_request_has_a_reason_for_its_customer_and_moves_nothing() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let id = scene.waiting_charge(who, 50_000, "김입금").await;
    refused(reject(&scene, admin, 999_999, "없음").await, ErrorCode::NotFound, "there is no such request");
    for reason in [String::new(), "가".repeat(201)] {
        let details = refused(reject(&scene, admin, id, &reason).await, ErrorCode::InvalidInput, "no reason");
        assert_eq!(details["fields"][0]["field"], "reason", "the field is named");
    }
    let mut heard = scene.shop.events().listen();
    let rejected = reject(&scene, admin, id, " 입금이 확인되지 않음 ").await.expect("it waits");
    assert_eq!(rejected.charge.reason.as_deref(), Some("입금이 확인되지 않음"), "in normal form");
    let event = ShopEvent::Charge { charge_id: id, state: ChargeState::Rejected };
    assert_eq!(events(&mut heard), [(Audience::UserAndAdmins(who.user_id), event)], "open pages hear of it");
    let own = list_charges(scene.call(who), ListPage::default()).await.expect("own requests");
    let seen = &own.items[0];
    assert_eq!((seen.state, seen.withdrawn), (ChargeState::Rejected, false), "rejected, not withdrawn");
    assert_eq!(seen.reason.as_deref(), Some("입금이 확인되지 않음"), "the customer reads why");
    assert_eq!(scene.points(who), 0, "no points");
    let details = refused(confirm(&scene, admin, id, 50_000).await, ErrorCode::Conflict, "it has ended");
    assert_eq!(details, json!({"reason": "ALREADY_REJECTED"}), "with the reason");
    let log = list_audit_log(scene.call(admin), ListAuditLog::default()).await.expect("the log");
    assert_eq!((log.items[0].action.as_str(), log.items.len()), ("reject_charge", 1), "one act is recorded");
}

#[tokio::test]
async fn requests_are_found_by_state_depositor_and_customer() {
    let scene = Scene::new();
    let (admin, one, two) = (scene.admin().await, scene.customer(0).await, scene.customer(0).await);
    scene.sql(&format!("UPDATE user SET name = '이보람', email = 'lee_1@shop.kr' WHERE id = {}", one.user_id));
    let by_one = scene.waiting_charge(one, 10_000, "박대신").await;
    let by_two = scene.waiting_charge(two, 20_000, "김손님").await;
    let ended = scene.waiting_charge(two, 30_000, "김손님").await;
    confirm(&scene, admin, ended, 30_000).await.expect("the deposit came");
    let withdrawn = scene.waiting_charge(two, 40_000, "최취소").await;
    withdraw_charge(scene.call(two), ById { id: withdrawn }).await.expect("it waits");
    let words = |q: &str| ListChargesForAdmin { q: Some(q.to_owned()), ..ListChargesForAdmin::default() };
    let state = |state| ListChargesForAdmin { state: Some(state), ..ListChargesForAdmin::default() };
    for (why, request, expected) in [
        ("all, latest first", ListChargesForAdmin::default(), vec![withdrawn, ended, by_two, by_one]),
        ("what waits", state(ChargeState::Requested), vec![by_two, by_one]),
        ("what is confirmed", state(ChargeState::Confirmed), vec![ended]),
        ("what is rejected or withdrawn", state(ChargeState::Rejected), vec![withdrawn]),
        ("a part of the depositor", words("대신"), vec![by_one]),
        ("its initial consonants", words("ㅂㄷㅅ"), vec![by_one]),
        ("of the customer", words("보람"), vec![by_one]),
        ("its initial consonants", words("ㅇㅂㄹ"), vec![by_one]),
        ("of the e-mail, whatever its case", words("LEE_1@"), vec![by_one]),
        ("no letter stands for another", words("l%1"), vec![]),
        ("words in a state", ListChargesForAdmin { state: Some(ChargeState::Confirmed), ..words("손님") }, vec![ended]),
    ] {
        let page = list_charges_for_admin(scene.call(admin), request).await.expect("they are listed");
        let ids: Vec<i64> = page.items.iter().map(|one| one.charge.id).collect();
        assert_eq!(ids, expected, "{why}");
        assert_eq!(page.waiting, WaitingCharges { count: 2, amount: 30_000 }, "what waits, whatever the filter");
    }
    let first = ListChargesForAdmin { limit: Some(3), ..ListChargesForAdmin::default() };
    let first = list_charges_for_admin(scene.call(admin), first).await.expect("a page");
    let second = ListChargesForAdmin { limit: Some(3), cursor: first.next_cursor, ..ListChargesForAdmin::default() };
    let second = list_charges_for_admin(scene.call(admin), second).await.expect("the next page");
    let ids: Vec<i64> = second.items.iter().map(|one| one.charge.id).collect();
    assert_eq!((ids, second.next_cursor), (vec![by_one], None), "the next page goes on");
    let seen = get_dashboard(scene.call(admin), Empty {}).await.expect("the dashboard");
    let waiting = (seen.troubles.waiting_charges, seen.troubles.waiting_charge_amount);
    assert_eq!(waiting, (2, 30_000), "the dashboard says so too");
}

#[tokio::test]
async fn settings_have_the_way_of_charging_and_the_account() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let change = |updated_at, point_charging, deposit_account| {
        let mut request: UpdateSettings =
            serde_json::from_value(json!({"shopName": "장터", "lowStockThreshold": 5, "orderExpiryMinutes": 30}))
                .expect("settings");
        (request.updated_at, request.point_charging, request.deposit_account) =
            (updated_at, point_charging, deposit_account);
        update_settings(scene.call(admin), request)
    };
    let account =
        |number: &str| DepositAccount { bank: "농협".into(), number: number.into(), holder: "주인".into() };
    let before = get_settings(scene.call(admin), Empty {}).await.expect("the settings");
    assert_eq!((before.point_charging, before.deposit_account), (PointCharging::Free, None), "a shop without them");
    let bad = change(None, None, Some(account("농협"))).await;
    let details = refused(bad, ErrorCode::InvalidInput, "no number");
    assert_eq!(details["fields"][0]["field"], "depositAccount.number", "the field is named");
    let set = change(None, Some(PointCharging::Request), Some(account("352-1234-5678-90"))).await.expect("it is set");
    assert_eq!(set.point_charging, PointCharging::Request, "as it was asked");
    let info = get_shop(scene.visitor(), Empty {}).await.expect("everybody may know");
    assert_eq!(info.deposit_account, Some(account("352-1234-5678-90")), "customers see the account");
    scene.advance_minutes(1);
    let kept = change(set.updated_at, None, None).await.expect("it is set");
    assert_eq!(kept.deposit_account, Some(account("352-1234-5678-90")), "what is not said stays");
    assert_eq!(kept.point_charging, PointCharging::Request, "the way of charging too");
    let gone = change(kept.updated_at, None, Some(DepositAccount::default())).await.expect("it is set");
    assert_eq!(gone.deposit_account, None, "empty texts remove it");
    let log = list_audit_log(scene.call(admin), ListAuditLog::default()).await.expect("the log");
    let before = log.items[0].before.as_ref().map(|before| before["depositAccount"]["bank"].clone());
    assert_eq!(before, Some(Value::from("농협")), "the change is recorded");
}
