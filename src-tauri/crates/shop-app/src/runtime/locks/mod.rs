//! The keyed lock manager: `execute(keys, deadline, task)`.
//!
//! In process it is the writer's admission queue. A request waits in the line of each of its keys; after the last line
//! the writer runs it alone. The locks give fairness and isolate busy keys. They do not ensure correctness: the
//! conditional updates and CHECKs of the database do, also with [`Admission::without_keys`].

mod admission;
mod line;
mod turns;

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

pub use admission::Admission;
pub use line::LinePlace;
use shop_store::Task;

use super::timing::Distribution;
use super::{sync, timing};

/// A resource that one task at a time may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LockKey {
    /// The count of a coupon.
    Coupon(i64),
    /// The stock of a product, with all its options.
    Stock(i64),
    /// The points of a user.
    Point(i64),
    /// The state of an order.
    Order(i64),
    /// The cart, profile and addresses of a user.
    User(i64),
    /// Work without a resource of its own, such as a job's.
    Shop,
}

impl fmt::Display for LockKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Coupon(id) => write!(f, "coupon:{id}"),
            Self::Stock(id) => write!(f, "stock:{id}"),
            Self::Point(id) => write!(f, "point:{id}"),
            Self::Order(id) => write!(f, "order:{id}"),
            Self::User(id) => write!(f, "user:{id}"),
            Self::Shop => f.write_str("shop"),
        }
    }
}

/// The keys of one request, unique and in the one global order. Never empty.
#[derive(Debug, Clone)]
pub struct Keys {
    keys: Arc<[LockKey]>,
    /// The place of a buyer in the line at one of them.
    line: Option<Arc<LinePlace>>,
}

impl Keys {
    /// Sorts and deduplicates; an empty list counts as [`LockKey::Shop`].
    #[must_use]
    pub fn new(keys: impl IntoIterator<Item = LockKey>) -> Self {
        let mut keys: Vec<_> = keys.into_iter().collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.is_empty() {
            keys.push(LockKey::Shop);
        }
        Self { keys: keys.into(), line: None }
    }

    /// Counts the request among the buyers at its busiest product or coupon, and tells the user how many are before it.
    #[must_use]
    pub fn in_line(self, user_id: i64) -> Self {
        Self { line: Some(Arc::new(LinePlace::new(user_id))), ..self }
    }

    /// The place of a buyer.
    #[must_use]
    pub fn line(&self) -> Option<&Arc<LinePlace>> {
        self.line.as_ref()
    }

    /// The keys in order.
    #[must_use]
    pub fn as_slice(&self) -> &[LockKey] {
        &self.keys
    }

    /// The things at which buyers stand in line.
    pub(super) fn lines(&self) -> impl Iterator<Item = LockKey> {
        self.keys.iter().copied().filter(|key| matches!(key, LockKey::Coupon(_) | LockKey::Stock(_)))
    }
}

impl From<LockKey> for Keys {
    fn from(key: LockKey) -> Self {
        Self { keys: Arc::new([key]), line: None }
    }
}

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

    /// How many wait before this request where it waits; `None` once it has started.
    fn before(&self, ticket: &Ticket) -> Option<usize>;

    /// Counts the buyers at a key from now on, from 1, for so long.
    fn count_line(&self, key: LockKey, duration: Duration);

    /// The current figures.
    fn stats(&self) -> LockStats;

    /// Admits no further requests; waiting requests are still served.
    fn close(&self);
}

#[cfg(test)]
mod tests;
