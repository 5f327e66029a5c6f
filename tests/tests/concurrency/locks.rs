//! What the lock manager promises, asked of it through the shop: a wait that ends, a place that is given up, a panic.

use std::future::poll_fn;
use std::sync::mpsc;
use std::task::Poll;
use std::time::Duration;

use serde_json::json;
use shop_app::context::Call;
use shop_app::context::UserCall;
use shop_app::point::charge_points;
use shop_app::runtime::locks::LockKey;
use shop_app::runtime::{Principal, WorkError, WriteError};
use shop_contract::{ChargePoints, ErrorCode, PointTransaction, ShopError, operation};
use shop_tests::scene::{Scene, charged, refused};
use tokio::task::JoinHandle;

/// Work that has begun and does not end before it is let go.
struct Held {
    work: JoinHandle<Result<(), WriteError>>,
    release: mpsc::Sender<()>,
}

impl Held {
    /// Holds the writer, and a key that no other call asks for.
    async fn begin(scene: &Scene) -> Self {
        let (shop, (release, released)) = (scene.shop.clone(), mpsc::channel());
        let (begun, has_begun) = tokio::sync::oneshot::channel();
        let mut begun = Some(begun);
        let work = tokio::spawn(async move {
            let work = shop.write(LockKey::Order(0), move |_| {
                begun.take().expect("it runs once").send(()).expect("the test waits for it to begin");
                released.recv().expect("it is let go");
                Ok(())
            });
            work.await
        });
        has_begun.await.expect("it begins");
        Self { work, release }
    }

    async fn end(self) -> Result<(), WriteError> {
        self.release.send(()).expect("it is still held");
        self.work.await.expect("it does not panic")
    }
}

async fn charge(call: UserCall) -> Result<PointTransaction, ShopError> {
    charged(charge_points(call, ChargePoints::of(5_000)).await)
}

fn waiters(scene: &Scene) -> usize {
    scene.shop.locks().stats().waiters
}

/// Nothing was charged beyond what there was at first.
fn nothing_happened(scene: &Scene, who: Principal) {
    assert_eq!(scene.points(who), 1_000, "nothing was charged");
    assert_eq!(scene.count("SELECT count(*) FROM balance_transaction"), 1, "the ledger knows of nothing");
    assert_eq!(scene.count("SELECT count(*) FROM idempotency"), 0, "no answer was kept");
    let stats = scene.shop.locks().stats();
    assert_eq!((stats.active_keys, stats.waiters), (0, 0), "no key and no waiter is left");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_that_ends_leaves_no_trace() {
    let scene = Scene::with(|options| options.lock_wait = Duration::from_millis(20));
    let who = scene.crowd(1, 1_000).await[0];
    let held = Held::begin(&scene).await;
    let too_long = charge(scene.call_with_key(who, "k")).await;
    refused(too_long, ErrorCode::LockTimeout, "its turn did not come");
    assert_eq!(waiters(&scene), 0, "the refused call has left the queue");
    held.end().await.expect("what had begun is finished, however long it took");
    // A write that comes after it shows that the writer has gone past where the refused one stood.
    scene.write(|_| Ok(())).await;
    nothing_happened(&scene, who);
    charge(scene.call_with_key(who, "k")).await.expect("the same request can be sent again");
    assert_eq!(scene.points(who), 6_000, "and is done then");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_dropped_while_waiting_leaves_at_once() {
    let scene = Scene::new();
    let who = scene.crowd(1, 1_000).await[0];
    let other = scene.crowd(1, 1_000).await[0];
    let held = Held::begin(&scene).await;
    let mut first = Box::pin(charge(scene.call(who)));
    let is_waiting = poll_fn(|context| Poll::Ready(first.as_mut().poll(context).is_pending())).await;
    assert_eq!((is_waiting, waiters(&scene)), (true, 1), "the writer is held");
    let behind = tokio::spawn(charge(scene.call(other)));
    drop(first);
    held.end().await.expect("it is finished");
    behind.await.expect("it does not panic").expect("the next call still runs");
    assert_eq!((scene.points(who), scene.points(other)), (1_000, 6_000), "one was dropped, one was done");
    assert_eq!(waiters(&scene), 0, "and no waiter is left");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_dropped_after_the_start_is_done_all_the_same() {
    let scene = Scene::new();
    let who = scene.crowd(1, 1_000).await[0];
    let Held { work, release } = Held::begin(&scene).await;
    work.abort();
    assert!(work.await.expect_err("it was dropped").is_cancelled(), "the waiting call is gone");
    release.send(()).expect("the work itself still waits to be let go");
    charge(scene.call(who)).await.expect("the writer goes on");
    assert_eq!(scene.points(who), 6_000, "with the next one");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_inside_the_work_is_an_internal_error_and_frees_its_keys() {
    let scene = Scene::new();
    let who = scene.crowd(1, 1_000).await[0];
    let call: Call = scene.call_with_key(who, "k");
    let trace_id = call.trace_id.clone();
    let request = ChargePoints::of(5_000);
    let panicked = call.write(
        operation::charge_points,
        &request,
        LockKey::Point(who.user_id),
        move |writing| -> Result<(), WorkError> {
            let before = shop_store::point::balance(writing.tx, who.user_id)?.expect("the customer is there");
            let change = shop_domain::point::charge(before.available, 5_000).expect("it can be charged");
            shop_store::point::charge(writing.tx, who.user_id, change, "charge", writing.now)?;
            panic!("by design")
        },
    );
    let details = refused(panicked.await, ErrorCode::InternalError, "the answer does not tell what happened inside");
    assert_eq!(details, json!({"traceId": trace_id}), "but where it stands in the log");
    nothing_happened(&scene, who);
    charge(scene.call_with_key(who, "k")).await.expect("the key is free, and so is the next one's way");
    assert_eq!(scene.points(who), 6_000, "it is done once");
}
