//! A COMMIT that fails: the answer is what the file says, and where the file cannot be asked the answer says so.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::Ordering;

use rusqlite::Connection;
use serde_json::json;
use shop_app::coupon::{CouponDraft, issue_coupon};
use shop_app::payment::pay_order;
use shop_app::point::charge_points;
use shop_app::runtime::{Notice, Principal};
use shop_contract::{ById, ChargePoints, ErrorCode, OrderState, PaymentState, PointTransaction, ShopError, ShopEvent};
use shop_tests::fault_vfs::{Fault, install, mend, plan};
use tokio::sync::broadcast::Receiver;

use crate::scene::{Scene, charged, payment, rate, refused};

/// A shop on the disk that fails on request.
fn scene() -> Scene {
    install();
    Scene::new()
}

fn folder(scene: &Scene) -> PathBuf {
    scene.file().parent().expect("a folder").to_owned()
}

async fn charge(scene: &Scene, who: Principal, key: &str) -> Result<PointTransaction, ShopError> {
    charged(charge_points(scene.call_with_key(who, key), ChargePoints::of(1_000)).await)
}

fn events(heard: &mut Receiver<Notice>) -> Vec<ShopEvent> {
    std::iter::from_fn(|| heard.try_recv().ok()).map(|notice| notice.event).collect()
}

/// The number that a start after a crash finds: database and WAL are there, and nothing of the memory of the process.
/// Another process copies them, because closing a file of the database would drop the locks of SQLite in this one.
fn after_a_crash(scene: &Scene, query: &str) -> i64 {
    let crashed = tempfile::tempdir().expect("a folder");
    for end in ["db", "db-wal"] {
        let copied = Command::new("cp").arg(scene.file().with_extension(end)).arg(crashed.path()).status();
        assert!(copied.expect("cp is there").success(), "it is copied");
    }
    let name = scene.file().file_name().map(|name| crashed.path().join(name)).expect("a name");
    let found = Connection::open(name).expect("it opens");
    found.query_row(query, [], |row| row.get(0)).expect("a number")
}

const CHARGES: &str = "SELECT count(*) FROM balance_transaction";

#[tokio::test]
async fn a_commit_that_took_effect_is_answered_as_written_although_it_failed() {
    let scene = scene();
    let who = scene.customer(0).await;
    let mut heard = scene.shop.events().listen();
    plan(&folder(&scene), Fault::AfterCommit, 1);
    let first = charge(&scene, who, "k").await.expect("it is written");
    assert_eq!(scene.points(who), 1_000, "the points are there");
    assert_eq!(events(&mut heard), [ShopEvent::Points { available_point: 1_000 }], "and its effects are published");
    let again = charge(&scene, who, "k").await.expect("it was answered");
    assert_eq!((json!(again), scene.points(who)), (json!(first), 1_000), "a repetition gets the first answer");
    assert_eq!(scene.shop.store().writer_stats().failed_commits.load(Ordering::Relaxed), 1, "it failed once");
}

#[tokio::test]
async fn a_payment_whose_commit_failed_and_took_effect_is_not_compensated() {
    for reopening_fails in [false, true] {
        let scene = scene();
        let who = scene.customer(10_000).await;
        let order = scene.buy(who, scene.product(1_000, 5).await).await;
        plan(&folder(&scene), Fault::AfterCommit, 1);
        plan(&folder(&scene), Fault::Open, usize::from(reopening_fails));
        let paid = pay_order(scene.call_with_key(who, "k"), payment(&order)).await.expect("it is paid");
        assert_eq!(paid.state, PaymentState::Completed, "reopening fails: {reopening_fails}");
        let after = (scene.order(who, order.id).await.state, scene.points(who));
        assert_eq!(after, (OrderState::Confirmed, 9_000), "reopening fails: {reopening_fails}");
    }
}

#[tokio::test]
async fn a_payment_that_cannot_be_looked_up_is_answered_as_unknown() {
    let scene = scene();
    let who = scene.customer(10_000).await;
    let order = scene.buy(who, scene.product(1_000, 5).await).await;
    plan(&folder(&scene), Fault::AfterCommit, 1);
    plan(&folder(&scene), Fault::Open, usize::MAX);
    let pay = || pay_order(scene.call_with_key(who, "k"), payment(&order));
    let details = refused(pay().await, ErrorCode::InternalError, "it is paid, and nobody could look");
    assert_eq!(details["reason"], "OUTCOME_UNKNOWN", "neither the payment nor its failure is certain");
    mend(&folder(&scene));
    let paid = pay().await.expect("the same request settles it");
    assert_eq!((paid.state, scene.points(who)), (PaymentState::Completed, 9_000), "it is paid once");
}

#[tokio::test]
async fn a_commit_whose_sync_failed_is_not_written_even_for_a_start_after_a_crash() {
    let scene = scene();
    let who = scene.customer(1_000).await;
    let mut heard = scene.shop.events().listen();
    plan(&folder(&scene), Fault::Sync, 1);
    refused(charge(&scene, who, "k").await, ErrorCode::InternalError, "it is not written");
    assert_eq!(scene.points(who), 1_000, "no reader sees it");
    assert_eq!(after_a_crash(&scene, CHARGES), 1, "nor does a crash bring it back from the WAL");
    assert_eq!(events(&mut heard), [], "and nothing is published");
    charge(&scene, who, "k").await.expect("it can be tried again");
    assert_eq!((scene.points(who), after_a_crash(&scene, CHARGES)), (2_000, 2), "and is written once");
}

