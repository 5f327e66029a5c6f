//! Deposits for orders as admins see them: the confirmation, the list, the refund by hand, and the settings.

use serde_json::{Value, json};
use shop_app::audit::list_audit_log;
use shop_app::order::{get_order_at, get_order_for_admin, preview_refund, refund_order};
use shop_app::payment::{confirm_payment, list_payments_for_admin, match_payments};
use shop_app::runtime::Principal;
use shop_app::shop::{get_settings, get_shop, update_settings};
use shop_app::statistics::get_dashboard;
use shop_contract::{
    AdminPayment, AwaitedPayments, ById, ConfirmPayment, Empty, ErrorCode, GetAsOf, ListAuditLog, ListPaymentsForAdmin,
    MatchPayments, OrderState, OrderStep, PayOrder, PaymentMethod, PaymentState, RefundOrder, ShopError,
    StatementMatch, UpdateSettings,
};

use crate::scene::{Scene, refused, transfer};

async fn confirm(scene: &Scene, admin: Principal, id: i64, amount: i64) -> Result<AdminPayment, ShopError> {
    confirm_payment(scene.call(admin), ConfirmPayment { id, amount }).await
}

/// A shop that takes transfers, with an admin and a product of 5,000 won.
async fn open() -> (Scene, Principal, i64) {
    let scene = Scene::new();
    scene.open_methods(&[PaymentMethod::BankTransfer, PaymentMethod::Cash]).await;
    let (admin, cup) = (scene.admin().await, scene.product(5_000, 20).await);
    (scene, admin, cup)
}

#[tokio::test]
async fn a_confirmed_deposit_pays_the_order_with_sales_event_and_trace() {
    let (scene, admin, cup) = open().await;
    let who = scene.customer(4_000).await;
    let order = scene.buy(who, cup).await;
    let asked = scene.transfer(who, &order, 1_500).await;
    scene.advance_minutes(90);
    refused(confirm(&scene, admin, 999_999, 1).await, ErrorCode::NotFound, "there is no such payment");
    let points = scene.order(who, order.id).await.payments[0].id;
    refused(confirm(&scene, admin, points, 1_500).await, ErrorCode::NotFound, "points are no deposit");
    for amount in [0, -3_500, i64::MAX] {
        refused(confirm(&scene, admin, asked.id, amount).await, ErrorCode::InvalidInput, "no amount");
    }
    for amount in [3_499, 3_501, 5_000] {
        let details = refused(confirm(&scene, admin, asked.id, amount).await, ErrorCode::AmountMismatch, "another");
        assert_eq!(details, json!({"expected": 3_500, "actual": amount}), "with both figures");
    }
    assert_eq!(scene.order(who, order.id).await.state, OrderState::Normal, "it still waits");

    let done = confirm(&scene, admin, asked.id, 3_500).await.expect("the money came");
    assert_eq!(
        (done.payment.state, done.confirmed_by),
        (PaymentState::Completed, Some(admin.user_id)),
        "by this admin"
    );
    assert_eq!(done.payment.paid_at, Some(crate::scene::noon() + chrono::TimeDelta::minutes(90)), "now");
    let paid = scene.order(who, order.id).await;
    assert_eq!((paid.state, paid.paid_at), (OrderState::Confirmed, done.payment.paid_at), "the order is paid");
    assert_eq!(scene.count("SELECT amount FROM daily_sales"), 5_000, "all of it is sold");
    assert_eq!(scene.count("SELECT count(*) FROM outbox WHERE event_type = 'order.paid'"), 1, "the merchant hears");
    assert_eq!(scene.points(who), 2_500, "the points were taken before");
    let details = refused(confirm(&scene, admin, asked.id, 3_500).await, ErrorCode::InvalidOrderState, "a second time");
    assert_eq!(details, json!({"state": "CONFIRMED", "asked": "PAY"}), "with the state");

    let log = list_audit_log(scene.call(admin), ListAuditLog::default()).await.expect("the log");
    let entry = &log.items[0];
    assert_eq!((entry.action.as_str(), entry.target_id, log.items.len()), ("confirm_payment", order.id, 1), "one act");
    let after = entry.after.as_ref().expect("what came of it");
    assert_eq!((&after["amount"], &after["depositorName"]), (&json!(3_500), &json!("김손님")), "with the deposit");
    let detail = get_order_for_admin(scene.call(admin), ById { id: order.id }).await.expect("the order");
    let step = detail.timeline.iter().find(|step| step.step == OrderStep::Paid).expect("it was paid");
    assert_eq!((step.actor_id, detail.payments.len()), (Some(admin.user_id), 2), "by the admin, in two parts");
    let then = GetAsOf { id: order.id, instant: None, limit: None };
    let then = get_order_at(scene.call(admin), then).await.expect("its states");
    assert_eq!(then.as_of.causes[0].actor_id, Some(admin.user_id), "the history says so too");
}

