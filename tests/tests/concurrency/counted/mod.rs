//! Contended trials, counted: 2 to 64 tasks are let in at once at one stock, coupon, wallet, key or order, again and again on one
//! shop, until so many attempts were made. Each trial says what its attempts must come to, and histories of stock, coupon
//! and wallet must be linearizable; the invariants of the file are checked at the end.
//!
//! Bugs are planted to see that the trials find them.

mod counts;
mod orders;
mod recorder;
mod rights;

use std::cell::Cell;
use std::time::Instant;

use shop_store::planted::Bug;
use shop_tests::proof::{Report, is_full, report};

use crate::controls::{fault_of, is_alone, planted_and_caught};
use crate::market::{Market, Way, in_every_way, in_one_way};

/// Tasks that are let in at once.
const TASKS: [usize; 6] = [2, 64, 8, 16, 4, 32];

/// What the tasks of a trial contend for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    LastItems,
    Coupon,
    Wallet,
    IdempotencyKey,
    PayOrCancel,
    PayOrExpire,
    TwoCoupons,
    OppositeOrders,
    DeletedProduct,
}

const TRIALS: [Trial; 9] = [
    Trial::LastItems,
    Trial::Coupon,
    Trial::Wallet,
    Trial::IdempotencyKey,
    Trial::PayOrCancel,
    Trial::PayOrExpire,
    Trial::TwoCoupons,
    Trial::OppositeOrders,
    Trial::DeletedProduct,
];

/// The bugs of a shop that trials have to find, and the trial that finds each.
pub const CONTROLS: [(Bug, Trial); 8] = [
    (Bug::CouponCheckThenAct, Trial::Coupon),
    (Bug::ChargeCheckThenAct, Trial::Wallet),
    (Bug::OrderInTwoTransactions, Trial::LastItems),
    (Bug::MovementForgotten, Trial::LastItems),
    (Bug::DroppedLedgerRow, Trial::IdempotencyKey),
    (Bug::MissingOwnerCheck, Trial::PayOrCancel),
    (Bug::IdempotencyKeyIgnored, Trial::IdempotencyKey),
    (Bug::StaleCache, Trial::DeletedProduct),
];

impl Trial {
    /// Runs once, with so many tasks at the thing that they contend for.
    async fn run(self, market: &Market, tasks: usize) {
        match self {
            Self::LastItems => counts::last_items(market, tasks).await,
            Self::Coupon => counts::coupon(market, tasks).await,
            Self::Wallet => counts::wallet(market, tasks).await,
            Self::IdempotencyKey => rights::idempotency_key(market, tasks).await,
            Self::PayOrCancel => orders::pay_or_cancel(market, tasks).await,
            Self::PayOrExpire => orders::pay_or_expire(market, tasks).await,
            Self::TwoCoupons => orders::two_coupons(market, tasks).await,
            Self::OppositeOrders => orders::opposite_orders(market, tasks).await,
            Self::DeletedProduct => rights::deleted_product(market, tasks).await,
        }
    }
}

/// Runs trials with changing numbers of tasks until so many attempts were made; returns how many that were.
async fn repeat(market: &Market, attempts: usize) -> usize {
    let mut made = 0;
    for tasks in TASKS.into_iter().cycle() {
        for trial in TRIALS {
            trial.run(market, tasks).await;
            made += tasks;
        }
        if made >= attempts {
            break;
        }
    }
    made
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_oversold_lost_or_done_twice() {
    if !is_alone("counted::nothing_is_oversold_lost_or_done_twice") {
        return;
    }
    let started = Instant::now();
    let reach: usize = if is_full() { 100_000 } else { 20_000 };
    let made = Cell::new(0);
    in_every_way(async |market| made.set(made.get() + repeat(market, reach.div_ceil(3)).await)).await;
    let histories = recorder::checked();
    let seconds = started.elapsed().as_secs_f64();
    let (planted, caught) = planted_and_caught(&CONTROLS.map(|(bug, _)| bug), |bug| fault_of_trial(bug).is_some());
    report(&Report {
        goal: "contended-trials",
        figure: made.get() as u64,
        unit: "attempts",
        reach: reach as u64,
        planted,
        caught,
        seconds,
    });
    // A bug of a count has to be seen in the history alone: it is looked at before the sums are.
    let bugs = [Bug::CouponCheckThenAct, Bug::ChargeCheckThenAct, Bug::OrderInTwoTransactions];
    let (planted, caught) = planted_and_caught(&bugs, |bug| {
        fault_of_trial(bug).is_some_and(|fault| fault.contains(recorder::NOT_LINEARIZABLE))
    });
    report(&Report {
        goal: "linearizable-histories",
        figure: histories,
        unit: "histories",
        reach: (reach / 200) as u64,
        planted,
        caught,
        seconds,
    });
}

/// What the trial for a bug finds.
fn fault_of_trial(bug: Bug) -> Option<String> {
    let (_, trial) = CONTROLS.into_iter().find(|(of, _)| *of == bug)?;
    fault_of(move || {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(in_one_way(Way::Locks, async |market| {
            for _ in 0..10 {
                trial.run(market, 16).await;
            }
        }));
    })
}
