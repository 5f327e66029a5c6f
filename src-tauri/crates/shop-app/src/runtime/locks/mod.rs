//! The keyed lock manager: `execute(keys, deadline, task)`.
//!
//! In process it is the writer's admission queue. A request waits its turn at each of its keys; when it has had all of
//! them, the writer runs it alone. The locks give fairness and keep crowds apart. They do not keep the books right: that
//! is done by the conditional updates and CHECKs of the database, also with [`Admission::without_keys`].

mod admission;
mod key;
mod turns;

use std::time::Instant;

pub use admission::Admission;
pub use key::{Keys, LockKey};
use shop_store::Task;

use super::timing::Distribution;

/// A place in the queue, held by whoever waits.
#[derive(Debug, Clone)]
pub struct Ticket {
    pub(super) number: u64,
    pub(super) keys: Keys,
}

/// The queue is full; nothing was admitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overloaded;

/// What the lock manager reports of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LockStats {
    /// Keys that somebody waits for.
    pub active_keys: usize,
    /// The keys at which most wait, with how many; a few.
    pub busiest: Vec<(LockKey, usize)>,
    /// Requests that wait.
    pub waiters: usize,
    /// From asking to running.
    pub wait: Distribution,
    /// From running to done.
    pub hold: Distribution,
}

/// Exclusion and order among those who want the same keys.
pub trait LockManager: Send + Sync {
    /// Queues `task` for all of `keys`. It runs while it alone holds them, unless `deadline` passes first; then it never
    /// runs and is finished with [`shop_store::WriteFailure::TimedOut`].
    ///
    /// # Errors
    /// [`Overloaded`] at once when the queue is full.
    fn execute(&self, keys: Keys, deadline: Instant, task: Box<dyn Task>) -> Result<Ticket, Overloaded>;

    /// Gives up a place. `true` when the task had not started; it then never runs and was dropped without being finished.
    fn leave(&self, ticket: &Ticket) -> bool;

    /// What goes on.
    fn stats(&self) -> LockStats;

    /// Admits nobody any more; those who wait are still served.
    fn close(&self);
}

#[cfg(test)]
mod tests;
