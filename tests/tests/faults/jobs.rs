//! Jobs that meet a fault: what they have done is whole, and the next run does the rest.

use std::pin::Pin;
use std::sync::Arc;

use chrono::TimeDelta;
use shop_app::context::Shop;
use shop_app::coupon::CouponDraft;
use shop_app::runtime::{ManualClock, WriteError};
use shop_app::{jobs, order, payment};
use shop_tests::fault_vfs::{install, mend, met, seen, watch};
use tempfile::TempDir;

use crate::contents::Contents;
use crate::folder::{closed_copy_of, copy_of, file_in, open};
use crate::proof::is_full;
use crate::sample::sample;
use crate::scene::{Scene, noon, rate};
use crate::sweep::Injected;

type Run = Pin<Box<dyn Future<Output = Result<(), WriteError>> + Send>>;
/// Name and function of a job.
type Job = (&'static str, fn(Arc<Shop>) -> Run);

const JOBS: [Job; 3] = [
    ("expire orders", |shop| Box::pin(async move { order::expire_orders(&shop, 100).await.map(drop) })),
    ("expire coupons", |shop| Box::pin(async move { jobs::expire_coupons(&shop, 100).await.map(drop) })),
    ("finish compensations", |shop| Box::pin(async move { payment::finish_compensations(&shop).await.map(drop) })),
];

/// Faults of each job in the quick form; the full form tries all.
const QUICK: usize = 30;
/// Tables whose rows stand in the order in which the work was done; what meets a fault is done last.
const IN_ORDER_OF_WORK: [&str; 2] = ["outbox", "stock_movement"];
/// So long after the orders were placed the jobs run: they have expired, and the coupons too.
const LATER: TimeDelta = TimeDelta::minutes(40);

/// A closed shop with work for each job.
async fn template() -> TempDir {
    let scene = Scene::new();
    let cup = scene.product(1_000, 9).await;
    for _ in 0..3 {
        let who = scene.customer(10_000).await;
        let soon = CouponDraft { end_date: noon() + TimeDelta::minutes(20), ..rate(10) };
        scene.own(who, soon).await;
        scene.buy(who, cup).await;
        let failed = scene.buy(who, cup).await;
        // The first step of a compensation was noted, and the second is missing.
        let amount = shop_domain::Won::new(failed.total_amount).expect("an amount");
        scene
            .write(move |w| {
                Ok(shop_store::payment::fail(
                    w.tx,
                    failed.id,
                    shop_domain::order::PaymentMethod::Point,
                    amount,
                    "it broke off",
                    w.now,
                )?)
            })
            .await;
    }
    closed_copy_of(&scene)
}

fn start(folder: &TempDir) -> Arc<Shop> {
    open(folder.path(), &Arc::new(ManualClock::new(noon() + LATER))).expect("the shop opens")
}

/// Runs a job with a fault, then, the fault gone, after a start. Whether the fault was met.
async fn disturbed(template: &TempDir, job: &Job, injected: Injected, after: &Contents) -> Result<bool, String> {
    let folder = copy_of(template.path());
    let shop = start(&folder);
    injected.plan(folder.path());
    let ran = job.1(Arc::clone(&shop)).await;
    let is_met = met(folder.path()) > 0;
    mend(folder.path());
    Contents::read(&file_in(folder.path()))?;
    let broken = shop_app::verify(&shop).map_err(|error| error.to_string())?;
    drop(shop);
    let shop = start(&folder);
    let again = job.1(Arc::clone(&shop)).await;
    let found = Contents::read(&file_in(folder.path()))?;
    let is_done = found.is(after, &after.cells_of(&IN_ORDER_OF_WORK));
    if again.is_ok() && is_done && broken.is_empty() {
        return Ok(is_met);
    }
    Err(format!("{ran:?}, then {again:?}, {broken:?} broken: {}", found.difference(after)))
}

#[tokio::test]
async fn a_job_that_meets_a_fault_is_finished_by_its_next_run() {
    install();
    let template = template().await;
    let (mut wrong, mut figure) = (Vec::new(), 0);
    for job in &JOBS {
        let folder = copy_of(template.path());
        let shop = start(&folder);
        let before = Contents::read(&file_in(folder.path())).expect("it is whole");
        watch(folder.path());
        job.1(Arc::clone(&shop)).await.expect("an undisturbed run");
        let calls = seen(folder.path());
        let after = Contents::read(&file_in(folder.path())).expect("it is whole");
        assert!(before != after, "{}: there is work", job.0);
        for injected in sample(Injected::all(&calls), if is_full() { usize::MAX } else { QUICK }, calls.len() as u64) {
            match disturbed(&template, job, injected, &after).await {
                Ok(is_met) => figure += u64::from(is_met),
                Err(why) => wrong.push(format!("{}, {injected:?}: {why}", job.0)),
            }
        }
    }
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong.join("\n"));
    assert!(figure > 50, "most faults are met: {figure}");
}
