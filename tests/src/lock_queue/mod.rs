//! The lock manager under two model checkers, which decide at each lock, wait and wake-up which thread goes on: Shuttle takes
//! random orders of many threads, Loom every order of two.
//!
//! The files of `shop-app/src/runtime/locks` are compiled here a second and a third time. They name their mutex and their
//! condition variable as `super::sync`, which is parking_lot in the shop and the types of the checker here. The atomics of the
//! lock manager stay those of the standard library: one is set before the queue is shared, the others are counts that nothing
//! is decided by. This is in the library, because test modules inside the files must not be compiled along.

#[macro_use]
mod sync_of;
pub mod with_loom;
pub mod with_shuttle;

/// What a client does with its request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conduct {
    /// It waits for the answer.
    Wait,
    /// It leaves the queue, as a dropped call does; where it is too late for that, it waits.
    Leave,
    /// Its deadline has passed before it asks.
    ComeLate,
    /// Its work panics.
    Panic,
}

/// All of them.
pub const CONDUCTS: [Conduct; 4] = [Conduct::Wait, Conduct::Leave, Conduct::ComeLate, Conduct::Panic];

/// A request: the ids of the products whose stock it locks, and what its client does.
pub type Request = (Vec<i64>, Conduct);

/// When the writer begins to serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriterStarts {
    /// With the clients.
    AtOnce,
    /// When the clients have ended, which do not wait for their answers then.
    AfterClients,
}

/// What happens in one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The requests of each client, which asks for all of them at first.
    pub clients: Vec<Vec<Request>>,
    /// The writer.
    pub writer: WriterStarts,
    /// Whether two threads serve one queue, which must not be: then two requests hold a key at once.
    pub bug_two_writers: bool,
}
