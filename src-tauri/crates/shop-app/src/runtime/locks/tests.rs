//! Tests of the lock manager except the order: deadlines, leaving, closing, a full queue.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use shop_store::{Feed, Task, Tx, Verdict, WriteFailure};

use super::*;

/// Counts the ends of tasks by kind.
#[derive(Default)]
struct Ends {
    timed_out: AtomicUsize,
    dropped: AtomicUsize,
}

struct Counted(Arc<Ends>);

impl Task for Counted {
    fn run(&mut self, _tx: &Tx<'_>) -> Verdict {
        Verdict::Keep
    }

    fn finish(self: Box<Self>, end: Result<(), WriteFailure>) {
        assert_eq!(end, Err(WriteFailure::TimedOut), "nothing here is written");
        self.0.timed_out.fetch_add(1, Ordering::SeqCst);
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.dropped.fetch_add(1, Ordering::SeqCst);
    }
}

const KEY: LockKey = LockKey::Coupon(7);

fn soon() -> Instant {
    Instant::now() + Duration::from_secs(60)
}

fn past() -> Instant {
    Instant::now().checked_sub(Duration::from_millis(1)).unwrap_or_else(Instant::now)
}

#[test]
fn after_its_deadline_a_task_never_runs() {
    let (locks, ends) = (Admission::new(), Arc::new(Ends::default()));
    locks.execute(KEY.into(), past(), Box::new(Counted(Arc::clone(&ends)))).expect("there is room");
    locks.execute(KEY.into(), soon(), Box::new(Counted(Arc::clone(&ends)))).expect("there is room");
    assert!(locks.poll().is_some(), "the one behind it is handed out");
    assert!(locks.poll().is_none(), "and nobody else");
    assert_eq!(ends.timed_out.load(Ordering::SeqCst), 1, "the late one is told");
}

#[test]
fn who_gives_up_leaves_at_once_and_loses_nobodys_turn() {
    let (locks, ends) = (Admission::new(), Arc::new(Ends::default()));
    let tickets: Vec<_> = (0..3)
        .map(|_| locks.execute(KEY.into(), soon(), Box::new(Counted(Arc::clone(&ends)))).expect("there is room"))
        .collect();
    assert!(locks.leave(&tickets[1]), "the one in the middle had not started");
    assert_eq!(ends.dropped.load(Ordering::SeqCst), 1, "its task is gone at once");
    assert!(!locks.leave(&tickets[1]), "it can leave only once");
    assert_eq!(locks.stats().waiters, 2, "the others stay");
    let handed_out = (locks.poll().is_some(), locks.poll().is_some(), locks.poll().is_some());
    assert_eq!(handed_out, (true, true, false), "and both get their turn");
    assert!(!locks.leave(&tickets[0]), "a ticket that was handed out can no longer leave");
    assert_eq!(locks.stats().active_keys, 0, "an unused key costs no memory");
}

#[test]
fn a_closed_queue_serves_those_who_wait_and_admits_nobody() {
    let (locks, ends) = (Admission::new(), Arc::new(Ends::default()));
    locks.execute(KEY.into(), soon(), Box::new(Counted(Arc::clone(&ends)))).expect("there is room");
    locks.close();
    let refused = locks.execute(KEY.into(), soon(), Box::new(Counted(Arc::clone(&ends))));
    assert_eq!(refused.err(), Some(Overloaded), "nobody comes in any more");
    assert!(locks.wait().is_some(), "who waited is still served");
    assert!(locks.wait().is_none(), "and then the feed ends");
}

#[test]
fn a_full_queue_refuses_at_once() {
    let (locks, ends) = (Admission::new(), Arc::new(Ends::default()));
    let admitted = (0..30_000)
        .take_while(|_| locks.execute(KEY.into(), soon(), Box::new(Counted(Arc::clone(&ends)))).is_ok())
        .count();
    assert_eq!(admitted, locks.stats().waiters, "all who were admitted wait");
    assert!(admitted < 30_000, "there is an end to it");
    assert!(locks.poll().is_some(), "once one has gone");
    assert!(locks.execute(KEY.into(), soon(), Box::new(Counted(ends))).is_ok(), "there is room again");
}

#[test]
fn without_keys_everybody_stands_in_one_line() {
    let (locks, ends) = (Admission::without_keys(), Arc::new(Ends::default()));
    for id in 0..5 {
        let task = Box::new(Counted(Arc::clone(&ends)));
        locks.execute(LockKey::Stock(id).into(), soon(), task).expect("there is room");
    }
    assert_eq!(locks.stats().active_keys, 1, "the keys are not looked at");
}

/// Uses the queue while it is finished, then panics.
struct AsksTheQueue(Arc<Admission>, Arc<Ends>);

impl Task for AsksTheQueue {
    fn run(&mut self, _tx: &Tx<'_>) -> Verdict {
        Verdict::Keep
    }

    fn finish(self: Box<Self>, _end: Result<(), WriteFailure>) {
        self.1.timed_out.fetch_add(self.0.stats().waiters, Ordering::SeqCst);
        panic!("by design")
    }
}

#[test]
fn a_late_task_is_finished_outside_of_the_queue_and_its_panic_goes_no_further() {
    let (locks, ends) = (Arc::new(Admission::new()), Arc::new(Ends::default()));
    let late = AsksTheQueue(Arc::clone(&locks), Arc::clone(&ends));
    locks.execute(KEY.into(), past(), Box::new(late)).expect("there is room");
    locks.execute(KEY.into(), soon(), Box::new(Counted(Arc::clone(&ends)))).expect("there is room");
    assert!(locks.wait().is_some(), "the one behind it is handed out");
    assert_eq!(ends.timed_out.load(Ordering::SeqCst), 1, "the late one was told that one more waits");
}

#[test]
fn keys_are_sorted_and_unique() {
    let keys = Keys::new([LockKey::Stock(2), LockKey::Coupon(9), LockKey::Stock(2), LockKey::Stock(1)]);
    assert_eq!(
        keys.as_slice(),
        [LockKey::Coupon(9), LockKey::Stock(1), LockKey::Stock(2)],
        "one global order, each key once, whatever the order of the arguments"
    );
    assert_eq!(Keys::new([]).as_slice(), [LockKey::Shop], "no key is the shop's own");
}