#[tokio::test]
async fn a_repeated_confirmation_is_done_once() {
    let (scene, admin, cup) = open().await;
    let who = scene.customer(0).await;
    let asked = scene.transfer(who, &scene.buy(who, cup).await, 0).await;
    let again = || confirm_payment(scene.call_with_key(admin, "k"), ConfirmPayment { id: asked.id, amount: 5_000 });
    let first = again().await.expect("the money came");
    assert_eq!(again().await.expect("answered again"), first, "the first answer");
    assert_eq!(scene.count("SELECT quantity FROM daily_sales"), 1, "sold once");
}

#[tokio::test]
async fn a_refund_gives_points_back_as_points_and_the_rest_by_hand() {
    let (scene, admin, cup) = open().await;
    let who = scene.customer(4_000).await;
    let order = scene.buy(who, cup).await;
    let asked = scene.transfer(who, &order, 1_500).await;
    confirm(&scene, admin, asked.id, 3_500).await.expect("the money came");
    let preview = preview_refund(scene.call(admin), ById { id: order.id }).await.expect("it is paid");
    assert_eq!((preview.points, preview.outside_amount), (1_500, Some(3_500)), "what goes back, and how");
    assert_eq!((preview.balance_before, preview.balance_after), (2_500, 4_000), "points alone");
    let request = RefundOrder { id: order.id, reason: Some("품절".into()), ..RefundOrder::default() };
    let refunded = refund_order(scene.call(admin), request).await.expect("it is paid");
    assert_eq!(refunded.outside_refund_amount, Some(3_500), "the answer says what is sent by hand");
    assert!(refunded.order.payments.iter().all(|one| one.state == PaymentState::Refunded), "both parts");
    assert!(refunded.order.payments.iter().all(|one| one.refunded_amount == Some(one.amount)), "whole");
    assert_eq!((scene.points(who), scene.level(cup)), (4_000, 20), "points and stock are back");
    assert_eq!(scene.count("SELECT sum(amount) FROM daily_sales"), 0, "and nothing is sold");
    let log = list_audit_log(scene.call(admin), ListAuditLog::default()).await.expect("the log");
    let after = log.items[0].after.as_ref().expect("what came of it");
    assert_eq!((&after["points"], &after["outsideAmount"]), (&json!(1_500), &json!(3_500)), "the trace says so too");
}

#[tokio::test]
async fn a_customer_that_cancels_a_paid_transfer_gets_the_points_and_is_owed_the_rest() {
    let (scene, admin, cup) = open().await;
    let who = scene.customer(0).await;
    let order = scene.buy(who, cup).await;
    let asked = scene.transfer(who, &order, 0).await;
    confirm(&scene, admin, asked.id, 5_000).await.expect("the money came");
    let cancelled = scene.cancel(who, &order).await.expect("it is not shipped");
    assert_eq!((cancelled.state, scene.points(who)), (OrderState::Refunded, 0), "no points were paid");
    let detail = get_order_for_admin(scene.call(admin), ById { id: order.id }).await.expect("the order");
    assert_eq!(detail.order.outside_refund_amount, Some(5_000), "the admin sees what to send");
    assert_eq!(scene.count("SELECT count(*) FROM balance_transaction"), 0, "the ledger knows nothing of it");
}

