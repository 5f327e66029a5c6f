//! Loom: every order in which two clients with two keys and the writer can run, up to those that no thread can tell apart.

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
    sync_of!(loom);
}

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use loom::sync::atomic::AtomicUsize as Countdown;
use loom::thread;

use crate::proof::is_full;

use super::{CONDUCTS, Plan, Request, WriterStarts};

/// How often Loom interrupts a thread that could go on, where a plan has three threads: in the quick form and in the full one.
/// Every order of those takes hours.
const INTERRUPTIONS: [usize; 2] = [2, 3];

/// Runs a plan of two threads in every order, one of more in every order with few interruptions; returns how many there are.
///
/// # Panics
/// In the first order that breaks a promise of the lock manager.
pub fn check_every_order(plan: &Plan) -> u64 {
    let (orders, plan) = (Arc::new(AtomicU64::new(0)), plan.clone());
    let counted = Arc::clone(&orders);
    let mut model = loom::model::Builder::new();
    let writers = usize::from(plan.writer == WriterStarts::AtOnce) + usize::from(plan.bug_two_writers);
    model.preemption_bound = (plan.clients.len() + writers > 2).then_some(INTERRUPTIONS[usize::from(is_full())]);
    model.check(move || {
        counted.fetch_add(1, Ordering::Relaxed);
        run::run(&plan);
    });
    orders.load(Ordering::Relaxed)
}

/// Every plan of two requests for one of two products or for both, in either order: of one client beside the writer, of two
/// clients before the writer, and of two clients beside it.
#[must_use]
pub fn every_plan() -> Vec<Plan> {
    let keys: [[&[i64]; 2]; 5] = [[&[1], &[1]], [&[1], &[2]], [&[1], &[1, 2]], [&[2], &[1, 2]], [&[1, 2], &[2, 1]]];
    let conducts: Vec<_> = CONDUCTS.into_iter().flat_map(|first| CONDUCTS.map(|then| [first, then])).collect();
    let pairs = conducts.into_iter().flat_map(|conducts| keys.map(|keys| (keys, conducts)));
    let plans = pairs.flat_map(|(keys, conducts)| {
        let requests: Vec<Request> =
            keys.into_iter().zip(conducts).map(|(keys, conduct)| (keys.to_vec(), conduct)).collect();
        let apart: Vec<_> = requests.iter().cloned().map(|request| vec![request]).collect();
        [
            (vec![requests], WriterStarts::AtOnce),
            (apart.clone(), WriterStarts::AfterClients),
            (apart, WriterStarts::AtOnce),
        ]
    });
    plans.map(|(clients, writer)| Plan { clients, writer, bug_two_writers: false }).collect()
}
