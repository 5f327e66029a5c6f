//! A workload on a shop whose writes are recorded, with the place in the record at which each answer was given.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;
use serde::Serialize;
use shop_app::context::{Call, Shop};
use shop_app::runtime::{ManualClock, Principal};
use shop_app::{cart, coupon, jobs, order, payment, point};
use shop_contract::{AddCartItem, ById, ChargePoints, ErrorCode, Order, ShopError};
use shop_store::StorageLimits;
use shop_tests::fault_vfs::{Changed, place, record, recorded};
use tempfile::TempDir;

use crate::folder::{closed_copy_of, file_in, open_with};
use crate::scene::{self, Scene, admitted, rate};

/// Customers who act at the same time, so that several tasks share a commit.
const CUSTOMERS: usize = 6;
/// How often the shop is closed and started anew, so that the WAL is deleted and created, and stays short.
const STARTS: usize = 8;
/// Answers between two checkpoints.
const CHECKPOINT: usize = 15;
/// So much time passes at each start that unpaid orders expire.
const BETWEEN: TimeDelta = TimeDelta::minutes(40);

/// An answer that a client has got.
#[derive(Debug, Clone)]
pub struct Answered {
    /// How many changes were recorded at that time.
    pub place: usize,
    /// How many groups were committed at that time.
    pub groups: i64,
    /// The user and the idempotency key of a request that was done.
    pub key: Option<(i64, String)>,
}

/// What was written and answered.
#[derive(Clone)]
pub struct Workload {
    /// The database before the first change.
    pub base: Vec<u8>,
    /// The changes of all files, in their order.
    pub changes: Vec<Changed>,
    /// The answers, in their order.
    pub answers: Vec<Answered>,
    /// The time at the end.
    pub now: DateTime<Utc>,
}

/// What the customers act on.
#[derive(Clone)]
struct Goods {
    customers: Vec<Principal>,
    product: i64,
    coupon: i64,
}

/// The open shop of one start, and who notes the answers.
struct Running {
    shop: Arc<Shop>,
    folder: std::path::PathBuf,
    /// Reads how many groups are committed.
    reader: parking_lot::Mutex<Connection>,
    answers: parking_lot::Mutex<Vec<Answered>>,
}

impl Workload {
    /// Runs it on a new shop, and records.
    pub async fn run(storage: StorageLimits) -> Self {
        let (folder, goods, start) = stock().await;
        let base = fs::read(file_in(folder.path())).expect("the database is there");
        let clock = Arc::new(ManualClock::new(start));
        record(folder.path());
        let mut answers = Vec::new();
        for start in 0..STARTS {
            answers.append(&mut day(folder.path(), &clock, storage, &goods, start).await);
            clock.advance(BETWEEN);
        }
        let changes = recorded(folder.path());
        Self { base, changes, answers, now: start + BETWEEN * STARTS as i32 }
    }
}

/// A closed shop with customers, a product and a coupon.
async fn stock() -> (TempDir, Goods, DateTime<Utc>) {
    let scene = Scene::new();
    let customers = scene.crowd(CUSTOMERS, 1_000_000).await;
    let product = scene.product(1_000, 10_000).await;
    let coupon = scene.coupon(rate(10)).await;
    (closed_copy_of(&scene), Goods { customers, product, coupon }, scene.shop.now())
}

/// From one start to the next.
async fn day(
    folder: &Path,
    clock: &Arc<ManualClock>,
    storage: StorageLimits,
    goods: &Goods,
    start: usize,
) -> Vec<Answered> {
    let shop = open_with(folder, clock, storage).expect("the shop opens");
    let reader = Connection::open(file_in(folder)).expect("the file opens");
    let (reader, answers) = (parking_lot::Mutex::new(reader), parking_lot::Mutex::default());
    let running = Arc::new(Running { shop, folder: folder.to_owned(), reader, answers });
    payment::finish_compensations(&running.shop).await.expect("start-up finishes what was left");
    running.run_jobs().await;
    // Every second payment of this start fails and is compensated.
    running.shop.arm_payment_fault(3);
    let visits = goods.customers.iter().enumerate().map(|(number, who)| {
        let (running, goods, who) = (Arc::clone(&running), goods.clone(), *who);
        tokio::spawn(async move { running.visit(&goods, who, start * CUSTOMERS + number).await })
    });
    for visit in visits.collect::<Vec<_>>() {
        visit.await.expect("the visit ends");
    }
    let answers = std::mem::take(&mut *running.answers.lock());
    drop(running);
    answers
}