#[tokio::test]
async fn where_the_file_cannot_be_asked_the_answer_says_that_it_is_not_known() {
    // The outcome is written, or is not; no look at the file can tell.
    for (faults, is_written) in [
        ([(Fault::Sync, usize::MAX), (Fault::Open, 0)], false),
        ([(Fault::Sync, 1), (Fault::Open, 1)], false),
        ([(Fault::AfterCommit, 1), (Fault::Open, 1)], true),
    ] {
        let scene = scene();
        let who = scene.customer(0).await;
        let mut heard = scene.shop.events().listen();
        for (fault, times) in faults {
            plan(&folder(&scene), fault, times);
        }
        let details = refused(charge(&scene, who, "k").await, ErrorCode::InternalError, "it is not known");
        assert_eq!(details["reason"], "OUTCOME_UNKNOWN", "{faults:?}: the client is told so: {details}");
        assert_eq!(events(&mut heard), [], "{faults:?}: nothing is published");
        mend(&folder(&scene));
        assert_eq!(scene.points(who), i64::from(is_written) * 1_000, "{faults:?}: as it has come out");
        charge(&scene, who, "k").await.expect("the same request settles it");
        assert_eq!((scene.points(who), after_a_crash(&scene, CHARGES)), (1_000, 1), "{faults:?}: charged once");
    }
}

/// Lets the next requests form one group, which is lost: the file is held until both are queued, because a task runs only
/// when the test waits for the requests.
fn lose_the_next_group(scene: &Scene) {
    plan(&folder(scene), Fault::Sync, 1);
    let holder = Connection::open(scene.file()).expect("the file opens");
    holder.execute_batch("BEGIN IMMEDIATE").expect("it is held");
    tokio::spawn(async move { holder.execute_batch("ROLLBACK").expect("it is released") });
}

/// Repeats a case until its two requests were in one group: a slow machine commits the first one alone, and the second one
/// then succeeds, of which the case tells.
async fn until_grouped(case: impl AsyncFn() -> bool) {
    for _ in 0..100 {
        if case().await {
            return;
        }
    }
    panic!("two requests never came to one group");
}

#[tokio::test]
async fn a_refusal_that_was_decided_on_rows_that_were_lost_is_no_answer() {
    until_grouped(async || {
        let scene = scene();
        let (first, second) = (scene.customer(0).await, scene.customer(0).await);
        let id = scene.coupon(CouponDraft { total_quantity: 1, ..rate(10) }).await;
        let take = |who| issue_coupon(scene.call_with_key(who, "k"), ById { id });
        lose_the_next_group(&scene);
        let (lost, refusal) = tokio::join!(take(first), take(second));
        refused(lost, ErrorCode::InternalError, "it is not written");
        if refusal.is_ok() {
            return false;
        }
        refused(refusal, ErrorCode::InternalError, "the last one was not taken after all");
        take(second).await.expect("and can be had by the first to come");
        refused(take(first).await, ErrorCode::CouponSoldOut, "this is decided on what is committed");
        true
    })
    .await;
}

#[tokio::test]
async fn a_refusal_that_was_decided_on_committed_rows_stands_although_its_group_was_lost() {
    until_grouped(async || {
        let scene = scene();
        let who = scene.customer(0).await;
        lose_the_next_group(&scene);
        let unknown = issue_coupon(scene.call_with_key(who, "c"), ById { id: 999 });
        let (refusal, lost) = tokio::join!(unknown, charge(&scene, who, "k"));
        refused(refusal, ErrorCode::CouponNotFound, "nothing was changed before it");
        if lost.is_ok() {
            return false;
        }
        refused(lost, ErrorCode::InternalError, "this one was lost");
        true
    })
    .await;
}

#[tokio::test]
async fn a_payment_that_was_refused_on_lost_rows_leaves_its_order_to_be_paid_again() {
    until_grouped(async || {
        let scene = scene();
        let who = scene.customer(1_500).await;
        let cup = scene.product(1_000, 5).await;
        let (first, second) = (scene.buy(who, cup).await, scene.buy(who, cup).await);
        lose_the_next_group(&scene);
        let (lost, refusal) = tokio::join!(scene.pay(who, &first), scene.pay(who, &second));
        refused(lost, ErrorCode::PaymentFailed, "it broke off and was made up for");
        if refusal.is_ok() {
            return false;
        }
        refused(refusal, ErrorCode::InternalError, "the points were there after all");
        let states = (scene.order(who, first.id).await.state, scene.order(who, second.id).await.state);
        assert_eq!(states, (OrderState::PaymentFailed, OrderState::Normal), "it is as if it had not been asked");
        scene.pay(who, &second).await.expect("it can be paid");
        true
    })
    .await;
}

#[tokio::test]
async fn a_key_that_only_a_lost_request_has_used_is_free() {
    until_grouped(async || {
        let scene = scene();
        let who = scene.customer(0).await;
        let other = || charge_points(scene.call_with_key(who, "k"), ChargePoints::of(2_000));
        lose_the_next_group(&scene);
        let (lost, refusal) = tokio::join!(charge(&scene, who, "k"), other());
        refused(lost, ErrorCode::InternalError, "it is not written");
        if refusal.is_ok() {
            return false;
        }
        refused(refusal, ErrorCode::InternalError, "so that nothing has used the key");
        other().await.expect("it is free");
        refused(charge(&scene, who, "k").await, ErrorCode::IdempotencyKeyReused, "and is used now");
        true
    })
    .await;
}
