//! Shuttle: random orders of up to four clients and the writer. It does not see every order, but long runs of many threads.

#[expect(clippy::duplicate_mod, reason = "each checker needs the lock manager on its own mutex")]
#[path = "../../../src-tauri/crates/shop-app/src/runtime/locks/mod.rs"]
pub mod locks;
#[expect(clippy::duplicate_mod, reason = "the lock manager names it beside itself")]
#[path = "run.rs"]
mod run;
#[expect(clippy::duplicate_mod, reason = "the lock manager names it beside itself")]
#[path = "../../../src-tauri/crates/shop-app/src/runtime/timing.rs"]
pub mod timing;

/// The mutex of the lock manager.
mod sync {
    sync_of!(shuttle);
}

use shuttle::rand::Rng as _;
use shuttle::rand::thread_rng;
use shuttle::scheduler::{PctScheduler, RandomScheduler};
use shuttle::sync::atomic::AtomicUsize as Countdown;
use shuttle::{Config, Runner, thread};

use super::{CONDUCTS, Plan, Request, WriterStarts};

/// How the next thread is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Any thread, with equal chance.
    Random,
    /// By priorities that change at a few random points, which finds rare orders (probabilistic concurrency testing).
    Priorities,
}

/// Points at which the priorities change.
const CHANGES: usize = 3;

/// Runs so many random plans, each in a random order of its threads.
///
/// # Panics
/// In the first run that breaks a promise of the lock manager.
pub fn check_random_orders(order: Order, runs: usize, plan: Option<Plan>) {
    let run = move || run::run(&plan.clone().unwrap_or_else(any_plan));
    match order {
        Order::Random => Runner::new(RandomScheduler::new(runs), Config::default()).run(run),
        Order::Priorities => Runner::new(PctScheduler::new(CHANGES, runs), Config::default()).run(run),
    };
}

/// Two to four clients with one or two requests each, for up to three products.
fn any_plan() -> Plan {
    let up_to = |most: usize| thread_rng().gen_range(1..=most);
    let request = |_| -> Request {
        let keys = (0..up_to(2)).map(|_| thread_rng().gen_range(1..=3)).collect();
        (keys, CONDUCTS[up_to(CONDUCTS.len()) - 1])
    };
    let clients = (0..1 + up_to(3)).map(|_| (0..up_to(2)).map(request).collect());
    Plan { clients: clients.collect(), writer: WriterStarts::AtOnce, bug_two_writers: false }
}