#[tokio::test]
async fn deposits_are_found_by_state_depositor_customer_and_order() {
    let (scene, admin, cup) = open().await;
    let (one, two) = (scene.customer(0).await, scene.customer(9_000).await);
    scene.sql(&format!("UPDATE user SET name = '이보람', email = 'lee_1@shop.kr' WHERE id = {}", one.user_id));
    let ask = async |who, points, name: &str| {
        let order = scene.buy(who, cup).await;
        let wanted = PayOrder { depositor_name: Some(name.to_owned()), ..transfer(&order, points) };
        (order.order_number, shop_app::payment::pay_order(scene.call(who), wanted).await.expect("it is asked").id)
    };
    let (_, by_one) = ask(one, 0, "박대신").await;
    let (number, by_two) = ask(two, 1_000, "김손님").await;
    let (_, paid) = ask(two, 0, "김손님").await;
    confirm(&scene, admin, paid, 5_000).await.expect("the money came");
    let with_points = scene.buy(two, cup).await;
    scene.pay(two, &with_points).await.expect("it is paid with points");
    let words = |q: &str| ListPaymentsForAdmin { q: Some(q.to_owned()), ..ListPaymentsForAdmin::default() };
    let state = |state| ListPaymentsForAdmin { state: Some(state), ..ListPaymentsForAdmin::default() };
    for (why, request, expected) in [
        ("all deposits, latest first, and no points", ListPaymentsForAdmin::default(), vec![paid, by_two, by_one]),
        ("what is awaited", state(PaymentState::Pending), vec![by_two, by_one]),
        ("what came", state(PaymentState::Completed), vec![paid]),
        ("what was cancelled", state(PaymentState::Cancelled), vec![]),
        ("a part of the depositor", words("대신"), vec![by_one]),
        ("its initial consonants", words("ㅂㄷㅅ"), vec![by_one]),
        ("of the customer", words("보람"), vec![by_one]),
        ("of the e-mail, whatever its case", words("LEE_1@"), vec![by_one]),
        ("no letter stands for another", words("l%1"), vec![]),
        ("the number of the order", words(&number), vec![by_two]),
        (
            "words in a state",
            ListPaymentsForAdmin { state: Some(PaymentState::Completed), ..words("손님") },
            vec![paid],
        ),
    ] {
        let page = list_payments_for_admin(scene.call(admin), request).await.expect("they are listed");
        let ids: Vec<i64> = page.items.iter().map(|one| one.payment.id).collect();
        assert_eq!(ids, expected, "{why}");
        assert_eq!(page.awaited, AwaitedPayments { count: 2, amount: 9_000 }, "what is awaited, whatever the filter");
    }
    let first = ListPaymentsForAdmin { limit: Some(2), ..ListPaymentsForAdmin::default() };
    let first = list_payments_for_admin(scene.call(admin), first).await.expect("a page");
    let second = ListPaymentsForAdmin { limit: Some(2), cursor: first.next_cursor, ..ListPaymentsForAdmin::default() };
    let second = list_payments_for_admin(scene.call(admin), second).await.expect("the next page");
    let ids: Vec<i64> = second.items.iter().map(|one| one.payment.id).collect();
    assert_eq!((ids, second.next_cursor), (vec![by_one], None), "the next page goes on");
    let seen = get_dashboard(scene.call(admin), Empty {}).await.expect("the dashboard").troubles;
    assert_eq!((seen.awaited_payments, seen.awaited_payment_amount), (2, 9_000), "the dashboard says so too");
}

/// As KB writes it; the orders of a scene are made at noon.
const KB: &str = "거래일시,보낸분/받는분,입금액(원)\n2026.03.10 12:30:00,박대신,\"5,000\"\n\
                  2026.03.10 12:40:00,김손님,\"7,000\"\n2026.03.10 12:50:00,최기타,\"900\"\n";

