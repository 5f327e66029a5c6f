//! Orders that are paid by a deposit: what is taken at once, until when the rest is awaited, and what ends it unpaid.

use chrono::TimeDelta;
use serde_json::json;
use shop_app::jobs::run_in_background;
use shop_app::order::{get_order, list_orders};
use shop_app::payment::{confirm_payment, pay_order};
use shop_app::runtime::Principal;
use shop_app::shop::get_shop;
use shop_contract::{
    ById, ConfirmPayment, DepositAccount, Empty, ErrorCode, ListOrders, Order, OrderState, PayOrder, PaymentMethod,
    PaymentState,
};

use crate::scene::{Scene, at, payment, rate, refused, transfer};

/// A shop that takes transfers, an order of 5,000 won with a coupon, and its customer with that many points.
async fn scene_with_order(points: i64) -> (Scene, Principal, i64, Order) {
    let scene = Scene::new();
    scene.open_methods(&[PaymentMethod::BankTransfer, PaymentMethod::Cash]).await;
    let who = scene.customer(points).await;
    let cup = scene.product(10_000, 3).await;
    let coupon = scene.own(who, rate(50)).await;
    scene.put(who, cup, None, 1).await;
    let order = scene.place(who, &[coupon]).await.expect("it is placed");
    assert_eq!(order.total_amount, 5_000, "half of it");
    (scene, who, cup, order)
}

fn states(order: &Order) -> Vec<(PaymentMethod, i64, PaymentState)> {
    order.payments.iter().map(|one| (one.method, one.amount, one.state)).collect()
}

#[tokio::test]
async fn a_transfer_with_a_part_in_points_takes_the_points_and_awaits_the_rest() {
    let (scene, who, cup, order) = scene_with_order(4_000).await;
    let account = DepositAccount { bank: "농협".into(), number: "352-1234-5678-90".into(), holder: "주인".into() };
    let stored = Some(account.clone());
    let key = shop_app::setting::DEPOSIT_ACCOUNT;
    scene.write(move |w| Ok(shop_store::setting::write(w.tx, key, &stored, w.now)?)).await;
    let shop = get_shop(scene.visitor(), Empty {}).await.expect("everybody may know");
    let open = [PaymentMethod::Point, PaymentMethod::BankTransfer, PaymentMethod::Cash];
    assert_eq!(
        (shop.payment_methods.as_slice(), shop.deposit_account),
        (&open[..], Some(account.clone())),
        "how to pay"
    );

    let named = PayOrder { depositor_name: Some(" 김\u{200B}입금 ".into()), ..transfer(&order, 1_500) };
    let asked = pay_order(scene.call(who), named).await.expect("it can be paid so");
    assert_eq!((asked.method, asked.amount, asked.state), (PaymentMethod::BankTransfer, 3_500, PaymentState::Pending));
    let due = at("2026-03-13T14:59:59.999Z");
    assert_eq!((asked.due_at, asked.paid_at), (Some(due), None), "the end of the third day in Seoul");
    assert_eq!(asked.depositor_name.as_deref(), Some("김입금"), "in normal form");
    assert_eq!(asked.account, Some(account), "where to transfer");
    let balance = asked.balance.clone().expect("points moved");
    assert_eq!((balance.before, balance.after, scene.points(who)), (4_000, 2_500, 2_500), "the part is taken at once");

    let seen = scene.order(who, order.id).await;
    assert_eq!((seen.state, seen.expires_at, seen.paid_at), (OrderState::Normal, Some(due), None), "it awaits payment");
    let shown = seen.payment.clone().expect("the deposit");
    assert_eq!((shown.id, shown.account), (asked.id, asked.account), "the order says what to pay and where");
    assert_eq!(
        states(&seen),
        [
            (PaymentMethod::Point, 1_500, PaymentState::Completed),
            (PaymentMethod::BankTransfer, 3_500, PaymentState::Pending)
        ],
        "both parts"
    );
    let listed = list_orders(scene.call(who), ListOrders::default()).await.expect("own orders");
    assert!(listed.items[0].payments.iter().any(|one| one.account.is_some()), "the list says so too");
    assert_eq!(scene.count("SELECT count(*) FROM daily_sales"), 0, "nothing is sold yet");
    assert_eq!(scene.count("SELECT count(*) FROM outbox WHERE event_type = 'order.paid'"), 0, "nothing is paid yet");
    scene.advance_minutes(60 * 24);
    assert_eq!(
        (scene.expire().await, scene.level(cup)),
        (0, 2),
        "the time of an order that was not paid is not its time"
    );
}

