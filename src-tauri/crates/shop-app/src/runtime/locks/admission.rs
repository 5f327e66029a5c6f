//! The in-process lock manager: the lines of waiting requests behind one mutex, feeding the writer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use shop_store::planted::{Bug, is_planted};
use shop_store::{Feed, Task, WriteFailure, finish};

use super::line::{LinePlace, Tallies};
use super::sync::{Condvar, Mutex, MutexGuard};
use super::timing::Timing;
use super::turns::Turns;
use super::{Keys, LockKey, LockManager, LockStats, Overloaded, Ticket};

/// Maximum number of waiting requests. Further requests are refused at once.
const CAPACITY: usize = 20_000;
/// Number of keys listed as the busiest.
const BUSIEST: usize = 5;

struct Waiting {
    task: Box<dyn Task>,
    deadline: Instant,
    since: Instant,
    /// The line in which a buyer is counted.
    line: Option<(LockKey, Arc<LinePlace>)>,
}

struct State {
    turns: Turns<Waiting>,
    tallies: Tallies,
    closed: bool,
    wait: Timing,
    hold: Timing,
}

/// The queue in front of the writer.
pub struct Admission {
    state: Mutex<State>,
    arrived: Condvar,
    with_keys: AtomicBool,
}

impl Admission {
    /// An empty queue.
    #[must_use]
    pub fn new() -> Self {
        let state = State {
            turns: Turns::new(),
            tallies: Tallies::default(),
            closed: false,
            wait: Timing::new(),
            hold: Timing::new(),
        };
        Self { state: Mutex::new(state), arrived: Condvar::new(), with_keys: AtomicBool::new(true) }
    }

    /// The same with one line for all requests, to show that correctness does not depend on the keys.
    #[must_use]
    pub fn without_keys() -> Self {
        let admission = Self::new();
        admission.with_keys.store(false, Ordering::Relaxed);
        admission
    }
}

impl Default for Admission {
    fn default() -> Self {
        Self::new()
    }
}

impl LockManager for Admission {
    fn execute(&self, keys: Keys, deadline: Instant, task: Box<dyn Task>) -> Result<Ticket, Overloaded> {
        let wanted = keys;
        let keys = if self.with_keys.load(Ordering::Relaxed) { wanted.clone() } else { Keys::from(LockKey::Shop) };
        let mut state = self.state.lock();
        if state.closed || state.turns.waiting() >= CAPACITY {
            return Err(Overloaded);
        }
        let since = Instant::now();
        let line = count_arrival(&mut state, &wanted, since);
        let number = state.turns.join(keys.clone(), Waiting { task, deadline, since, line });
        drop(state);
        if !is_planted(Bug::LostWakeup) {
            self.arrived.notify_one();
        }
        Ok(Ticket { number, keys })
    }

    fn leave(&self, ticket: &Ticket) -> bool {
        if is_planted(Bug::LeaveIgnored) {
            return true;
        }
        let left = self.state.lock().turns.leave(ticket.number, &ticket.keys);
        left.is_some()
    }

    fn before(&self, ticket: &Ticket) -> Option<usize> {
        self.state.lock().turns.before(ticket.number, &ticket.keys)
    }

    fn count_line(&self, key: LockKey, duration: Duration) {
        self.state.lock().tallies.begin(key, Instant::now() + duration);
    }

    fn stats(&self) -> LockStats {
        let state = self.state.lock();
        LockStats {
            active_keys: state.turns.active_keys(),
            busiest: state.turns.busiest(BUSIEST),
            waiters: state.turns.waiting(),
            wait: state.wait.distribution(),
            hold: state.hold.distribution(),
        }
    }

    fn close(&self) {
        self.state.lock().closed = true;
        self.arrived.notify_all();
    }
}

impl Feed for Admission {
    fn wait(&self) -> Option<Box<dyn Task>> {
        let mut state = self.state.lock();
        loop {
            if let Some(task) = next_in_time(&mut state) {
                return Some(task);
            }
            if state.closed {
                return None;
            }
            self.arrived.wait(&mut state);
        }
    }

    fn poll(&self) -> Option<Box<dyn Task>> {
        next_in_time(&mut self.state.lock())
    }

    fn ran(&self, held: Duration) {
        self.state.lock().hold.note(held);
    }
}

/// Counts a buyer in the longest line of a product or a coupon that the request needs; `None` for other requests, and where
/// there is no line.
fn count_arrival(state: &mut State, keys: &Keys, now: Instant) -> Option<(LockKey, Arc<LinePlace>)> {
    let place = keys.line()?;
    let (waiting, key) =
        keys.lines().map(|key| (state.turns.waiting_at(key), key)).max_by_key(|(waiting, _)| *waiting)?;
    place.arrive(state.tallies.arrive(key, waiting, now)?);
    Some((key, Arc::clone(place)))
}

/// The next task whose deadline has not passed; expired tasks are finished without running. The queue is unlocked
/// meanwhile: finishing a task can take time or use the queue.
fn next_in_time(state: &mut MutexGuard<'_, State>) -> Option<Box<dyn Task>> {
    while let Some(waiting) = state.turns.take() {
        let now = Instant::now();
        state.wait.note(now - waiting.since);
        if now <= waiting.deadline || is_planted(Bug::DeadlineIgnored) {
            if let Some((key, place)) = &waiting.line
                && let Some(served) = state.tallies.serve(*key)
            {
                place.serve(served);
            }
            return Some(waiting.task);
        }
        MutexGuard::unlocked(state, || finish(waiting.task, Err(WriteFailure::TimedOut)));
    }
    None
}