#[tokio::test]
async fn one_statement_confirms_orders_and_requests_and_nothing_twice() {
    let (scene, admin, cup) = open().await;
    let who = scene.customer(0).await;
    let order = scene.buy(who, cup).await;
    let wanted = PayOrder { depositor_name: Some("박 대신".into()), ..transfer(&order, 0) };
    let asked = shop_app::payment::pay_order(scene.call(who), wanted).await.expect("it is asked");
    let charge = scene.waiting_charge(who, 7_000, "김손님").await;
    let matched = |confirm| {
        let request = MatchPayments { csv: Some(KB.to_owned()), data: None, confirm };
        match_payments(scene.call(admin), request)
    };
    let contents = scene.contents();
    let before = contents.hash();
    let preview = matched(false).await.expect("it is read");
    let found: Vec<_> = preview.lines.iter().map(|line| (line.found, line.confirmed)).collect();
    let expected = [(StatementMatch::Sure, false), (StatementMatch::Sure, false), (StatementMatch::Unmatched, false)];
    assert_eq!(found, expected, "an order, a request, and neither");
    assert_eq!(preview.lines[0].payments[0].payment.id, asked.id, "the order's payment");
    assert_eq!(preview.lines[1].charges[0].charge.id, charge, "the request");
    assert_eq!(contents.hash(), before, "a preview writes nothing");

    scene.advance_minutes(60);
    let done = matched(true).await.expect("it is read");
    assert!(done.lines[..2].iter().all(|line| line.confirmed && line.refusal.is_none()), "both are confirmed");
    assert_eq!(done.lines[0].payments[0].payment.state, PaymentState::Completed, "as it is now");
    assert_eq!(
        (scene.points(who), scene.order(who, order.id).await.state),
        (7_000, OrderState::Confirmed),
        "both came"
    );
    let again = matched(true).await.expect("it is read");
    assert!(again.lines.iter().all(|line| line.found == StatementMatch::Unmatched), "nothing of it waits");
    assert!(again.lines[..2].iter().all(|line| line.confirmed), "and the answer says why");
    assert_eq!(scene.count("SELECT count(*) FROM audit_log"), 2, "two acts in all");
    let later = scene.buy(who, cup).await;
    let wanted = PayOrder { depositor_name: Some("박대신".into()), ..transfer(&later, 0) };
    shop_app::payment::pay_order(scene.call(who), wanted).await.expect("it is asked");
    let once_more = matched(true).await.expect("it is read");
    assert_eq!(once_more.lines[0].found, StatementMatch::Doubtful, "an old deposit pays no later order");
    assert_eq!(scene.order(who, later.id).await.state, OrderState::Normal, "which still waits");
}

#[tokio::test]
async fn settings_open_the_methods_and_a_shop_without_them_takes_points_alone() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let change = |updated_at, payment_methods: Option<Value>, deposit_days| {
        let mut request: UpdateSettings =
            serde_json::from_value(json!({"shopName": "장터", "lowStockThreshold": 5, "orderExpiryMinutes": 30}))
                .expect("settings");
        request.payment_methods = payment_methods.map(|methods| serde_json::from_value(methods).expect("methods"));
        (request.updated_at, request.deposit_days) = (updated_at, deposit_days);
        update_settings(scene.call(admin), request)
    };
    let before = get_settings(scene.call(admin), Empty {}).await.expect("the settings");
    assert_eq!((before.payment_methods, before.deposit_days), (vec![PaymentMethod::Point], 3), "as before");
    for days in [-1, 31] {
        let details = refused(change(None, None, Some(days)).await, ErrorCode::InvalidInput, "0 to 30");
        assert_eq!(details["fields"][0]["field"], "depositDays", "the field is named");
    }
    let all = vec![PaymentMethod::Point, PaymentMethod::BankTransfer, PaymentMethod::Cash];
    let open = json!(["CASH", "BANK_TRANSFER", "CASH"]);
    let set = change(None, Some(open), Some(7)).await.expect("it is set");
    assert_eq!((&set.payment_methods, set.deposit_days), (&all, 7), "each once, in one order, and points always");
    let info = get_shop(scene.visitor(), Empty {}).await.expect("everybody may know");
    assert_eq!(info.payment_methods, all, "customers see it");
    scene.advance_minutes(1);
    let kept = change(set.updated_at, None, None).await.expect("it is set");
    assert_eq!((&kept.payment_methods, kept.deposit_days), (&all, 7), "what is not said stays");
    let closed = change(kept.updated_at, Some(json!([])), None).await.expect("it is set");
    assert_eq!(closed.payment_methods, [PaymentMethod::Point], "points alone");
}