#[tokio::test]
async fn refusals_come_in_the_documented_order_and_take_nothing() {
    let (scene, who, _, order) = scene_with_order(1_000).await;
    let other = scene.customer(9_000).await;
    let pay = |who, wanted| pay_order(scene.call(who), wanted);
    let with = |points: Option<i64>| PayOrder { point_amount: points, ..transfer(&order, 0) };
    for points in [-1, 5_000, 5_001, i64::MIN, i64::MAX] {
        let nowhere = PayOrder { order_id: 999, ..with(Some(points)) };
        let details = refused(pay(who, nowhere).await, ErrorCode::InvalidInput, "the part comes before the order");
        assert_eq!(details["fields"][0]["field"], "pointAmount", "{points}");
    }
    let long = PayOrder { depositor_name: Some("가".repeat(101)), ..with(None) };
    let details = refused(pay(who, long).await, ErrorCode::InvalidInput, "a name is up to 100 characters");
    assert_eq!(details["fields"][0]["field"], "depositorName", "the field is named");
    for (wanted, field) in [
        (PayOrder { depositor_name: Some("김입금".into()), ..payment(&order) }, "depositorName"),
        (PayOrder { point_amount: Some(0), ..payment(&order) }, "pointAmount"),
    ] {
        let details = refused(pay(who, wanted).await, ErrorCode::InvalidInput, "not with points");
        assert_eq!(details["fields"][0]["field"], field, "the field is named");
    }
    refused(pay(other, with(None)).await, ErrorCode::OrderNotFound, "it is another user's");
    let wrong = PayOrder { amount: 4_999, ..with(Some(2_000)) };
    let details = refused(pay(who, wrong).await, ErrorCode::AmountMismatch, "before the balance");
    assert_eq!(details, json!({"expected": 5_000, "actual": 4_999}), "both figures");
    let details = refused(pay(who, with(Some(1_001))).await, ErrorCode::InsufficientBalance, "not enough points");
    assert_eq!(details, json!({"required": 1_001, "available": 1_000, "shortfall": 1}), "of the part");
    assert_eq!(scene.count("SELECT count(*) FROM payment"), 0, "nothing was written");
    scene.open_methods(&[PaymentMethod::Cash]).await;
    let details = refused(pay(who, with(None)).await, ErrorCode::InvalidInput, "it was closed");
    assert_eq!(details, json!({"fields": [{"field": "paymentMethod", "reason": "NOT_OPEN"}]}), "the field is named");
    let cash = PayOrder { payment_method: PaymentMethod::Cash, ..with(None) };
    let asked = pay(who, cash.clone()).await.expect("cash is open");
    assert_eq!((asked.account, asked.depositor_name.as_deref()), (None, Some("김손님")), "cash needs no account");
    for again in [cash, payment(&order)] {
        let details = refused(pay(who, again).await, ErrorCode::InvalidOrderState, "its deposit is awaited");
        assert_eq!(details, json!({"state": "NORMAL", "asked": "PAY"}), "with the state");
    }
    assert_eq!(scene.points(who), 1_000, "no points moved");
}

#[tokio::test]
async fn what_ends_the_order_unpaid_gives_points_stock_and_coupon_back_once() {
    for end in ["cancel", "expire"] {
        let (scene, who, cup, order) = scene_with_order(4_000).await;
        let asked = scene.transfer(who, &order, 1_500).await;
        match end {
            "cancel" => drop(scene.cancel(who, &order).await.expect("it can be given up")),
            _ => {
                scene.clock.set(asked.due_at.expect("it is due"));
                let (one, two) = tokio::join!(scene.expire(), scene.expire());
                assert!(one + two >= 1, "one of two jobs finds it at its very instant");
            }
        }
        let ended = scene.order(who, order.id).await;
        assert_eq!(ended.state, OrderState::Cancelled, "{end}");
        assert_eq!(
            states(&ended),
            [
                (PaymentMethod::Point, 1_500, PaymentState::Refunded),
                (PaymentMethod::BankTransfer, 3_500, PaymentState::Cancelled)
            ],
            "{end}: the points were given back, the deposit never came"
        );
        assert_eq!((scene.points(who), scene.level(cup)), (4_000, 3), "{end}: points and stock");
        assert_eq!(scene.count("SELECT count(*) FROM user_coupon WHERE state = 'AVAILABLE'"), 1, "{end}: the coupon");
        assert_eq!(scene.count("SELECT count(*) FROM balance_transaction WHERE type = 'REFUND'"), 1, "{end}: once");
        let admin = scene.admin().await;
        let late = confirm_payment(scene.call(admin), ConfirmPayment { id: asked.id, amount: 3_500 }).await;
        refused(late, ErrorCode::InvalidOrderState, "money that comes later pays nothing");
        refused(scene.cancel(who, &order).await, ErrorCode::InvalidOrderState, "it ended once");
        assert_eq!((scene.expire().await, scene.points(who)), (0, 4_000), "{end}: nothing is given back twice");
    }
}

