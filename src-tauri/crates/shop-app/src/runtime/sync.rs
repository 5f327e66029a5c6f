//! The mutex and the condition variable of the lock manager. `tests/src/lock_queue` compiles the files of the lock manager
//! with those of Shuttle and Loom in their place.

pub(super) use parking_lot::{Condvar, Mutex, MutexGuard};
