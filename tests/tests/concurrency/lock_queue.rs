//! The lock manager in every order of two clients, and in as many random orders of more as time allows. Each checker has to
//! catch the bugs that are planted in the lock manager, or it proves nothing.

use std::time::Instant;

use shop_store::planted::Bug;
use shop_tests::lock_queue::with_loom::{check_every_order, every_plan};
use shop_tests::lock_queue::with_shuttle::{Order, check_random_orders};
use shop_tests::lock_queue::{Conduct, Plan, WriterStarts};
use shop_tests::proof::{Report, is_full, report};

use crate::controls::{is_alone, is_caught, planted_and_caught};

/// Bugs of the lock manager.
pub const BUGS: [Bug; 4] = [Bug::LeaveIgnored, Bug::ServedOutOfOrder, Bug::LostWakeup, Bug::DeadlineIgnored];
/// Runs in which a planted bug has to be caught.
const RUNS_OF_A_CONTROL: usize = 5_000;

/// Two writers at one queue: two requests for one key run at once.
fn bug_two_writers() -> Plan {
    let client = || vec![(vec![1], Conduct::Wait)];
    Plan { clients: vec![client(), client()], writer: WriterStarts::AtOnce, bug_two_writers: true }
}

#[test]
fn random_orders_of_clients_keep_every_promise() {
    if !is_alone("lock_queue::random_orders_of_clients_keep_every_promise") {
        return;
    }
    let started = Instant::now();
    let runs: usize = if is_full() { 1_000_000 } else { 120_000 };
    for order in [Order::Random, Order::Priorities] {
        check_random_orders(order, runs / 2, None);
    }
    let (planted, mut caught) =
        planted_and_caught(&BUGS, |_| is_caught(|| check_random_orders(Order::Random, RUNS_OF_A_CONTROL, None)));
    caught += u64::from(is_caught(|| check_random_orders(Order::Random, RUNS_OF_A_CONTROL, Some(bug_two_writers()))));
    report(&Report {
        goal: "lock-queue-random",
        figure: runs as u64,
        unit: "schedules",
        reach: if is_full() { 1_000_000 } else { 120_000 },
        planted: planted + 1,
        caught,
        seconds: started.elapsed().as_secs_f64(),
    });
}

#[test]
fn every_order_of_two_clients_keeps_every_promise() {
    if !is_alone("lock_queue::every_order_of_two_clients_keeps_every_promise") {
        return;
    }
    let started = Instant::now();
    let plans = every_plan();
    let check_all = |plans: &[Plan]| plans.iter().map(check_every_order).sum::<u64>();
    let orders = check_all(&plans);
    let is_caught = |plans: Vec<Plan>| is_caught(move || assert!(check_all(&plans) > 0, "there are orders"));
    let (planted, mut caught) = planted_and_caught(&BUGS, |_| is_caught(every_plan()));
    caught += u64::from(is_caught(vec![bug_two_writers()]));
    report(&Report {
        goal: "lock-queue-exhaustive",
        figure: orders,
        unit: "schedules, all there are",
        reach: 100_000,
        planted: planted + 1,
        caught,
        seconds: started.elapsed().as_secs_f64(),
    });
}
