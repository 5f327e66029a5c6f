//! The keyed lock manager: `execute(keys, deadline, task)`.
//!
//! In process it is the writer's admission queue. A request waits in the line of each of its keys; after the last line
//! the writer runs it alone. The locks give fairness and isolate busy keys. They do not ensure correctness: the
//! conditional updates and CHECKs of the database do, also with [`Admission::without_keys`].

mod admission;
mod key;
mod turns;

use std::time::Instant;

pub use admission::Admission;
pub use key::{Keys, LockKey};
use shop_store::Task;

use super::timing::Distribution;

/// The place of a waiting request in the queue.
#[derive(Debug, Clone)]
pub struct Ticket {
    pub(super) number: u64,
    pub(super) keys: Keys,
}

/// The queue is full; nothing was admitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overloaded;

/// The figures of the lock manager.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LockStats {
    /// Keys with waiting requests.
    pub active_keys: usize,
    /// The keys with the most waiting requests, and their number; a few.
    pub busiest: Vec<(LockKey, usize)>,
    /// Waiting requests.
    pub waiters: usize,
    /// Time from the request to the start.
    pub wait: Distribution,
    /// Time from the start to the end.
    pub hold: Distribution,
}

/// Mutual exclusion and order among requests with common keys.
pub trait LockManager: Send + Sync {
    /// Queues `task` for all of `keys`. It runs while it alone holds them, unless `deadline` passes first; then it
    /// never runs and is finished with [`shop_store::WriteFailure::TimedOut`].
    ///
    /// # Errors
    /// [`Overloaded`] at once when the queue is full.
    fn execute(&self, keys: Keys, deadline: Instant, task: Box<dyn Task>) -> Result<Ticket, Overloaded>;

    /// Leaves the queue. `true` if the task had not started; it then never runs and was dropped without being finished.
    fn leave(&self, ticket: &Ticket) -> bool;

    /// The current figures.
    fn stats(&self) -> LockStats;

    /// Admits no further requests; waiting requests are still served.
    fn close(&self);
}

#[cfg(test)]
mod tests;