#[tokio::test]
async fn the_days_until_a_deposit_is_due_are_a_setting() {
    let (scene, who, _, order) = scene_with_order(0).await;
    let key = shop_app::setting::DEPOSIT_DAYS;
    scene.write(move |w| Ok(shop_store::setting::write(w.tx, key, &0, w.now)?)).await;
    let asked = scene.transfer(who, &order, 0).await;
    assert_eq!(asked.due_at, Some(at("2026-03-10T14:59:59.999Z")), "the end of the same day");
    assert_eq!(asked.balance, None, "no points moved");
}

#[tokio::test]
async fn a_deposit_that_breaks_off_is_made_up_for() {
    let (scene, who, cup, order) = scene_with_order(4_000).await;
    scene.shop.arm_payment_fault(1);
    let broken = pay_order(scene.call_with_key(who, "k"), transfer(&order, 1_500)).await;
    refused(broken, ErrorCode::PaymentFailed, "it broke off after the points were taken");
    let failed = scene.order(who, order.id).await;
    assert_eq!(failed.state, OrderState::PaymentFailed, "the order is over");
    assert_eq!(states(&failed), [(PaymentMethod::BankTransfer, 5_000, PaymentState::Failed)], "one attempt");
    assert_eq!((scene.points(who), scene.level(cup)), (4_000, 3), "and everything is back");
    let again = pay_order(scene.call_with_key(who, "k"), transfer(&order, 1_500)).await;
    refused(again, ErrorCode::PaymentFailed, "the repetition gets the first answer");
}

#[tokio::test]
async fn a_failed_attempt_beside_a_deposit_gives_nothing_back() {
    let (mut scene, who, _, order) = scene_with_order(4_000).await;
    let id = order.id;
    scene
        .write(move |w| {
            let method = shop_domain::order::PaymentMethod::Point;
            Ok(shop_store::payment::fail(w.tx, id, method, crate::scene::won(5_000), "it broke off", w.now)?)
        })
        .await;
    // The process died before the compensation, and the customer pays by transfer before it is finished.
    scene.transfer(who, &order, 1_000).await;
    scene.restart().await;
    run_in_background(&scene.shop);
    tokio::task::yield_now().await;
    let done = shop_app::payment::finish_compensations(&scene.shop).await.expect("it runs");
    assert_eq!(done, 0, "an order that awaits its deposit has nothing to be made up for");
    let seen = get_order(scene.call(who), ById { id }).await.expect("the order");
    assert_eq!((seen.state, scene.points(who)), (OrderState::Normal, 3_000), "it still awaits its deposit");
}

#[tokio::test]
async fn a_repeated_request_is_answered_alike_and_takes_the_points_once() {
    let (mut scene, who, _, order) = scene_with_order(4_000).await;
    let pay = |scene: &Scene| pay_order(scene.call_with_key(who, "k"), transfer(&order, 1_500));
    let first = pay(&scene).await.expect("it can be paid so");
    scene.restart().await;
    let again = pay(&scene).await.expect("answered again");
    assert_eq!(json!(again), json!(first), "word for word");
    assert_eq!((scene.points(who), scene.count("SELECT count(*) FROM payment")), (2_500, 2), "one of each part");
}

#[tokio::test]
async fn an_order_that_was_dated_into_the_future_moves_its_deadline_with_it() {
    let (scene, who, _, order) = scene_with_order(4_000).await;
    scene.transfer(who, &order, 1_500).await;
    scene.sql("UPDATE \"order\" SET created_at = '2026-04-01T00:00:00.000Z', expires_at = '2026-04-04T14:59:59.999Z'");
    scene.sql("UPDATE payment SET due_at = '2026-04-04T14:59:59.999Z' WHERE due_at IS NOT NULL");
    scene.expire().await;
    let moved = scene.order(who, order.id).await;
    let due = moved.payment.as_ref().and_then(|one| one.due_at);
    assert_eq!((due, due.is_some()), (moved.expires_at, true), "one deadline");
    assert!(due.expect("it is due") < at("2026-03-15T00:00:00Z"), "counted from now");
    scene.sql("UPDATE \"order\" SET created_at = '2026-03-10T03:00:00.000Z'");
    scene.clock.advance(TimeDelta::seconds(1));
}