impl Running {
    /// What one customer does.
    async fn visit(&self, goods: &Goods, who: Principal, number: usize) {
        let key = |what: &str| format!("{what}-{number}");
        let charged = point::charge_points(self.call(who, &key("charge")), ChargePoints::of(1_000)).await;
        self.answered(who, key("charge"), &charged);
        let issued = coupon::issue_coupon(self.call(who, &key("issue")), ById { id: goods.coupon }).await;
        self.answered(who, key("issue"), &issued);
        let coupons: Vec<i64> = issued.map(|coupon| coupon.id).into_iter().collect();
        for turn in 0..2 {
            let (put, order, pay) =
                (key(&format!("put{turn}")), key(&format!("order{turn}")), key(&format!("pay{turn}")));
            let line = AddCartItem { product_id: goods.product, product_option_id: None, quantity: 1 };
            let line = cart::add_cart_item(self.call(who, &put), line).await;
            self.answered(who, put, &line);
            let wanted = scene::order(if turn == 0 { &coupons } else { &[] });
            let placed = order::place_order(self.call(who, &order), wanted).await;
            self.answered(who, order, &placed);
            let Ok(placed) = placed else { continue };
            match number % 3 {
                // It is left to expire.
                0 if turn == 1 => {}
                1 if turn == 1 => self.cancel(who, &placed, key("cancel")).await,
                _ => {
                    let paid = payment::pay_order(self.call(who, &pay), scene::payment(&placed)).await;
                    self.answered(who, pay, &paid);
                }
            }
        }
    }

    async fn cancel(&self, who: Principal, placed: &Order, key: String) {
        let cancelled = order::cancel_order(self.call(who, &key), ById { id: placed.id }).await;
        self.answered(who, key, &cancelled);
    }

    /// The jobs that change rows; each is answered when it has run.
    async fn run_jobs(&self) {
        order::expire_orders(&self.shop, 100).await.expect("the job runs");
        self.note(None);
        jobs::expire_coupons(&self.shop, 100).await.expect("the job runs");
        jobs::lapse_carts(&self.shop, 100).await.expect("the job runs");
        jobs::fill_search(&self.shop).await.expect("the job runs");
        self.note(None);
    }

    fn call<C: shop_app::context::Caller>(&self, who: Principal, key: &str) -> C {
        admitted(Call::new(Arc::clone(&self.shop), Some(who), Some(key.to_owned())))
    }

    /// Notes an answer that says that something was written: a success, or a failed payment, which is compensated.
    fn answered<T: Serialize>(&self, who: Principal, key: String, answer: &Result<T, ShopError>) {
        match answer {
            Ok(_) => self.note(Some((who.user_id, key))),
            Err(error) if error.code == ErrorCode::PaymentFailed => self.note(Some((who.user_id, key))),
            Err(_) => {}
        }
    }

    /// Copies the WAL into the database, as the checkpointer does when the writer is idle. The next group begins the WAL anew.
    fn checkpoint(&self) {
        let done = self.reader.lock().query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        done.expect("a checkpoint runs");
    }

    /// A group that a reader sees is on the disk, or should be; so the groups are read first, then the place.
    fn note(&self, key: Option<(i64, String)>) {
        let groups = self.reader.lock().query_row(super::GROUPS, [], |row| row.get(0)).expect("a number");
        let mut answers = self.answers.lock();
        answers.push(Answered { place: place(&self.folder), groups, key });
        if answers.len().is_multiple_of(CHECKPOINT) {
            self.checkpoint();
        }
    }
}
